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

    private struct Entry: Sendable {
        let field: any Decoded
        let value: any Decoded
    }

    private var ofBase: [Entry?] = []
    private var ofGroup: [Entry?] = []
    private var ofShop: [Entry?] = []

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
    func value<Value>(at mark: Mark, by field: Field<Value>) -> DecodedValue<Value>? {
        guard let owner = mark.owner, let entry = entry(mark.number, of: owner),
            entry.field === field
        else { return nil }
        // The field is the same object, so its type is the same.
        return unsafeDowncast(entry.value, to: DecodedValue<Value>.self)
    }

    private func entry(_ number: Int, of owner: Owner) -> Entry? {
        switch owner {
        case .base: number < ofBase.count ? ofBase[number] : nil
        case .group: number < ofGroup.count ? ofGroup[number] : nil
        case .shop: number < ofShop.count ? ofShop[number] : nil
        }
    }

    mutating func remember<Value>(_ value: DecodedValue<Value>, at mark: Mark, by field: Field<Value>) {
        let entry = Entry(field: field, value: value)
        switch mark.owner {
        case .base: Self.set(entry, at: mark.number, in: &ofBase)
        case .group: Self.set(entry, at: mark.number, in: &ofGroup)
        case .shop: Self.set(entry, at: mark.number, in: &ofShop)
        case nil: return
        }
    }

    private static func set(_ entry: Entry, at number: Int, in entries: inout [Entry?]) {
        // A shop's file has about so many values.
        if entries.isEmpty { entries.reserveCapacity(128) }
        if number >= entries.count {
            entries.append(contentsOf: repeatElement(nil, count: number + 1 - entries.count))
        }
        entries[number] = entry
    }
}

/// A value of any type; its place says which.
typealias Decoded = AnyObject & Sendable

/// A decoded value that trees share.
final class DecodedValue<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}

/// The values of an object's fields, in the order of its parts.
struct DecodedParts {
    private var values: [any Decoded] = []
    private let count: Int
    private var taken = 0

    init(count: Int) {
        self.count = count
        values.reserveCapacity(count)
    }

    /// Whether each field has its value.
    var isWhole: Bool { values.count == count }

    mutating func append(_ value: (any Decoded)?) {
        if let value { values.append(value) }
    }

    /// The next part of a whole list.
    mutating func next<Part: Sendable>(_ type: Part.Type) -> Part {
        defer { taken += 1 }
        // The fields were listed in the order of the parts.
        return unsafeDowncast(values[taken], to: DecodedValue<Part>.self).value
    }
}
