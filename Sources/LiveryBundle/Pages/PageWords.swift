import LiveryTenant

/// The words of a page that stand around a policy, in the languages that policies come in.
struct PageWords {
    let shortAnswer: String
    let onThisPage: String
    let skip: String
    let inForceSince: String
    let minutes: String
    let questions: String
    let call: String
    let write: String
    let version: String
    let section: String

    /// For the language of a BCP 47 tag; English where there is no other.
    static func of(_ locale: String) -> PageWords {
        switch locale.prefix(2) {
        case "es": spanish
        case "fr": french
        case "de": german
        default: english
        }
    }

    static let english = PageWords(
        shortAnswer: "The short answer", onThisPage: "On this page", skip: "Skip to the text",
        inForceSince: "In force since", minutes: "min read", questions: "Questions? Ask", call: "Call",
        write: "Write an e-mail", version: "Version", section: "section")

    static let spanish = PageWords(
        shortAnswer: "La respuesta corta", onThisPage: "En esta página", skip: "Ir al texto",
        inForceSince: "En vigor desde el", minutes: "min de lectura", questions: "¿Preguntas? Hable con",
        call: "Llamar al", write: "Escribir un correo", version: "Versión", section: "apartado")

    static let french = PageWords(
        shortAnswer: "La réponse en bref", onThisPage: "Sur cette page", skip: "Aller au texte",
        inForceSince: "En vigueur depuis le", minutes: "min de lecture", questions: "Des questions\u{A0}? Demandez à",
        call: "Appeler le", write: "Écrire un courriel", version: "Version", section: "section")

    static let german = PageWords(
        shortAnswer: "Die kurze Antwort", onThisPage: "Auf dieser Seite", skip: "Zum Text",
        inForceSince: "Gültig seit dem", minutes: "Min. Lesezeit", questions: "Fragen? Wenden Sie sich an",
        call: "Anrufen:", write: "E-Mail schreiben", version: "Fassung", section: "Abschnitt")
}

/// A date and a phone number as people write them.
enum LocalText {
    /// In English the month comes first in the United States and Canada only, as in the text of the policy.
    static func date(_ date: CalendarDate, locale: String, country: String) -> String {
        let month = months(locale)[date.month - 1]
        switch locale.prefix(2) {
        case "es": return "\(date.day) de \(month) de \(date.year)"
        case "fr": return "\(date.day == 1 ? "1er" : String(date.day)) \(month) \(date.year)"
        case "de": return "\(date.day). \(month) \(date.year)"
        default:
            let monthFirst = country == "US" || country == "CA"
            return monthFirst ? "\(month) \(date.day), \(date.year)" : "\(date.day) \(month) \(date.year)"
        }
    }

    private static func months(_ locale: String) -> [String] {
        switch locale.prefix(2) {
        case "es":
            [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ]
        case "fr":
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ]
        case "de":
            [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ]
        default:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}
