// Written by Tests/Scripts/embed from Catalogue/mitchell1.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let mitchell1: StaticString = #"""
# Mitchell 1 (Manager SE, SocialCRM); not Mitchell International, which also runs a programming interface.
# No interface for shop data is public, so nothing can be synchronized until the partner agreement says what can be.
livery: 1
kind: shop_management
name: {value: "Mitchell 1", mark: confirmed, source: "http://mitchell1.com/legal/privacy.html"}
legal_name:
  value: "Mitchell Repair Information Company, LLC"
  mark: confirmed
  source: "http://mitchell1.com/legal/privacy.html"
website: {value: "https://mitchell1.com", mark: confirmed, source: "http://mitchell1.com/legal/privacy.html"}
privacy_policy:
  value: "http://mitchell1.com/legal/privacy.html"
  mark: confirmed
  source: "http://mitchell1.com/legal/privacy.html"
country: {value: "US", mark: confirmed, source: "https://mitchell1.com/privacy-policy/polish"}
api:
  style:
    value: "No public API for shop data; a partner programme by agreement covers ProDemand only"
    mark: third_party
    source: "https://github.com/api-evangelist/mitchell1"
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
  inspections: {operations: [], mark: unknown}
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
sends: [name, email, phone, vehicle, appointments, repair_records]

"""#
}
