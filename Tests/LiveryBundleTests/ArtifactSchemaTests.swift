import Foundation
import Testing

@testable import LiveryBundle
@testable import LiveryTenant

/// What emitters write and what they declare. Tests/Validators/check_schemas.py asks an independent reader the same.
@Suite struct ArtifactSchemaTests {
    @Test(arguments: ["everything", "nothing"])
    func everyFileFitsItsSchema(name: String) throws {
        let bundle =
            name == "everything"
            ? Fixture.bundle(Fixture.tenant())
            : Fixture.bundle(Fixture.tenant(features: .nothing, integrations: [], analytics: .none), consent: .nothing)
        for file in bundle.files where file.path.hasSuffix(".json") {
            let schema = try #require(Self.schema(of: file.path), "no schema is for \(file.path)")
            let value = try JSONSerialization.jsonObject(with: Data(file.bytes))
            let problems = schema.shape.problems(with: value, at: "$")
            #expect(problems.isEmpty, "\(file.path)")
        }
    }

    @Test func aKeyMoreOrLessIsRefused() throws {
        let value = ["gpc": true, "lastUpdate": "2026-12-01"] as [String: Any]
        let shape = try #require(Self.schema(of: "consent/gpc.json")).shape
        #expect(shape.problems(with: value, at: "$") == [])
        #expect(shape.problems(with: value.merging(["more": 1]) { $1 }, at: "$") == ["$.more is not declared"])
        #expect(shape.problems(with: ["gpc": true], at: "$") == ["$.lastUpdate is missing"])
    }

    @Test func namesAreUniqueAndSchemasAreJSON() throws {
        let names = ArtifactSchema.all.map(\.name)
        #expect(Set(names).count == names.count)
        for schema in ArtifactSchema.all {
            let document = try #require(JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
            #expect(document["$id"] as? String == "https://livery.example/schema/bundle/\(schema.name)-1.json")
        }
    }

    private static func schema(of path: String) -> ArtifactSchema? {
        ArtifactSchema.all.first { $0.files == path }
            ?? ArtifactSchema.all.first { schema in
                let halves = schema.files.split(separator: "*", omittingEmptySubsequences: false)
                return halves.count == 2 && path.hasPrefix(halves[0]) && path.hasSuffix(halves[1])
            }
    }
}

extension ArtifactShape {
    /// Keys that are missing or not declared, and values of another kind.
    fileprivate func problems(with value: Any, at path: String) -> [String] {
        switch self {
        case .text: value is String ? [] : ["\(path) is no text"]
        case .words(let words): words.contains(value as? String ?? "") ? [] : ["\(path) is none of \(words)"]
        case .constant(let number): value as? Int == number ? [] : ["\(path) is not \(number)"]
        case .flag: value is Bool ? [] : ["\(path) is neither true nor false"]
        case .integer(let range): range.contains(value as? Int ?? .min) ? [] : ["\(path) is out of range"]
        case .number, .share: value is NSNumber ? [] : ["\(path) is no number"]
        case .orNull(let shape): value is NSNull ? [] : shape.problems(with: value, at: path)
        case .shared(_, let shape): shape.problems(with: value, at: path)
        case .list(let item, _):
            (value as? [Any])?.enumerated().flatMap { item.problems(with: $1, at: "\(path)[\($0)]") }
                ?? ["\(path) is no list"]
        case .map(let keys, let shape):
            (value as? [String: Any])?.sorted { $0.key < $1.key }.flatMap { key, member in
                keys.problems(with: key, at: "\(path).\(key)") + shape.problems(with: member, at: "\(path).\(key)")
            } ?? ["\(path) is no object"]
        case .object(let members), .extending(_, let members): Self.problems(with: value, members, at: path)
        }
    }

    private static func problems(with value: Any, _ members: [ArtifactMember], at path: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
        let unknown = object.keys.sorted().filter { key in !members.contains { $0.key == key } }
        return unknown.map { "\(path).\($0) is not declared" }
            + members.flatMap { member in
                guard let value = object[member.key] else {
                    return member.isRequired ? ["\(path).\(member.key) is missing"] : []
                }
                return member.shape.problems(with: value, at: "\(path).\(member.key)")
            }
    }
}
