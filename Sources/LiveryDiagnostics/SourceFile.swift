/// One text that diagnostics point into: a definition, a layer, or a data file that is built into the compiler.
package struct SourceFile: Sendable {
    /// The number of this file in its ``SourceMap``. Spans carry this number instead of the path.
    package struct ID: Hashable, Comparable, Sendable {
        package let rawValue: UInt32

        package init(_ rawValue: UInt32) {
            self.rawValue = rawValue
        }

        package static func < (left: ID, right: ID) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    package let id: ID
    /// How people are shown the file: relative to the folder that holds the workspace, with forward slashes.
    package let path: String
    /// The bytes as they stand on disk: nothing is normalised, so that offsets are true.
    package let bytes: [UInt8]

    package init(id: ID, path: String, bytes: [UInt8]) {
        self.id = id
        self.path = path
        self.bytes = bytes
    }

    /// Whether the text is a part of Livery, which nobody can open; its path is a name such as `built-in defaults`.
    package var isBuiltIn: Bool { path.hasPrefix("built-in ") }
}

/// A range of bytes in one file. `start` and `end` count bytes from the beginning of the file; `end` is exclusive.
package struct SourceSpan: Hashable, Comparable, Sendable {
    package let file: SourceFile.ID
    package let start: UInt32
    package let end: UInt32

    package init(file: SourceFile.ID, start: UInt32, end: UInt32) {
        precondition(start <= end, "a span ends before it starts")
        self.file = file
        self.start = start
        self.end = end
    }

    /// Whether the two share a byte.
    package func overlaps(_ other: SourceSpan) -> Bool {
        file == other.file && start < other.end && other.start < end
    }

    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }
}

/// All files of one run, by number.
package struct SourceMap: Sendable {
    package private(set) var files: [SourceFile] = []

    package init() {}

    /// Adds a text and gives it the next number.
    @discardableResult
    package mutating func add(path: String, bytes: [UInt8]) -> SourceFile {
        let file = SourceFile(id: SourceFile.ID(UInt32(files.count)), path: path, bytes: bytes)
        files.append(file)
        return file
    }

    /// Gives a file a new text under its old number, and gives it back.
    @discardableResult
    package mutating func replace(_ id: SourceFile.ID, with bytes: [UInt8]) -> SourceFile {
        let file = SourceFile(id: id, path: self[id].path, bytes: bytes)
        files[Int(id.rawValue)] = file
        return file
    }

    /// The file with this number, which must come from this map.
    package subscript(id: SourceFile.ID) -> SourceFile {
        files[Int(id.rawValue)]
    }

    /// Where a span starts, as people count: `shops/oakwood.yaml:12:9`.
    package func position(of span: SourceSpan) -> String {
        let file = self[span.file]
        let place = LineIndex(file.bytes).place(of: span.start)
        return "\(file.path):\(place.line):\(place.column)"
    }
}
