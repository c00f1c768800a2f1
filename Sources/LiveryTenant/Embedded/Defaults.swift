// Written by Tests/Scripts/embed from Data/defaults.yaml. Change that file, then run the script.
// swift-format-ignore-file

extension Embedded {
    static let defaults: StaticString = #"""
# The weakest layer: what holds for every shop until platform.yaml, a group or the shop says otherwise.
# Nothing here answers for a business: what is sold, kept or recorded has no default and must be said.
livery: 1

branding:
  # Grays that suit most brands. Each role and its "on" counterpart reach 4.5:1, the outline 3:1 against surface and
  # background (WCAG 2.2, 1.4.3 and 1.4.11). The primary colours are the shop's own.
  colors:
    light:
      secondary: "#4A5568"
      on_secondary: "#FFFFFF"
      background: "#FFFFFF"
      on_background: "#1A202C"
      surface: "#F4F5F7"
      on_surface: "#1A202C"
      error: "#B3261E"
      on_error: "#FFFFFF"
      outline: "#757C87"
    dark:
      secondary: "#A9B4C4"
      on_secondary: "#161B24"
      background: "#111418"
      on_background: "#E8EAED"
      surface: "#1B1F25"
      on_surface: "#E8EAED"
      error: "#FFB4AB"
      on_error: "#690005"
      outline: "#8B929C"
  typography:
    heading_font: system-ui
    body_font: system-ui
    base_size: 17

app:
  ios: {minimum_os: "15.0"}
  android: {minimum_os: "8.0"}

features:
  booking: {enabled: false, lead_time_hours: 12, window_days: 60}
  service_history: {enabled: false, years: 5}
  vehicle_garage: {enabled: false, vin_scan: false, plate: true}
  estimate_approval: {enabled: false, valid_days: 14}
  inspections: {enabled: false, photos: true}
  messaging: {enabled: false, text_messages: false}
  push:
    enabled: false
    purpose: We tell you when your visit is confirmed, when an estimate waits for your answer, and when your car is ready.
  photos: {enabled: false, maximum: 6}
  loyalty: {enabled: false, points_per_visit: 100}
  reminders: {enabled: false, channels: [email], months_between_services: 6}
  payments: {enabled: false, save_cards: false}
  # Who tows, and whom the app calls, only the shop knows.
  towing: {enabled: false}

api:
  version: v1
  timeout_seconds: 15
  retry: {attempts: 3, backoff: exponential, initial_milliseconds: 250}
  certificate_pins: []
  endpoints:
    booking: /bookings
    service_history: /service-history
    vehicle_garage: /vehicles
    estimate_approval: /estimates
    inspections: /inspections
    messaging: /messages
    push: /push-tokens
    photos: /photos
    loyalty: /loyalty
    reminders: /reminders
    payments: /payments
    towing: /towing-requests

analytics:
  # Of the two periods that Google offers, 2 and 14 months, the shorter one.
  google_analytics: {enabled: false, retention_months: 2}
  firebase: {enabled: false, retention_months: 2, crash_reports: false}
  # Nothing is loaded before the visitor agrees.
  consent_mode: {mode: basic, wait_milliseconds: 500}

cookies:
  banner: bar
  # About six months, then the question comes again.
  consent_days: 182
  own: []

privacy:
  minimum_age: 16
  answer_days: 30
  changes:
    announced_by: [app, email]
    notice_days: 30
    history: []

"""#
}
