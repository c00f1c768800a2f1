import Foundation
import LiveryCompiler
import LiveryDiagnostics
import LiveryWorkspace

/// The workspace in `tenants/`.
enum SampleWorkspace {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let input = Workspace.read(at: root.path).input
}
