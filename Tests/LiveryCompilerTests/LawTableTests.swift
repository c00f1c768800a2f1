import LiveryBundle
import LiveryCompiler
import LiveryDiagnostics
import LiveryPrivacy
import Testing

/// Which laws hold for each sample shop, which parts its policy has for them, and what it must say or leave out.
@Suite("Laws of the samples")
struct LawTableTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let shop: String
        let laws: [String]
        let parts: [String]
        var says: [String] = []
        var neverSays: [String] = []

        var testDescription: String { shop }
    }

    /// What no policy for a shop in America says unless a law asks for it.
    private static let foreign = [
        "legal basis", "legal bases", "controller", "Attorney General", "appeal", "NOTICE:",
        "Do Not Sell or Share My Personal Information", "Information Commissioner", "Privacy Commissioner",
    ]
    private static let texas = [
        "Refuse the sale of your data.", "Refuse profiling for grave decisions.", "You can appeal if we say no.",
        "within 60 days", "the Attorney General of Texas", "we take up to 45 days more",
    ]
    private static let notTexas = [
        "NOTICE:", "legal bas", "controller", "California", "which other companies got your data", "Refuse the use",
    ]
    private static let chain = Row(
        shop: "", laws: ["us-tx"], parts: ["If you live in Texas"], says: texas, neverSays: notTexas)

    private static func cedarLane(_ town: String) -> Row {
        Row(
            shop: "cedar-lane-\(town)", laws: chain.laws, parts: chain.parts, says: chain.says,
            neverSays: chain.neverSays)
    }

    static let rows = [
        // New Jersey's act is for those with 100,000 people; New York and Pennsylvania have none.
        Row(shop: "bobs-brakes-and-sons", laws: [], parts: [], neverSays: foreign),
        cedarLane("georgetown"), cedarLane("round-rock"), cedarLane("waco"),
        // Towing collects exact locations, which neither Colorado nor Utah asks of so small a shop.
        Row(shop: "front-range-4x4", laws: [], parts: [], neverSays: foreign),
        Row(
            shop: "garage-beaulieu-et-filles", laws: ["ca-qc", "ca-pipeda"],
            parts: ["If you live in Quebec", "If you live in Ontario"],
            says: ["In charge of personal information: Sylvie Beaulieu", "Commission d'accès", "Privacy Commissioner"],
            neverSays: ["Attorney General", "legal basis", "NOTICE:"]),
        Row(
            shop: "golden-poppy-hybrid", laws: ["us-ca-ccpa", "us-ca-caloppa"], parts: ["If you live in California"],
            says: [
                "In the last 12 months, we collected", "Customer records", "we sold and shared none of it",
                "under 16, too", "within 10 business days", "Be treated no worse", "with your written yes",
                "Limit the use of sensitive data", "at least once a year", "Do Not Track",
                "The Act calls your login sensitive",
            ], neverSays: ["appeal", "Attorney General", "Do Not Sell or Share", "NOTICE:", "Geolocation data"]),
        Row(
            shop: "harrow-and-hale", laws: ["uk-gdpr"], parts: ["If you live in the United Kingdom"],
            says: ["lawful bases", "We confirm your complaint within 30 days", "the Information Commissioner"],
            neverSays: ["Article 22", "data protection authority", "appeal", "Attorney General"]),
        Row(
            shop: "kfz-kiefer-und-sohn", laws: ["eu-gdpr"], parts: ["If you live in Germany"],
            says: [
                "legal bases", "Art. 6(1)(f)", "within one month", "standard contractual clauses",
                "data protection authority", "Dr. Almut Renner", "No law makes you give us data",
            ], neverSays: ["Information Commissioner", "appeal", "Attorney General", "Our representative"]),
        Row(
            shop: "maple-and-main", laws: ["ca-pipeda"], parts: ["If you live in Ontario"],
            says: ["Privacy Commissioner of Canada", "within 30 days"],
            neverSays: ["Commission d'accès", "legal basis", "Attorney General"]),
        // It neither sells data nor meets 35,000 people, and collects nothing sensitive, which Connecticut would ask.
        Row(shop: "narragansett-motor-works", laws: [], parts: [], neverSays: foreign),
        // A small business in Texas; the law of Oklahoma comes a month after its policy.
        Row(
            shop: "oakwood-auto-care", laws: [], parts: [],
            says: ["You choose if we text you.", "Reply STOP and we stop.", "Message and data rates may apply."],
            neverSays: foreign),
        Row(shop: "pruitt-auto", laws: [], parts: [], neverSays: foreign),
        // It sells data, and is large enough for California's act.
        Row(
            shop: "sundial-quick-lube", laws: ["us-ca-ccpa", "us-ca-caloppa"], parts: ["If you live in California"],
            says: [
                "We sell personal data.", "We share data for ads.", "sell data about you", "let others show you ads",
                "we sold and shared your e-mail address, car, mileage", "Do Not Sell or Share My Personal Information",
                "We stop within 15 business days", "the Global Privacy Control", "Glovebox Insurance Leads",
                "Others can follow what you do here",
            ],
            neverSays: [
                "We do not sell", "sold and shared none of it", "nothing to stop", "Limit the Use of My Sensitive",
                "appeal",
            ]),
    ]

    @Test("The table has every sample shop")
    func isComplete() {
        #expect(Self.rows.map(\.shop) == SampleWorkspace.input.shops.keys.sorted())
    }

    @Test("Laws, parts and sentences of each policy", arguments: rows)
    func policy(_ row: Row) throws {
        let explained = Compiler.explainLaws(SampleWorkspace.input, shop: row.shop)
        let told = try #require(explained.explanation).text.split(separator: "\n")
        let applying = told.filter { $0.contains(" applies  (") }.map { $0.drop { $0 != "(" }.dropFirst().dropLast() }
        #expect(Set(applying.map(String.init)) == Set(row.laws))
        #expect(!told.contains { $0.contains(" is open: ") })

        let compiled = Compiler.compile(SampleWorkspace.input, only: [row.shop]).shops
        let file = compiled.first?.bundle?.files.first { $0.path == "privacy/policy.en.txt" }
        let lines = String(decoding: try #require(file).bytes, as: UTF8.self).split(separator: "\n")
        let text = lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
        let parts = lines.filter { $0.contains(". If you live in ") }.map { $0.drop { $0 != "I" } }.map(String.init)
        #expect(parts == row.parts)
        for sentence in row.says { #expect(text.contains(sentence), "\(row.shop) must say: \(sentence)") }
        for sentence in row.neverSays { #expect(!text.contains(sentence), "\(row.shop) must not say: \(sentence)") }
        // What the operator grants to all.
        for right in ["A copy.", "A fix.", "A deletion."] { #expect(text.contains(right)) }
    }
}
