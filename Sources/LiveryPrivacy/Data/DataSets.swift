package import LiveryTenant

/// Kinds of data as bits, in the order of ``DataCategory``.
package struct CategorySet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    // An option set has all of these; said here, other modules ask no witness for them.
    @inlinable package var isEmpty: Bool { rawValue == 0 }
    @inlinable package func contains(_ other: CategorySet) -> Bool { rawValue & other.rawValue == other.rawValue }
    @inlinable package func isDisjoint(with other: CategorySet) -> Bool { rawValue & other.rawValue == 0 }
    @inlinable package mutating func formUnion(_ other: CategorySet) {
        self = CategorySet(rawValue: rawValue | other.rawValue)
    }

    package init(_ category: DataCategory) {
        rawValue = 1 << UInt32(category.place)
    }

    init(_ categories: [DataCategory]) {
        rawValue = categories.reduce(0) { $0 | 1 << UInt32($1.place) }
    }

    static let everything = CategorySet(DataCategory.inOrder)

    /// In order.
    var members: [DataCategory] {
        rawValue.places.map { DataCategory.inOrder[$0] }
    }
}

/// Purposes as bits, in the order of ``DataMap/Purpose``.
package struct PurposeSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    // An option set has all of these; said here, other modules ask no witness for them.
    @inlinable package var isEmpty: Bool { rawValue == 0 }
    @inlinable package func contains(_ other: PurposeSet) -> Bool { rawValue & other.rawValue == other.rawValue }
    @inlinable package func isDisjoint(with other: PurposeSet) -> Bool { rawValue & other.rawValue == 0 }
    @inlinable package mutating func formUnion(_ other: PurposeSet) {
        self = PurposeSet(rawValue: rawValue | other.rawValue)
    }

    package init(_ purpose: DataMap.Purpose) {
        rawValue = Self.all.firstIndex(of: purpose).map { 1 << UInt32($0) } ?? 0
    }

    init(_ purposes: [DataMap.Purpose]) {
        self = purposes.reduce(into: []) { $0.formUnion(PurposeSet($1)) }
    }

    /// In order.
    var members: [DataMap.Purpose] {
        rawValue.places.map { Self.all[$0] }
    }

    private static let all = DataMap.Purpose.allCases
}

/// Sources as bits, in the order of ``DataMap/Source``.
struct SourceSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(_ source: DataMap.Source) {
        rawValue =
            switch source {
            case .person: 1
            case .device: 2
            case .shop: 4
            case .shopSystem: 8
            }
    }

    /// In order.
    var members: [DataMap.Source] { Self.lists[Int(rawValue)] }

    /// By the bits: all rows with the same sources share the list of them.
    private static let lists = (0..<16).map { bits in
        DataMap.Source.allCases.filter { SourceSet(rawValue: bits).contains(SourceSet($0)) }
    }
}

extension UInt32 {
    /// Of the bits that are set, from the lowest.
    fileprivate var places: [Int] {
        var places: [Int] = []
        places.reserveCapacity(nonzeroBitCount)
        var rest = self
        while rest != 0 {
            places.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return places
    }
}
