import LiveryTenant

/// The screens that show the brand: the phone's home screen, the first second, the way in, the start, the store.
extension AppScreens {
    var homeScreen: PreviewTile {
        PreviewTile(
            title: "On the phone", hint: "Is the name under the icon whole? Does the icon work in every shape?",
            settings: ["branding.short_name", "branding.icon"]
        ) { html, _ in
            html.div("wall") { html in
                html.element("p", "9:41", class: "status")
                html.div("apps") { html in
                    for _ in 0..<9 { neighbour(&html) }
                    html.div("app") { html in
                        icon("squircle", &html)
                        html.element("span", branding.shortName, class: "name")
                    }
                    for _ in 0..<6 { neighbour(&html) }
                }
                html.div("grow") { _ in }
                html.element("p", "The same icon in other shapes", class: "small shapes-title")
                html.div("shapes") { html in
                    for shape in ["circle", "squircle", "square", "tinted", "tiny"] { icon(shape, &html) }
                }
            }
        }
    }

    var splash: PreviewTile {
        PreviewTile(
            title: "The first second", hint: "Does the logo stand free, in light and in dark?",
            settings: ["branding.logo", "branding.logo_dark", "branding.colors.light.background"]
        ) { html, isDark in
            html.div("splash") { logo(isDark: isDark, &$0) }
        }
    }

    var signIn: PreviewTile {
        PreviewTile(
            title: "Signing in", hint: "Can you read the button from an arm's length away?",
            settings: ["branding.colors.light.primary", "branding.colors.light.on_primary"]
        ) { html, isDark in
            html.element("p", "9:41", class: "status")
            html.div("pad middle") { html in
                logo(isDark: isDark, &html)
                html.element("p", "Welcome", class: "large")
                field("E-mail or phone", "sam@mail.example", &html)
                html.element("p", "Send me a code", class: "btn")
                html.element("p", "By going on you accept how we handle your data.", class: "small")
                html.element("p", "Privacy policy", class: "link small")
            }
        }
    }

    var start: PreviewTile {
        PreviewTile(
            title: "The start", hint: "The actions are those that are switched on for your app.",
            settings: tenant.features.enabled.prefix(3).map { "features.\($0.rawValue)" } + ["shop.phone"]
        ) { html, _ in
            top(branding.appName, &html)
            html.div("pad") { html in
                html.element("p", "Hello, Sam", class: "large")
                if let slot = firstSlot {
                    html.div("tinted-card") { html in
                        html.element("p", "Your next visit", class: "small")
                        html.element("p", "\(slot.day), \(slot.time)", class: "strong")
                        html.element("p", "Oil change and brake check", class: "small")
                    }
                }
                if tenant.features.vehicleGarage != nil {
                    html.div("panel") { html in
                        html.element("p", "Blue hatchback, 2019", class: "strong")
                        html.element("p", "Last visit in spring", class: "small")
                    }
                }
                html.div("actions-grid") { html in
                    for action in actions.prefix(6) { html.element("span", action, class: "action") }
                }
                html.div("panel") { html in
                    html.element("p", "Where we are", class: "strong")
                    html.element("p", "\(tenant.shop.address.street), \(tenant.shop.address.city)", class: "small")
                }
                html.div("grow") { _ in }
                html.element("p", "Call \(PhoneNumber.display(tenant.shop.phone))", class: "btn")
            }
        }
    }

    var store: PreviewTile {
        let listing = tenant.app.store.first
        let counts =
            "Name \(branding.appName.count) of 30 characters"
            + (listing.map {
                ", subtitle \($0.subtitle.count) of 30, short text \($0.shortDescription.count) of 80."
            } ?? ". There is no listing text yet.")
        return PreviewTile(
            title: "In the store", hint: counts,
            settings: ["branding.app_name", "app.store"]
        ) { html, _ in
            html.element("p", "9:41", class: "status")
            html.div("pad store") { html in
                html.div("listing") { html in
                    icon("squircle", &html)
                    html.div("about") { html in
                        html.element("p", branding.appName, class: "strong")
                        if let subtitle = listing?.subtitle { html.element("p", subtitle, class: "small") }
                        html.element("span", "Get", class: "get")
                    }
                }
                if let listing {
                    html.element("p", listing.shortDescription, class: "strong")
                    html.element("p", String(listing.description.prefix(280)), class: "small clip")
                }
                html.div("shots") { html in
                    for name in (actions + ["Call us", "Find us", "Opening hours"]).prefix(3) {
                        html.element("span", name, class: "shot")
                    }
                }
                html.div("panel") { html in
                    html.element("p", "App privacy", class: "strong")
                    let sharing = tenant.privacy.sharesForAds || tenant.privacy.sellsData
                    html.element(
                        "p", sharing ? "Some data is used to track you." : "No data is used to track you.",
                        class: "small")
                    html.element("p", "The developer's privacy policy", class: "link small")
                }
            }
        }
    }

    private func neighbour(_ html: inout HTMLWriter) {
        html.raw("<span class=\"app\"><span class=\"icon other\"></span>")
        html.raw("<span class=\"other-name\"></span></span>")
    }

    func field(_ label: String, _ value: String, _ html: inout HTMLWriter) {
        html.div("field") { html in
            html.element("span", label, class: "small")
            html.element("span", value, class: "value")
        }
    }

    private var actions: [String] {
        tenant.features.enabled.compactMap { feature in
            switch feature {
            case .booking: "Book a visit"
            case .serviceHistory: "My visits"
            case .estimateApproval: "Estimates"
            case .inspections: "Inspections"
            case .messaging: "Messages"
            case .photos: "Send photos"
            case .loyalty: "My points"
            case .payments: "Pay a bill"
            case .towing: "Get a tow"
            case .vehicleGarage, .push, .reminders: nil
            }
        }
    }
}
