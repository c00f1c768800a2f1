"""Rules that build the bundles of a workspace, one action for each shop. See docs/spreading.md."""

# Livery follows no link out of tenants/, and a sandbox is made of such links: what they lead to is copied.
_COPY = """
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy() {
    while [ $# -gt 0 ]; do
        mkdir -p "$work/$(dirname "$2")"
        cp -L "$1" "$work/$2"
        shift 2
    done
}
"""

def _copied(ctx, files):
    """Words for `copy`: where each file is, and where it stands in the workspace."""
    args = ctx.actions.args()
    prefix = ctx.label.package + "/" if ctx.label.package else ""
    for file in files:
        args.add(file.path)
        args.add(file.short_path[len(prefix):])
    return args

def _livery_bundle_impl(ctx):
    folder = ctx.actions.declare_directory(ctx.label.name)
    command = _COPY + """
livery=$PWD/$1 out=$PWD/$2 shop=$3 key=$4 as_of=$5
shift 5
copy "$@"
cd "$work"
set -- --alone --output "$out"
[ -z "$key" ] || set -- "$@" --content-key "$key"
[ -z "$as_of" ] || set -- "$@" --as-of "$as_of"
"$livery" compile "$shop" "$@"
"""
    first = ctx.actions.args()
    first.add_all([ctx.executable.livery.path, folder.path, ctx.attr.shop])
    first.add(ctx.attr.key)
    first.add(ctx.attr.as_of)
    ctx.actions.run_shell(
        command = command,
        arguments = [first, _copied(ctx, ctx.files.srcs)],
        inputs = ctx.files.srcs,
        tools = [ctx.executable.livery],
        outputs = [folder],
        mnemonic = "LiveryBundle",
        progress_message = "Compiling the shop %s" % ctx.attr.shop,
    )
    return [DefaultInfo(files = depset([folder]))]

_LIVERY = attr.label(executable = True, cfg = "exec", allow_files = True, mandatory = True)

livery_bundle = rule(
    implementation = _livery_bundle_impl,
    doc = "The bundle of one shop, and its facts, in a folder.",
    attrs = {
        "shop": attr.string(mandatory = True),
        "key": attr.string(doc = "The content key; with it, other inputs are an error."),
        "as_of": attr.string(doc = "The day by which silences run out, where one does."),
        "srcs": attr.label_list(allow_files = True),
        "livery": _LIVERY,
    },
)

def _livery_output_impl(ctx):
    folder = ctx.actions.declare_directory(ctx.label.name)
    command = _COPY + """
livery=$PWD/$1 out=$PWD/$2 parts=$3
shift 3
copy "$@"
while read -r part; do echo "$PWD/$part"; done < "$parts" > "$work/parts"
cd "$work"
tr '\\n' '\\0' < parts | xargs -0 "$livery" merge --output "$out"
# What the next run on the same disk would go on from.
rm -rf "$out/.livery"
"""
    parts = ctx.actions.declare_file(ctx.label.name + ".parts")
    ctx.actions.write(parts, "".join([bundle.path + "\n" for bundle in ctx.files.bundles]))
    first = ctx.actions.args()
    first.add_all([ctx.executable.livery.path, folder.path, parts.path])
    ctx.actions.run_shell(
        command = command,
        arguments = [first, _copied(ctx, ctx.files.srcs)],
        inputs = ctx.files.srcs + ctx.files.bundles + [parts],
        tools = [ctx.executable.livery],
        outputs = [folder],
        mnemonic = "LiveryMerge",
        progress_message = "Merging %d shops" % len(ctx.files.bundles),
    )
    return [DefaultInfo(files = depset([folder]))]

livery_output = rule(
    implementation = _livery_output_impl,
    doc = "The bundles of all shops in a folder, checked by the rules that look across shops.",
    attrs = {
        "bundles": attr.label_list(allow_files = True),
        "srcs": attr.label_list(allow_files = True),
        "livery": _LIVERY,
    },
)

def livery_workspace(name, shops, files, livery):
    """A bundle for each shop, as NAME-SHOP, and the output of all of them, as NAME.

    Args:
      name: of the output.
      shops: SHOPS, as `livery actions --format bazel` writes it.
      files: FILES, likewise.
      livery: the label of the program.
    """
    for shop, action in shops.items():
        livery_bundle(
            name = name + "-" + shop,
            shop = shop,
            key = action.key,
            as_of = action.as_of,
            srcs = [":" + src for src in action.srcs],
            livery = livery,
        )
    livery_output(
        name = name,
        bundles = [":" + name + "-" + shop for shop in shops],
        srcs = [":" + file for file in files],
        livery = livery,
    )
