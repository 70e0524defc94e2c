import Diagnostics
import Foundation
import SessionFile

/// A file as it was read.
public struct Input: Sendable, Hashable {
  /// As the user named it; `-` for what came in by the standard input.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// Which file it is, so that it is never written to; nil for the standard input.
  public var identity: FileIdentity?

  /// Makes an input.
  public init(name: String, bytes: [UInt8], identity: FileIdentity? = nil) {
    self.name = name
    self.bytes = bytes
    self.identity = identity
  }

  /// Whether it came in by the standard input.
  public var isStandardInput: Bool { name == "-" }
}

/// Reads what users name on the command line.
public enum InputReader {
  /// More than any workshop fills: a session of 5,000 houses has well under 1 MB.
  public static let largestInput = SessionReader.largestSize
  /// A file that is compared before it is replaced; larger ones are not Tenken's.
  static let largestOutput = 512 << 20

  /// Reads the session file at `path`, or the standard input for `-`.
  ///
  /// - Parameter beginning: What was taken out of the standard input already, to see what it holds.
  public static func read(_ path: String, after beginning: [UInt8] = []) throws(Trouble) -> Input {
    do {
      if path == "-" {
        return Input(name: path, bytes: try bytes(from: STDIN_FILENO, after: beginning, limit: largestInput))
      }
      let identity = FileIdentity(path: path)
      return Input(name: path, bytes: try bytes(of: path, limit: largestInput), identity: identity)
    } catch {
      throw trouble(path, error)
    }
  }

  private static func trouble(_ path: String, _ error: SystemError) -> Trouble {
    let name =
      path == "-" ? Phrase(ja: "標準入力", en: "the standard input") : Phrase(ja: "「\(path)」", en: "‘\(path)’")
    switch error.number {
    case ENOENT:
      return Trouble(
        code: "no-such-file",
        Phrase(ja: "\(name.ja)というファイルは見つかりません。", en: "There is no file \(name.en)."),
        hint: hint(forMissing: path))
    case EISDIR:
      return Trouble(
        code: "input-is-folder",
        Phrase(ja: "\(name.ja)はフォルダーです。", en: "\(name.en) is a folder."),
        hint: hint(forFolder: path))
    case EFBIG:
      return Trouble(
        code: "too-large",
        Phrase(
          ja: "\(name.ja)は大きすぎます（\(largestInput >> 20)MB まで）。ワークショップの記録ではないようです。",
          en:
            "\(name.en) is too large (the limit is \(largestInput >> 20) MB). It does not look like the record of a workshop."
        ))
    default:
      return Trouble(
        code: "cannot-read",
        Phrase(
          ja: "\(name.ja)を読めません。\(error.reason.ja)。", en: "\(name.en) cannot be read: \(error.reason.en)."))
    }
  }

  /// A file of a similar name beside it, or where to begin.
  private static func hint(forMissing path: String) -> Phrase {
    if path.unicodeScalars.contains("\u{FFFD}") {
      return Phrase(
        ja: "名前が UTF-8 でないファイルは開けません（Windows で圧縮したものを開いたときなど）。ファイルの名前を変えてください。",
        en: "Files whose names are no UTF-8 cannot be opened. Rename the file.")
    }
    if let near = alike(path) { return Phrase(ja: "「\(near)」のことですか？", en: "Did you mean ‘\(near)’?") }
    let here = sessionFiles(in: parts(of: path).folder)
    if here.count == 1 {
      return Phrase(
        ja: "そこにある記録ファイルは「\(here[0])」だけです。新しく始めるときは tenken new を使います。",
        en: "The only session file there is ‘\(here[0])’. To start a new file use ‘tenken new’.")
    }
    return Phrase(
      ja: "名前とフォルダーを確かめてください。新しく始めるときは tenken new を使います。",
      en: "Check the name and the folder. To start a new file use ‘tenken new’.")
  }

  /// What is there and is called much like `path`: another ending, other letters, a slip.
  private static func alike(_ path: String) -> String? {
    let (folder, name) = parts(of: path)
    let files = sessionFiles(in: folder)
    let sameButEnding = files.first { file in
      endings.contains { file.lowercased() == name.lowercased() + $0 || file == stem(name) + $0 }
    }
    let near = Spelling.nearest(to: name, among: files).flatMap { file in
      // a.yaml is no slip for b.yaml.
      Spelling.isNear(stem(name), to: stem(file)) ? file : nil
    }
    return (sameButEnding ?? near).map { folder + $0 }
  }

  /// The folder with its slash, empty for a bare name, and the name.
  private static func parts(of path: String) -> (folder: String, name: String) {
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return (String(path[..<split]), String(path[split...]))
  }

  /// What may be session files or rosters in a folder, by name.
  private static func sessionFiles(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return all.filter { file in endings.contains { file.lowercased().hasSuffix($0) } }.sorted()
  }

  private static let endings = [".yaml", ".yml", ".csv"]

  private static func stem(_ name: String) -> String {
    endings.first { name.lowercased().hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
  }

  /// What to do with the folder at `path`.
  private static func hint(forFolder path: String) -> Phrase {
    let files = sessionFiles(in: path)
    guard let first = files.first else {
      return Phrase(
        ja: "この中に記録ファイル（.yaml）はありません。書き写したファイルの名前を指定してください。",
        en: "There is no session file (.yaml) in it. Name the file into which you copied the sheets.")
    }
    let folder = trimmed(path)
    return files.count == 1
      ? Phrase(
        ja: "中のファイルを指定してください（\(folder)/\(first)）。", en: "Name the file in it (\(folder)/\(first)).")
      : Phrase(
        ja: "中のファイルを指定してください（例: \(folder)/*.yaml）。", en: "Name the files in it (\(folder)/*.yaml).")
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The bytes of the file at `path`; more than `limit` of them are refused with EFBIG.
  static func bytes(of path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError.last() }
    defer { close(file) }
    return try bytes(from: file, limit: limit)
  }

  private static func bytes(
    from file: Int32, after beginning: [UInt8] = [], limit: Int
  ) throws(SystemError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError.last() }
    if status.st_mode & S_IFMT == S_IFDIR { throw SystemError(EISDIR) }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > limit { throw SystemError(EFBIG) }

    var all = beginning
    all.reserveCapacity(min(max(Int(status.st_size), 0), limit) + beginning.count + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(file, &chunk, chunk.count)
      if count == 0 { return all }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last()
      }
      all.append(contentsOf: chunk[..<count])
      if all.count > limit { throw SystemError(EFBIG) }
    }
  }
}
