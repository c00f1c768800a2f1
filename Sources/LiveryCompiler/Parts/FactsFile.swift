import LiveryBundle
import LiveryDiagnostics
import LiveryTenant

/// `facts.json`: what a run over a part of the shops leaves for the merge. It holds what was found in each shop, and
/// what the rules across shops ask of it, so that the merge need not compile anything.
package struct FactsFile: Sendable {
    package static let name = "facts.json"

    /// Which program wrote it.
    package struct Compiler: Hashable, Sendable {
        package let version: String
        /// Stands for every byte of the program, in hexadecimal.
        package let program: String

        package init(version: String, program: String) {
            self.version = version
            self.program = program
        }
    }

    package struct Shop: Sendable {
        package let id: String
        /// What it was made from; of a shop with errors, its definition alone.
        package let inputs: [ShopInputs.Input]
        /// nil for a shop with errors: the merge checks it again.
        package let record: ShopRecord?
        /// The SHA-256 of its bundle's manifest; nil where no bundle was written.
        package let manifest: String?

        init(id: String, inputs: [ShopInputs.Input], record: ShopRecord?, manifest: String?) {
            self.id = id
            self.inputs = inputs
            self.record = record
            self.manifest = manifest
        }
    }

    package let compiler: Compiler
    package let part: Part
    /// Whether bundles stand beside the file, or the shops were only checked.
    package let hasBundles: Bool
    /// What many shops stand on.
    package let shared: [ShopInputs.Input]
    /// In the order of their ids.
    package let shops: [Shop]

    init(compiler: Compiler, part: Part, hasBundles: Bool, shared: [ShopInputs.Input], shops: [Shop]) {
        self.compiler = compiler
        self.part = part
        self.hasBundles = hasBundles
        self.shared = shared
        self.shops = shops
    }
}

extension FactsFile {
    /// Whether a file that stands in the way seems to be an older one of these.
    package static func seemsToBe(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: JSONWriter.document { $0.field("livery_facts", version) }.dropLast(3))
    }

    static let version = 1
    static let sealMark = Array(",\n  \"sha256\": \"".utf8)

    /// JSON in a fixed order. Its last member is the SHA-256 of all that stands before it.
    package var bytes: [UInt8] {
        let tables = Tables()
        let shops = JSONWriter.document(size: 1 << 16) { document in
            document.array("shops") { list in
                for shop in self.shops { list.element { Self.write(shop, to: &$0, tables) } }
            }
        }
        let shared = self.shared.map { tables.number(of: $0) }
        var whole = JSONWriter.document { document in
            document.field("livery_facts", Self.version)
            document.object("compiler") { object in
                object.field("version", compiler.version)
                object.field("program", compiler.program)
            }
            if case .shard(let shard) = part {
                document.object("shard") { object in
                    object.field("index", shard.index)
                    object.field("total", shard.total)
                }
            } else {
                document.fieldNull("shard")
            }
            document.field("bundles", hasBundles)
            document.array("inputs") { list in
                for input in tables.inputs {
                    list.flatElement { object in
                        object.field("path", input.path)
                        object.field("sha256", orNull: input.digest?.hexadecimal)
                    }
                }
            }
            document.flatArray("shared") { list in for number in shared { list.element(number) } }
            document.strings("files", tables.paths)
        }
        // The tables were filled by writing the shops, and stand before them.
        whole = Array(whole.dropLast(3)) + Array(",".utf8) + shops.dropFirst(1).dropLast(3)
        return whole + Self.sealMark + Array((SHA256.hexDigest(whole) + "\"\n}\n").utf8)
    }

    /// What stands in the file once, by number.
    fileprivate final class Tables {
        private(set) var inputs: [ShopInputs.Input] = []
        private(set) var paths: [String] = []
        private var inputNumbers: [ShopInputs.Input: Int] = [:]
        private var pathNumbers: [String: Int] = [:]

        func number(of input: ShopInputs.Input) -> Int {
            if let number = inputNumbers[input] { return number }
            inputNumbers[input] = inputs.count
            inputs.append(input)
            return inputs.count - 1
        }

        func number(of path: String) -> Int {
            if let number = pathNumbers[path] { return number }
            pathNumbers[path] = paths.count
            paths.append(path)
            return paths.count - 1
        }
    }

    private static func write(_ shop: Shop, to json: inout JSONWriter, _ tables: Tables) {
        json.field("shop", shop.id)
        json.field("manifest", orNull: shop.manifest)
        let numbers = shop.inputs.map { tables.number(of: $0) }
        json.flatArray("inputs") { list in for number in numbers { list.element(number) } }
        guard let record = shop.record, let (checked, paths) = CheckedShop.reading(record, shop: shop.id) else {
            return json.field("errors", true)
        }
        json.field("errors", false)
        json.field("day", orNull: record.day?.text)
        let writer = SpanWriter(paths: paths, tables: tables)
        json.array("facts") { list in
            for fact in checked.subject?.facts ?? [] {
                list.flatElement { object in
                    object.field("fact", fact.kind.word)
                    object.field("value", fact.value)
                    writer.write(fact.place, as: "at", to: &object)
                }
            }
        }
        json.array("findings") { list in
            for finding in checked.diagnostics { list.element { writer.write(finding, to: &$0) } }
        }
        json.array("silences") { list in
            for silence in checked.usedSilences.sorted(by: { ($0.span, $0.code) < ($1.span, $1.code) }) {
                list.flatElement { object in
                    object.field("code", silence.code)
                    writer.write(silence.span, as: "at", to: &object)
                    writer.write(silence.line, as: "line", to: &object)
                }
            }
        }
    }
}

