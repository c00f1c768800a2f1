/// The character classes of YAML 1.2.2 chapter 5, for single bytes. NUL stands for the end of the text: `YAMLInput`
/// lets no other NUL pass. Bytes of 0x80 and above are parts of characters without a meaning of their own.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20

    /// [33] s-white.
    @inline(__always) var isWhite: Bool { self == .space || self == .tab }

    /// [26] b-char, or the end of the text.
    @inline(__always) var isBreakOrEnd: Bool { self == .lineFeed || self == .carriageReturn || self == 0 }

    /// [26] b-char.
    @inline(__always) var isBreak: Bool { self == .lineFeed || self == .carriageReturn }

    /// The opposite of [34] ns-char.
    @inline(__always) var isBlankOrEnd: Bool { isWhite || isBreakOrEnd }

    /// [23] c-flow-indicator.
    @inline(__always) var isFlowIndicator: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }

    /// Whether a plain scalar has to look twice at this byte: a break, the end, `:`, `#`, or in flow context a flow
    /// indicator. One test for most bytes: those of 0x40 and above matter in flow context only.
    @inline(__always) func mayEndPlain(inFlow: Bool) -> Bool {
        if self >= 0x40 {
            let bracket = self | 0x20
            return inFlow && (bracket == UInt8(ascii: "{") || bracket == UInt8(ascii: "}"))
        }
        // NUL, LF, CR, `#`, `:`; `,` in flow context.
        let block: UInt64 = 1 | 1 << 0x0A | 1 << 0x0D | 1 << 0x23 | 1 << 0x3A
        let stops = inFlow ? block | 1 << 0x2C : block
        return (stops &>> UInt64(self)) & 1 != 0
    }

    /// A letter of ASCII.
    @inline(__always) var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

    /// [22] c-indicator.
    var isIndicator: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
            UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
            UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            true
        default: false
        }
    }

    /// [102] ns-anchor-char.
    @inline(__always) var isAnchorCharacter: Bool { !isBlankOrEnd && !isFlowIndicator }

    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    var isLowercase: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }

    /// [38] ns-word-char.
    var isWordCharacter: Bool {
        isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")) || self == UInt8(ascii: "-")
    }

    /// [39] ns-uri-char; `%` is followed by two hexadecimal digits, which the caller checks.
    var isURICharacter: Bool {
        if isWordCharacter { return true }
        return switch self {
        case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "?"),
            UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "+"),
            UInt8(ascii: "$"), UInt8(ascii: ","), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"),
            UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }

    /// [40] ns-tag-char.
    var isTagCharacter: Bool { isURICharacter && self != UInt8(ascii: "!") && !isFlowIndicator }

    /// [36] ns-hex-digit.
    var hexDigit: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self) - 0x37
        default: nil
        }
    }
}
