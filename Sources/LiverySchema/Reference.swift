/// Writes a shape as a reference page in Markdown: one table for each mapping, from the declarations that decode it.
package enum Reference {
    /// The page of a shape, with `title` as its heading.
    package static func page(title: String, introduction: String, of shape: SchemaShape) -> String {
        "# \(title)\n\n\(introduction)\n" + shape.objects.map(section).joined()
    }

    private static func section(of object: ObjectShape) -> String {
        var text = "\n## \(object.name)\n\n| key | value | meaning |\n| --- | --- | --- |\n"
        for field in object.fields {
            let mark = field.isRequired ? " \\*" : ""
            text += "| `\(field.key)`\(mark) | \(value(of: field.shape)) | \(field.documentation) |\n"
        }
        return text
    }

    /// What can stand there, in a few words.
    private static func value(of shape: SchemaShape) -> String {
        switch shape {
        case .object(let object):
            return "[\(object.name.lowercased())](#\(object.anchor))"
        case .map(let map):
            return "mapping by \(map.keyName): \(value(of: map.value))"
        case .list(let list):
            return "list of \(value(of: list.item))" + (list.keyedBy.map { ", merged by `\($0)`" } ?? "")
        case .scalar(let scalar):
            var words = scalar.choices.isEmpty ? scalar.name : scalar.choices.map { "`\($0)`" }.joined(separator: ", ")
            if let range = scalar.range { words += ", \(range.lowerBound) to \(range.upperBound)" }
            if let length = scalar.length { words += ", \(length.lowerBound) to \(length.upperBound) characters" }
            if let example = scalar.examples.first { words += ", such as `\(example)`" }
            return words
        }
    }
}
