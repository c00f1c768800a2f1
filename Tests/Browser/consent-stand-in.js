// Stands in for the library cookieconsent 3.1.0 in check_consent.py, where the library itself cannot be had. Written from
// its type declarations (types/index.d.ts of orestbida/cookieconsent) and its reference
// (https://cookieconsent.orestbida.com/reference/configuration-reference.html): it refuses every key and value that
// those do not allow, and does what they say about modes, script tags, clearing of cookies, revisions and callbacks.

const text = (value) => typeof value === "string";
const flag = (value) => typeof value === "boolean";
const call = (value) => typeof value === "function";
const oneOf = (...words) => (value) => words.includes(value);
const listOf = (check) => (value, path) => Array.isArray(value) && value.every((each, at) => holds(check, each, `${path}[${at}]`));
const mapOf = (check) => (value, path) =>
  isMap(value) && Object.entries(value).every(([key, each]) => holds(check, each, `${path}.${key}`));
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A mapping with these keys and no others; a key that ends in `!` must be there. */
const shape = (keys) => (value, path) => {
  if (!isMap(value)) return false;
  for (const key of Object.keys(value)) {
    if (!(key in keys) && !(`${key}!` in keys)) throw new TypeError(`${path}.${key} is no key of cookieconsent 3.1.0`);
  }
  for (const [key, check] of Object.entries(keys)) {
    const name = key.replace("!", "");
    if (name in value) holds(check, value[name], `${path}.${name}`);
    else if (key.endsWith("!")) throw new TypeError(`${path}.${name} is missing`);
  }
  return true;
};

function holds(check, value, path) {
  if (!check(value, path)) throw new TypeError(`${path} cannot be ${String(value)}`);
  return true;
}

const position = oneOf(
  "top", "bottom", "middle", "top left", "top center", "top right", "middle left", "middle center", "middle right",
  "bottom left", "bottom center", "bottom right",
);
const gui = (layout, place) => shape({ layout, position: place, flipButtons: flag, equalWeightButtons: flag });
const table = shape({ "headers!": mapOf(text), "body!": listOf(mapOf(text)) });
const translation = shape({
  "consentModal!": shape({
    title: text, description: text, acceptAllBtn: text, acceptNecessaryBtn: text, showPreferencesBtn: text,
    closeIconLabel: text, revisionMessage: text, footer: text,
  }),
  "preferencesModal!": shape({
    title: text, acceptAllBtn: text, acceptNecessaryBtn: text, savePreferencesBtn: text, closeIconLabel: text,
    serviceCounterLabel: text,
    "sections!": listOf(shape({ title: text, description: text, linkedCategory: text, cookieTable: table })),
  }),
});
const configuration = shape({
  root: () => true,
  mode: oneOf("opt-in", "opt-out"),
  autoShow: flag, manageScriptTags: flag, autoClearCookies: flag, disablePageInteraction: flag, hideFromBots: flag,
  lazyHtmlGeneration: flag,
  revision: (value) => Number.isSafeInteger(value) && value >= 0,
  guiOptions: shape({
    consentModal: gui(
      oneOf("box", "box wide", "box inline", "cloud", "cloud inline", "bar", "bar inline"), position),
    preferencesModal: gui(oneOf("box", "bar", "bar wide"), oneOf("left", "right")),
  }),
  cookie: shape({
    name: text, domain: text, path: text, sameSite: oneOf("Lax", "Strict", "None"),
    expiresAfterDays: (value) => call(value) || (Number.isFinite(value) && value > 0),
  }),
  onFirstConsent: call, onConsent: call, onChange: call, onModalShow: call, onModalHide: call, onModalReady: call,
  "categories!": mapOf(shape({
    enabled: flag, readOnly: flag,
    services: mapOf(shape({ label: text, onAccept: call, onReject: call })),
    autoClear: shape({
      "cookies!": listOf(shape({ "name!": (value) => text(value) || value instanceof RegExp, path: text, domain: text })),
      reloadPage: flag,
    }),
  })),
  "language!": shape({
    "default!": text, rtl: () => true, autoDetect: oneOf("document", "browser"), "translations!": mapOf(translation),
  }),
});

let config;

export const readCookie = () => {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${config.cookie?.name ?? "cc_cookie"}=`));
  return found ? JSON.parse(decodeURIComponent(found.slice(found.indexOf("=") + 1))) : null;
};

/** Whether a valid answer is there: one to this revision. */
export const isAnswered = () => readCookie()?.revision === (config.revision ?? 0);

export function run(settings) {
  holds(configuration, settings, "configuration");
  const { translations } = settings.language;
  if (!(settings.language.default in translations)) throw new TypeError("the default language has no translation");
  for (const { preferencesModal } of Object.values(translations)) {
    for (const { linkedCategory } of preferencesModal.sections) {
      if (linkedCategory && !(linkedCategory in settings.categories)) throw new TypeError(`no category ${linkedCategory}`);
    }
  }
  config = settings;
  if (isAnswered()) {
    runScripts(readCookie().categories);
    config.onConsent?.({ cookie: readCookie() });
  } else if ((config.mode ?? "opt-in") === "opt-out") {
    runScripts(names().filter((name) => config.categories[name].enabled || config.categories[name].readOnly));
  } else {
    runScripts(names().filter((name) => config.categories[name].readOnly));
  }
}

const names = () => Object.keys(config.categories);

/** What the buttons do: `accept(names)` after "accept all" or a choice, `accept([])` after "reject all". */
export function accept(chosen) {
  const before = readCookie()?.categories ?? (config.mode === "opt-out" ? names().filter((n) => config.categories[n].enabled) : []);
  const isFirst = readCookie() === null;
  const categories = names().filter((name) => config.categories[name].readOnly || chosen.includes(name));
  const cookie = { categories, revision: config.revision ?? 0 };
  const { name = "cc_cookie", expiresAfterDays = 182, sameSite = "Lax" } = config.cookie ?? {};
  document.cookie = `${name}=${encodeURIComponent(JSON.stringify(cookie))}; path=/; max-age=${expiresAfterDays * 86400}; `
    + `samesite=${sameSite.toLowerCase()}`;
  for (const category of names().filter((each) => !categories.includes(each))) clear(category);
  runScripts(categories);
  if (isFirst) config.onFirstConsent?.({ cookie });
  if (isFirst) config.onConsent?.({ cookie });
  const changed = names().filter((each) => before.includes(each) !== categories.includes(each));
  if (!isFirst && changed.length) config.onChange?.({ cookie, changedCategories: changed, changedServices: {} });
}

function clear(category) {
  for (const { name } of config.categories[category].autoClear?.cookies ?? []) {
    for (const pair of document.cookie.split("; ")) {
      const found = pair.split("=")[0];
      if (name instanceof RegExp ? name.test(found) : name === found) document.cookie = `${found}=; path=/; max-age=0`;
    }
  }
}

function runScripts(categories) {
  for (const waiting of document.querySelectorAll('script[type="text/plain"][data-category]')) {
    if (!categories.includes(waiting.dataset.category)) continue;
    const script = document.createElement("script");
    script.textContent = waiting.textContent;
    waiting.replaceWith(script);
  }
}
