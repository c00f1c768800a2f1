// Written by Tests/Scripts/embed from the names in Catalogue. Change that file, then run the script.
// swift-format-ignore-file

/// The data files of this target, as they stand on disk.
enum Embedded {
    /// By provider id, in order.
    static let catalogue: [(id: String, text: StaticString)] = [
        ("authorize_net", authorizeNet),
        ("autoleap", autoleap),
        ("autovitals", autovitals),
        ("braintree", braintree),
        ("firebase", firebase),
        ("google_analytics", googleAnalytics),
        ("mitchell1", mitchell1),
        ("protractor", protractor),
        ("shop_ware", shopWare),
        ("shopmonkey", shopmonkey),
        ("square", square),
        ("stripe", stripe),
        ("tekmetric", tekmetric),
    ]
}
