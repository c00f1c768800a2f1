import Foundation
import LiveryYAML

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

    /// Of one text, in seconds, whatever the reader says of it.
    static func time(of reader: Reader, _ bytes: [UInt8]) -> Double {
        let start = processorTime()
        _ = reader.read(bytes, false)
        return processorTime() - start
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
    /// of its own, because a peak never falls. Many texts are kept, with their graphs, until the last one is read.
    static func ofGraph(_ input: Input) throws -> String {
        try inOwnProcess(input.texts, reader: "graph")
    }

    static func inOwnProcess(_ texts: [[UInt8]], reader: String) throws -> String {
        let path = NSTemporaryDirectory() + "yaml-benchmark-\(getpid()).yaml"
        // A line with the sizes, then the texts.
        let sizes = texts.map { String($0.count) }.joined(separator: " ") + "\n"
        try (Data(sizes.utf8) + Data(texts.joined())).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = ["--memory", path, "--reader", reader]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What ``inOwnProcess(_:reader:)`` prints.
    static func growth(parsing path: String, reader: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        let line = data.firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
        var start = line + 1
        var size = 0
        var kept: [YAMLDocument] = []
        let texts = String(decoding: data[..<line], as: UTF8.self).split(separator: " ").map { size in
            let end = start + (Int(size) ?? 0)
            defer { start = end }
            return [UInt8](data[start..<end])
        }
        let before = peak()
        for text in texts {
            size += text.count
            if reader == "everything" {
                _ = Scaling.read.read(text, false)
            } else if let document = Reader.document(text) {
                kept.append(document)
            }
        }
        return String(format: "%.2f", Double(peak() - before) / Double(size))
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
