import Foundation

/// The mistakes as files, for other validators to judge: `index.json` names each with its kind and its place.
enum MutationDump {
    static func write(_ mutations: [Mutation], to folder: String) {
        let root = URL(filePath: folder)
        let files = FileManager.default
        var index: [[String: Any]] = []
        for (number, mutation) in mutations.enumerated() {
            let name = String(format: "%04d.yaml", number)
            do {
                try files.createDirectory(at: root, withIntermediateDirectories: true)
                try Data(mutation.bytes).write(to: root.appending(path: name))
            } catch {
                return print("\(name) could not be written: \(error)")
            }
            index.append([
                "file": name, "kind": mutation.kind, "path": mutation.file.path, "start": mutation.place.lowerBound,
                "end": mutation.place.upperBound, "hasOneAnswer": mutation.hasOneAnswer,
            ])
        }
        do {
            let text = try JSONSerialization.data(withJSONObject: index, options: [.prettyPrinted, .sortedKeys])
            try text.write(to: root.appending(path: "index.json"))
        } catch {
            print("index.json could not be written: \(error)")
        }
    }
}
