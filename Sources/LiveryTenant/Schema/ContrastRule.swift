import LiveryDiagnostics
import LiverySchema

/// Text on each role: WCAG 2.2 1.4.3 asks 4.5:1. Below 3:1, too little for large text as well, it cannot be read.
@Sendable func checkContrast(_ scheme: ColorScheme, node: LayeredNode, context: inout DecodingContext) {
    let pairs: [(String, Color, String, Color)] = [
        ("on_primary", scheme.onPrimary, "primary", scheme.primary),
        ("on_secondary", scheme.onSecondary, "secondary", scheme.secondary),
        ("on_background", scheme.onBackground, "background", scheme.background),
        ("on_surface", scheme.onSurface, "surface", scheme.surface),
        ("on_error", scheme.onError, "error", scheme.error),
    ]
    for (textRole, text, role, ground) in pairs {
        let ratio = text.contrast(with: ground)
        guard ratio < ContrastLimit.text else { continue }
        context.report(.lowContrast((textRole, text), on: (role, ground), limit: ContrastLimit.text, node, context))
    }
    if scheme.outline.contrast(with: scheme.surface) < ContrastLimit.graphics {
        context.report(
            .lowContrast(
                ("outline", scheme.outline), on: ("surface", scheme.surface), limit: ContrastLimit.graphics, node,
                context))
    }
}

extension Diagnostic {
    fileprivate static func lowContrast(
        _ text: (role: String, color: Color), on ground: (role: String, color: Color), limit: Double,
        _ node: LayeredNode, _ context: DecodingContext
    ) -> Diagnostic {
        let ratio = text.color.contrast(with: ground.color)
        let isUnreadable = ratio < ContrastLimit.graphics && limit == ContrastLimit.text
        let values = [text.role, ground.role].compactMap { node.entry($0)?.value.span }
        // The weaker layer is the operator's palette: the person to act is the one whose colour came last.
        let place = values.max() ?? node.span
        let other = values.min() ?? node.span
        return Diagnostic(
            code: isUnreadable ? "tenant/unreadable-contrast" : "tenant/low-contrast",
            severity: isUnreadable ? .error : .warning,
            "`\(text.role)` on `\(ground.role)` has a contrast of \(ratio.ratioText):1, "
                + "and \(limit.ratioText):1 is needed.",
            at: place, related: other == place ? [] : [Label(span: other, text: "against this colour")],
            path: context.pathText + "." + text.role,
            help: better(text.color, on: ground.color, limit: limit))
    }

    private static func better(_ text: Color, on ground: Color, limit: Double) -> String {
        let white = Color(red: 255, green: 255, blue: 255)
        let black = Color(red: 0, green: 0, blue: 0)
        let best = white.contrast(with: ground) >= black.contrast(with: ground) ? white : black
        return "On `\(ground.hex)`, `\(best.hex)` has \(best.contrast(with: ground).ratioText):1 "
            + "(WCAG 2.2, \(limit == ContrastLimit.text ? "1.4.3" : "1.4.11"))."
    }
}
