import LiveryDiagnostics

extension YAMLEvents {
    /// Each node on a line of its own, inner ones indented: its bytes, its lines and columns, its kind and style, and
    /// what the text has there, shortened.
    package func spanText() -> [UInt8] {
        var text: [UInt8] = []
        let lines = LineIndex(Array(bytes.dropLast(Self.padding)))
        var depth = 0
        for event in events {
            switch event.kind {
            case .sequenceEnd, .mappingEnd: depth -= 1
            case .sequenceStart, .mappingStart, .scalar, .alias:
                text += Array(repeatElement(.space, count: depth * 2))
                text += Array((line(event, lines) + "\n").utf8)
                if event.kind == .sequenceStart || event.kind == .mappingStart { depth += 1 }
            case .reserved, .streamStart, .streamEnd, .documentStart, .documentEnd: break
            }
        }
        return text
    }

    private func line(_ event: YAMLEvent, _ lines: LineIndex) -> String {
        let (start, end) = (lines.place(of: event.start), lines.place(of: event.end))
        let places = "\(event.start)..<\(event.end) \(start.line):\(start.column)-\(end.line):\(end.column)"
        switch event.kind {
        case .sequenceStart: return "\(places) sequence \(event.style)"
        case .mappingStart: return "\(places) mapping \(event.style)"
        case .alias: return "\(places) alias \(excerpt(event))"
        default:
            return event.flags.contains(.absent) ? "\(places) absent" : "\(places) \(event.style) \(excerpt(event))"
        }
    }

    /// The first bytes of a token, without the line breaks that would end the line.
    private func excerpt(_ event: YAMLEvent) -> String {
        let token = bytes[Int(event.start)..<Int(event.end)]
        var end = min(token.endIndex, token.startIndex + 60)
        while end > token.startIndex, end < token.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let shown = token[..<end].map { $0 < 0x20 || $0 == 0x7F ? .space : $0 }
        return String(decoding: shown, as: UTF8.self) + (end < token.endIndex ? "…" : "")
    }
}
