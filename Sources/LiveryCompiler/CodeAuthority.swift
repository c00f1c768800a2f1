import LiveryPrivacy
import LiveryTenant

extension Compiler {
    /// The laws, stores and specifications behind a code, one line each; none for a rule of Livery's own.
    package static func authorities(of code: String) -> [String] {
        ConsistencyRule.rules(of: code).map { rule in
            let days = (rule.since.map { ", from \($0.text)" } ?? "") + (rule.until.map { ", until \($0.text)" } ?? "")
            return "\(rule.id): \(rule.asks) (\(rule.cite))\(days)"
        }
    }
}
