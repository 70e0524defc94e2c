import Foundation
import Testing

/// A user's shell in a folder of its own, with the binary that was just built first in its PATH.
struct Terminal: ~Copyable {
  /// What came of a line that was typed.
  struct Reply: Equatable {
    var code: Int32
    var output: String
    var error: String
  }

  /// The folder the shell stands in, deleted with it.
  let folder: URL
  /// What is set in the environment besides PATH and HOME.
  var environment = ["LANG": "en_US.UTF-8"]

  init(lang: String = "en_US.UTF-8") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tenken-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment["LANG"] = lang
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Types `line` into bash and waits until it is done.
  func type(_ line: String) throws -> Reply {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail\n" + line]
    process.currentDirectoryURL = folder
    process.environment = environment.merging([
      "PATH": Self.buildFolder.path + ":/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME": folder.path, "TENKEN": Self.binary.path, "REPOSITORY": Self.repository.path,
    ]) { mine, _ in mine }
    // Files and not pipes: they take any amount without anybody reading.
    let transcript = FileManager.default.temporaryDirectory.appending(
      path: "tenken-reply-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: transcript, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: transcript) }
    let output = transcript.appending(path: "output")
    let error = transcript.appending(path: "error")
    for file in [output, error] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Reply(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// Puts a file into the folder.
  func put(_ text: String, into name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// The bytes of a file in the folder.
  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// Every file below the folder, hidden ones too, in order.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  /// Where SwiftPM put the test and the binary, whatever its scratch path.
  private static let buildFolder: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent()
    #else
      return Bundle.main.bundleURL
    #endif
  }()

  /// The binary under test.
  static let binary = buildFolder.appending(path: "tenken")

  /// The checkout.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
