import LiveryDiagnostics
import LiverySchema

/// Holds what a definition says of an integration against what the catalogue knows of the provider.
struct IntegrationLinker {
    let catalogue: Catalogue
    /// The merged definition, for places.
    let tree: LayeredNode
    let environment: EnvironmentName
    var diagnostics: [Diagnostic] = []

    init(catalogue: Catalogue, tree: LayeredNode, environment: EnvironmentName) {
        self.catalogue = catalogue
        self.tree = tree
        self.environment = environment
    }

    /// nil for an unknown provider; otherwise what could be linked, with the rest reported.
    mutating func link(_ written: KeyedValue<IntegrationDefinition>) -> Integration? {
        guard let provider = catalogue[written.key] else {
            diagnostics.append(.unknownProvider(written.key, at: written.keySpan, catalogue: catalogue))
            return nil
        }
        guard provider.kind != .analytics else {
            diagnostics.append(.analyticsIsNoIntegration(provider, at: written.keySpan))
            return nil
        }
        let path = "integrations.\(provider.id)"
        return Integration(
            provider: provider, identifiers: identifiers(of: written, provider: provider, path: path),
            secrets: secrets(of: written, provider: provider, path: path),
            sync: sync(of: written, provider: provider, path: path), everyMinutes: written.value.everyMinutes,
            webhooks: webhooks(of: written, provider: provider, path: path))
    }

    private mutating func identifiers(
        of written: KeyedValue<IntegrationDefinition>, provider: Provider, path: String
    ) -> [Integration.IdentifierValue] {
        let given = written.value.identifiers
        for value in given where !provider.identifiers.contains(where: { $0.key == value.key }) {
            diagnostics.append(
                .unknownName(
                    value.key, code: "tenant/unknown-identifier", of: provider, known: provider.identifiers.map(\.key),
                    at: value.keySpan, path: path + ".identifiers"))
        }
        return provider.identifiers.compactMap { identifier in
            guard let value = given.first(where: { $0.key == identifier.key }) else {
                if identifier.isRequired {
                    diagnostics.append(.missingIdentifier(identifier, of: provider, at: written.keySpan, path: path))
                }
                return nil
            }
            if let pattern = identifier.pattern, !pattern.matches(value.value.value) {
                diagnostics.append(.badIdentifier(identifier, of: provider, at: value.value.span, path: path))
            }
            return Integration.IdentifierValue(key: identifier.key, value: value.value.value)
        }
    }

    private mutating func secrets(
        of written: KeyedValue<IntegrationDefinition>, provider: Provider, path: String
    ) -> [Integration.SecretValue] {
        let given = written.value.secrets
        for value in given where !provider.secrets.contains(where: { $0.key == value.key }) {
            diagnostics.append(
                .unknownName(
                    value.key, code: "tenant/unknown-secret", of: provider, known: provider.secrets.map(\.key),
                    at: value.keySpan,
                    path: path + ".secrets"))
        }
        return provider.secrets.compactMap { secret in
            guard let value = given.first(where: { $0.key == secret.key }) else {
                diagnostics.append(.missingSecret(secret, of: provider, at: written.keySpan, path: path))
                return nil
            }
            return Integration.SecretValue(key: secret.key, reference: value.value.value)
        }
    }

    private mutating func sync(
        of written: KeyedValue<IntegrationDefinition>, provider: Provider, path: String
    ) -> [Integration.Sync] {
        written.value.sync.compactMap { wanted in
            guard let resource = provider.resources.first(where: { $0.name == wanted.key }) else {
                diagnostics.append(
                    .unknownName(
                        wanted.key, code: "tenant/unknown-resource", of: provider,
                        known: provider.resources.map(\.name),
                        at: wanted.keySpan, path: path + ".sync"))
                return nil
            }
            let operations = wanted.value.value
            for operation in operations where !resource.operations.contains(operation.value) {
                diagnostics.append(
                    .unsupportedOperation(operation.value, resource, of: provider, at: operation.span, path: path))
            }
            let known = resource.operations.filter { known in operations.contains { $0.value == known } }
            return Integration.Sync(resource: resource.name, operations: known)
        }
    }

