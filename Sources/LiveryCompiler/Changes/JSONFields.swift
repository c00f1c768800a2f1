import LiveryDiagnostics
import LiveryYAML

/// The members of a JSON value that Livery wrote and anybody can have changed since. JSON is YAML as far as the product
/// goes, so that a fault has its place in the file.
struct JSONFields {
    /// What is not as Livery writes it.
    struct Fault: Error {
        let message: String
        let span: SourceSpan
    }

    private let node: YAMLNode
    /// Such as `contact.name`.
    private let path: String

    init(_ node: YAMLNode, path: String = "") {
        self.node = node
        self.path = path
    }

    /// The first object of a text; nil with the fault when there is none.
    static func read(_ file: SourceFile) throws(Fault) -> JSONFields {
        let whole = SourceSpan(file: file.id, start: 0, end: 0)
        let (document, faults) = YAMLDocument.parse(file)
        if let fault = faults.first(where: { $0.severity == .error }) {
            throw Fault(message: "This is no JSON: \(fault.message)", span: fault.span ?? whole)
        }
        guard let root = document?.root, root.kind == .mapping else {
            throw Fault(message: "The file holds no JSON object.", span: whole)
        }
        return JSONFields(root)
    }

    func has(_ key: String) -> Bool { member(key) != nil }

    func isNull(_ key: String) throws(Fault) -> Bool { try field(key).node.isNull }

    func string(_ key: String) throws(Fault) -> String {
        let field = try field(key)
        guard field.node.kind == .scalar, !field.node.isNull else { throw field.fault("a text") }
        return field.node.text
    }

    /// nil for `null` and for a member that is not there.
    func optional(_ key: String) throws(Fault) -> String? {
        guard let member = member(key), !member.isNull else { return nil }
        return try string(key)
    }

    func integer(_ key: String) throws(Fault) -> Int {
        let field = try field(key)
        guard field.node.kind == .scalar, let number = Int(field.node.text) else { throw field.fault("a whole number") }
        return number
    }

    func boolean(_ key: String) throws(Fault) -> Bool {
        let field = try field(key)
        switch (field.node.kind, field.node.text) {
        case (.scalar, "true"): return true
        case (.scalar, "false"): return false
        default: throw field.fault("`true` or `false`")
        }
    }

    func strings(_ key: String) throws(Fault) -> [String] {
        let field = try field(key)
        guard field.node.kind == .sequence else { throw field.fault("a list of texts") }
        var texts: [String] = []
        for item in field.node.items {
            guard item.kind == .scalar else { throw field.fault("a list of texts") }
            texts.append(item.text)
        }
        return texts
    }

    func object(_ key: String) throws(Fault) -> JSONFields {
        let field = try field(key)
        guard field.node.kind == .mapping else { throw field.fault("an object") }
        return field
    }

    func objects(_ key: String) throws(Fault) -> [JSONFields] {
        let field = try field(key)
        guard field.node.kind == .sequence else { throw field.fault("a list of objects") }
        var objects: [JSONFields] = []
        for (index, item) in field.node.items.enumerated() {
            guard item.kind == .mapping else { throw field.fault("a list of objects") }
            objects.append(JSONFields(item, path: "\(field.path)[\(index)]"))
        }
        return objects
    }

    private func member(_ key: String) -> YAMLNode? {
        node.entries.first { $0.key.text == key }?.value
    }

    private func field(_ key: String) throws(Fault) -> JSONFields {
        let place = path.isEmpty ? key : "\(path).\(key)"
        guard let member = member(key) else {
            throw Fault(message: "`\(place)` is missing.", span: node.span)
        }
        return JSONFields(member, path: place)
    }

    private func fault(_ expected: String) -> Fault {
        Fault(message: "`\(path)` is not \(expected).", span: node.span)
    }
}
