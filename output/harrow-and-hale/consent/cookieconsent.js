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

/** Everybody is asked first. */
export function mode() {
  return "opt-in";
}

function tellTags({ cookie }) {
  if (typeof globalThis.gtag !== "function") return;
  const ads = "denied";
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
    revision: 1868128686,
    cookie: { name: "cc_cookie", expiresAfterDays: 182, sameSite: "Lax" },
    guiOptions: {
      consentModal: {
        layout: "box", position: "bottom right", equalWeightButtons: true, flipButtons: false,
      },
      preferencesModal: { layout: "box", equalWeightButtons: true, flipButtons: false },
    },
    onConsent: tellTags,
    onChange: tellTags,
    categories: {
      necessary: { enabled: true, readOnly: true },
      analytics: { enabled: runsBefore, autoClear: { cookies: [{ name: "_ga" }, { name: /^_ga_/ }] } },
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
        + (runsBefore ? "They tell us which pages help. They are on until you say no, and the portal works without them." : "They tell us which pages help. They stay off until you say yes, and the portal works without them.")
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
              { name: "__stripe_mid", provider: "Stripe", purpose: "Helps to recognize fraud.", duration: "1 year" },
              { name: "__stripe_sid", provider: "Stripe", purpose: "Helps to recognize fraud.", duration: "30 minutes" },
              { name: "cc_cookie", provider: "Harrow &amp; Hale", purpose: "Keeps your answer to the cookie question.", duration: "182 days" },
              { name: "trk_session", provider: "Harrow &amp; Hale", purpose: "Keeps you signed in while you use the portal.", duration: "Until you close the browser" },
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
              { name: "_ga_HH17E8LDN1", provider: "Google Analytics", purpose: "Keeps the state of a visit.", duration: "2 years" },
            ],
          },
        },
      ],
    },
  };
}

export default configuration();
