extension Command {
    static let new = Command(
        name: "new", summary: "x", operands: [.shop], examples: [], run: { (_, _) throws(Failure) in .clean })
}
