"""Runs the consent modules of bundles in Chromium, with consent-stand-in.js in the place of the library.

For visitors of a place that must be asked first, of one that need not be, with and without a Global Privacy Control
signal: what runs before an answer, what tags are told after a yes and a no, which cookies a no clears, that an answer
holds until the revision changes. Bundles without a module must have no optional cookie. At the end, spoiled modules
must be refused. Usage: check_consent.py BUNDLE ...
"""

import json
import pathlib
import re
import sys

from check_pages import browser_path
from playwright.sync_api import Error, sync_playwright

STAND_IN = (pathlib.Path(__file__).parent / "consent-stand-in.js").read_text(encoding="utf-8")
ORIGIN = "https://portal.example"
PAGE = """<!doctype html><html lang="en"><title>Portal</title><body>
<script>window.told = []; window.ran = []; window.gtag = (...words) => told.push(words);</script>
<script type="text/plain" data-category="functional">ran.push("functional")</script>
<script type="text/plain" data-category="analytics">ran.push("analytics")</script>
<script type="text/plain" data-category="marketing">ran.push("marketing")</script></body></html>"""
# An answer of the browser to a site that asks for a signal: https://www.w3.org/TR/gpc/.
SIGNAL = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })"
START = """async region => {
  const library = await import('/library.js'); const module = await import('/module.js');
  Object.assign(window, { library, configuration: module.configuration(region) });
  library.run(window.configuration); return { ran, told, mode: window.configuration.mode } }"""
ANSWER = "names => { library.accept(names); return { ran, told, cookies: document.cookie } }"
SPOILS = {
    "an unknown key": ("mode: chosen", "kind: chosen"),
    "an unknown mode": ('"opt-out"', '"opt_out"'),
    "a revision that is no number": (r"revision: \d+", 'revision: "1"'),
    "an unknown layout": (r"equalWeightButtons: true, flipButtons: false,\n      \}", "equalWeight: true }"),
    "a section without its category": ('linkedCategory: "necessary"', 'linkedCategory: "needed"'),
}


class Portal:
    """One visitor: a browser profile of its own."""

    def __init__(self, browser, module, signal=False):
        self.context = browser.new_context()
        if signal:
            self.context.add_init_script(SIGNAL)
        files = {"/": ("text/html", PAGE), "/library.js": ("text/javascript", STAND_IN),
                 "/module.js": ("text/javascript", module)}

        def serve(route):
            kind, body = files[route.request.url.removeprefix(ORIGIN).split("?")[0]]
            route.fulfill(body=body, content_type=kind)

        self.context.route("**/*", serve)
        self.page = self.context.new_page()

    def visit(self, region):
        self.page.goto(ORIGIN + "/")
        return self.page.evaluate(START, region)

    def set_cookie(self, name):
        self.page.evaluate("name => { document.cookie = name + '=1; path=/' }", name)

    def answer(self, names):
        return self.page.evaluate(ANSWER, names)

    def close(self):
        self.context.close()


def problems_of(browser, bundle):
    cookies = json.loads((bundle / "consent/cookies.json").read_text(encoding="utf-8"))
    optional = {each["category"] for each in cookies["cookies"]} - {"necessary"}
    path = bundle / "consent/cookieconsent.js"
    if not path.exists():
        if optional:
            yield f"no module, but cookies for {sorted(optional)}"
        return
    module = path.read_text(encoding="utf-8")
    yield from visit_problems(browser, module, optional, "DE", asks_first=True)
    yield from visit_problems(browser, module, optional, "CA-QC", asks_first=True)
    yield from visit_problems(browser, module, optional, "", asks_first=True)
    # A shop whose own place asks first asks everybody.
    always = cookies["banner"]["asks_first"] == "opt_in"
    yield from visit_problems(browser, module, optional, "US-TX", asks_first=always)
    yield from visit_problems(browser, module, optional, "US-TX", asks_first=True, signal=True)
    yield from answer_problems(browser, module, optional, cookies["cookies"])


