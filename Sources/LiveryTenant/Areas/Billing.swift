/// What the shop pays the operator, and who takes the customers' payments.
package struct Billing: Sendable {
    package let model: Model
    /// The id of a payment provider among the integrations; needed when the payments feature is on.
    package let processor: String?

    package enum Model: Sendable {
        /// A share of each booking, in hundredths of a percent: 250 is 2.5 %.
        case commission(basisPoints: Int)
        /// A monthly fee in the currency's smallest unit; the currency is ISO 4217.
        case subscription(monthlyMinorUnits: Int, currency: String)
    }
}
