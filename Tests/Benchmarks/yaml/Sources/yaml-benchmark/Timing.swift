import Foundation

enum Timing {
    /// Medians in MB/s. The readers take turns, so that whatever else the machine does falls on all of them. The time
    /// is that of the processor, user and system, because each reader is one thread: waiting for others is not counted.
    static func speeds(of readers: [Reader], on input: Input, rounds: Int) -> [Double] {
        var times: [[Double]] = readers.map { _ in [] }
        for round in 0..<rounds {
            for (index, reader) in readers.enumerated() where !(reader.isSlow && round >= 3) {
                let start = processorTime()
                for text in input.texts { precondition(reader.read(text, false) != nil, "\(reader.name) refuses it") }
                times[index].append(processorTime() - start)
            }
        }
        return times.map { Double(input.size) / 1e6 / $0.sorted()[$0.count / 2] }
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    static func table(_ readers: [Reader], _ speeds: [Double]) -> String {
        let libyaml = readers.firstIndex { $0.name == "libyaml tree" }.map { speeds[$0] }
        let located = readers.firstIndex { $0.name == "rapidyaml located" }.map { speeds[$0] }
        var text = ""
        for (reader, speed) in zip(readers, speeds) {
            text += "  " + reader.name.padding(toLength: 20, withPad: " ", startingAt: 0)
            text += String(format: "%8.1f MB/s", speed)
            if let libyaml, let located {
                text += String(
                    format: "  %6.2f x libyaml tree  %6.2f x rapidyaml located", speed / libyaml, speed / located)
            }
            text += "\n"
        }
        return text
    }
}

enum Memory {
    /// How far the peak of the resident memory rises while the graph is made, over the size of the text; in a process
    /// of its own, because a peak never falls.
    static func ofGraph(_ input: Input) throws -> String {
        let text = input.texts.count == 1 ? input.texts[0] : input.texts.max { $0.count < $1.count } ?? []
        guard text.count > 1_000_000 else { return "(too small to measure)" }
        let path = NSTemporaryDirectory() + "yaml-benchmark-\(getpid()).yaml"
        try Data(text).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = ["--memory", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func growth(parsing path: String) throws -> String {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let file = open(path, O_RDONLY)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                guard let start = buffer.baseAddress else { return }
                let got = read(file, start + count, size - count)
                if got <= 0 { break }
                count += got
            }
        }
        let before = peak()
        let result = Reader.graph.read(bytes, false)
        let after = peak()
        return result == nil ? "refused" : String(format: "%.2f", Double(after - before) / Double(size))
    }

    /// In bytes. Linux lets a program inherit the peak of the one that started it (getrusage(2)), but not this line.
    private static func peak() -> Int {
        #if os(Linux)
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
        #else
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #endif
    }
}
