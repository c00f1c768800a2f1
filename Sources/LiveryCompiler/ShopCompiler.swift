import LiveryBundle
import LiveryDiagnostics
import LiveryPrivacy
import LiverySchema
import LiveryTenant

/// One shop's way through the pipeline: layers, tenant, data map, documents, bundle.
struct ShopCompiler: Sendable {
    let prepared: Prepared
    let id: String

    /// What the bundle and the preview are written from.
    struct Documents: Sendable {
        let tenant: Tenant
        let dataMap: DataMap
        let policy: PolicyDocument
        let partnerNotice: PolicyDocument
        let consent: ConsentSettings
        let origins: Origins
        /// The shop's own file.
        let definition: SourceFile.ID?
        /// Those that the tenant names, by path below `assets/`.
        let pictures: [String: [UInt8]]
    }

    struct Outcome: Sendable {
        let result: CompiledShop
        let group: String?
        let documents: Documents?
        /// For the rules across shops.
        let subject: TenancyRules.Shop?
        /// The silences that took a finding of this shop away.
        let usedSilences: Set<Silence>
        /// What all of this was made from; nil for a shop with errors.
        let inputs: ShopInputs?
        /// The day on which this is true, where it may not be on another.
        let day: CalendarDate?
    }

    func compile(emitBundle: Bool) -> Outcome {
        guard let file = prepared.input.shops[id] else {
            preconditionFailure("only shops of the input are compiled")
        }
        let layer = Prepared.layer(.shop(id), file)
        let rulings = prepared.rulings.adding(file)
        guard let (ground, group, misnamed) = prepared.layers(under: layer) else {
            return refused(layer.diagnostics, rulings, layer)
        }
        let own = [group, layer].compactMap(\.self)
        let layers = ground.layers + own
        let reader = Catalogue.Reader()
        let catalogue = prepared.catalogue.read(by: reader)
        let resolution = Resolution(shop: id, on: ground, own: own, catalogue: catalogue)
        // A layer that could not be read as YAML has lost values: to report those as missing would be a second finding
        // for one cause.
        let isWhole =
            misnamed.isEmpty && layers.allSatisfy { !$0.diagnostics.contains(where: \.hidesValues) }
        var found = layers.flatMap(\.diagnostics) + misnamed
        found += isWhole ? resolution.diagnostics : resolution.diagnostics.filter { !$0.isAboutAbsence }
        found = found.withoutConsequences()
        found += faults(of: rulings, in: layers)
        guard let tenant = resolution.tenant, !found.hasErrors else { return refused(found, rulings, layer) }
        let pictures = prepared.input.assets.fetched(AssetRules.named(by: tenant).map(\.file))
        found += AssetRules.findings(
            in: tenant, origins: resolution.origins, pictures: pictures, all: { prepared.input.assets.paths })
        let (documents, faults) = derive(from: tenant, resolution.origins, catalogue, pictures)
        let age = PolicyDocument.checkAge(of: tenant, on: prepared.input.today)
        found += (faults + age.found).map { $0.placed(by: resolution.origins) }
        guard !found.hasErrors else { return refused(found, rulings, layer) }
        let (left, used) = judge(found, by: rulings, file: file)
        guard !left.hasErrors else { return refused(left, rulings, layer) }
        let inputs = inputs(of: documents, layers: layers, providers: reader.ids)
        let bundle = emitBundle ? emit(documents, from: inputs) : nil
        return Outcome(
            result: CompiledShop(id: id, tenant: tenant, bundle: bundle, diagnostics: left), group: tenant.group,
            documents: documents,
            subject: TenancyRules.Shop(tenant: tenant, origins: resolution.origins), usedSilences: used,
            inputs: inputs, day: rulings.isDated || age.isDated ? prepared.input.today : nil)
    }

    /// From the tenant to everything that the bundle says.
    private func derive(
        from tenant: Tenant, _ origins: Origins, _ catalogue: Catalogue, _ pictures: [String: [UInt8]]
    ) -> (documents: Documents, faults: [Diagnostic]) {
        let consent = ConsentSettings.derive(from: tenant, catalogue: catalogue)
        let (dataMap, dataFaults) = DataMap.derive(from: tenant, catalogue: catalogue)
        let answers = PolicyAnswers(
            PolicyFacts(tenant: tenant, dataMap: dataMap, consent: consent), for: prepared.clauses)
        let (policy, policyFaults) = PolicyDocument.compose(prepared.clauses, from: answers)
        let notice = PolicyDocument.composePartnerNotice(prepared.clauses, from: answers)
        let documents = Documents(
            tenant: tenant, dataMap: dataMap, policy: policy, partnerNotice: notice, consent: consent,
            origins: origins, definition: prepared.input.shops[id]?.id, pictures: pictures)
        let labelFaults = StoreLabels.check(tenant, dataMap: dataMap)
        let found = (dataFaults + policyFaults + labelFaults)
            .filter { ConsistencyRule.isInForce($0.code, on: tenant.privacy.effectiveDate) }
        return (documents, found)
    }

