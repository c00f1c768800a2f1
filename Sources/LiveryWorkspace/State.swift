import LiveryCompiler
import LiveryTenant

/// What a run leaves for the next, so that it need not do again what is done: for each shop without errors what it was
/// made from, what was found in it, and what its bundle looks like from outside.
///
/// Nothing depends on it. A state that is missing, broken, of another compiler or of another form is as none, and all
/// is compiled.
package struct State: Sendable {
    struct KnownFile: Hashable, Sendable {
        let version: FileVersion
        let digest: ContentDigest
    }

    enum Output: Hashable, Sendable {
        /// The bundle was not written, or what became of it is not known.
        case unknown
        /// Files that Livery did not write stand among the bundle's; they are reported anew by each run.
        case mixed
        case sealed(BundleLayout, OutputSeal)

        /// The files that were written.
        var paths: Set<String> {
            guard case .sealed(let layout, _) = self else { return [] }
            return Set(layout.paths.filter { !$0.hasSuffix("/") })
        }
    }

    /// What a run over all shops without errors has found, and what everything stood on then: see ``Memory/ground``.
    struct Conclusion: Hashable, Sendable {
        let ground: Checksum
        let findings: [UInt8]
    }

    struct Shop: Sendable {
        /// nil while the compiler has it in a form of its own.
        var record: ShopRecord?
        var output: Output
    }

    /// Why a run cannot go on from the one before.
    package enum Absence: Hashable, Sendable {
        case missing
        case broken
        case otherCompiler
    }

    let compiler: CompilerIdentity
    /// Definitions of shops, and pictures, whose content is known by their version.
    var files: [String: KnownFile] = [:]
    var shops: [String: Shop] = [:]
    var conclusion: Conclusion?
}

// The form on disk: a line that names it, the compiler, tables of what many shops share, the shops, and a checksum.
extension State {
    private static let heading = "livery state 2\n"

    /// Gives the form on disk in pieces: of ten thousand shops it takes more memory than what is known of them besides.
    /// The session has the records that are not here.
    func write(
        with session: CompilerSession, to file: ([UInt8]) throws(SystemError) -> Void
    ) throws(SystemError) {
        var checksum = Checksum.Running()
        func put(_ bytes: [UInt8]) throws(SystemError) {
            checksum.add(bytes)
            try file(bytes)
        }
        var known: [(id: String, shop: Shop, inputs: ShopInputs)] = []
        var inputs = Table<ShopInputs.Input>()
        var layouts = Table<BundleLayout>()
        for (id, shop) in shops.sorted(by: { $0.key < $1.key }) {
            guard let found = shop.record?.inputs ?? session.inputs(of: id) else { continue }
            known.append((id, shop, found))
            for input in found.inputs where !Self.remembers(input.path) { _ = inputs.number(of: input) }
            if case .sealed(let layout, _) = shop.output { _ = layouts.number(of: layout) }
        }
        var writer = RecordWriter()
        writeHead(inputs.elements, layouts.elements, to: &writer)
        writer.number(known.count)
        for (id, shop, found) in known {
            guard let record = shop.record ?? session.record(of: id) else {
                preconditionFailure("a shop whose inputs are known has a record")
            }
            writer.text(id)
            writer.list(found.inputs) { writer, input in
                // What is one shop's alone stands with it.
                let isOwn = Self.remembers(input.path)
                writer.number(isOwn ? 0 : inputs.number(of: input) + 1)
                if isOwn { Self.write(input, to: &writer) }
            }
            writer.optional(record.day) { $0.text($1.text) }
            writer.data(record.findings)
            Self.write(shop.output, layouts: &layouts, to: &writer)
            if writer.bytes.count > 1 << 16 { try put(writer.drain()) }
        }
        try put(writer.drain())
        let sum = checksum.value
        try file([sum.first, sum.second].flatMap(Self.littleEndian))
    }

    private func writeHead(
        _ inputs: [ShopInputs.Input], _ layouts: [BundleLayout], to writer: inout RecordWriter
    ) {
        writer.raw(Self.heading)
        compiler.write(to: &writer)
        writer.optional(conclusion) { writer, conclusion in
            writer.number(conclusion.ground.first)
            writer.number(conclusion.ground.second)
            writer.data(conclusion.findings)
        }
        writer.list(files.sorted { $0.key < $1.key }) { writer, file in
            writer.text(file.key)
            for number in file.value.version.numbers { writer.number(number) }
            Self.write(file.value.digest, to: &writer)
        }
        writer.list(inputs) { Self.write($1, to: &$0) }
        writer.list(layouts) { $0.list($1.paths) { $0.text($1) } }
    }

