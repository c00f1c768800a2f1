// Written by Tests/Scripts/embed from Catalogue/stripe.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let stripe: StaticString = #"""
# Stripe takes the card details itself; neither the shop nor the platform sees them. The cookies are those of Stripe.js
# on the web portal; whether the kits for apps store anything alike is not known.
livery: 1
kind: payments
name: {value: "Stripe", mark: confirmed, source: "https://docs.stripe.com/keys"}
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy: {value: "https://stripe.com/privacy", mark: third_party, source: "Links on public projects"}
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
  publishable_key:
    title: "Publishable key"
    pattern: "pk_(test|live)_[A-Za-z0-9]+"
    example: "pk_test_51ExampleOakwood"
    required: true
    mark: confirmed
    source: "https://docs.stripe.com/keys"
secrets:
  secret_key:
    title: "Secret or restricted key"
    scope: shop
    mark: confirmed
    source: "https://docs.stripe.com/keys"
resources: {}
cookies:
  - name: "__stripe_mid"
    category: necessary
    purpose: "Helps to recognize fraud."
    duration: "1 year"
    mark: third_party
    source: "Cookie tables of many sites"
  - name: "__stripe_sid"
    category: necessary
    purpose: "Helps to recognize fraud."
    duration: "30 minutes"
    mark: third_party
    source: "https://www.captaincompliance.com/education/__stripe_sid/"
receives: [name, payment_card, device]
sends: [payment_history]

"""#
}
