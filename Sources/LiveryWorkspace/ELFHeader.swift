/// The head of a program file of Linux, of 64 bits and little-endian (System V ABI, chapters 4 and 5).
struct ELFHeader {
    private let bytes: [UInt8]

    /// nil for a file of another form.
    init?(_ bytes: [UInt8]) {
        // The magic number, ELFCLASS64 and ELFDATA2LSB.
        guard bytes.count >= 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
        self.bytes = bytes
    }

    /// What the linker wrote into the note NT_GNU_BUILD_ID: a digest of the program. nil where these bytes have none.
    var buildID: ArraySlice<UInt8>? {
        guard let table = number(at: 32, size: 8), let entrySize = number(at: 54, size: 2),
            let count = number(at: 56, size: 2)
        else { return nil }
        for entry in 0..<count {
            let header = table + entry * entrySize
            guard number(at: header, size: 4) == Self.noteSegment, let start = number(at: header + 8, size: 8),
                let size = number(at: header + 32, size: 8)
            else { continue }
            if let id = buildID(inNotes: start, size: size) { return id }
        }
        return nil
    }

    private func buildID(inNotes start: Int, size: Int) -> ArraySlice<UInt8>? {
        guard size <= bytes.count, start <= bytes.count - size else { return nil }
        var note = start
        while note + 12 <= start + size {
            guard let nameSize = number(at: note, size: 4), let idSize = number(at: note + 4, size: 4) else {
                return nil
            }
            let name = note + 12
            let id = name + Self.padded(nameSize)
            guard id + idSize <= start + size else { return nil }
            if number(at: note + 8, size: 4) == Self.buildIDNote, idSize >= 16,
                bytes[name..<name + nameSize].elementsEqual("GNU\0".utf8)
            {
                return bytes[id..<id + idSize]
            }
            note = id + Self.padded(idSize)
        }
        return nil
    }

    /// PT_NOTE and NT_GNU_BUILD_ID.
    private static let noteSegment = 4
    private static let buildIDNote = 3

    private static func padded(_ size: Int) -> Int { (size + 3) / 4 * 4 }

    /// nil beyond the end, and for what no file can be as large as.
    private func number(at place: Int, size: Int) -> Int? {
        guard place >= 0, place <= bytes.count - size else { return nil }
        let value = bytes[place..<place + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return value < 1 << 40 ? Int(value) : nil
    }
}
