/// Every provider that a definition can name, by id.
package struct Catalogue: Sendable {
    package let providers: [Provider]

    init(providers: [Provider]) {
        self.providers = providers.sorted { $0.id < $1.id }
    }

    package subscript(id: String) -> Provider? {
        providers.first { $0.id == id }
    }
}
