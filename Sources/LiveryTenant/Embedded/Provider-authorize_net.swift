// Written by Tests/Scripts/embed from Catalogue/authorize_net.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let authorizeNet: StaticString = #"""
# Authorize.net takes the card details itself. Accept.js needs the API login ID in the browser, yet the vendor
# calls that ID sensitive: so it stands among the secrets, and the platform hands it out.
livery: 1
kind: payments
name:
  value: "Authorize.net"
  mark: confirmed
  source: "https://support.authorize.net/knowledgebase/Knowledgearticle/?code=KA-07619"
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy:
  value: "https://www.authorize.net/about-us/privacy.html"
  mark: third_party
  source: "Links on public projects"
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
  public_client_key:
    title: "Public client key"
    required: true
    mark: confirmed
    source: "https://support.authorize.net/knowledgebase/Knowledgearticle/?code=KA-07619"
secrets:
  api_login_id:
    title: "API login ID, 8 to 25 characters"
    scope: shop
    mark: confirmed
    source: "https://support.authorize.net/knowledgebase/Knowledgearticle/?code=KA-07619"
  transaction_key:
    title: "Transaction key, 16 letters and digits"
    scope: shop
    mark: confirmed
    source: "https://developer.authorize.net/hello_world/common_setup_questions.html"
resources: {}
cookies: []
receives: [name, payment_card]
sends: [payment_history]

"""#
}
