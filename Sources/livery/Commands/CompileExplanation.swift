import LiveryWorkspace

extension Build {
    /// Why each bundle had to be made, a line for each shop. `repaired` are the files that were not as they should be.
    func explanation(repaired: [String: [String]]) -> [String] {
        var lines: [String] = []
        switch absence {
        case nil: break
        case .missing: lines.append("all shops: no earlier run has left anything to go on from")
        case .broken: lines.append("all shops: what the earlier run left is damaged")
        case .otherCompiler: lines.append("all shops: the earlier run was another compiler's")
        }
        for (shop, reasons) in reasons.sorted(by: { $0.key < $1.key }) where absence == nil {
            lines.append("\(shop): " + reasons.map { text(for: $0, repaired[shop] ?? []) }.joined(separator: ", "))
        }
        let nothing = "every bundle is as an earlier run left it, and so is all that it was made from"
        return lines.isEmpty ? [nothing] : lines
    }

    private func text(for reason: Reason, _ repaired: [String]) -> String {
        switch reason {
        case .unknown: return "no earlier run has compiled it without errors"
        case .changed(let path): return "\(path) has changed"
        case .appeared(let path): return "\(path) is new"
        case .vanished(let path): return "\(path) is gone"
        case .otherDay: return "a comment that allows a finding until some day may have run out"
        case .unwritten: return "its bundle was not written yet"
        case .touched:
            guard !repaired.isEmpty else { return "somebody was at its bundle, and left it as it was" }
            let shown = repaired.prefix(3).joined(separator: ", ")
            let more = repaired.count > 3 ? " and \(repaired.count - 3) more" : ""
            return "somebody was at its bundle: \(shown)\(more)"
        case .mixed: return "files that Livery did not write stand in its folder"
        }
    }
}