    private func emit(_ documents: Documents, from inputs: ShopInputs) -> Bundle {
        Bundle.emit(
            tenant: documents.tenant, dataMap: documents.dataMap, policy: documents.policy,
            partnerNotice: documents.partnerNotice, consent: documents.consent,
            provenance: prepared.provenance(of: documents), inputDigest: inputs.contentKey(),
            assets: documents.pictures)
    }

    func preview(_ documents: Documents) -> [UInt8] {
        Preview.page(
            tenant: documents.tenant, policy: documents.policy, readability: documents.readability,
            reasons: prepared.reasons(for: documents.policy, documents.origins), consent: documents.consent,
            assets: documents.pictures)
    }

    private func inputs(of documents: Documents, layers: [Layer], providers: Set<String>) -> ShopInputs {
        var inputs = layers.filter { $0.kind != .builtIn }.map { layer in
            let file = prepared.sources[layer.tree.span.file]
            let digest = prepared.digests[file.path] ?? ContentDigest(of: file.bytes)
            return ShopInputs.Input(path: file.path, digest: digest)
        }
        for id in providers.sorted() {
            let path = prepared.input.integrations[id]?.path ?? "tenants/integrations/\(id).yaml"
            inputs.append(ShopInputs.Input(path: path, digest: prepared.digests[path]))
        }
        inputs.append(ShopInputs.Input(path: ShopInputs.clauses, digest: prepared.digests[ShopInputs.clauses]))
        for (path, bytes) in documents.pictures.sorted(by: { $0.key < $1.key }) {
            inputs.append(ShopInputs.Input(path: "tenants/assets/" + path, digest: ContentDigest(of: bytes)))
        }
        return ShopInputs(inputs: inputs)
    }

    /// What is wrong with the silences of this shop's files.
    private func faults(of rulings: Rulings, in layers: [Layer]) -> [Diagnostic] {
        let files = Set(layers.map(\.tree.span.file))
        return rulings.faults.filter { $0.span.map { files.contains($0.file) } ?? false }
    }

    /// A shop without errors has met all its rules, so that a silence in its file that took nothing away is of no use.
    private func judge(
        _ found: [Diagnostic], by rulings: Rulings, file: SourceFile
    ) -> (left: [Diagnostic], used: Set<Silence>) {
        let (left, used) = rulings.judge(found)
        let unused = rulings.silences.filter { $0.span.file == file.id && !used.contains($0) }
        return (left + rulings.settled(unused.map { .unusedSilence($0, in: file) }), used)
    }

    private func refused(_ diagnostics: [Diagnostic], _ rulings: Rulings, _ layer: Layer) -> Outcome {
        let (left, used) = rulings.judge(diagnostics)
        return Outcome(
            result: CompiledShop(id: id, tenant: nil, bundle: nil, diagnostics: left),
            group: layer.tree["group"]?.text, documents: nil, subject: nil, usedSilences: used, inputs: nil, day: nil)
    }
}

extension [Diagnostic] {
    /// What is missing because its key is misspelled is no second finding: the fix of the first mends both.
    fileprivate func withoutConsequences() -> [Diagnostic] {
        let meant = compactMap(\.meantPath)
        guard !meant.isEmpty else { return self }
        return filter { finding in
            guard let absent = finding.absentPath else { return true }
            return !meant.contains { absent == $0 || absent.hasPrefix($0 + ".") || $0.hasPrefix(absent + ".") }
        }
    }
}

extension Diagnostic {
    /// Whether something is said to be missing.
    fileprivate var isAboutAbsence: Bool { absentPath != nil }

    /// Where that would stand which is said to be missing.
    fileprivate var absentPath: String? {
        switch code {
        case "schema/missing-key", "tenant/missing-identifier", "tenant/missing-secret",
            "tenant/history-without-records":
            path
        case "tenant/feature-without-system", "tenant/visits-unknown": "integrations"
        default: nil
        }
    }

    /// The path that a misspelled key was meant to have, without the environment that it stands in.
    fileprivate var meantPath: String? {
        let isAboutKey = code == "schema/unknown-key" || (code.hasPrefix("tenant/unknown-") && !path.isEmpty)
        guard isAboutKey else { return nil }
        // Whatever is connected here is none that is missing elsewhere.
        guard let key = fixes.first?.replacement else { return code == "tenant/unknown-provider" ? path : nil }
        var parts = path.split(separator: ".").dropLast() + [key[...]]
        if parts.first == "environments", parts.count > 2 { parts.removeFirst(2) }
        return parts.joined(separator: ".")
    }

    /// Whether the parser lost part of a file.
    fileprivate var hidesValues: Bool {
        severity == .error && (code.hasPrefix("yaml/") || code == "tenant/empty-file")
    }

    /// A finding of the privacy stage knows the path of its fact; the origins know the place.
    fileprivate func placed(by origins: Origins) -> Diagnostic {
        guard span == nil else { return self }
        var placed = self
        placed.span = origins.place(of: path)
        placed.related += causes.compactMap { cause in
            guard let span = origins.place(of: cause.path), span != placed.span else { return nil }
            return Label(span: span, text: cause.text)
        }
        placed.causes = []
        return placed
    }
}
