// Written by Tests/Scripts/embed from Catalogue/protractor.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let protractor: StaticString = #"""
# Protractor. A shop makes the connection ID and the API key itself: Setup, CRM, External Services.
# The resources are the read/write matrix: an empty list marked "confirmed" or "third_party" says that the API lacks
# the resource, one marked "unknown" says that nobody could tell. Only what stands here can be synchronized.
livery: 1
kind: shop_management
name:
  value: "Protractor"
  mark: confirmed
  source: "http://help.protractor.com/shopmanager/Setup/CRM/External_Services.htm"
legal_name: {mark: unknown}
website: {mark: unknown}
privacy_policy: {mark: unknown}
country: {mark: unknown}
api:
  style:
    value: "REST (\"Integration Services\"), versions 1.0 and 2.0"
    mark: third_party
    source: "Third-party notes on the Protractor API"
  production_url:
    value: "https://integration.protractor.com/IntegrationServices/2.0"
    mark: third_party
    source: "Third-party notes on the Protractor API"
  sandbox_url: {mark: unknown}
  authentication:
    value: "Headers connectionId, apiKey and authentication; the third is computed from the first two (Base64 of HMAC-SHA1)"
    mark: third_party
    source: "Third-party notes on the Protractor API"
  webhooks: {mark: unknown}
  webhook_signature: {mark: unknown}
  rate_limit: {mark: unknown}
  pagination: {value: "take and skip", mark: third_party, source: "Third-party notes on the Protractor API"}
identifiers:
  connection_id:
    title: "Connection ID of the external service in Protractor"
    required: true
    mark: confirmed
    source: "http://help.protractor.com/shopmanager/Setup/CRM/External_Services.htm"
secrets:
  api_key:
    title: "API key of the external service in Protractor"
    scope: shop
    mark: confirmed
    source: "http://help.protractor.com/shopmanager/Setup/CRM/External_Services.htm"
resources:
  shops:
    operations: [read]
    mark: third_party
    source: "Third-party notes on the Protractor API"
    note: "Called locations."
  customers:
    operations: []
    mark: unknown
    note: "A contact was seen inside work orders and invoices; whether it can be read alone is not known."
  vehicles:
    operations: [read, update]
    mark: third_party
    source: "Third-party notes on the Protractor API"
    note: "Called service items."
  appointments: {operations: [], mark: unknown, note: "A work order has a scheduled time; nothing else is known."}
  repair_orders:
    operations: [read, create, update]
    mark: third_party
    source: "Third-party notes on the Protractor API"
    note: "Called work orders."
  estimates: {operations: [], mark: unknown}
  jobs:
    operations: []
    mark: third_party
    source: "Third-party notes on the Protractor API"
    note: "Called service packages; part of the work order."
  recommendations:
    operations: [read]
    mark: third_party
    source: "Third-party notes on the Protractor API"
    note: "Called deferred work."
  inspections: {operations: [read, create], mark: third_party, source: "Third-party notes on the Protractor API"}
  payments: {operations: [], mark: unknown}
  invoices: {operations: [read], mark: third_party, source: "Third-party notes on the Protractor API"}
  inventory: {operations: [], mark: unknown}
  employees: {operations: [], mark: unknown}
  labor_rates: {operations: [], mark: unknown}
  canned_jobs: {operations: [read], mark: third_party, source: "Third-party notes on the Protractor API"}
  messages: {operations: [], mark: unknown}
  notes: {operations: [], mark: unknown}
cookies: []
receives: [name, phone, vehicle, vin, plate, mileage, repair_records, inspections]
sends: [name, phone, vehicle, vin, plate, mileage, repair_records, inspections]

"""#
}
