// Settings of the cookie question on the web portal, for the library cookieconsent 3.1.0:
//
//     import * as CookieConsent from "vanilla-cookieconsent";
//     import { configuration } from "./cookieconsent.js";
//     CookieConsent.run(configuration("US-TX"));
//
// Give the visitor's country (ISO 3166-1) or region (ISO 3166-2); without it, nothing
// optional runs before a yes.
// So that an answer can be changed, each page needs a button with data-cc="show-preferencesModal".
// A script that waits for a yes is written <script type="text/plain" data-category="analytics">.

/** Where the law asks for a yes first. */
export const optInRegions = ["AT", "BE", "BG", "CA-QC", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"];

export function mode(region) {
  if (typeof region !== "string" || region === "") return "opt-in";
  if (globalThis.navigator?.globalPrivacyControl === true) return "opt-in";
  const asksFirst = optInRegions.some(
    (place) => region === place || region.startsWith(place + "-") || place.startsWith(region + "-"),
  );
  return asksFirst ? "opt-in" : "opt-out";
}

function tellTags({ cookie }) {
  if (typeof globalThis.gtag !== "function") return;
  const ads = globalThis.navigator?.globalPrivacyControl !== true && cookie.categories.includes("marketing") ? "granted" : "denied";
  globalThis.gtag("consent", "update", {
    analytics_storage: cookie.categories.includes("analytics") ? "granted" : "denied",
    ad_storage: ads,
    ad_user_data: ads,
    ad_personalization: ads,
  });
}

/** The settings for a visitor from a region. */
export function configuration(region) {
  const chosen = mode(region);
  const runsBefore = chosen === "opt-out";
  return {
    mode: chosen,
    revision: 1126886943,
    cookie: { name: "cc_cookie", expiresAfterDays: 182, sameSite: "Lax" },
    guiOptions: {
      consentModal: {
        layout: "bar", position: "bottom", equalWeightButtons: true, flipButtons: false,
      },
      preferencesModal: { layout: "box", equalWeightButtons: true, flipButtons: false },
    },
    onConsent: tellTags,
    onChange: tellTags,
    categories: {
      necessary: { enabled: true, readOnly: true },
      analytics: { enabled: runsBefore, autoClear: { cookies: [{ name: "_ga" }, { name: /^_ga_/ }] } },
      marketing: { enabled: runsBefore, autoClear: { cookies: [{ name: "sundial_offer" }] } },
    },
    language: {
      default: "en",
      translations: { "en": translation(runsBefore) },
    },
  };
}

function translation(runsBefore) {
  return {
    consentModal: {
      title: "May we use optional cookies?",
      description:
        (globalThis.navigator?.globalPrivacyControl === true ? "Your browser sends an opt-out signal. The signal was heeded. " : "")
        + (runsBefore ? "They tell us which pages help and show you ads that fit. They are on until you say no, and the portal works without them." : "They tell us which pages help and show you ads that fit. They stay off until you say yes, and the portal works without them.")
        + " {{revisionMessage}}",
      revisionMessage: "We ask again because something about them has changed.",
      acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Reject all",
      showPreferencesBtn: "Choose one by one",
    },
    preferencesModal: {
      title: "Your cookie choices",
      acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Reject all",
      savePreferencesBtn: "Save my choices",
      closeIconLabel: "Close",
      sections: [
        {
          title: "Needed",
          description: "The portal does not work without them.",
          linkedCategory: "necessary",
          cookieTable: {
            headers: { name: "Cookie", provider: "Who sets it", purpose: "What it is for", duration: "How long it stays" },
            body: [
              { name: "cc_cookie", provider: "Sundial Quick Lube", purpose: "Keeps your answer to the cookie question.", duration: "182 days" },
              { name: "trk_session", provider: "Sundial Quick Lube", purpose: "Keeps you signed in while you use the portal.", duration: "Until you close the browser" },
            ],
          },
        },
        {
          title: "Counting",
          description: "They tell us which pages help.",
          linkedCategory: "analytics",
          cookieTable: {
            headers: { name: "Cookie", provider: "Who sets it", purpose: "What it is for", duration: "How long it stays" },
            body: [
              { name: "_ga", provider: "Google Analytics", purpose: "Tells visitors apart.", duration: "2 years" },
              { name: "_ga_SUNDIAL442", provider: "Google Analytics", purpose: "Keeps the state of a visit.", duration: "2 years" },
            ],
          },
        },
        {
          title: "Ads",
          description: "They show you ads that fit.",
          linkedCategory: "marketing",
          cookieTable: {
            headers: { name: "Cookie", provider: "Who sets it", purpose: "What it is for", duration: "How long it stays" },
            body: [
              { name: "sundial_offer", provider: "Sundial Quick Lube", purpose: "Remembers which offers you have seen here and elsewhere.", duration: "90 days" },
            ],
          },
        },
      ],
    },
  };
}

export default configuration();
