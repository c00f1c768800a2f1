import LiveryTenant
import Testing

@testable import LiveryPrivacy

struct ClauseLibraryTests {
    @Test func builtInClausesHaveNoErrors() {
        #expect(ClauseLibrary.load().errors.map(\.description) == [])
    }
}
