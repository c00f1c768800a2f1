// Written by Tests/Scripts/embed from Catalogue/tekmetric.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let tekmetric: StaticString = #"""
# Tekmetric. Most facts come from a verbatim mirror of its API page, which Tekmetric shows to partners only.
# The resources are the read/write matrix: an empty list marked "confirmed" or "third_party" says that the API lacks
# the resource, one marked "unknown" says that nobody could tell. Only what stands here can be synchronized.
livery: 1
kind: shop_management
name: {value: "Tekmetric", mark: third_party, source: "https://github.com/api-evangelist/tekmetric"}
legal_name: {mark: unknown}
website:
  value: "https://www.tekmetric.com/"
  mark: third_party
  source: "https://github.com/api-evangelist/tekmetric"
privacy_policy: {mark: unknown}
country:
  value: "US"
  mark: third_party
  source: "https://thechicagojournal.com/how-tekmetric-became-a-platform-for-modern-auto-repair-management"
api:
  style: {value: "REST, JSON, version v1", mark: confirmed, source: "https://github.com/shermanhuman/oh"}
  production_url:
    value: "https://shop.tekmetric.com/api/v1"
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  sandbox_url:
    value: "https://sandbox.tekmetric.com/api/v1"
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  authentication:
    value: "OAuth 2 client credentials; the bearer token lists the shops it may reach"
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  webhooks:
    value: "A product feature (\"Custom Webhooks\"); not managed through the API as far as seen"
    mark: third_party
    source: "https://www.tekmetric.com/integrations/custom-webhooks"
  webhook_signature: {mark: unknown}
  rate_limit:
    value: "600 requests a minute in production, 300 in the sandbox"
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  pagination:
    value: "page (from 0) and size (at most 100)"
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
identifiers:
  shop_id:
    title: "Shop number in Tekmetric"
    pattern: "[0-9]+"
    example: "4821"
    required: true
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
secrets:
  client_id:
    title: "Client ID of the partner"
    scope: partner
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  client_secret:
    title: "Client secret of the partner"
    scope: partner
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
resources:
  shops:
    operations: [read]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "A shop can also disconnect itself from the partner."
  customers: {operations: [read, create, update], mark: confirmed, source: "https://github.com/shermanhuman/oh"}
  vehicles: {operations: [read, create, update], mark: confirmed, source: "https://github.com/shermanhuman/oh"}
  appointments:
    operations: [read, create, update, delete]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
  repair_orders:
    operations: [read, update]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "Six fields can be changed: key tag, mileage in and out, technician, service writer, promised time."
  estimates:
    operations: [read]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "An estimate is a repair order with status 1."
  jobs:
    operations: [read, update]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "Includes the job clock and labor lines."
  recommendations:
    operations: []
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "Not in the API."
  inspections: {operations: [], mark: unknown, note: "No endpoint in the API page; a webhook event was seen."}
  payments: {operations: [], mark: unknown, note: "No endpoint in the API page; a webhook event was seen."}
  invoices:
    operations: []
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "A posted invoice is a repair order with status 5 or 6; read it there."
  inventory: {operations: [read], mark: third_party, source: "https://github.com/beetlebugorg/tekmetric-mcp"}
  employees: {operations: [read], mark: confirmed, source: "https://github.com/shermanhuman/oh"}
  labor_rates:
    operations: []
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "Not in the API."
  canned_jobs:
    operations: [read]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "Canned jobs can be added to a repair order."
  messages: {operations: [], mark: unknown, note: "No endpoint in the API page."}
  notes:
    operations: [read]
    mark: confirmed
    source: "https://github.com/shermanhuman/oh"
    note: "The customer's concerns on a repair order."
cookies: []
receives: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, estimates]
sends: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, repair_records, estimates]

"""#
}
