import Testing
import LiveryDiagnostics
import LiveryYAML
struct ProbeTests {
  @Test func probe() {
    let samples = [
      "name:Oakwood\nphone: 1\n", "shop:\n  name:Oakwood\n  phone: 1\n", "tagline: Brakes: done right\nx: 1\n",
      "primary: #C62828\nx: 1\n", "colors:\n  - #fff\n  - '#000'\n", "a:\n\tb: 1\n\tc: 2\nd: 3\n", "a:\n  b: 1\n\tc: 2\n",
      "shop:\n  name: x\n   phone: y\n  z: 1\n", "shop:\n    name: x\n  phone: y\nz: 1\n", "a: \"never\nb: 2\nc: \"closed\"\n",
      "a: [1, 2\nb: 2\n", "a: {x: 1\nb: 2\n", "a: @foo\nb: `x`\nc: %x\n", "a: *x\nb: * bold *\n", "a: \"C:\\dir\"\nb: 1\n",
      "a: 1\na: 2\n'a': 3\n", "<<: x\n", "a: !foo x\n", "[a]: 1\n", "a: 1\n---\nb: 2\n", "shop:\n  contact\n    email: x\n  name: y\n",
      "livery 1\nshop: 2\n", "livery: 1\nshop oak\nname: x\n", "livery: 1\nname\nx: 1\n", "a: - b\nc: d\n", "a:\n  - x\n - y\nb: 1\n", "a:\n  -x\n  -y\nb: 1\n",
      "a:\n  - x\n  -y\nb: 1\n", "a: [\n  1,\n]\nb: 2\n", "a: 'x' y\nb: 1\n", "a: \"x\"# c\nb: 1\n", "a: |x\n  y\nb: 1\n",
      "a: &x [*x]\nb: *y\n", "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: *b\n", "- a\nb: 1\n- c\n", "a: 1\n- b\nc: 1\n", "\"a: 1\nb: 2\n", "a: \"x\n  y\n  z: 1\nb: 2\n",
      "a: b]\nc: [d}\ne: 1\n", "a: [1 2, \"x\" \"y\"]\nb: [1,,2]\n", "text\nmore text\n", "a:\n  b: 1\n c: 2\nd: 3\n", "a: x: y: z\n", "? a\n: b\nc: d\n", "shop:\n  name: Joe's\n  url: http://x.y:80/\n  t: 12:30\n",
    ]
    for s in samples { let p = Parsed(s)
      print("------\n\(s)=> \(p.tree)"); for (i,d) in p.diagnostics.enumerated() { print("   ", p.findings[i], "|", d.message, "| fixes", d.fixes.count, d.fixes.isEmpty ? "" : p.mended(i).debugDescription) } }
  }
}
