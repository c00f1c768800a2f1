import Foundation
import LiveryDiagnostics

/// The mistakes as files, for other validators to judge: `index.json` says of each what it is and what `validate` made
/// of it.
enum MutationDump {
    static func write(_ outcomes: [Outcome], to folder: String) {
        let root = URL(filePath: folder)
        let files = FileManager.default
        var index: [[String: Any]] = []
        for (number, outcome) in outcomes.enumerated() {
            let mutation = outcome.mutation
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
                "codes": outcome.findings.map(\.code), "isInPlace": outcome.isInPlace, "isMended": outcome.isMended,
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
