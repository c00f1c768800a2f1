import LiveryTenant

extension ActionText {
    /// What docs/bazel/livery.bzl loads: the shops with their inputs, below the folder of the workspace.
    package var bazel: [UInt8] {
        var text = """
            \"""Written by `livery actions --format bazel`.\"""

            SHOPS = {

            """
        for action in list.actions {
            text += "    \(Self.starlark(action.shop)): struct(\n"
            text += "        key = \(Self.starlark(action.contentKey ?? "")),\n"
            text += "        as_of = \(Self.starlark(action.day?.text ?? "")),\n"
            text += "        srcs = [\n"
            for input in action.inputs { text += "            \(Self.starlark(input.path)),\n" }
            text += "        ],\n    ),\n"
        }
        text += "}\n\nFILES = [\n"
        for file in list.files { text += "    \(Self.starlark(file)),\n" }
        return Array((text + "]\n").utf8)
    }

    /// The files whose names cannot stand in a label:
    /// https://bazel.build/concepts/labels#target-names
    package var namesUnknownToBazel: [String] {
        list.files.filter { name in
            !name.utf8.allSatisfy { byte in
                (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "\\")
                    && byte != UInt8(ascii: "`")
            }
        }
    }

    static func starlark(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
