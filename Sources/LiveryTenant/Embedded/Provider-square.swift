// Written by Tests/Scripts/embed from Catalogue/square.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let square: StaticString = #"""
# Square takes the card details itself. That the application and location IDs may be shown is confirmed; the shape
# of the application ID comes from the rules of secret scanners (third party).
livery: 1
kind: payments
name:
  value: "Square"
  mark: confirmed
  source: "https://developer.squareup.com/forums/t/applicationid-and-or-locationid-is-incorrect/3628"
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy:
  value: "https://squareup.com/us/en/legal/general/privacy"
  mark: third_party
  source: "Links on public projects"
country: {mark: unknown}
api:
  style: {mark: unknown}
  production_url: {value: "https://connect.squareup.com/v2", mark: third_party, source: "Third-party client code"}
  sandbox_url: {value: "https://connect.squareupsandbox.com/v2", mark: third_party, source: "Third-party client code"}
  authentication: {mark: unknown}
  webhooks: {mark: unknown}
  webhook_signature: {mark: unknown}
  rate_limit: {mark: unknown}
  pagination: {mark: unknown}
identifiers:
  application_id:
    title: "Application ID"
    pattern: "(sq0idp|sandbox-sq0idb)-[A-Za-z0-9_-]{22,43}"
    example: "sq0idp-ExampleExampleExample1"
    required: true
    mark: confirmed
    source: "https://developer.squareup.com/forums/t/applicationid-and-or-locationid-is-incorrect/3628"
  location_id:
    title: "Location ID of the shop in Square"
    example: "LEXAMPLE12345"
    required: true
    mark: confirmed
    source: "https://developer.squareup.com/forums/t/applicationid-and-or-locationid-is-incorrect/3628"
secrets:
  access_token:
    title: "Access token"
    scope: shop
    mark: confirmed
    source: "https://developer.squareup.com/forums/t/applicationid-and-or-locationid-is-incorrect/3628"
resources: {}
cookies: []
receives: [name, payment_card]
sends: [payment_history]

"""#
}
