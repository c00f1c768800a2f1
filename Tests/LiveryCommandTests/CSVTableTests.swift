import Testing

@testable import livery

@Suite struct CSVTableTests {
    private func texts(_ text: String) throws -> [[String]] {
        try CSVTable(Array(text.utf8)).rows.map { $0.map(\.text) }
    }

    private func fault(_ bytes: [UInt8]) -> CSVTable.Fault? {
        do throws(CSVTable.Fault) {
            _ = try CSVTable(bytes)
            return nil
        } catch { return error }
    }

    /// RFC 4180 section 2, rule by rule, and what spreadsheets do besides.
    @Test(arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("\"a\",\"b\"\r\n", [["a", "b"]]), ("\"a\r\nb\",\"c,d\"", [["a\r\nb", "c,d"]]),
        ("\"a\"\"b\"", [["a\"b"]]), ("a, b ,\n", [["a", " b ", ""]]), ("\u{FEFF}a,b", [["a", "b"]]),
        ("\u{FEFF}\"a\",b", [["a", "b"]]), ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]), ("a,b\n\n\nc,d\n\n", [["a", "b"], ["c", "d"]]), ("", []),
        ("\n", []), ("a", [["a"]]), (",", [["", ""]]), ("é,👩‍🔧", [["é", "👩‍🔧"]]), ("a\"b,c", [["a\"b", "c"]]),
    ])
    func reads(_ text: String, _ rows: [[String]]) throws {
        #expect(try texts(text) == rows)
    }

    @Test func knowsPlaces() throws {
        let table = try CSVTable(Array("\u{FEFF}é,\"b\r\nc\",d\r\ne,f,g".utf8))
        #expect(table.rows[0].map(\.place) == [place(1, 1), place(1, 3), place(2, 4)])
        #expect(table.rows[1].map(\.place) == [place(3, 1), place(3, 3), place(3, 5)])
    }

    @Test func refusesWhatIsNoTable() {
        #expect(fault(Array("a,b\nc,\"d\n".utf8))?.place == place(2, 3))
        #expect(fault(Array("a,b\n\"c\"d,e".utf8))?.place == place(2, 4))
        #expect(fault([0x61, 0x0A, 0xE9, 0x0A])?.place == place(2, 1))
    }

    private func place(_ line: Int, _ column: Int) -> CSVTable.Place { CSVTable.Place(line: line, column: column) }
}
