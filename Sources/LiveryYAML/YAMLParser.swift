import LiveryDiagnostics

/// Turns bytes into events in one pass. [211] l-yaml-stream.
///
/// There is no token list: the grammar's productions work on the bytes, and the only look-ahead is one line, for the
/// `:` that makes what stands before it a key. Open collections are frames of an explicit stack, so that hostile
/// nesting costs memory up to a limit and never the thread's stack. After a fault the parser goes on at the next line
/// that belongs to an open collection, and the events stay balanced.
struct YAMLParser {
    /// The text and its padding of NULs: `YAMLEvents.read` holds the array while the parser runs, and nothing keeps
    /// the pointer. No production looks further ahead than the padding is long: each loop stops at the NUL behind the
    /// text or at a byte before it. Debug builds, and so the tests, check each index.
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let file: SourceFile.ID
    let limits: YAMLLimits
    /// The offsets of byte order marks that do not stand inside a document. [211] l-yaml-stream.
    let marksBehindDocuments: Set<Int>

    var events = ContiguousArray<YAMLEvent>()
    var tags: [YAMLTag] = []
    var properties: [Int: YAMLProperties] = [:]
    var diagnostics: [Diagnostic] = []
    var frames = ContiguousArray<Frame>()
    /// What `%TAG` declares in this document. [89] c-tag-handle.
    var handles: [String: String] = [:]

    var position: Int
    /// The first byte of the line of ``position``.
    var lineStart: Int
    /// The spaces that begin the line. [63] s-indent.
    var lineIndent = 0
    /// Whether a tab stands between the indentation, or the last indicator, and ``position``.
    var tabbed = false
    /// What to add to a byte's place in its line to get its column: not 0 where tabs stand for indentation.
    var lineShift = 0
    /// One past the last byte of the last node.
    var contentEnd = 0
    /// Nodes so far, document and stream marks among them.
    var nodes = 0
    /// A limit is reached, and the events are of no use.
    var stopped = false
    /// The entry before is reported as broken: lines that fit nowhere belong to it.
    var broken = false
    /// The last line whose tabs are reported, and the diagnostic that speaks of it.
    var tabRun: (line: Int, diagnostic: Int)?
    /// By the column of lines that fit no collection: the column they were put to, and the diagnostic that speaks of
    /// them.
    var indentationRuns: [Int: (indent: Int, diagnostic: Int)] = [:]
    /// The flow collection or quoted scalar at hand has a line that is indented too little, which is reported.
    var hasIndentationFault = false

    /// A collection that is open.
    struct Frame {
        enum Kind: UInt8 {
            case blockSequence, blockMapping
            case flowSequence, flowMapping
            /// [150] ns-flow-pair: a mapping of one entry inside a flow sequence, without braces.
            case flowPair
        }

        enum State: UInt8 {
            /// An entry, or the end.
            case entry
            /// A key is read; its `:` may follow.
            case key
            /// An entry is read; `,` or the end follows.
            case entryEnd
        }

        let kind: Kind
        var state = State.entry
        /// The column of a block collection's entries.
        var indent = 0
        /// The index of the event that opened it.
        let event: Int
        /// In a flow sequence: the line on which the current entry begins, and the index of its first event.
        var entryLine = 0
        var entryEvent = 0
    }

    /// The anchor and the tag before a node. [96] c-ns-properties.
    struct Properties {
        var anchor = YAMLEvent.none
        var tag = YAMLEvent.none
        /// The first byte, or -1.
        var start = -1

        var isEmpty: Bool { start < 0 }
    }

    init(
        bytes: UnsafeBufferPointer<UInt8>, file: SourceFile.ID, limits: YAMLLimits, marksBehindDocuments: Set<Int> = []
    ) {
        self.bytes = bytes
        self.marksBehindDocuments = marksBehindDocuments
        self.end = bytes.count - YAMLEvents.padding
        self.file = file
        self.limits = limits
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStart = position
        // Definitions have an event for nine to twelve bytes. What is reserved and not used counts where many are kept.
        events.reserveCapacity(end / 8 + 16)
    }

    // MARK: Events