/// Spells spans as `[file, start, end]`.
private struct SpanWriter {
    let paths: [String]
    let tables: FactsFile.Tables

    func write(_ span: SourceSpan?, as key: String, to json: inout JSONWriter) {
        guard let span else { return json.fieldNull(key) }
        let file = tables.number(of: paths[Int(span.file.rawValue)])
        json.flatArray(key) { list in
            list.element(file)
            list.element(Int(span.start))
            list.element(Int(span.end))
        }
    }

    func write(_ finding: Diagnostic, to json: inout JSONWriter) {
        json.field("code", finding.code)
        json.field("severity", finding.severity.rawValue)
        json.field("message", finding.message)
        write(finding.span, as: "at", to: &json)
        json.field("label", orNull: finding.label)
        json.array("related") { list in
            for label in finding.related {
                list.flatElement { object in
                    object.field("text", label.text)
                    write(label.span, as: "at", to: &object)
                }
            }
        }
        json.field("path", finding.path)
        json.field("help", orNull: finding.help)
        json.array("fixes") { list in
            for fix in finding.fixes {
                list.flatElement { object in
                    object.field("title", fix.title)
                    object.field("replacement", fix.replacement)
                    write(fix.span, as: "at", to: &object)
                }
            }
        }
        json.field("sensitive", finding.isSensitive)
    }
}

extension CheckedShop {
    /// What a record says, with spans that number the paths.
    static func reading(_ record: ShopRecord, shop: String) -> (CheckedShop, paths: [String])? {
        var reader = RecordReader(record.findings)
        let paths = reader.list { $0.text() }
        let files = Dictionary(
            paths.enumerated().map { ($1, SourceFile.ID(UInt32($0))) }, uniquingKeysWith: { first, _ in first })
        return CheckedShop(record, shop: shop, files: files).map { ($0, paths) }
    }
}

extension Fact.Kind {
    /// As `facts.json` calls it.
    var word: String {
        switch self {
        case .iosBundle: "ios_bundle_id"
        case .androidApplication: "android_application_id"
        case .domain: "deep_link_domain"
        case .webStream: "web_stream"
        case .firebaseIOS: "firebase_ios_app"
        case .firebaseAndroid: "firebase_android_app"
        case .appName: "app_name"
        case .phone: "phone"
        case .email: "email"
        case .website: "website"
        case .account: "account"
        case .secret: "secret"
        case .paymentAccount: "payment_account"
        case .privacyEmail: "privacy_email"
        case .group: "group"
        case .picture: "picture"
        }
    }
}
