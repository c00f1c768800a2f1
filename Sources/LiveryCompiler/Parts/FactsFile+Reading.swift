import LiveryBundle
import LiveryDiagnostics
import LiveryTenant

extension FactsFile {
    /// Why a text is not what ``bytes`` wrote.
    package enum Fault: Error, Hashable {
        /// It never was.
        case foreign
        /// It is of a Livery that wrote another form.
        case otherVersion
        /// It was, and has been changed or cut since.
        case damaged
    }

    package init(reading bytes: [UInt8]) throws(Fault) {
        guard Self.seemsToBe(bytes) else {
            throw bytes.starts(with: Array("{\n  \"livery_facts\": ".utf8)) ? .otherVersion : .foreign
        }
        // `"sha256": "` and 64 digits, `"`, and the end of the document.
        let tail = Self.sealMark.count + 64 + 4
        guard bytes.count > tail else { throw .damaged }
        let body = Array(bytes.dropLast(tail))
        let seal = Self.sealMark + Array((SHA256.hexDigest(body) + "\"\n}\n").utf8)
        var reader = JSONReader(bytes)
        guard bytes.suffix(tail).elementsEqual(seal), let root = reader.document()?.object,
            let file = FactsReader(root)?.file
        else { throw .damaged }
        self = file
    }
}

/// Takes apart what ``FactsFile`` wrote. The seal has held, so that a fault here would be one of Livery.
private struct FactsReader {
    private let root: [String: JSONReader.Value]
    private let inputs: [ShopInputs.Input]
    /// With nothing in them: they give spans their numbers, and records the paths.
    private let sources: SourceMap

    init?(_ root: [String: JSONReader.Value]) {
        self.root = root
        guard let inputs = root["inputs"]?.all(Self.input), let paths = root["files"]?.all(\.string) else { return nil }
        self.inputs = inputs
        var sources = SourceMap()
        for path in paths { sources.add(path: path, bytes: []) }
        self.sources = sources
    }

    var file: FactsFile? {
        guard let compiler = root["compiler"]?.object, let version = compiler["version"]?.string,
            let program = compiler["program"]?.string, let shared = root["shared"]?.all(input),
            let shops = root["shops"]?.all(shop), let part = part(of: shops),
            let hasBundles = root["bundles"]?.flag
        else { return nil }
        return FactsFile(
            compiler: FactsFile.Compiler(version: version, program: program), part: part, hasBundles: hasBundles,
            shared: shared, shops: shops)
    }

    private func part(of shops: [FactsFile.Shop]) -> Part? {
        guard let shard = root["shard"]?.object else { return shops.count == 1 ? .shop(shops[0].id) : nil }
        guard let index = shard["index"]?.number, let total = shard["total"]?.number else { return nil }
        return Shard(index: index, total: total).map(Part.shard)
    }

    private static func input(_ value: JSONReader.Value) -> ShopInputs.Input? {
        guard let object = value.object, let path = object["path"]?.string else { return nil }
        guard let text = object["sha256"]?.string else { return ShopInputs.Input(path: path, digest: nil) }
        return ContentDigest(hexadecimal: text).map { ShopInputs.Input(path: path, digest: $0) }
    }

    private func input(_ value: JSONReader.Value) -> ShopInputs.Input? {
        value.number.flatMap { inputs.indices.contains($0) ? inputs[$0] : nil }
    }

    private func shop(_ value: JSONReader.Value) -> FactsFile.Shop? {
        guard let object = value.object, let id = object["shop"]?.string, let inputs = object["inputs"]?.all(input),
            let hasErrors = object["errors"]?.flag
        else { return nil }
        let manifest = object["manifest"]?.string
        if hasErrors { return FactsFile.Shop(id: id, inputs: inputs, record: nil, manifest: manifest) }
        guard let facts = object["facts"]?.all(fact), let findings = object["findings"]?.all(finding),
            let silences = object["silences"]?.all(silence)
        else { return nil }
        let day = object["day"]?.string
        guard day == nil || day.flatMap({ CalendarDate($0) }) != nil else { return nil }
        let subject = TenancyRules.Shop(id: id, facts: facts)
        let checked = CheckedShop(
            diagnostics: findings, group: subject.group, subject: subject, usedSilences: Set(silences),
            inputs: ShopInputs(inputs: inputs), day: day.flatMap { CalendarDate($0) })
        guard let record = checked.record(in: sources) else { return nil }
        return FactsFile.Shop(id: id, inputs: inputs, record: record, manifest: manifest)
    }

