// Written by Tests/Scripts/embed from Catalogue/braintree.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let braintree: StaticString = #"""
# Braintree, a PayPal service, takes the card details itself. A privacy policy of its own was not found.
livery: 1
kind: payments
name:
  value: "Braintree"
  mark: confirmed
  source: "https://developer.paypal.com/braintree/docs/guides/authorization/tokenization-key/"
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy: {mark: unknown}
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
  tokenization_key:
    title: "Tokenization key"
    pattern: "(development|sandbox|production)_[A-Za-z0-9]+_[A-Za-z0-9_]+"
    example: "sandbox_8hbexample_q7rexamplemerchant"
    required: true
    mark: confirmed
    source: "https://developer.paypal.com/braintree/docs/guides/authorization/tokenization-key/"
  merchant_id:
    title: "Merchant ID"
    example: "q7rexamplemerchant"
    required: true
    mark: confirmed
    source: "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials/"
secrets:
  public_key:
    title: "Public key of the server"
    scope: shop
    mark: confirmed
    source: "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials/"
  private_key:
    title: "Private key of the server"
    scope: shop
    mark: confirmed
    source: "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials/"
resources: {}
cookies: []
receives: [name, payment_card]
sends: [payment_history]

"""#
}
