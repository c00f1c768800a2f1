/// Decoded values of trees whose parts stay as they are while layers are merged: a part that no other layer touches
/// means the same in the merged tree, so it is decoded once, by its own layer or with those that every shop stands on.
///
/// Only what was found without fault is here, so that whoever takes it has no finding less.
package struct DecodedValues: Sendable {
    /// In whose tree a value was numbered.
    package enum Owner: UInt32, Sendable {
        /// The layers that every shop stands on, merged.
        case base = 1
        case group
        case shop
    }

    /// The number of a value among those of its owner. What a merge made has none.
    struct Mark: Sendable {
        private let bits: UInt32

        static let none = Mark(bits: 0)

        private init(bits: UInt32) {
            self.bits = bits
        }

        init(_ owner: Owner, number: UInt32) {
            precondition(number < 1 << 30, "the limits of YAML keep a file far smaller")
            bits = owner.rawValue << 30 | number
        }

        var owner: Owner? { Owner(rawValue: bits >> 30) }
        var number: Int { Int(bits & (1 << 30 - 1)) }
    }

    private var ofBase: [(any Decoded)?] = []
    private var ofGroup: [(any Decoded)?] = []
    private var ofShop: [(any Decoded)?] = []

    package init() {}

    /// Those of an owner here, the others as they are.
    package func adding(_ other: DecodedValues) -> DecodedValues {
        var result = self
        if !other.ofBase.isEmpty { result.ofBase = other.ofBase }
        if !other.ofGroup.isEmpty { result.ofGroup = other.ofGroup }
        if !other.ofShop.isEmpty { result.ofShop = other.ofShop }
        return result
    }

    /// What the same field made of the value; nil when that is not known.
    func value<Value>(at mark: Mark, by field: Field<Value>) -> Value? {
        let found =
            switch mark.owner {
            case .base: ofBase.at(mark.number)
            case .group: ofGroup.at(mark.number)
            case .shop: ofShop.at(mark.number)
            case nil: nil as (any Decoded)?
            }
        guard let found = found as? DecodedValue<Value>, found.field === field else { return nil }
        return found.value
    }

    mutating func remember<Value>(_ value: Value, at mark: Mark, by field: Field<Value>) {
        let decoded = DecodedValue(value, by: field)
        switch mark.owner {
        case .base: ofBase.set(decoded, at: mark.number)
        case .group: ofGroup.set(decoded, at: mark.number)
        case .shop: ofShop.set(decoded, at: mark.number)
        case nil: return
        }
    }
}

/// A value of a type that its field knows.
private protocol Decoded: AnyObject, Sendable {}

private final class DecodedValue<Value: Sendable>: Decoded {
    let value: Value
    let field: Field<Value>

    init(_ value: Value, by field: Field<Value>) {
        self.value = value
        self.field = field
    }
}

extension [(any Decoded)?] {
    fileprivate func at(_ number: Int) -> (any Decoded)? {
        number < count ? self[number] : nil
    }

    fileprivate mutating func set(_ decoded: any Decoded, at number: Int) {
        if number >= count { append(contentsOf: repeatElement(nil, count: number + 1 - count)) }
        self[number] = decoded
    }
}
