import Foundation
import Testing

@testable import LiveryBundle
@testable import LiveryTenant

/// The rules of the Design Tokens Format Module 2025.10, and those that its published schema does not check (a value
/// against a type that its group gives). `Tests/Validators/run` holds the same files against the schema itself.
@Suite struct ThemeTokensTests {
    static let composite: Set = ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight"]

    @Test func everyTokenFollowsTheFormat() throws {
        let root = try tokens(Fixture.tenant())
        var count = 0
        try walk(root, type: nil, path: []) { path, type, value in
            count += 1
            switch type {
            case "color": try checkColor(value, path)
            case "fontFamily": #expect((value as? [String])?.isEmpty == false, "\(path)")
            case "typography":
                let parts = try #require(value as? [String: Any])
                #expect(Set(parts.keys) == Self.composite, "\(path)")
                let family = try #require(parts["fontFamily"] as? String)
                #expect(family.wholeMatch(of: /\{font\.(heading|body)\}/) != nil)
                #expect(parts["lineHeight"] is NSNumber)
                for key in ["fontSize", "letterSpacing"] {
                    let dimension = try #require(parts[key] as? [String: Any])
                    #expect(Set(dimension.keys) == ["value", "unit"] && dimension["unit"] as? String == "px")
                }
            default: Issue.record("\(path) has the type \(type ?? "none")")
            }
        }
        #expect(count == 2 * 11 + 2 + 5)
    }

    @Test func lightAndDarkHaveTheSameNames() throws {
        let color = try #require(try tokens(Fixture.tenant())["color"] as? [String: Any])
        let light = try #require(color["light"] as? [String: Any])
        let dark = try #require(color["dark"] as? [String: Any])
        #expect(light.keys.sorted() == dark.keys.sorted())
    }

    @Test func aFontNamedLikeAReferenceIsLeftOut() throws {
        var branding = Fixture.tenant().branding
        branding = Branding(
            appName: branding.appName, shortName: branding.shortName, light: branding.light, dark: branding.dark,
            logo: nil, logoDark: nil, icon: nil,
            typography: Typography(headingFont: "{font.body}", bodyFont: "Inter", baseSize: 17))
        let file = ThemeTokens.emit(branding, shop: "Oakwood")
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains("\"{font.body}\",\n      \"system-ui"))
    }

    private func tokens(_ tenant: Tenant) throws -> [String: Any] {
        let file = ThemeTokens.emit(tenant.branding, shop: tenant.shop.name)
        return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    }

    private func walk(
        _ group: [String: Any], type: String?, path: [String],
        _ visit: (_ path: String, _ type: String?, _ value: Any) throws -> Void
    ) throws {
        let type = group["$type"] as? String ?? type
        if let value = group["$value"] { return try visit(path.joined(separator: "."), type, value) }
        for (name, child) in group.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("$") {
            #expect(name.wholeMatch(of: /[^${}.][^{}.]*/) != nil)
            try walk(try #require(child as? [String: Any]), type: type, path: path + [name], visit)
        }
    }

    private func checkColor(_ value: Any, _ path: String) throws {
        let color = try #require(value as? [String: Any])
        #expect(Set(color.keys) == ["colorSpace", "components", "alpha", "hex"], "\(path)")
        let components = try #require(color["components"] as? [Double])
        #expect(components.count == 3 && components.allSatisfy { (0...1).contains($0) }, "\(path)")
        #expect((color["hex"] as? String)?.wholeMatch(of: /#[0-9a-f]{6}/) != nil, "\(path)")
    }
}
