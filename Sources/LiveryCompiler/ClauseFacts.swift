import LiveryPrivacy

extension Compiler {
    /// The facts that a clause of a workspace can ask for, a line each.
    package static var clauseFacts: String {
        let facts = FactList.all
        let width = (facts.map(\.name.utf8.count).max() ?? 0) + 2
        return facts.map { fact in
            let gap = String(repeating: " ", count: width - fact.name.utf8.count)
            let kind = fact.kind.rawValue + String(repeating: " ", count: max(1, 18 - fact.kind.rawValue.utf8.count))
            let lead = fact.kind == .list ? "each row has " : "from "
            return "\(fact.name)\(gap)\(kind)\(lead)\(fact.details.joined(separator: ", "))\n"
        }.joined()
    }
}
