import Foundation

/// A folder for one test, deleted after it.
final class Scratch: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "tenken-scratch-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  static func / (folder: Scratch, name: String) -> String { folder.path + "/" + name }

  func put(_ text: String, into name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: self / name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: self / name)), as: UTF8.self)
  }

  /// Every name in it, hidden ones too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
