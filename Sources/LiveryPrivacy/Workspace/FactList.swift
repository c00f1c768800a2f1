/// What clauses can ask for, as people look it up.
package enum FactList {
    package struct Entry: Sendable {
        package enum Kind: String, Sendable {
            case flag = "yes or no"
            case text
            case optional = "text, or nothing"
            case list
        }

        package let name: String
        package let kind: Kind
        /// The keys of a definition behind it; of a list its fields, `?` behind those that a row may lack.
        package let details: [String]
    }

    /// By name.
    package static var all: [Entry] {
        let vocabulary = FactVocabulary.shared
        let flags = vocabulary.flags.map { Entry(name: $0.name, kind: .flag, details: $0.paths) }
        let texts = vocabulary.texts.map {
            Entry(name: $0.name, kind: $0.isOptional ? .optional : .text, details: $0.paths)
        }
        let lists = vocabulary.lists.map { list in
            Entry(name: list.name, kind: .list, details: list.fields.map { $0.isOptional ? "\($0.name)?" : $0.name })
        }
        return (flags + texts + lists).sorted { $0.name < $1.name }
    }
}
