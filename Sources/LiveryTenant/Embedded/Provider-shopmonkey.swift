// Written by Tests/Scripts/embed from Catalogue/shopmonkey.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let shopmonkey: StaticString = #"""
# Shopmonkey. The privacy policy was looked for and not found; there is only a page of privacy questions:
# https://www.shopmonkey.io/legal/privacy-faqs
# The resources are the read/write matrix: an empty list marked "confirmed" or "third_party" says that the API lacks
# the resource, one marked "unknown" says that nobody could tell. Only what stands here can be synchronized.
livery: 1
kind: shop_management
name: {value: "Shopmonkey", mark: confirmed, source: "https://www.shopmonkey.io/legal/terms-of-service"}
legal_name: {value: "Shopmonkey, Inc.", mark: confirmed, source: "https://www.shopmonkey.io/legal/terms-of-service"}
website:
  value: "https://www.shopmonkey.io"
  mark: confirmed
  source: "https://www.shopmonkey.io/legal/terms-of-service"
privacy_policy: {mark: unknown}
country: {mark: unknown}
api:
  style: {value: "REST, JSON, version v3", mark: confirmed, source: "https://shopmonkey.dev/overview"}
  production_url:
    value: "https://api.shopmonkey.cloud/v3"
    mark: confirmed
    source: "https://shopmonkey.dev/overview"
  sandbox_url: {mark: unknown}
  authentication:
    value: "Bearer API key, made by an administrator of the shop"
    mark: confirmed
    source: "https://shopmonkey.dev/overview"
  webhooks:
    value: "Managed through the API; a post names the table and the operation INSERT, UPDATE or DELETE"
    mark: confirmed
    source: "https://shopmonkey.dev/webhooks"
  webhook_signature:
    value: "Header webhook-signature beside webhook-id and webhook-timestamp; the scheme is not known"
    mark: confirmed
    source: "https://shopmonkey.dev/webhooks"
  rate_limit:
    value: "Counted by key over 60 seconds; the number is not published"
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
  pagination:
    value: "skip and limit (at most 100)"
    mark: third_party
    source: "https://github.com/ngsalmon/shopmonkey-api-quirks"
identifiers:
  company_id:
    title: "Company in Shopmonkey"
    required: false
    mark: unknown
  location_id:
    title: "Location in Shopmonkey, where the company has several"
    required: false
    mark: confirmed
    source: "https://shopmonkey.dev/resources/webhook"
secrets:
  api_key: {title: "API key of the shop", scope: shop, mark: confirmed, source: "https://shopmonkey.dev/overview"}
resources:
  shops:
    operations: [update]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Locations; whether they can be read is not certain."
  customers:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Found by search; there is no flat list."
  vehicles:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "VIN and plate can be looked up."
  appointments:
    operations: [read, create, update, delete]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "They can also be confirmed and cancelled."
  repair_orders:
    operations: [read, update]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Called orders. Whether one can be created is doubtful; none can be deleted."
  estimates:
    operations: []
    mark: third_party
    source: "https://github.com/AbbottDevelopments/shopmonkey-mcp-server"
    note: "An estimate is an order with the status Estimate; read it there."
  jobs:
    operations: [read, create, update, delete]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Service and part lines of an order."
  recommendations:
    operations: [read]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Called deferred services."
  inspections:
    operations: []
    mark: third_party
    source: "https://github.com/AbbottDevelopments/shopmonkey-mcp-server"
    note: "Only a webhook trigger."
  payments:
    operations: [read, create, update, delete]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Found by search; charges and refunds are entered by hand."
  invoices:
    operations: [read]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "The signed invoice or the order as a PDF."
  inventory: {operations: [read], mark: third_party, source: "https://github.com/api-evangelist/shopmonkey"}
  employees:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "Called users."
  labor_rates:
    operations: []
    mark: third_party
    source: "https://github.com/api-evangelist/shopmonkey"
    note: "A rate in cents stands on each labor line."
  canned_jobs:
    operations: [read, create, update, delete]
    mark: third_party
    source: "https://github.com/AbbottDevelopments/shopmonkey-mcp-server"
    note: "Called canned services."
  messages:
    operations: []
    mark: third_party
    source: "https://github.com/AbbottDevelopments/shopmonkey-mcp-server"
    note: "Only a webhook trigger."
  notes: {operations: [], mark: unknown}
cookies: []
receives: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, estimates]
sends: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, repair_records, estimates, payment_history]

"""#
}
