import Diagnostics
import Foundation

extension SessionReader {
  /// Reads the file at `path`, `-` being the standard input; what keeps it from being read is told as a finding.
  public static func read(path: String) -> ReadResult {
    switch FileLoading.bytes(path) {
    case .success(let bytes): read(bytes: bytes, file: path)
    case .failure(let trouble): ReadResult(session: nil, findings: [trouble.finding], source: nil)
    }
  }
}

/// Loads a file whole, unless it is too large.
enum FileLoading {
  struct Trouble: Error {
    var finding: Finding
  }

  static func bytes(_ path: String) -> Result<[UInt8], Trouble> {
    guard path != "-" else { return load(FileHandle.standardInput.fileDescriptor, path) }
    var status = stat()
    guard stat(path, &status) == 0 else { return .failure(unopened(path, errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .failure(directory(path))
    case S_IFREG:
      // By its size, before a byte of it is read.
      guard status.st_size <= SessionReader.largestSize else {
        return .failure(Trouble(finding: SessionReader.tooLarge(Int(status.st_size))))
      }
    case S_IFIFO, S_IFCHR: break
    default: return .failure(unopened(path, EINVAL))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(unopened(path, errno)) }
    defer { close(descriptor) }
    return load(descriptor, path)
  }

  private static func load(_ descriptor: Int32, _ path: String) -> Result<[UInt8], Trouble> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(unopened(path, errno))
      }
      guard count > 0 else { return .success(bytes) }
      bytes += buffer[..<count]
      // A pipe tells no size: one without end stops here.
      guard bytes.count <= SessionReader.largestSize else {
        return .failure(Trouble(finding: SessionReader.tooLarge(nil)))
      }
    }
  }

  // MARK: - Messages

  private static func unopened(_ path: String, _ code: Int32) -> Trouble {
    switch code {
    case ENOENT, ENOTDIR:
      trouble(
        .noSuchFile,
        Phrase(ja: "「\(path)」というファイルはありません。", en: "There is no file “\(path)”."),
        hint: similar(path)
          ?? Phrase(
            ja: "名前と場所を確かめてください。新しく作るには tenken new を使います。",
            en: "Check its name and folder. To begin a new one, use tenken new."))
    case EACCES, EPERM:
      trouble(
        .unreadable,
        Phrase(ja: "「\(path)」を読む許可がありません。", en: "There is no permission to read “\(path)”."),
        hint: Phrase(
          ja: "ファイルの持ち主に、読めるようにしてもらってください。", en: "Ask its owner to let you read it."))
    default:
      trouble(
        .unreadable,
        Phrase(ja: "「\(path)」を読めませんでした(エラー番号 \(code))。", en: "“\(path)” could not be read (error \(code))."),
        hint: Phrase(
          ja: "USB メモリやネットワークなら、つながっているか確かめてください。",
          en: "If it is on a USB stick or a network, check the connection."))
    }
  }

  private static func directory(_ path: String) -> Trouble {
    let files = names(in: path).filter(looksLikeSession)
    return trouble(
      .notAFile,
      Phrase(ja: "「\(path)」はフォルダです。", en: "“\(path)” is a folder."),
      hint: files.isEmpty
        ? Phrase(ja: "中の記録ファイル(.yaml)を指定してください。", en: "Name the session file (.yaml) in it.")
        : Phrase(
          ja: "この中には \(files.prefix(5).joined(separator: "、")) があります。",
          en: "It holds \(files.prefix(5).joined(separator: ", "))."))
  }

  private static func similar(_ path: String) -> Phrase? {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let files = names(in: folder.isEmpty ? "." : folder).filter(looksLikeSession)
    let found =
      files.first { ($0 as NSString).deletingPathExtension == name }
      ?? Suggestion.nearest(to: name, among: files)
    return found.map { Suggestion.didYouMean((folder as NSString).appendingPathComponent($0)) }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func looksLikeSession(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
  }

  private static func trouble(_ code: FindingCode, _ message: Phrase, hint: Phrase?) -> Trouble {
    Trouble(finding: Finding(.error, code: code.rawValue, at: nil, message, hint: hint))
  }
}
