// Written by Tests/Scripts/embed from Catalogue/shop_ware.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let shopWare: StaticString = #"""
# Shop-Ware, the shop management system; not Shopware, the online store.
# The resources are the read/write matrix: an empty list marked "confirmed" or "third_party" says that the API lacks
# the resource, one marked "unknown" says that nobody could tell. Only what stands here can be synchronized.
livery: 1
kind: shop_management
name: {value: "Shop-Ware", mark: confirmed, source: "https://github.com/api-evangelist/shop-ware"}
legal_name: {value: "Shop-Ware Inc.", mark: confirmed, source: "https://app.shop-ware.com/terms_paid.html"}
website: {value: "https://www.shop-ware.com/", mark: confirmed, source: "https://github.com/api-evangelist/shop-ware"}
privacy_policy:
  value: "https://shop-ware.com/privacy-policy/"
  mark: confirmed
  source: "https://github.com/api-evangelist/shop-ware"
country: {value: "US", mark: confirmed, source: "https://app.shop-ware.com/terms_paid.html"}
api:
  style:
    value: "REST, JSON, described in OpenAPI 3.0.1; versions v1 and v2 side by side"
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  production_url:
    value: "https://api.shop-ware.com"
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  sandbox_url: {mark: unknown}
  authentication:
    value: "Headers X-Api-Partner-Id and X-Api-Secret on every call; each tenant grants the partner access, with or without writing"
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  webhooks:
    value: "Managed through the API; events such as appointment.created or customer.merged"
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  webhook_signature: {mark: unknown}
  rate_limit: {mark: unknown}
  pagination:
    value: "v1: page and per_page; v2: cursor and per_page"
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
identifiers:
  tenant_id:
    title: "Tenant number in Shop-Ware"
    pattern: "[0-9]+"
    example: "1187"
    required: true
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  shop_id:
    title: "Shop number inside the tenant"
    pattern: "[0-9]+"
    example: "2"
    required: true
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
secrets:
  partner_id:
    title: "API partner ID"
    scope: partner
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  api_secret:
    title: "API secret of the partner"
    scope: partner
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
resources:
  shops:
    operations: [read]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Shops and tenants."
  customers:
    operations: [read, create, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Also their contacts."
  vehicles:
    operations: [read, create, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  appointments:
    operations: [read, create, update, delete]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
  repair_orders:
    operations: [read, create, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "They can also be started and shared."
  estimates:
    operations: []
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Canned jobs can be added to an estimate and services removed from it; nothing else is documented."
  jobs:
    operations: [read, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Called services."
  recommendations:
    operations: [read, create, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Past recommendations can only be read."
  inspections:
    operations: []
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Not in the API."
  payments:
    operations: [read]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Payments and payment transactions."
  invoices:
    operations: []
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Part of the repair order; read it there."
  inventory: {operations: [read, update], mark: confirmed, source: "https://github.com/api-evangelist/shop-ware"}
  employees:
    operations: [read, create, update]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Called staffs."
  labor_rates:
    operations: []
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Not in the API; pay_rates are what staff earn."
  canned_jobs:
    operations: [read]
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Canned jobs can be added to an estimate."
  messages:
    operations: []
    mark: confirmed
    source: "https://github.com/api-evangelist/shop-ware"
    note: "Not in the API; a notification reaches staff only."
  notes: {operations: [read, create, update], mark: confirmed, source: "https://github.com/api-evangelist/shop-ware"}
cookies: []
receives: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, estimates]
sends: [name, email, phone, address, vehicle, vin, plate, mileage, appointments, repair_records, estimates, payment_history]

"""#
}
