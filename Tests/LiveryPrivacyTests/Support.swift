import Foundation
import LiveryDiagnostics
import LiveryTenant

@testable import LiveryPrivacy

struct Composed {
    let tenant: Tenant
    let dataMap: DataMap
    let consent: ConsentSettings
    let policy: PolicyDocument
    let notice: PolicyDocument
    let diagnostics: [Diagnostic]

    init(_ tenant: Tenant, clauses: ClauseLibrary = .english) {
        self.tenant = tenant
        let (dataMap, problems) = DataMap.derive(from: tenant, catalogue: Sample.catalogue)
        let consent = ConsentSettings.derive(from: tenant, catalogue: Sample.catalogue)
        let answers = PolicyAnswers(
            PolicyFacts(tenant: tenant, dataMap: dataMap, consent: consent), for: clauses)
        let (policy, more) = PolicyDocument.compose(clauses, from: answers)
        let notice = PolicyDocument.composePartnerNotice(clauses, from: answers)
        (self.dataMap, self.consent, self.policy, self.notice) = (dataMap, consent, policy, notice)
        diagnostics = problems + more
    }

    /// For clauses of a test's own.
    var answers: PolicyAnswers {
        PolicyAnswers(PolicyFacts(tenant: tenant, dataMap: dataMap, consent: consent), for: .english)
    }

    var codes: [String] { diagnostics.map(\.code) }

    /// The names that readability leaves out.
    var names: [String] {
        dataMap.shares.map(\.recipient.name) + [
            tenant.shop.name, tenant.shop.legalName, tenant.operator.name, tenant.operator.legalName,
            tenant.privacy.contact.name, tenant.privacy.contact.email, tenant.operator.email,
            tenant.privacy.officer?.name ?? "", tenant.privacy.officer?.email ?? "",
            Formats.address(tenant.shop.address),
            Formats.address(tenant.operator.address),
        ]
    }
}

extension PolicyDocument {
    /// As a person reads it; for assertions and for reading aloud.
    var plain: String {
        var lines = [title, ""] + card.map { "* \($0.said.plainText)" } + [""] + Self.lines(table)
        for section in sections {
            lines += ["", "== \(section.heading)", ""]
            for block in section.blocks {
                switch block.content {
                case .subheading(let text): lines.append("-- \(text)")
                case .paragraph(let text): lines.append(text.plainText)
                case .list(let items): lines += items.map { "  - \($0.plainText)" }
                case .table(let table): lines += Self.lines(table)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ table: Table) -> [String] {
        [table.caption, table.columns.joined(separator: " | ")]
            + table.rows.map(\.plainText)
    }
}
