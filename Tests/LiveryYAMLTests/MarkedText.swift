import LiveryDiagnostics

/// A text with `«` and `»` around what spans are expected to cover, so that nobody counts columns.
struct MarkedText {
    /// The text without its marks.
    let text: String
    /// The marked ranges in UTF-8 offsets, in the order of their ends.
    let ranges: [Range<UInt32>]

    init(_ marked: String) {
        var text = ""
        var starts: [UInt32] = []
        var ranges: [Range<UInt32>] = []
        for character in marked {
            switch character {
            case "«":
                starts.append(UInt32(text.utf8.count))
            case "»":
                ranges.append((starts.popLast() ?? 0)..<UInt32(text.utf8.count))
            default:
                text.append(character)
            }
        }
        self.text = text
        self.ranges = ranges
    }
}

extension SourceSpan {
    var range: Range<UInt32> { start..<end }
}
