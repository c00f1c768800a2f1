/// A decimal number without the surprises of binary fractions: `units` of 10^-`places`.
package struct FixedPoint: Sendable {
    package let units: Int
    package let places: Int

    package init(units: Int, places: Int) {
        self.units = units
        self.places = places
    }

    /// The nearest number of so many places to a channel of eight bits as a share of one.
    package static func share(_ channel: UInt8, places: Int = 4) -> FixedPoint {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        return FixedPoint(units: (Int(channel) * scale * 2 + 255) / 510, places: places)
    }

    /// Without trailing zeros: `2.5`, `0`, `-0.25`.
    package var text: String {
        var out = ByteBuffer(capacity: 24)
        write(to: &out)
        return out.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    func write(to out: inout ByteBuffer) {
        var scale: UInt = 1
        for _ in 0..<places { scale *= 10 }
        if units < 0 { out.append("-") }
        out.append(decimal: Int(units.magnitude / scale))
        var rest = units.magnitude % scale
        if rest > 0 { out.append(".") }
        while rest > 0 {
            scale /= 10
            out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
            rest %= scale
        }
    }
}