    private static func write(_ output: Output, layouts: inout Table<BundleLayout>, to writer: inout RecordWriter) {
        switch output {
        case .unknown: writer.number(0)
        case .mixed: writer.number(1)
        case .sealed(let layout, let seal):
            writer.number(2)
            writer.number(layouts.number(of: layout))
            writer.number(seal.checksum.first)
            writer.number(seal.checksum.second)
        }
    }

    /// nil for anything but a whole state.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 16, bytes.starts(with: Self.heading.utf8) else { return nil }
        let content = bytes[..<(bytes.count - 16)]
        let checksum = Checksum(of: content)
        guard bytes[(bytes.count - 16)...].elementsEqual([checksum.first, checksum.second].flatMap(Self.littleEndian))
        else { return nil }
        var reader = RecordReader(bytes, in: Self.heading.utf8.count..<content.endIndex)
        compiler = CompilerIdentity(from: &reader)
        conclusion = reader.optional {
            Conclusion(ground: Checksum(first: $0.number(), second: $0.number()), findings: $0.data())
        }
        let files = reader.list { ($0.text(), KnownFile(version: Self.version(&$0), digest: Self.digest(&$0))) }
        let inputs = reader.list { Self.input(&$0) }
        let layouts = reader.list { BundleLayout(paths: $0.list { $0.text() }) }
        let shops = reader.list { ($0.text(), Self.shop(&$0, inputs, layouts)) }
        self.files = Dictionary(files, uniquingKeysWith: { first, _ in first })
        for case (let id, let shop?) in shops { self.shops[id] = shop }
        guard reader.isComplete, self.shops.count == shops.count else { return nil }
    }

    private static func shop(
        _ reader: inout RecordReader, _ inputs: [ShopInputs.Input], _ layouts: [BundleLayout]
    ) -> Shop? {
        var known = true
        let inputs = reader.list { reader in
            let number = reader.number(Int.self)
            if number == 0 { return Self.input(&reader) }
            guard inputs.indices.contains(number - 1) else {
                known = false
                return ShopInputs.Input(path: "", digest: nil)
            }
            return inputs[number - 1]
        }
        let day = reader.optional { $0.text() }
        let findings = reader.data()
        guard known else { return nil }
        let record = ShopRecord(
            inputs: ShopInputs(inputs: inputs), day: day.flatMap { CalendarDate($0) },
            findings: findings)
        switch reader.number(Int.self) {
        case 0: return Shop(record: record, output: .unknown)
        case 1: return Shop(record: record, output: .mixed)
        case 2:
            let layout = reader.number(Int.self)
            let seal = OutputSeal(Checksum(first: reader.number(), second: reader.number()))
            guard layouts.indices.contains(layout) else { return nil }
            return Shop(record: record, output: .sealed(layouts[layout], seal))
        default: return nil
        }
    }

    private static func write(_ input: ShopInputs.Input, to writer: inout RecordWriter) {
        writer.text(input.path)
        writer.optional(input.digest) { Self.write($1, to: &$0) }
    }

    private static func input(_ reader: inout RecordReader) -> ShopInputs.Input {
        ShopInputs.Input(path: reader.text(), digest: reader.optional { Self.digest(&$0) })
    }

    private static func write(_ digest: ContentDigest, to writer: inout RecordWriter) {
        for index in digest.words.indices { writer.number(digest.words[index]) }
    }

    private static func digest(_ reader: inout RecordReader) -> ContentDigest {
        ContentDigest(words: SIMD4(reader.number(), reader.number(), reader.number(), reader.number()))
    }

    private static func version(_ reader: inout RecordReader) -> FileVersion {
        FileVersion(
            size: reader.number(), inode: reader.number(), modified: reader.number(), changed: reader.number())
    }

    private static func littleEndian(_ word: UInt64) -> [UInt8] {
        stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
}

/// Values by number, each once.
private struct Table<Element: Hashable> {
    private(set) var elements: [Element] = []
    private var numbers: [Element: Int] = [:]

    mutating func number(of element: Element) -> Int {
        if let number = numbers[element] { return number }
        numbers[element] = elements.count
        elements.append(element)
        return elements.count - 1
    }
}
