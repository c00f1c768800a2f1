/// What a schema accepts, as data: from it come the merge of keyed lists, the reference page and the JSON Schema.
package indirect enum SchemaShape: Sendable {
    case scalar(ScalarShape)
    case object(ObjectShape)
    case list(ListShape)
    case map(MapShape)

    /// Every object in here and below, each name once, in the order of the page.
    var objects: [ObjectShape] {
        var found: [ObjectShape] = []
        collectObjects(into: &found)
        return found
    }

    private func collectObjects(into found: inout [ObjectShape]) {
        switch self {
        case .scalar: return
        case .list(let list): list.item.collectObjects(into: &found)
        case .map(let map): map.value.collectObjects(into: &found)
        case .object(let object):
            guard !found.contains(where: { $0.name == object.name }) else { return }
            found.append(object)
            for field in object.fields { field.shape.collectObjects(into: &found) }
        }
    }

    /// The same shape with each mapping by key replaced, wherever it stands.
    package func replacing(maps transform: (MapShape) -> SchemaShape?) -> SchemaShape {
        switch self {
        case .scalar: return self
        case .map(let map): return transform(map) ?? self
        case .list(let list):
            return .list(
                ListShape(
                    item: list.item.replacing(maps: transform), keyedBy: list.keyedBy, count: list.count,
                    allowsSingle: list.allowsSingle))
        case .object(let object):
            let fields = object.fields.map {
                ObjectShape.Field(
                    key: $0.key, documentation: $0.documentation, shape: $0.shape.replacing(maps: transform),
                    isRequired: $0.isRequired, deprecation: $0.deprecation)
            }
            return .object(
                ObjectShape(name: object.name, fields: fields, isReplacedWhole: object.isReplacedWhole))
        }
    }

    /// The same object, which a stronger layer replaces as a whole.
    package var replacedWhole: SchemaShape {
        guard case .object(let object) = self else { return self }
        return .object(ObjectShape(name: object.name, fields: object.fields, isReplacedWhole: true))
    }

    /// The shape of the value under a key, if there can be one.
    package func child(_ key: String) -> SchemaShape? {
        switch self {
        case .object(let object): object.fields.first { $0.key == key }?.shape
        case .map(let map): map.value
        case .scalar, .list: nil
        }
    }
}

package struct ScalarShape: Sendable {
    package enum Kind: String, Sendable {
        case string
        case integer
        case boolean
    }

    package var kind: Kind
    /// What a person calls such a value: "a phone number in E.164 form".
    package var name: String
    /// ECMA-262, matched against the whole value.
    package var pattern: String? { patternText() }
    /// Only documents ask for it, and to put thousands of codes into an expression takes time.
    private var patternText: @Sendable () -> String?
    package var choices: [String] = []
    /// Inclusive bounds of an integer.
    package var range: ClosedRange<Int>?
    /// In UTF-16 code units, the strictest way in which a store can count.
    package var length: ClosedRange<Int>?
    package var examples: [String] = []
    /// The few integers of the range that are allowed; empty when all are.
    package var numbers: [Int] = []
    /// Words too many for a page, each with its meaning: an editor offers them.
    package var vocabulary: @Sendable () -> [(word: String, meaning: String)] = { [] }
    /// What to write instead, as a sentence.
    package var help: String?
    /// A name under which documents say it once.
    package var sharedAs: String?

    package init(
        _ kind: Kind, _ name: String, pattern: @autoclosure @escaping @Sendable () -> String? = nil,
        choices: [String] = [], range: ClosedRange<Int>? = nil, length: ClosedRange<Int>? = nil,
        examples: [String] = [],
        help: String? = nil
    ) {
        self.kind = kind
        self.name = name
        patternText = pattern
        self.choices = choices
        self.range = range
        self.length = length
        self.examples = examples
        self.help = help
    }
}

extension ScalarShape {
    /// Derives the pattern from the one so far, when somebody asks for it.
    package mutating func changePattern(_ change: @escaping @Sendable (String) -> String) {
        let former = patternText
        patternText = { former().map(change) }
    }
}

/// Two objects with the same name are the same object: documents describe it once.
package struct ObjectShape: Sendable {
    package struct Field: Sendable {
        package let key: String
        package let documentation: String
        package let shape: SchemaShape
        /// Whether some layer must give it.
        package let isRequired: Bool
        /// What to write instead, while the key is still read.
        package let deprecation: String?

        package init(
            key: String, documentation: String, shape: SchemaShape, isRequired: Bool, deprecation: String? = nil
        ) {
            self.key = key
            self.documentation = documentation
            self.shape = shape
            self.isRequired = isRequired
            self.deprecation = deprecation
        }
    }

    package let name: String
    package let fields: [Field]
    /// Whether a stronger layer replaces the mapping as a whole instead of key by key: its keys exclude one another.
    package let isReplacedWhole: Bool

    /// The name as part of an address: `an-address`.
    var anchor: String {
        String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }

    package init(name: String, fields: [Field], isReplacedWhole: Bool = false) {
        self.name = name
        self.fields = fields
        self.isReplacedWhole = isReplacedWhole
    }
}

package struct ListShape: Sendable {
    package let item: SchemaShape
    /// The field that names an item; layers merge such lists item by item.
    package let keyedBy: String?
    package let count: ClosedRange<Int>
    /// Whether one item can stand without a list.
    package let allowsSingle: Bool
}

package struct MapShape: Sendable {
    /// What the keys are: "a provider id".
    package let keyName: String
    package let keyPattern: @Sendable () -> String?
    /// Every key that there is; empty when nobody can list them.
    package var keys: [String] = []
    package let value: SchemaShape
}
