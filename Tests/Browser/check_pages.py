"""Opens generated pages in Chromium and fails on whatever a reader would trip over.

Each page is opened at 320 and 1280 CSS pixels, light and dark. Fails on a console message, a network request, sideways
scrolling (also with the wider text of WCAG 2.2, 1.4.12), a link that leads into a fold and does not open it, and any
finding of axe-core (WCAG 2.0 to 2.2 A and AA, and its best practices). One line a page, then a summary. Usage: check_pages.py [--shots DIR] PAGE...
"""

import argparse
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
# What is folded is read too.
FOLDS = "open => document.querySelectorAll('details').forEach(fold => { fold.open = open })"
# What is wider than the window, by its own box; for the message only.
WIDEST = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.right > innerWidth + 1 && !e.closest('thead'); }).slice(0, 3).map(e => e.tagName + '.' + e.className)"""

# WCAG 2.2, success criterion 1.4.12: readers may space text so, and nothing may get lost.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  const extent = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  document.adoptedStyleSheets = [];
  return [extent, room]; }"""
# Follows each link into a fold; gives those that stay closed.
SHUT_FOLDS = """async () => {
  const shut = [];
  for (const place of document.querySelectorAll('details [id]')) {
    const fold = place.closest('details');
    fold.open = false;
    location.hash = place.id;
    await new Promise(done => setTimeout(done, 50));
    if (!fold.open) shut.push('#' + place.id);
  }
  scrollTo(0, 0);
  return shut; }"""


def axe_source():
    """The script of axe-core, out of the wrapper package (only the file is used)."""
    for folder in map(pathlib.Path, sys.path):
        script = folder / "axe_playwright_python" / "axe.min.js"
        if script.is_file():
            return script.read_text(encoding="utf-8")
    sys.exit("axe-core is not installed: run Tests/Browser/run")


def browser_path():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    sys.exit("no Chromium found: install the package chromium")


def views():
    return [(width, scheme) for scheme in SCHEMES for width in WIDTHS]


def look(page, width, scheme):
    """What is wrong with the open page at one width in one scheme."""
    problems = []
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    extent, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if extent > window:
        problems.append(f"scrolls sideways: {extent} > {window} ({', '.join(page.evaluate(WIDEST))})")
    for finding in page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]:
        nodes = "; ".join(" ".join(map(str, node["target"])) for node in finding["nodes"][:3])
        problems.append(f"axe {finding['id']} ({len(finding['nodes'])}): {nodes}")
    return problems


def check(browser, path, axe, shots):
    """Loads a page once and looks at it in every view."""
    address = path.resolve().as_uri()
    page = browser.new_page()
    noise = []
    page.on("console", lambda message: noise.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: noise.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: request.url == address
        or request.url.startswith("data:")
        or noise.append(f"request: {request.url}"),
    )
    page.goto(address, wait_until="load")
    # Evaluated beside the page, so its own policy for content stays in force.
    page.evaluate(axe)
    problems = [f"{place} does not open its fold" for place in page.evaluate(SHUT_FOLDS)]
    page.set_viewport_size({"width": min(WIDTHS), "height": 800})
    extent, room = page.evaluate(SPACING)
    if extent > room:
        problems.append(f"scrolls sideways with wider text: {extent} > {room}")
    for width, scheme in views():
        page.evaluate(FOLDS, True)
        problems += [f"{width} {scheme}: {problem}" for problem in look(page, width, scheme)]
        if shots:
            page.evaluate(FOLDS, False)
            name = f"{path.parent.parent.name}-{path.stem}-{width}-{scheme}.png"
            page.screenshot(path=shots / name, full_page=True)
    page.close()
    return noise + problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shots", type=pathlib.Path, help="also write a picture of each view to this folder")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.shots:
        arguments.shots.mkdir(parents=True, exist_ok=True)
    axe = axe_source()
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        for path in arguments.pages:
            problems = check(browser, path, axe, arguments.shots)
            failed += bool(problems)
            print(f"{'FAIL' if problems else 'ok  '} {path}", flush=True)
            for problem in problems:
                print(f"     {problem}", flush=True)
        browser.close()
    print(f"{len(arguments.pages) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