    private static let kinds = Dictionary(
        Fact.Kind.allCases.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })

    private func fact(_ value: JSONReader.Value) -> Fact? {
        guard let object = value.object, let kind = object["fact"]?.string.flatMap({ Self.kinds[$0] }),
            let text = object["value"]?.string, let place = object["at"].flatMap(optionalSpan)
        else { return nil }
        return Fact(kind: kind, value: text, place: place.span)
    }

    private func finding(_ value: JSONReader.Value) -> Diagnostic? {
        guard let object = value.object, let code = object["code"]?.string,
            let severity = object["severity"]?.string.flatMap(Diagnostic.Severity.init(rawValue:)),
            let message = object["message"]?.string, let place = object["at"].flatMap(optionalSpan),
            let related = object["related"]?.all(label), let path = object["path"]?.string,
            let fixes = object["fixes"]?.all(fix), let isSensitive = object["sensitive"]?.flag
        else { return nil }
        return Diagnostic(
            code: code, severity: severity, message, at: place.span, label: object["label"]?.string, related: related,
            path: path, help: object["help"]?.string, fixes: fixes, isSensitive: isSensitive)
    }

    private func label(_ value: JSONReader.Value) -> Diagnostic.Label? {
        guard let text = value.object?["text"]?.string, let span = value.object?["at"].flatMap(span) else { return nil }
        return Diagnostic.Label(span: span, text: text)
    }

    private func fix(_ value: JSONReader.Value) -> Diagnostic.Fix? {
        guard let object = value.object, let title = object["title"]?.string, let span = object["at"].flatMap(span),
            let replacement = object["replacement"]?.string
        else { return nil }
        return Diagnostic.Fix(title: title, span: span, replacement: replacement)
    }

    private func silence(_ value: JSONReader.Value) -> Silence? {
        guard let object = value.object, let code = object["code"]?.string, let place = object["at"].flatMap(span),
            let line = object["line"].flatMap(span)
        else { return nil }
        return Silence(code: code, span: place, line: line)
    }

    /// Tells a finding without a place from a broken one.
    private func optionalSpan(_ value: JSONReader.Value) -> (span: SourceSpan?, Void)? {
        if value.array == nil { return (nil, ()) }
        return span(value).map { ($0, ()) }
    }

    private func span(_ value: JSONReader.Value) -> SourceSpan? {
        guard let numbers = value.all(\.number), numbers.count == 3, sources.files.indices.contains(numbers[0]),
            let start = UInt32(exactly: numbers[1]), let end = UInt32(exactly: numbers[2]), start <= end
        else { return nil }
        return SourceSpan(file: sources.files[numbers[0]].id, start: start, end: end)
    }
}

extension JSONReader.Value {
    /// What each element of a list is; nil when one is nothing of the kind.
    fileprivate func all<Element>(_ read: (JSONReader.Value) -> Element?) -> [Element]? {
        guard let array else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(array.count)
        for value in array {
            guard let element = read(value) else { return nil }
            elements.append(element)
        }
        return elements
    }
}

extension ContentDigest {
    fileprivate init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var words = SIMD4<UInt64>()
        for index in words.indices {
            let part = String(decoding: digits[(index * 16)..<(index * 16 + 16)], as: UTF8.self)
            guard let word = UInt64(part, radix: 16) else { return nil }
            words[index] = word
        }
        self.init(words: words)
    }
}
