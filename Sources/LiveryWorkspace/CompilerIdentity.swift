import LiveryCompiler

#if canImport(Darwin)
import Darwin
#endif

/// Which compiler is at work: its version, and a digest of the program file, which holds the built-in defaults,
/// providers and clauses too.
struct CompilerIdentity: Hashable, Sendable {
    private let version: String
    private let program: Checksum
    /// Spares the reading while the file is the same.
    private let file: FileVersion

    static func == (left: CompilerIdentity, right: CompilerIdentity) -> Bool {
        left.version == right.version && left.program == right.program
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(version)
        hasher.combine(program)
    }

    /// The running one; nil where the system does not say which file that is. `known` may save the reading of it.
    static func current(known: CompilerIdentity? = nil) -> CompilerIdentity? {
        guard let path = executable, let file = try? FileSystem.target(path).version else { return nil }
        if let known, known.file == file, known.version == Compiler.version { return known }
        guard let program = checksum(of: path) else { return nil }
        return CompilerIdentity(version: Compiler.version, program: program, file: file)
    }

    /// As one run tells another that cannot see the file.
    var facts: FactsFile.Compiler {
        let words = [program.first, program.second].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        return FactsFile.Compiler(version: version, program: words.joined())
    }

    /// The linker has left a digest of all that it linked. Without one the whole file is read, which takes longer than
    /// to compile a shop.
    private static func checksum(of path: String) -> Checksum? {
        if let head = try? FileSystem.head(of: path, count: 1 << 16), let id = ELFHeader(head)?.buildID {
            return Checksum(of: id)
        }
        return try? FileSystem.checksum(of: path)
    }

    func write(to writer: inout RecordWriter) {
        writer.text(version)
        writer.number(program.first)
        writer.number(program.second)
        for number in file.numbers { writer.number(number) }
    }

    init(from reader: inout RecordReader) {
        version = reader.text()
        program = Checksum(first: reader.number(), second: reader.number())
        file = FileVersion(
            size: reader.number(), inode: reader.number(), modified: reader.number(), changed: reader.number())
    }

    private init(version: String, program: Checksum, file: FileVersion) {
        self.version = version
        self.program = program
        self.file = file
    }

    fileprivate static var executable: String? {
        #if canImport(Darwin)
        var length = UInt32(PATH_MAX)
        var buffer = [CChar](repeating: 0, count: Int(length))
        guard _NSGetExecutablePath(&buffer, &length) == 0 else { return nil }
        return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
        #else
        return "/proc/self/exe"
        #endif
    }
}

extension FactsFile.Compiler {
    /// Where the system does not say which program runs.
    static let unknown = FactsFile.Compiler(version: Compiler.version, program: "unknown")
}

extension Workspace {
    /// Where the program stands that is running, without links; nil where the system does not say.
    package static var program: String? {
        CompilerIdentity.executable.flatMap { try? FileSystem.resolved($0) }
    }
}
