import Testing

@testable import LiveryWorkspace

/// The name that the linker gave a program.
@Suite struct ELFHeaderTests {
    private let id: [UInt8] = Array(1...20)

    @Test func findsTheBuildID() {
        #expect(ELFHeader(program())?.buildID.map(Array.init) == id)
    }

    @Test func findsNoneInOtherFiles() {
        #expect(ELFHeader([]) == nil)
        #expect(ELFHeader(Array("#!/bin/sh\n".utf8) + [UInt8](repeating: 0, count: 64)) == nil)
        #expect(ELFHeader(program(noteKind: 1))?.buildID == nil)
    }

    /// Whatever is cut off or broken, nothing is read that is not there.
    @Test func survivesBrokenHeads() {
        let whole = program()
        for end in whole.indices { #expect(ELFHeader(Array(whole[..<end]))?.buildID == nil) }
        for index in whole.indices.dropFirst(6) {
            var broken = whole
            broken[index] = 0xFF
            _ = ELFHeader(broken)?.buildID
        }
    }

    /// A head with one segment, which holds another note and then that of the linker.
    private func program(noteKind: UInt64 = 3) -> [UInt8] {
        let notes =
            number(4, 4) + number(4, 4) + number(1, 4) + Array("GNU\0".utf8) + [0, 0, 0, 0]
            + number(4, 4) + number(20, 4) + number(noteKind, 4) + Array("GNU\0".utf8) + id
        var head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 58)
        head.replaceSubrange(32..<40, with: number(64, 8))
        head.replaceSubrange(54..<58, with: number(56, 2) + number(1, 2))
        let segment =
            number(4, 4) + number(0, 4) + number(120, 8) + number(0, 16) + number(UInt64(notes.count), 8)
            + number(0, 16)
        return head + segment + notes
    }

    private func number(_ value: UInt64, _ size: Int) -> [UInt8] {
        (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) : 0 }
    }
}
