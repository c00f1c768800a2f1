// Written by Tests/Scripts/embed from Catalogue/google_analytics.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let googleAnalytics: StaticString = #"""
# Google Analytics 4 on the web portal. The definition names it under `analytics`, not under `integrations`.
# Its cookies exist on the web only. Browsers may shorten their life: Chrome to 400 days, Safari to 7 without a visit.
livery: 1
kind: analytics
name: {value: "Google Analytics", mark: confirmed, source: "https://support.google.com/analytics/answer/12270356"}
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy:
  value: "https://policies.google.com/privacy"
  mark: third_party
  source: "Links on many public projects"
country: {mark: unknown}
api:
  style: {mark: unknown}
  production_url: {mark: unknown}
  sandbox_url: {mark: unknown}
  authentication: {mark: unknown}
  webhooks: {mark: unknown}
  webhook_signature: {mark: unknown}
  rate_limit: {mark: unknown}
  pagination: {mark: unknown}
identifiers:
  measurement_id:
    title: "Measurement ID of the web stream"
    pattern: "G-[A-Z0-9]+"
    example: "G-1A2BCD345E"
    required: true
    mark: confirmed
    source: "https://support.google.com/analytics/answer/12270356"
secrets: {}
resources: {}
cookies:
  - name: "_ga"
    category: analytics
    purpose: "Tells visitors apart."
    duration: "2 years"
    mark: confirmed
    source: "https://support.google.com/analytics/answer/11397207"
  - name: "_ga_<container-id>"
    category: analytics
    purpose: "Keeps the state of a visit."
    duration: "2 years"
    mark: confirmed
    source: "https://support.google.com/analytics/answer/11397207"
receives: [device, usage]
sends: []

"""#
}
