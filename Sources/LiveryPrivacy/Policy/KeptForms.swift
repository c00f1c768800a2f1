package import LiveryDiagnostics
import Synchronization

/// How something looks in each format, once somebody has written it, where it stands in the documents of many shops.
/// Threads need no lock for what never changes.
package struct KeptForms: ~Copyable, Sendable {
    private let isShared = Atomic(false)
    private let page = UncountedLazyReference<Kept<[UInt8]>>()
    private let markdown = UncountedLazyReference<Kept<[UInt8]>>()
    private let text = UncountedLazyReference<Kept<[UInt8]>>()
    private let data = UncountedLazyReference<Kept<[UInt8]>>()

    /// How a thing is written for one file; whatever else a writer needs is the same wherever the thing stands.
    package enum Form: Sendable {
        case page, markdown, text
        /// The members of an object.
        case data
    }

    /// From now on it stands in more than one document: its forms are worth their memory.
    func share() {
        if !isKept { isShared.store(true, ordering: .relaxed) }
    }

    /// Whether what is written is kept.
    var isKept: Bool { isShared.load(ordering: .relaxed) }

    /// Writes it as it was written before; false when it was not.
    package func append(_ form: Form, to out: inout ByteBuffer) -> Bool {
        let kept =
            switch form {
            case .page: page.object
            case .markdown: markdown.object
            case .text: text.object
            case .data: data.object
            }
        guard let kept else { return false }
        kept._withUnsafeGuaranteedRef { out.append($0.value) }
        return true
    }

    /// Keeps how it is written, where that is worth it.
    package func keep(_ bytes: UnsafeBufferPointer<UInt8>, as form: Form) {
        guard isKept else { return }
        let written = Kept(Array(bytes))
        switch form {
        case .page: _ = page.keep(written)
        case .markdown: _ = markdown.keep(written)
        case .text: _ = text.keep(written)
        case .data: _ = data.keep(written)
        }
    }
}

/// A value behind a reference.
final class Kept<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
