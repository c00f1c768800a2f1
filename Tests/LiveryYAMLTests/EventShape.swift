import LiveryYAML

/// What holds for any stream of events, whatever the text was: collections close, mappings have a value for each key,
/// nodes lie inside the collections around them and behind the nodes before them.
enum EventShape {
    private struct Open {
        let event: YAMLEvent
        var children = 0
        var cursor: UInt32
    }

    /// The first fault, or nil.
    static func fault(of stream: YAMLEvents, size: Int) -> String? {
        var open: [Open] = []
        for event in stream.events where event.kind != .reserved {
            guard event.start <= event.end, Int(event.end) <= size else { return "\(event) lies outside the text" }
            switch event.kind {
            case .streamStart, .documentStart:
                open.append(Open(event: event, cursor: event.start))
            case .sequenceStart, .mappingStart:
                if let fault = enter(event, &open) { return fault }
                open.append(Open(event: event, cursor: event.start))
            case .scalar, .alias:
                if let fault = enter(event, &open) { return fault }
            case .sequenceEnd, .mappingEnd, .documentEnd, .streamEnd:
                guard let last = open.popLast(), closes(event.kind, last.event.kind) else {
                    return "\(event) closes nothing"
                }
                if event.kind == .mappingEnd, last.children % 2 != 0 { return "\(last.event) has an odd entry" }
                if event.kind == .documentEnd, last.children != 1 { return "\(last.event) has \(last.children) roots" }
                if event.kind == .mappingEnd || event.kind == .sequenceEnd, event.end != last.event.end {
                    return "\(last.event) ends elsewhere"
                }
            case .reserved:
                break
            }
        }
        return open.isEmpty ? nil : "\(open.count) events are open at the end"
    }

    private static func enter(_ event: YAMLEvent, _ open: inout [Open]) -> String? {
        guard let parent = open.last, parent.event.kind != .streamStart else { return "\(event) stands nowhere" }
        open[open.count - 1].children += 1
        guard event.start >= parent.cursor else { return "\(event) overlaps what is before it" }
        open[open.count - 1].cursor = event.end
        let isCollection = parent.event.kind == .sequenceStart || parent.event.kind == .mappingStart
        if isCollection && event.end > parent.event.end { return "\(event) is longer than \(parent.event)" }
        return nil
    }

    private static func closes(_ end: YAMLEvent.Kind, _ start: YAMLEvent.Kind) -> Bool {
        switch (start, end) {
        case (.sequenceStart, .sequenceEnd), (.mappingStart, .mappingEnd), (.documentStart, .documentEnd),
            (.streamStart, .streamEnd):
            true
        default: false
        }
    }
}