    mutating func emit(
        _ kind: YAMLEvent.Kind, _ style: YAMLNode.Style = .plain, from start: Int, to end: Int,
        _ properties: Properties = Properties(), flags: YAMLEvent.Flags = [], link: UInt32 = YAMLEvent.none
    ) {
        events.append(
            YAMLEvent(
                kind: kind, style: style, flags: flags, start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end), link: link))
        if !properties.isEmpty { set(properties, at: events.count - 1) }
        guard kind != .sequenceEnd, kind != .mappingEnd, kind != .reserved else { return }
        nodes += 1
        if nodes > limits.nodes { stop(.tooManyNodes(limit: limits.nodes, at: span(start, start))) }
    }

    mutating func set(_ found: Properties, at index: Int) {
        guard !found.isEmpty else { return }
        events[index].flags.insert(.hasProperties)
        properties[index] = YAMLProperties(anchor: found.anchor, tag: found.tag)
    }

    /// [105] e-node: the node that is not written.
    mutating func emitAbsent(_ properties: Properties = Properties(), at offset: Int, faulty: Bool = false) {
        let flags: YAMLEvent.Flags = faulty ? [.absent, .faulty] : [.absent]
        emit(.scalar, from: offset, to: offset, properties, flags: flags)
    }

    mutating func open(
        _ kind: Frame.Kind, from start: Int, _ properties: Properties = Properties(), indent: Int = 0
    ) {
        guard frames.count < limits.depth else {
            return stop(.tooDeep(limit: limits.depth, at: span(start, start + 1)))
        }
        let isSequence = kind == .blockSequence || kind == .flowSequence
        let isBlock = kind == .blockSequence || kind == .blockMapping
        frames.append(Frame(kind: kind, indent: indent, event: events.count))
        emit(isSequence ? .sequenceStart : .mappingStart, isBlock ? .block : .flow, from: start, to: start, properties)
    }

    /// Closes the innermost collection, whose text ends here.
    mutating func close(at end: Int) {
        guard let frame = frames.popLast() else { return }
        if frame.kind != .flowSequence, frame.state == .key { emitAbsent(at: contentEnd) }
        let isSequence = frame.kind == .blockSequence || frame.kind == .flowSequence
        let start = events[frame.event]
        let end = max(end, Int(start.start))
        events[frame.event].end = UInt32(truncatingIfNeeded: end)
        events[frame.event].link = UInt32(truncatingIfNeeded: events.count)
        emit(isSequence ? .sequenceEnd : .mappingEnd, start.style, from: end, to: end)
    }

    // MARK: Places

    func span(_ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(file: file, start: UInt32(min(start, self.end)), end: UInt32(min(max(start, end), self.end)))
    }

    func column(of offset: Int) -> Int { offset - lineStart + lineShift }

    /// [206] c-forbidden: `---` or `...` at the beginning of a line, and nothing joined to it; or a byte order mark
    /// that is behind the document.
    func isMarker(_ offset: Int) -> Bool {
        let byte = bytes[offset]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else {
            return byte == 0xEF && marksBehindDocuments.contains(offset)
        }
        return bytes[offset + 1] == byte && bytes[offset + 2] == byte && bytes[offset + 3].isBlankOrEnd
    }

    /// An indicator of a block collection at this offset: the byte, and nothing joined to it.
    func isIndicator(_ byte: UInt8, at offset: Int) -> Bool {
        bytes[offset] == byte && bytes[offset + 1].isBlankOrEnd
    }

    func skippingWhite(_ offset: Int) -> Int {
        var index = offset
        while bytes[index].isWhite { index += 1 }
        return index
    }

    func lineEnd(from offset: Int) -> Int {
        var index = offset
        while !bytes[index].isBreakOrEnd { index += 1 }
        return index
    }

    /// [28] b-break at this offset, crossed; at the end of the text nothing is.
    func afterBreak(_ offset: Int) -> Int {
        if bytes[offset] == .carriageReturn && bytes[offset + 1] == .lineFeed { return offset + 2 }
        return bytes[offset] == 0 ? offset : offset + 1
    }

    /// [79] s-l-comments and [80] s-separate: moves to the next token, and tells whether a line break was crossed.
    @discardableResult
    mutating func skipSeparation() -> Bool {
        var index = position
        var crossed = false
        tabbed = false
        if index == lineStart { index = beginLine(index) }
        while true {
            switch bytes[index] {
            case .space:
                index += 1
            case .tab:
                tabbed = true
                index += 1
            case .lineFeed, .carriageReturn:
                crossed = true
                index = beginLine(afterBreak(index))
            case UInt8(ascii: "#") where index == lineStart || bytes[index - 1].isWhite:
                index = lineEnd(from: index)
            default:
                position = index
                return crossed
            }
        }
    }

    mutating func beginLine(_ offset: Int) -> Int {
        var index = offset
        while bytes[index] == .space { index += 1 }
        lineStart = offset
        lineIndent = index - offset
        lineShift = 0
        tabbed = false
        return index
    }

    // MARK: Faults

    mutating func report(_ diagnostic: Diagnostic) {
        guard !stopped else { return }
        if diagnostics.count < Self.diagnosticLimit { diagnostics.append(diagnostic) }
    }

    /// Gives up: nothing behind this point is read, and what was read is not used.
    mutating func stop(_ diagnostic: Diagnostic) {
        report(diagnostic)
        stopped = true
        position = end
    }

    static let diagnosticLimit = 500
}

extension Diagnostic {
    static func tooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/too-deep",
            "Collections are nested more than \(limit) deep here.",
            at: span,
            help: "A definition needs fewer than ten levels; check for brackets or dashes typed by accident.")
    }

    static func tooManyNodes(limit: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/too-many-nodes",
            "This file holds more than \(limit) values.",
            at: span,
            help: "Check that this is the definition you mean, and not an export under its name.")
    }
}
