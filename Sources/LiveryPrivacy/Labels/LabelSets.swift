package import LiveryTenant

/// Kinds of data as bits, in the order of ``DataCategory``.
package struct CategorySet: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package init(_ category: DataCategory) {
        rawValue = Self.all.firstIndex(of: category).map { 1 << UInt32($0) } ?? 0
    }

    private static let all = DataCategory.allCases
}

/// Purposes as bits, in the order of ``DataMap/Purpose``.
package struct PurposeSet: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package init(_ purpose: DataMap.Purpose) {
        rawValue = Self.all.firstIndex(of: purpose).map { 1 << UInt32($0) } ?? 0
    }

    private static let all = DataMap.Purpose.allCases
}
