import Diagnostics
import Foundation

/// Where drawn files go.
public enum Destination: Sendable, Hashable {
  /// Into a folder beside each session file, named after it.
  case beside
  /// Into this folder; of several sessions each into a folder of its own in it.
  case folder(String)
  /// Into this one file.
  case file(String, OutputFormat)
  /// To the standard output.
  case standardOutput

  /// What a user means by `--output`: `-`, the name of a picture, else a folder.
  public init(_ output: String?) {
    guard let output else {
      self = .beside
      return
    }
    if output == "-" {
      self = .standardOutput
      return
    }
    let name = output.split(separator: "/").last.map(String.init) ?? output
    let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } : nil
    if let format = ending.flatMap(OutputFormat.init), !output.hasSuffix("/"),
      (try? FileKind(path: output)) != .folder
    {
      self = .file(output, format)
    } else {
      self = .folder(output)
    }
  }

  /// The kind of file that `output` is named for, where it is one that is not drawn; nil where it may be a folder.
  public static func otherKind(of output: String) -> String? {
    let name = output.split(separator: "/").last.map(String.init) ?? output
    guard !output.hasSuffix("/"), let dot = name.lastIndex(of: "."), dot > name.startIndex,
      (try? FileKind(path: output)) == .nothing
    else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return otherKinds.contains(ending) ? ending : nil
  }

  /// Endings of files that people ask for and that are not drawn.
  private static let otherKinds = [
    "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp", "heic", "eps", "ps", "ai", "indd", "doc", "docx",
    "xls", "xlsx",
    "ppt", "pptx", "odt", "html", "htm", "txt", "md", "csv", "json", "yaml", "yml", "zip",
  ]

  /// Whether only one file can go there.
  public var isSingle: Bool {
    switch self {
    case .beside, .folder: false
    case .file, .standardOutput: true
    }
  }

  /// The folder for each of the sessions read from `inputs`; nil where no folder is needed.
  ///
  /// - Parameter isForTable: Whether what goes there is for those who sat at the table only; that never lies in one
  ///   folder with what is for everybody.
  public func folders(for inputs: [String], isForTable: Bool) -> [String?] {
    let ending = isForTable ? "-maps-table" : "-maps"
    switch self {
    case .file, .standardOutput:
      return inputs.map { _ in nil }
    case .folder(let folder):
      if inputs.count <= 1 { return inputs.map { _ in folder } }
      let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      let stems = inputs.map { (Self.stem($0) as NSString).lastPathComponent }
      return PictureNames.unique(stems.map { $0 + ending }).map { trimmed + "/" + $0 }
    case .beside:
      return PictureNames.unique(inputs.map { Self.stem($0) + ending })
    }
  }

  /// The folder beside a session file that is named after it; in the working folder for the standard input.
  public static func folder(besides file: String, ending: String) -> String {
    file == "-" ? "workshop" + ending : stem(file) + ending
  }

  /// The path without the ending of its last part: `a.b/c.yaml` → `a.b/c`.
  private static func stem(_ path: String) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot > start else { return path }
    return String(path[..<dot])
  }
}
