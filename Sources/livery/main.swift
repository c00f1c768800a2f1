// Everything that a person meets is reached from here; ExitStatus says what the shell learns.
import LiveryWorkspace

Allocator.keepMemory()
let status = CommandLineTool(console: Console()).run(Array(CommandLine.arguments.dropFirst()))
Console.exit(with: status)
