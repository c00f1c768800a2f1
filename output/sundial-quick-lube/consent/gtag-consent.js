// Put this before every Google tag: it says what tags may do until the visitor has answered.
window.dataLayer = window.dataLayer || [];
function gtag() { window.dataLayer.push(arguments); }
// Global Privacy Control: the browser says no for its user.
var saysNo = navigator.globalPrivacyControl === true;
gtag("consent", "default", {
  ad_storage: "denied",
  ad_user_data: "denied",
  ad_personalization: "denied",
  analytics_storage: "denied",
  region: ["AT", "BE", "BG", "CA-QC", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"],
  wait_for_update: 500
});
gtag("consent", "default", {
  ad_storage: saysNo ? "denied" : "granted",
  ad_user_data: saysNo ? "denied" : "granted",
  ad_personalization: saysNo ? "denied" : "granted",
  analytics_storage: "granted",
  wait_for_update: 500
});
