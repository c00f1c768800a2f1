import LiveryTenant

/// The screens of a visit: booking it, approving the work, hearing about it.
extension AppScreens {
    var booking: PreviewTile {
        let lead = tenant.features.booking?.leadTimeHours ?? 0
        return PreviewTile(
            title: "Booking a visit",
            hint: "The times follow your opening hours, at least \(lead) hours ahead. "
                + "Errors must not look like your brand.",
            settings: ["shop.hours", "features.booking.lead_time_hours", "branding.colors.light.error"]
        ) { html, _ in
            top("Book a visit", &html)
            html.div("pad") { html in
                field("What do you need?", "Oil change", &html)
                html.element("p", "Which day?", class: "label-line")
                html.div("chips") { html in
                    for (index, day) in openDays.prefix(6).enumerated() {
                        html.element("span", day.short, class: index == 0 ? "chip on" : "chip")
                    }
                }
                html.element("p", "What time?", class: "label-line")
                html.div("chips") { html in
                    for time in slots { html.element("span", time, class: "chip") }
                }
                html.element("p", "Please choose a time.", class: "error")
                html.div("grow") { _ in }
                html.element(
                    "p", "We use your name and phone to book the visit and to call you about it.", class: "small")
                html.element("p", "Book this visit", class: "btn")
            }
        }
    }

    var estimate: PreviewTile {
        let days = tenant.features.estimateApproval?.validDays ?? 0
        return PreviewTile(
            title: "Approving work",
            hint: "Yes and no have the same size and the same weight. An estimate holds for \(days) days.",
            settings: ["features.estimate_approval.valid_days", "branding.colors.light.secondary"]
        ) { html, _ in
            top("Estimate", &html)
            html.div("pad") { html in
                html.div("panel") { html in
                    html.element("p", "Blue hatchback, 2019", class: "strong")
                    pair("Front brake pads", price("184.00"), class: "line", &html)
                    pair("Brake fluid", price("38.50"), class: "line", &html)
                    pair("Work, 1.5 hours", price("165.00"), class: "line", &html)
                    pair("Total", price("387.50"), class: "line total", &html)
                }
                html.div("panel") { html in
                    html.element("p", "Why", class: "strong")
                    html.element("p", "The front pads are worn to 2 mm. We advise new ones now.", class: "small")
                }
                html.element("p", "Holds for \(days) days", class: "small")
                if tenant.features.inspections?.photos == true {
                    html.element("p", "See the photos of the inspection", class: "link small")
                }
                html.div("grow") { _ in }
                html.div("two") { html in
                    html.element("span", "Approve", class: "btn")
                    html.element("span", "Decline", class: "btn second")
                }
            }
        }
    }

    var messages: PreviewTile {
        let texts = tenant.features.messaging?.textMessages == true
        let hint =
            "Nothing private shows on a locked phone." + (texts ? " A text says who writes and how to stop." : "")
        return PreviewTile(
            title: "Messages", hint: hint, settings: ["features.messaging", "features.push.purpose", "shop.name"]
        ) { html, _ in
            html.div("lock") { html in
                html.element("p", "9:41", class: "clock")
                if tenant.features.push != nil {
                    html.div("push") { html in
                        icon("squircle", &html)
                        html.div("about") { html in
                            html.element("p", branding.appName, class: "strong")
                            html.element("p", "There is news about your visit. Open the app to read it.")
                        }
                    }
                }
                if tenant.features.messaging != nil {
                    html.div("thread") { html in
                        html.element("p", texts ? "Text message" : "In the app", class: "small")
                        html.element("p", textMessage(texts), class: "bubble")
                        html.element("p", "Great, I will be there at five.", class: "bubble mine")
                    }
                }
            }
        }
    }

    private func textMessage(_ isText: Bool) -> String {
        "\(tenant.shop.name): your car is ready. We are open until \(closing)."
            + (isText ? " Reply STOP to end texts." : "")
    }

    /// The first day that the shop opens, with the first time one can come.
    var firstSlot: (day: String, time: String)? {
        guard tenant.features.booking != nil, let day = openDays.first, let start = slots.first else { return nil }
        return (day.long, start)
    }

    private var openDays: [(long: String, short: String, ranges: [OpeningHours.TimeRange])] {
        tenant.shop.hours.days.filter { !$0.ranges.isEmpty }.map { day in
            let long = day.weekday.rawValue.prefix(1).uppercased() + day.weekday.rawValue.dropFirst()
            return (long, String(long.prefix(3)), day.ranges)
        }
    }

    /// Up to six times of the first open day, an hour and a half apart.
    private var slots: [String] {
        let times = (openDays.first?.ranges ?? []).flatMap { range in
            stride(from: range.start, to: range.end - 30, by: 90).map(localTime)
        }
        return Array(times.prefix(6))
    }

    private var closing: String {
        (openDays.first?.ranges.last?.end).map(localTime) ?? localTime(1020)
    }

    /// Twelve hours in North America, twenty-four elsewhere.
    private func localTime(_ minutes: Int) -> String {
        guard ["US", "CA"].contains(tenant.shop.address.region.country) else { return ClockTime.text(minutes) }
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        let shown = hour % 12 == 0 ? 12 : hour % 12
        return "\(shown):" + (minute < 10 ? "0" : "") + "\(minute) " + (hour < 12 ? "am" : "pm")
    }

    private func price(_ amount: String) -> String {
        switch tenant.shop.address.region.country {
        case "US", "CA": "$\(amount)"
        case "GB": "£\(amount)"
        case "DE", "AT", "FR", "ES", "IT", "NL", "IE": "€\(amount)"
        default: amount
        }
    }
}
