package import LiveryPrivacy
package import LiveryTenant

/// Everything that one shop gets, as bytes by path.
package struct Bundle: Sendable {
    /// Sorted by path, in the order of bytes; `manifest.json` is one of them.
    package let files: [BundleFile]

    package init(files: [BundleFile]) {
        self.files = files
    }

    /// Stands in every generated JSON file; raised when a reader of the older form would fail.
    package static let formatVersion = 1
}

/// One generated file.
package struct BundleFile: Sendable, Hashable {
    /// Relative to the shop's folder, with forward slashes.
    package let path: String
    package let bytes: [UInt8]
    /// SHA-256 of the bytes, in hexadecimal.
    package let digest: String

    package init(path: String, bytes: [UInt8]) {
        self.init(EmittedFile(path: path, bytes: bytes), digest: SHA256.hexDigest(bytes))
    }

    private init(_ file: EmittedFile, digest: String) {
        (path, bytes) = (file.path, file.bytes)
        self.digest = digest
    }

    /// Many files at once are digested in less time.
    fileprivate static func digesting(_ files: [EmittedFile]) -> [BundleFile] {
        zip(files, SHA256.hexDigests(files.map(\.bytes))).map { BundleFile($0, digest: $1) }
    }
}

/// A file as an emitter gives it.
struct EmittedFile {
    let path: String
    let bytes: [UInt8]
}

extension Bundle {
    /// Writes every artifact of a shop.
    /// - Parameters:
    ///   - inputDigest: SHA-256, in hexadecimal, of everything that the bundle was made of.
    ///   - assets: pictures by path below `assets/`; those of other shops are not looked at.
    package static func emit(
        tenant: Tenant, dataMap: DataMap, policy: PolicyDocument, partnerNotice: PolicyDocument,
        consent: ConsentSettings, provenance: Provenance, inputDigest: String, assets: [String: [UInt8]]
    ) -> Bundle {
        var files = APIConfiguration.emit(tenant)
        files.append(ThemeTokens.emit(tenant.branding, shop: tenant.shop.name))
        files += IntegrationFiles.emit(tenant)
        files += ConsentFiles.emit(tenant, consent)
        files += ConsentSnippets.emit(tenant, consent)
        files.append(PrivacyLinksFile.emit(tenant, consent))
        if let module = CookieConsentModule.emit(tenant, dataMap, consent) { files.append(module) }
        let labels = StoreLabels.derive(from: tenant, dataMap: dataMap)
        files += AppleLabels.emit(labels)
        files.append(DataSafetyForm.emit(labels, tenant.app))
        files.append(PermissionFile.emit(tenant))
        files.append(DataMapFile.emit(tenant, dataMap))
        let documents = [NamedDocument("policy", policy), NamedDocument("partner-notice", partnerNotice)]
        files.append(PolicyRecordFile.emit(tenant, documents))
        files += PolicyFiles.emit(policy: documents[0], notice: documents[1], tenant, assets)
        files.append(ProvenanceFile.emit(tenant, dataMap, documents: documents, provenance))
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var digested = BundleFile.digesting(files)
        let manifest = BundleManifest.emit(
            shop: tenant.id, inputDigest: inputDigest, documents: documents, files: digested)
        let place = digested.firstIndex { BundleManifest.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
        digested.insert(BundleFile(path: manifest.path, bytes: manifest.bytes), at: place ?? digested.endIndex)
        return Bundle(files: digested)
    }
}
