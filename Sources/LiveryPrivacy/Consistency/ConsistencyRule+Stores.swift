extension ConsistencyRule {
    private static let labels = "Tests/Validators/check_labels.py"
    private static let closure = "Tests/Validators/check_closure.py"

    static let stores = [
        rule(
            "STO001", "The manifest names Apple's kinds of data and purposes, and no others.",
            "Apple, NSPrivacyCollectedDataTypes",
            .derived("the crosswalk is a table of them", labels, "NSPrivacyCollectedDataType")),
        rule(
            "STO002", "Each required-reason API has a code of its own list.", "Apple, NSPrivacyAccessedAPIType",
            .derived("the codes stand beside the features that need them", labels, "NSPrivacyAccessedAPIType")),
        rule(
            "STO003", "A kind of data stands once, with purposes.", "Apple, privacy manifest files",
            .derived("kinds are grouped before they are written", closure, "manifest_problems")),
        rule(
            "STO004", "App Store Connect hears no contradiction.", "fastlane, app privacy details",
            .derived("`not collected` is written for an empty list alone", closure, "details_problems")),
        rule(
            "STO005", "The three labels agree on what is collected.", "the crosswalk",
            .derived("all are written from one data map", closure, "label_problems")),
        rule(
            "STO006", "Each kind of data in Google's form has all its answers.", "Google Play, Data safety CSV",
            .derived("the form is filled row by row", labels, "PSL_DATA_USAGE_RESPONSES")),
        rule(
            "STO007", "Google's form has no answer for what is not collected.", "Google Play, Data safety CSV",
            .derived("blank stays blank", closure, "form_problems")),
        rule(
            "STO008", "Ways to create an account fit together.", "Google Play, Data safety CSV",
            .derived("they follow from the account", labels, "PSL_ACM")),
        rule(
            "STO009", "Who has an account can delete it, also on the web.",
            "Google Play, account deletion; App Store Review Guidelines 5.1.1(v)",
            .found(by: "tenant/invalid-url", and: "`app.account_deletion_url` cannot be left out")),
        rule(
            "STO010", "What is said to be encrypted goes to https.", "Google Play, Data safety",
            .found(by: "tenant/invalid-url", and: "every address of a definition is https by its pattern")),
        rule(
            "STO011", "Who works for the shop is no third party in Google's form.",
            "Google Play, answer 10787469",
            .derived("sharing follows from a company's role", closure, "form_problems")),
        rule(
            "STO012", "No company without declared data.", "the catalogue",
            .found(by: "tenant/unknown-provider", "privacy/resource-undeclared")),
        rule(
            "STO013", "A permission has a feature, and a sentence that says why.",
            "App Store Review Guidelines 5.1.1(ii)",
            .found(by: "tenant/vague-purpose", and: "permissions follow from features")),
        rule(
            "STO014", "A sentence about a permission names a real purpose.", "App Store Review Guidelines 5.1.1",
            .leftOut(
                "All but that of notifications are Livery's own; what a person writes there is not understood.")),
        rule(
            "STO015", "Store texts keep within their limits.", "Apple and Google, limits of store texts",
            .found(
                by: "schema/wrong-length", "tenant/keywords-too-long",
                and: "prices and competitors are not looked for")),
        rule(
            "STO016", "Both stores lead to one page that opens without a login.",
            "Google Play, User Data policy; App Store Connect help",
            .leftOut("Livery writes the page as HTML; where the operator publishes it is not part of a definition.")),
        rule(
            "STO017", "The policy names the app or who publishes it.", "Google Play, User Data policy",
            .found(by: "tenant/name-unlike-shop", and: "the shop's name is the title of its policy")),
        rule(
            "STO018", "Links open the shop's own app.", "Apple, associated domains; Google, Digital Asset Links",
            .found(by: "tenant/links-without-signing", "compiler/shared-identity", "compiler/id-of-another-shop")),
    ]
}
