/// The events in the notation of the YAML test suite: one line each, the first letter tells the kind.
extension YAMLEvents {
    package var eventText: String {
        var text = ""
        for (index, event) in events.enumerated() where event.kind != .reserved {
            text += line(event, properties(at: index))
            text += "\n"
        }
        return text
    }

    private func line(_ event: YAMLEvent, _ properties: YAMLProperties) -> String {
        let isExplicit = event.flags.contains(.explicit)
        let isFlow = event.style == .flow
        switch event.kind {
        case .reserved: return ""
        case .streamStart: return "+STR"
        case .streamEnd: return "-STR"
        case .documentStart: return isExplicit ? "+DOC ---" : "+DOC"
        case .documentEnd: return isExplicit ? "-DOC ..." : "-DOC"
        case .sequenceStart: return "+SEQ" + (isFlow ? " []" : "") + written(properties)
        case .sequenceEnd: return "-SEQ"
        case .mappingStart: return "+MAP" + (isFlow ? " {}" : "") + written(properties)
        case .mappingEnd: return "-MAP"
        case .scalar: return "=VAL" + written(properties) + " " + sign(event.style) + escaped(event)
        case .alias: return "=ALI *" + String(decoding: name(at: event.start), as: UTF8.self)
        }
    }

    private func written(_ properties: YAMLProperties) -> String {
        var text = ""
        if properties.anchor != YAMLEvent.none {
            text += " &" + String(decoding: name(at: properties.anchor), as: UTF8.self)
        }
        if properties.tag != YAMLEvent.none { text += " <" + tags[Int(properties.tag)].resolved + ">" }
        return text
    }

    private func sign(_ style: YAMLNode.Style) -> String {
        switch style {
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        case .plain, .block, .flow: ":"
        }
    }

    private func escaped(_ event: YAMLEvent) -> String {
        var text: [UInt8] = []
        for byte in content(of: event) {
            switch byte {
            case UInt8(ascii: "\\"): text += Array("\\\\".utf8)
            case .lineFeed: text += Array("\\n".utf8)
            case .carriageReturn: text += Array("\\r".utf8)
            case .tab: text += Array("\\t".utf8)
            case 0x08: text += Array("\\b".utf8)
            case 0: text += Array("\\0".utf8)
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
