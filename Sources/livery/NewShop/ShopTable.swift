import LiveryDiagnostics

/// A table of shops: a row for each, and in each column what the option of that name says. A column
/// `identifier.KEY` holds what names the shop in a connected system.
struct ShopTable {
    /// A shop with its answers, as if they had been given as options.
    struct Row {
        let id: String
        let line: Int
        let invocation: Invocation
        /// The cell of each option, and that of the shop's id.
        let places: [String: CSVTable.Place]

        func place(of option: String) -> CSVTable.Place {
            let identifiers = places.filter { $0.key.hasPrefix(option + ".") }
            return places[option] ?? identifiers.values.min() ?? CSVTable.Place(line: line, column: 1)
        }
    }

    struct Problem {
        let place: CSVTable.Place
        let message: String
    }

    private(set) var rows: [Row] = []
    private(set) var problems: [Problem] = []

    static let shopColumn = "shop"

    /// The first line of a table in which every answer has its column.
    static var header: String {
        ([shopColumn] + Question.all.map(\.option.name) + ["identifier.KEY"]).joined(separator: ",") + "\n"
    }

    /// What an option of the command line says holds for every row that says nothing else.
    init(_ table: CSVTable, defaults: Invocation) {
        guard let header = table.rows.first else {
            problems.append(Problem(place: .init(line: 1, column: 1), message: "the table is empty."))
            return
        }
        let columns = header.map { column(of: $0) }
        if !columns.contains(Self.shopColumn), problems.isEmpty {
            report(header[0].place, "no column is called `\(Self.shopColumn)`; it holds the id of each shop.")
        }
        guard problems.isEmpty else { return }
        for (index, name) in columns.enumerated() where columns[..<index].contains(name) {
            report(header[index].place, "there are two columns `\(name)`.")
        }
        var ids: [String: CSVTable.Place] = [:]
        for cells in table.rows.dropFirst() {
            guard cells.count == columns.count else {
                let place = cells.count > columns.count ? cells[columns.count].place : cells[cells.count - 1].place
                report(place, "this line has \(cells.count) cells, and the first line \(columns.count).")
                continue
            }
            add(cells, columns, defaults, &ids)
        }
        if table.rows.count == 1 { report(header[0].place, "no line with a shop follows the first line.") }
    }

    private mutating func add(
        _ cells: [CSVTable.Cell], _ columns: [String], _ defaults: Invocation, _ ids: inout [String: CSVTable.Place]
    ) {
        var invocation = defaults
        var places: [String: CSVTable.Place] = [:]
        var shop = ""
        for (cell, name) in zip(cells, columns) {
            places[name] = cell.place
            let text = Names.trimmed(cell.text)
            if name == Self.shopColumn {
                shop = text
            } else if !text.isEmpty {
                if name.hasPrefix("identifier.") {
                    invocation.add("\(name.dropFirst("identifier.".count))=\(text)", for: .identifier)
                } else if let question = Question.all.first(where: { $0.option.name == name }) {
                    // The last value counts.
                    invocation.add(text, for: question.option)
                }
            }
        }
        let place = places[Self.shopColumn] ?? cells[0].place
        if let former = ids[shop] { return report(place, "`\(shop)` is also the shop of line \(former.line).") }
        ids[shop] = place
        rows.append(Row(id: shop, line: cells[0].place.line, invocation: invocation, places: places))
    }

    /// The name of a column, in the spelling of the options.
    private mutating func column(of cell: CSVTable.Cell) -> String {
        let name = Names.trimmed(cell.text).lowercased().replacing("_", with: "-")
        if name.hasPrefix("identifier.") { return Names.trimmed(cell.text) }
        let known = [Self.shopColumn] + Question.all.map(\.option.name)
        if known.contains(name) { return name }
        let nearest = Similarity.nearest(to: name, in: known)
        report(
            cell.place,
            "`\(cell.text)` is no column; "
                + (nearest.map { "did you mean `\($0)`?" } ?? "`livery new --csv-header` shows them all."))
        return name
    }

    private mutating func report(_ place: CSVTable.Place, _ message: String) {
        problems.append(Problem(place: place, message: message))
    }
}
