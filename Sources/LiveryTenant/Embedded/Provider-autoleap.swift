// Written by Tests/Scripts/embed from Catalogue/autoleap.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let autoleap: StaticString = #"""
# AutoLeap. The API is for partners, and not for the plans Essentials, Pro and Elite (third party).
# The resources are the read/write matrix: an empty list marked "confirmed" or "third_party" says that the API lacks
# the resource, one marked "unknown" says that nobody could tell. Only what stands here can be synchronized.
livery: 1
kind: shop_management
name: {value: "AutoLeap", mark: confirmed, source: "https://autoleap.com/terms-of-use"}
legal_name: {value: "AutoLeap Incorporated", mark: confirmed, source: "https://autoleap.com/terms-of-use"}
website: {value: "https://autoleap.com", mark: third_party, source: "https://github.com/api-evangelist/autoleap"}
privacy_policy: {mark: unknown}
country: {value: "CA", mark: confirmed, source: "https://autoleap.com/terms-of-use"}
api:
  style:
    value: "REST, version v2, for partners only"
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  production_url:
    value: "https://partnerapi.myautoleap.com/v2"
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  sandbox_url: {mark: unknown}
  authentication:
    value: "Log-in with partner ID and auth key; the bearer token lives an hour, its refresh token three"
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  webhooks: {mark: unknown}
  webhook_signature: {mark: unknown}
  rate_limit:
    value: "By partner account: 150 GET a minute; POST, PUT and DELETE 50 a minute each"
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  pagination: {mark: unknown}
identifiers:
  company_id:
    title: "Company in AutoLeap, as the partner profile lists it"
    required: true
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  location_id:
    title: "Location in AutoLeap, as the partner profile lists it"
    required: false
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
secrets:
  partner_id:
    title: "Partner ID"
    scope: partner
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
  auth_key:
    title: "Auth key of the partner"
    scope: partner
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
resources:
  shops:
    operations: [read]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "The partner profile."
  customers:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Creating and updating are in beta; customers are archived, not deleted."
  vehicles:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Vehicles are archived, not deleted."
  appointments:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Also appointment requests and free slots."
  repair_orders:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Also in bulk."
  estimates:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "An estimate and its repair order are one record."
  jobs:
    operations: []
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Part of the repair order."
  recommendations: {operations: [], mark: unknown}
  inspections: {operations: [], mark: unknown}
  payments: {operations: [read], mark: third_party, source: "https://github.com/api-evangelist/autoleap"}
  invoices:
    operations: []
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Part of the repair order."
  inventory:
    operations: [read, create, update]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Items can be created; levels can be read and updated."
  employees: {operations: [read], mark: third_party, source: "https://github.com/api-evangelist/autoleap"}
  labor_rates: {operations: [], mark: unknown}
  canned_jobs:
    operations: [read, create]
    mark: third_party
    source: "https://github.com/api-evangelist/autoleap"
    note: "Called canned services."
  messages: {operations: [], mark: unknown}
  notes: {operations: [], mark: unknown}
cookies: []
receives: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, estimates]
sends: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, repair_records, estimates, payment_history]

"""#
}
