import Foundation

/// Another program, asked what it makes of a file.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a program found by way of PATH and gives back what it printed.
  ///
  /// - Throws: where it is not installed (`make test` installs it), or ends with anything but 0.
  static func run(_ name: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    if process.terminationStatus != 0 {
      throw Failure(description: "\(name) ended with \(process.terminationStatus): \(text)")
    }
    return text
  }
}

/// A file that is gone when nobody needs it any more.
final class Scratch {
  let path: String

  init(_ bytes: [UInt8], _ ending: String) throws {
    path = Self.path(ending)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func path(_ ending: String) -> String {
    NSTemporaryDirectory() + "/tenken-" + UUID().uuidString + "." + ending
  }

  static func folder() throws -> String {
    let path = path("folder")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
