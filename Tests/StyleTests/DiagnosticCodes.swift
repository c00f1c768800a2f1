import Foundation

/// The codes of diagnostics, and what shows each of them at work.
struct DiagnosticCodes {
    struct Use {
        let code: String
        let file: CheckedFile
        let line: Int
    }

    static let stages = ["yaml", "schema", "tenant", "privacy", "workspace", "compiler"]

    /// Where each code is first written, in order of the codes.
    let uses: [Use]

    init(in files: [CheckedFile]) {
        var first: [String: Use] = [:]
        for file in files where !file.isGenerated {
            for token in file.swift.tokens {
                guard let text = token.string, Self.isCode(text), first[text] == nil else { continue }
                first[text] = Use(code: text, file: file, line: token.line)
            }
        }
        uses = first.values.sorted { $0.code < $1.code }
    }

    /// `stage/what-is-wrong`.
    static func isCode(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, stages.contains(String(parts[0])), let last = parts[1].utf8.last else { return false }
        return last != UInt8(ascii: "-")
            && parts[1].utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// The codes that a rendered expectation shows: `error[schema/unknown-key]: ...`.
    static func shown(in expectation: String) -> Set<String> {
        var codes: Set<String> = []
        for line in expectation.split(separator: "\n") {
            guard let open = line.firstIndex(of: "["), ["error", "warning", "note"].contains(line[..<open]),
                let close = line.firstIndex(of: "]")
            else { continue }
            codes.insert(String(line[line.index(after: open)..<close]))
        }
        return codes
    }

    /// Codes that nothing shows, and exceptions that are none.
    func findings(corpus: Set<String>, elsewhere: [String: String], read: (String) -> String?) -> [Finding] {
        var findings: [Finding] = []
        for use in uses {
            if let test = elsewhere[use.code] {
                if corpus.contains(use.code) {
                    findings.append(
                        use.file.finding(use.line, "`\(use.code)` has a corpus case and needs no exception"))
                } else if read(test)?.contains(use.code) != true {
                    findings.append(use.file.finding(use.line, "\(test) does not speak of `\(use.code)`"))
                }
            } else if !corpus.contains(use.code) {
                let message = "no case below Tests/Corpus shows `\(use.code)`; LIVERY_UPDATE=1 writes its expectation"
                findings.append(use.file.finding(use.line, message))
            }
        }
        let known = Set(uses.map(\.code))
        for code in elsewhere.keys.sorted() where !known.contains(code) {
            findings.append(
                Finding(path: "Tests/StyleTests", line: 1, message: "`\(code)` is excepted and does not exist"))
        }
        return findings
    }
}
