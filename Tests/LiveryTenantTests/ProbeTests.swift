import Foundation
import LiveryDiagnostics
import LiverySchema
import LiveryTenant
import LiveryYAML
import Testing

@Test func probe() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var sources = SourceMap()
    func layer(_ kind: Layer.Kind, _ file: SourceFile) -> Layer {
        let p = YAMLDocument.parse(file)
        return Layer(kind: kind, file: file, document: p.document, faults: p.diagnostics)
    }
    var out: [Diagnostic] = []
    let b = layer(.builtIn, sources.add(path: "built-in", bytes: BuiltIn.defaults))
    out += b.diagnostics
    var docs: [(id: String, document: YAMLDocument)] = []
    for (id, bytes) in BuiltIn.catalogue {
        let p = YAMLDocument.parse(sources.add(path: "cat/\(id)", bytes: bytes))
        out += p.diagnostics
        if let d = p.document { docs.append((id, d)) }
    }
    let cat = Catalogue.read(builtIn: docs, workspace: [])
    out += cat.diagnostics
    func read(_ p: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: p))) }
    let base = ProcessInfo.processInfo.environment["WS"] ?? "tenants"
    let pl = layer(.platform, sources.add(path: base + "/platform.yaml", bytes: try read(base + "/platform.yaml")))
    out += pl.diagnostics
    for f in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: base + "/shops").path).sorted() {
        let s = layer(.shop(f), sources.add(path: "shops/\(f)", bytes: try read(base + "/shops/\(f)")))
        out += s.diagnostics
        var ls = [b, pl]
        if let g = s.tree["group"]?.text {
            let gl = layer(.group(g), sources.add(path: "groups/\(g).yaml", bytes: try read(base + "/groups/\(g).yaml")))
            out += gl.diagnostics
            ls.append(gl)
        }
        let r = Resolution(shop: f, layers: ls + [s], catalogue: cat.catalogue)
        out += r.diagnostics
        print(f, r.tenant == nil ? "REFUSED" : "ok")
    }
    print(HumanRenderer.render(out.sortedAndUnique(), from: sources))
}
