/// The commonest lines by far, `word: word`, without a look at what else they could be. Whatever is not of that form is
/// left to the productions, which read the same of it.
extension YAMLParser {
    /// A key of letters, digits, `_` and `-` with its `:` at ``position``, in a mapping that awaits an entry.
    @inline(__always)
    mutating func simpleKey() -> NodeContext? {
        let start = position
        guard bytes[start].isLetter else { return nil }
        var index = start + 1
        while bytes[index].isLetter || bytes[index] == UInt8(ascii: "_") || bytes[index].isWordCharacter { index += 1 }
        guard isIndicator(UInt8(ascii: ":"), at: index), index - start <= 1024 else { return nil }
        emit(.scalar, from: start, to: index)
        position = index + 1
        contentEnd = position
        return NodeContext(indent: frames[frames.count - 1].indent, indentless: true, compact: false)
    }

    /// A plain scalar behind one space that ends with its line, when the next line shows that it is not continued.
    @inline(__always)
    mutating func simpleValue(_ context: NodeContext) -> Bool {
        let start = position + 1
        guard bytes[position] == .space, bytes[start].isLetter || bytes[start].isDigit, position > lineStart else {
            return false
        }
        let end = plainLineEnd(from: start, inFlow: false)
        guard bytes[end] == .lineFeed else { return false }
        var next = end + 1
        while bytes[next] == .space { next += 1 }
        // A blank line says nothing about the lines behind it, and a tab needs a closer look.
        guard next - end - 1 <= context.indent, !bytes[next].isBlankOrEnd else { return false }
        emit(.scalar, from: start, to: end)
        position = end
        contentEnd = end
        tabbed = false
        return true
    }
}
