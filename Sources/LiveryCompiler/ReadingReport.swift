import LiveryDiagnostics
import LiveryPrivacy

extension Compiler {
    /// How hard the policies of some shops are to read, as a table for each; shops with errors are left out.
    package static func readability(_ input: CompilationInput, of shops: [String], threads: Int) -> String {
        let prepared = Prepared(input)
        let known = shops.filter { input.shops[$0] != nil }
        return concurrentMap(known, threads: threads) { id -> String? in
            let compiled = ShopCompiler(prepared: prepared, id: id).compile(emitBundle: false)
            return compiled.documents.map { "\(id)\n" + ReadingReport.table(of: $0.readability) }
        }.compactMap(\.self).joined(separator: "\n")
    }
}

extension ShopCompiler.Documents {
    var readability: PolicyReadability {
        PolicyReadability(policy, names: PolicyReadability.names(of: tenant, dataMap))
    }
}

/// Figures in columns; `!` stands behind one that is beyond its limit.
enum ReadingReport {
    private static let columns = ["", "words", "sentences", "mean", "longest", "ease", "grade"]

    static func table(of readability: PolicyReadability) -> String {
        let rows = [columns] + readability.layers.map { row($0, locale: readability.locale) }
        return rows.map { cells in
            let name = cells[0] + String(repeating: " ", count: max(0, 14 - cells[0].utf8.count))
            let figures = cells.dropFirst().map { cell in
                String(repeating: " ", count: max(1, 11 - cell.utf8.count)) + cell
            }
            return "  \(name)\(figures.joined())".trimmingEnd + "\n"
        }.joined()
    }

    private static func row(_ layer: PolicyReadability.Layer, locale: String) -> [String] {
        let limit =
            switch layer.name {
            case .card: Readability.cardLimit
            case .page: Readability.pageGoal
            case .table, .sections, .annexes: Int.max
            }
        let words = marked("\(layer.words)", layer.words > limit)
        guard let measure = layer.measure else {
            return [layer.name.rawValue, words, layer.name == .table ? "" : "not measured"]
        }
        return [
            layer.name.rawValue, words, "\(measure.sentences)", measure.meanSentence.withOneDecimal,
            marked("\(measure.longestSentence)", measure.longSentences > 0),
            marked(measure.ease.withOneDecimal, measure.ease < layer.leastEase), measure.grade.withOneDecimal,
        ]
    }

    private static func marked(_ figure: String, _ isBeyond: Bool) -> String { isBeyond ? "\(figure)!" : figure }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
