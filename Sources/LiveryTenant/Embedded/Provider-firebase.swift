// Written by Tests/Scripts/embed from Catalogue/firebase.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let firebase: StaticString = #"""
# Google Analytics for Firebase, and Crashlytics where crash reports are on. The definition names it under `analytics`.
# Apps set no cookies.
livery: 1
kind: analytics
name:
  value: "Firebase"
  mark: confirmed
  source: "https://firebase.google.com/docs/analytics/configure-data-collection"
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy:
  value: "https://firebase.google.com/support/privacy"
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
  ios_app_id:
    title: "Firebase app ID of the iOS app (GOOGLE_APP_ID)"
    pattern: "1:[0-9]+:ios:[0-9a-f]+"
    example: "1:1234567890:ios:321abc456def7890"
    required: true
    mark: confirmed
    source: "https://github.com/firebase/data-connect-ios-sdk/pull/63.diff"
  android_app_id:
    title: "Firebase app ID of the Android app (google_app_id)"
    pattern: "1:[0-9]+:android:[0-9a-f]+"
    example: "1:1234567890:android:321abc456def7890"
    required: true
    mark: confirmed
    source: "https://github.com/google/play-services-plugins"
  project_id:
    title: "Firebase project ID"
    example: "trackara-production"
    required: true
    mark: confirmed
    source: "https://github.com/google/play-services-plugins"
secrets: {}
resources: {}
cookies: []
receives: [device, usage, crashes]
sends: []

"""#
}
