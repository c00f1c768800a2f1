// Written by Tests/Scripts/embed from Catalogue/autovitals.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let autovitals: StaticString = #"""
# AutoVitals works on top of the shop management system: inspections, workflow and messages to customers.
# No public API was found, so nothing can be synchronized until the agreement with AutoVitals says what can be.
livery: 1
kind: shop_management
name: {value: "AutoVitals", mark: confirmed, source: "https://shop.autovitals.com/Public/PrivacyPolicy.aspx"}
legal_name: {mark: unknown}
website:
  value: "https://www.autovitals.com"
  mark: confirmed
  source: "https://www.autovitals.com/autovitals-standard-terms-and-conditions/"
privacy_policy:
  value: "https://shop.autovitals.com/Public/PrivacyPolicy.aspx"
  mark: confirmed
  source: "https://shop.autovitals.com/Public/PrivacyPolicy.aspx"
country: {value: "US", mark: confirmed, source: "https://shop.autovitals.com/Public/PrivacyPolicy.aspx"}
api:
  style: {mark: unknown}
  production_url: {mark: unknown}
  sandbox_url: {mark: unknown}
  authentication: {mark: unknown}
  webhooks: {mark: unknown}
  webhook_signature: {mark: unknown}
  rate_limit: {mark: unknown}
  pagination: {mark: unknown}
identifiers: {}
secrets: {}
resources:
  shops: {operations: [], mark: unknown}
  customers: {operations: [], mark: unknown}
  vehicles: {operations: [], mark: unknown}
  appointments: {operations: [], mark: unknown}
  repair_orders: {operations: [], mark: unknown}
  estimates: {operations: [], mark: unknown}
  jobs: {operations: [], mark: unknown}
  recommendations: {operations: [], mark: unknown}
  inspections: {operations: [], mark: unknown, note: "Its core, but no public API was found."}
  payments: {operations: [], mark: unknown}
  invoices: {operations: [], mark: unknown}
  inventory: {operations: [], mark: unknown}
  employees: {operations: [], mark: unknown}
  labor_rates: {operations: [], mark: unknown}
  canned_jobs: {operations: [], mark: unknown}
  messages: {operations: [], mark: unknown}
  notes: {operations: [], mark: unknown}
cookies: []
receives: [name, email, phone, vehicle, appointments]
sends: [name, email, phone, vehicle, appointments, repair_records, estimates, inspections]

"""#
}