    private mutating func webhooks(
        of written: KeyedValue<IntegrationDefinition>, provider: Provider, path: String
    ) -> Bool {
        guard let wanted = written.value.webhooks, wanted.value else { return false }
        if provider.api.webhooks.value == nil {
            diagnostics.append(.unknownWebhooks(of: provider, at: wanted.span, path: path))
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func unknownProvider(
        _ id: String, at span: SourceSpan, catalogue: Catalogue
    ) -> Diagnostic {
        let known = catalogue.providers.filter { $0.kind != .analytics }.map(\.id)
        let meant = Similarity.nearest(to: id, in: known)
        return Diagnostic(
            code: "tenant/unknown-provider", "No provider is called `\(id)`.", at: span,
            label: meant.map { "did you mean `\($0)`?" }, path: "integrations.\(id)",
            help:
                "The providers are \(joinedAsProse(known.map { "`\($0)`" })). "
                + "A file `integrations/\(id).yaml` adds another.",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: span, replacement: $0)] } ?? [])
    }

    fileprivate static func analyticsIsNoIntegration(_ provider: Provider, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "tenant/misplaced-provider", "`\(provider.id)` measures use and belongs under `analytics`.", at: span,
            path: "integrations.\(provider.id)", help: "Move it to `analytics.\(provider.id)`.")
    }

    fileprivate static func unknownName(
        _ name: String, code: String, of provider: Provider, known: [String], at span: SourceSpan, path: String
    ) -> Diagnostic {
        let meant = Similarity.nearest(to: name, in: known)
        let what = code.dropFirst("tenant/unknown-".count)
        let names = joinedAsProse(known.map { "`\($0)`" })
        return Diagnostic(
            code: code, "\(provider.brand) has no \(what) `\(name)`.", at: span,
            label: meant.map { "did you mean `\($0)`?" }, path: path + "." + name,
            help: known.isEmpty ? "No \(what) of \(provider.brand) is known." : "\(provider.brand) has \(names).",
            fixes: meant.map { [Fix(title: "Rename to `\($0)`", span: span, replacement: $0)] } ?? [])
    }

    fileprivate static func missingIdentifier(
        _ identifier: Provider.Identifier, of provider: Provider, at span: SourceSpan, path: String
    ) -> Diagnostic {
        let example = identifier.example.map { ", such as `\"\($0)\"`" } ?? ""
        return Diagnostic(
            code: "tenant/missing-identifier",
            "\(provider.brand) needs `\(identifier.key)`: \(identifier.title)\(example).",
            at: span, label: "its identifiers lack `\(identifier.key)`", path: path + ".identifiers.\(identifier.key)",
            help: "Add `\(identifier.key)` under `\(path).identifiers`. \(identifier.source.sentence)")
    }

    fileprivate static func badIdentifier(
        _ identifier: Provider.Identifier, of provider: Provider, at span: SourceSpan, path: String
    ) -> Diagnostic {
        let example = identifier.example.map { " It looks like `\($0)`." } ?? ""
        return Diagnostic(
            code: "tenant/invalid-identifier",
            "This does not have the form of \(provider.brand)'s `\(identifier.key)` (\(identifier.title)).",
            at: span, path: path + ".identifiers.\(identifier.key)",
            help: "Copy it from \(provider.brand) again.\(example) \(identifier.source.sentence)")
    }

    fileprivate static func missingSecret(
        _ secret: Provider.Secret, of provider: Provider, at span: SourceSpan, path: String
    ) -> Diagnostic {
        Diagnostic(
            code: "tenant/missing-secret", "\(provider.brand) needs the secret `\(secret.key)`: \(secret.title).",
            at: span,
            label: "its secrets lack `\(secret.key)`", path: path + ".secrets.\(secret.key)",
            help: "Put it in the secret store and write `\(secret.key): {secret: PATH}`. \(secret.source.sentence)")
    }

    fileprivate static func unsupportedOperation(
        _ operation: Provider.Operation, _ resource: Provider.Resource, of provider: Provider, at span: SourceSpan,
        path: String
    ) -> Diagnostic {
        let known = joinedAsProse(resource.operations.map { "`\($0.rawValue)`" })
        let finding =
            switch (resource.operations.isEmpty, resource.source.mark) {
            case (true, .unknown): "Nothing is known about \(resource.name) in its interface."
            case (true, _): "Its interface does not offer \(resource.name)."
            case (false, _): "Known for \(resource.name): \(known)."
            }
        let note = resource.note.map { " Note: \($0)" + ($0.hasSuffix(".") ? "" : ".") } ?? ""
        return Diagnostic(
            code: "tenant/unsupported-operation",
            "\(provider.brand) is not known to offer `\(operation.rawValue)` for \(resource.name).", at: span,
            path: path + ".sync.\(resource.name)",
            help: finding + note + " " + resource.source.sentence
                + " If you know better, say so with its source in `integrations/\(provider.id).yaml`.")
    }

    fileprivate static func unknownWebhooks(of provider: Provider, at span: SourceSpan, path: String) -> Diagnostic {
        Diagnostic(
            code: "tenant/unsupported-webhooks", "\(provider.brand) is not known to offer webhooks.", at: span,
            path: path + ".webhooks",
            help: "Write `false`: the platform then asks every few minutes. \(provider.api.webhooks.source.sentence)")
    }
}

extension Provider {
    /// The brand, or the id where the catalogue does not know how its owner writes it.
    package var brand: String { name.value ?? id }
}

extension FactSource {
    /// "Confirmed by the vendor: https://..."
    var sentence: String {
        let place = reference.map { ": \($0)" } ?? ""
        return switch mark {
        case .confirmed: "Confirmed by the vendor\(place)."
        case .thirdParty: "Said by a third party only\(place)."
        case .unknown: "No public source says it."
        }
    }
}