def visit_problems(browser, module, optional, region, asks_first, signal=False):
    portal = Portal(browser, module, signal)
    visitor = f"a visitor from `{region}`" + (" with a signal" if signal else "")
    before = portal.visit(region)
    expected = set() if asks_first else optional
    if set(before["ran"]) != expected:
        yield f"{visitor}: {before['ran']} run before an answer, not {sorted(expected)}"
    said = portal.page.evaluate("configuration.language.translations.en.consentModal.description")
    if ("signal was heeded" in said) != signal:
        yield f"{visitor} reads `{said}`"
    if before["told"]:
        yield f"{visitor}: tags were told {before['told']} before an answer"
    portal.close()


def answer_problems(browser, module, optional, cookies):
    portal = Portal(browser, module)
    portal.visit("DE")
    names = [each["name"] for each in cookies if each["category"] in optional]
    after = portal.answer(sorted(optional))
    if set(after["ran"]) != optional:
        yield f"after a yes {after['ran']} run, not {sorted(optional)}"
    yield from tag_problems(after["told"], "analytics" in optional)
    for name in [*names, "other"]:
        portal.set_cookie(name)
    again = portal.visit("DE")
    if set(again["ran"]) != optional or not portal.page.evaluate("library.isAnswered()"):
        yield "a yes does not hold on the next page"
    refused = portal.answer([])
    left = {pair.split("=")[0] for pair in refused["cookies"].split("; ")}
    if stayed := left & set(names):
        yield f"a no leaves {sorted(stayed)} behind"
    if "other" not in left:
        yield "a no clears cookies that are not its own"
    yield from tag_problems(refused["told"], False)
    last = portal.visit("DE")
    if last["ran"]:
        yield f"after a no {last['ran']} run on the next page"
    if portal.page.evaluate("configuration.guiOptions.consentModal.equalWeightButtons") is not True:
        yield "a no is not as easy as a yes"
    portal.close()
    # The answer was to another revision: the visitor is asked again, and nothing runs meanwhile.
    other = Portal(browser, re.sub(r"revision: \d+", "revision: 1", module))
    other.visit("DE")
    other.answer(sorted(optional))
    renewed = Portal(browser, module)
    renewed.context.add_cookies(other.context.cookies())
    if renewed.visit("DE")["ran"] or renewed.page.evaluate("library.isAnswered()"):
        yield "an answer to another revision counts"
    other.close()
    renewed.close()


def tag_problems(told, analytics):
    if not told or told[-1][:2] != ["consent", "update"]:
        yield f"tags were told {told}"
        return
    signals = told[-1][2]
    if set(signals) != {"analytics_storage", "ad_storage", "ad_user_data", "ad_personalization"}:
        yield f"tags were told about {sorted(signals)}"
    elif signals["analytics_storage"] != ("granted" if analytics else "denied"):
        yield f"tags were told {signals} after {'a yes' if analytics else 'a no'}"


def unnoticed(browser, module):
    """The spoiled copies of a module that run all the same."""
    for name, (pattern, replacement) in SPOILS.items():
        spoiled = re.sub(pattern, replacement, module)
        if spoiled == module:
            yield f"{name}: nothing to spoil"
            continue
        portal = Portal(browser, spoiled)
        try:
            portal.visit("US-TX")
            yield name
        except Error:
            pass
        portal.close()


def main():
    bundles = [pathlib.Path(name) for name in sys.argv[1:]]
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        for bundle in bundles:
            try:
                found = list(problems_of(browser, bundle))
            except Error as error:
                found = [error.message.splitlines()[0]]
            failed += bool(found)
            print(f"{'FAIL' if found else 'ok  '} {bundle}")
            for problem in found:
                print(f"     {problem}")
        modules = [bundle / "consent/cookieconsent.js" for bundle in bundles]
        module = next((path for path in modules if path.exists()), None)
        missed = list(unnoticed(browser, module.read_text(encoding="utf-8"))) if module else ["no module to spoil"]
        browser.close()
    for name in missed:
        print(f"FAIL a spoiled module was accepted: {name}")
    print(f"{len(bundles) - failed} passed, {failed} failed")
    return 1 if failed or missed or not bundles else 0


if __name__ == "__main__":
    sys.exit(main())
