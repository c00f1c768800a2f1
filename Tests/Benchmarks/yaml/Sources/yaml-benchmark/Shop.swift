extension Value {
    /// A shop's definition of about 120 lines; the number makes it unlike the others.
    static func shop(number: Int, _ random: inout SplitMix64) -> Value {
        let tree = random.pick(["Oakwood", "Riverbend", "Cedar Lane", "Elm & Sons", "Maple Ridge", "Müller's"])
        let name = "\(tree) \(random.pick(["Auto Care", "Motors", "Brake & Tire", "Garage"])) \(number)"
        let slug = "shop\(number)"
        let flag = { (random: inout SplitMix64) in Value.text(random.below(3) > 0 ? "true" : "false") }
        return .map([
            ("livery", .text("1")), ("group", .text("group-\(number % 40)")),
            ("shop", contact(name, slug, &random)), ("branding", branding(name, slug, &random)),
            (
                "app",
                .map([
                    ("ios", .map([("bundle_id", .text("example.\(slug).app")), ("minimum_os", .text("15.0"))])),
                    ("android", .map([("application_id", .text("example.\(slug).app"))])),
                    ("deep_link_domain", .text("app.\(slug).example")), ("locales", .list([.text("en-US")])),
                    ("store", .map([("en-US", store(name, &random))])),
                ])
            ),
            (
                "features",
                .map([
                    ("booking", .map([("enabled", flag(&random)), ("lead_time_hours", .text("\(random.below(48))"))])),
                    ("service_history", .map([("enabled", flag(&random)), ("years", .text("\(random.below(9))"))])),
                    ("messaging", .map([("enabled", flag(&random)), ("text_messages", flag(&random))])),
                    (
                        "push",
                        .map([("enabled", .text("true")), ("purpose", .text("Tells you when your car is done"))])
                    ),
                    ("loyalty", .map([("enabled", flag(&random)), ("points_per_visit", .text("100"))])),
                    ("payments", .map([("enabled", flag(&random)), ("save_cards", .text("false"))])),
                ])
            ),
            ("integrations", integrations(number, &random)), ("privacy", privacy(number)),
            (
                "environments",
                .map([
                    (
                        "staging",
                        .map([
                            (
                                "api",
                                .map([
                                    ("base_url", .text("https://staging.\(slug).example/api")),
                                    ("retry", .map([("attempts", .text("3")), ("backoff", .text("fixed"))])),
                                ])
                            )
                        ])
                    )
                ])
            ),
        ])
    }

    private static func contact(_ name: String, _ slug: String, _ random: inout SplitMix64) -> Value {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
        let opens = "0\(7 + random.below(2)):30"
        var hours = days.map { ($0, Value.text("\(opens)-17:30")) }
        hours.append(("saturday", .list([.text("08:00-12:00"), .text("13:00-16:00")])))
        hours.append(("sunday", .text("closed")))
        return .map([
            ("name", .text(name)), ("legal_name", .text(name + " LLC")), ("email", .text("hello@\(slug).example")),
            ("phone", .text("+1512555\(1000 + random.below(9000))")), ("website", .text("https://\(slug).example")),
            (
                "address",
                .map([
                    ("street", .text("\(100 + random.below(9000)) \(random.pick(["Elm", "Oak", "Main"])) Street")),
                    ("city", .text(random.pick(["Austin", "Waco", "Tulsa", "El Paso"]))),
                    ("region", .text(random.pick(["US-TX", "US-OK", "US-NM"]))), ("postal_code", .text("78704")),
                ])
            ), ("time_zone", .text("America/Chicago")), ("hours", .map(hours)),
        ])
    }

    private static func branding(_ name: String, _ slug: String, _ random: inout SplitMix64) -> Value {
        func colors(_ random: inout SplitMix64) -> Value {
            let roles = ["primary", "on_primary", "secondary", "on_secondary", "background", "surface"]
            return .map(
                roles.map { role in
                    let digits = String(0x10_0000 + random.below(0xE0_0000), radix: 16, uppercase: true)
                    return (role, .text("#" + digits))
                })
        }
        return .map([
            ("app_name", .text(name)), ("short_name", .text(String(name.prefix(12)))),
            ("colors", .map([("light", colors(&random)), ("dark", colors(&random))])),
            ("logo", .text("\(slug)/logo.svg")), ("icon", .text("\(slug)/icon.png")),
        ])
    }

    private static func store(_ name: String, _ random: inout SplitMix64) -> Value {
        .map([
            ("subtitle", .text("Your car in good hands")),
            ("short_description", .text("Book \(name): repairs, estimates and reminders")),
            ("description", .text("Book a visit, see what was done, and pay from your phone. \(name) knows your car.")),
            ("keywords", .list(["auto", "repair", random.pick(["brakes", "tires", "oil"])].map(Value.text))),
        ])
    }

    private static func integrations(_ number: Int, _ random: inout SplitMix64) -> Value {
        .map([
            (
                "tekmetric",
                .map([
                    ("enabled", .text("true")), ("identifiers", .map([("shop_id", .text("\(4000 + number)"))])),
                    (
                        "secrets",
                        .map([
                            ("client_id", .map([("secret", .text("tekmetric/shop\(number)/client-id"))])),
                            ("client_secret", .map([("secret", .text("tekmetric/shop\(number)/client-secret"))])),
                        ])
                    ),
                    (
                        "sync",
                        .map([
                            ("appointments", .list(["read", "create", "update"].map(Value.text))),
                            ("customers", .list([.text("read")])),
                        ])
                    ), ("every_minutes", .text("\(5 + random.below(50))")),
                ])
            )
        ])
    }

    private static func privacy(_ number: Int) -> Value {
        let kept = ["account", "vehicles", "appointments", "repair_records", "messages", "photos", "payments"]
        return .map([
            ("customers_in", .list(["US-TX", "US-OK"].map(Value.text))), ("sells_data", .text("false")),
            (
                "retention",
                .map(
                    kept.map { name in
                        (
                            name,
                            .map([
                                ("keep", .text("\(1 + number % 7) years")), ("after", .text("visit")),
                                ("because", .text("tax_law")),
                            ])
                        )
                    })
            ), ("minimum_age", .text("16")), ("effective_date", .text("2026-12-01")),
            (
                "changes",
                .map([
                    ("announced_by", .list(["app", "email"].map(Value.text))),
                    ("history", .list([.map([("date", .text("2026-12-01")), ("summary", .text("First version"))])])),
                ])
            ),
        ])
    }
}
