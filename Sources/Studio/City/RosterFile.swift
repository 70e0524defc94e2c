import City
import Diagnostics
import Foundation

/// A roster on disk: told from a session file, and read piece by piece.
public struct RosterFile: Sendable {
  /// As the user named it.
  public let path: String
  /// What it is called in messages.
  public var name: String { path == "-" ? "<stdin>" : path }
  /// Which file it is, so that it is never written to.
  public let identity: FileIdentity?

  /// The roster at `path`; nil where that is no roster, or cannot be looked at, which reading it as a session will tell.
  ///
  /// A roster has a name that ends in `.csv`, `.tsv` or `.txt`, or begins with the names of its columns.
  public init?(_ path: String) {
    guard path != "-" else { return nil }
    beginning = []
    let name = path.lowercased()
    var isRoster =
      [".csv", ".tsv", ".txt"].contains { name.hasSuffix($0) } && FileIdentity(path: path) != nil
    if !isRoster && ![".yaml", ".yml"].contains(where: { name.hasSuffix($0) }) {
      isRoster = (try? Self.beginning(of: path)).map(RosterReader.isRoster(beginning:)) ?? false
    }
    guard isRoster else { return nil }
    self.path = path
    identity = FileIdentity(path: path)
  }

  /// What was taken out of the standard input to see that it is a roster.
  private let beginning: [UInt8]

  /// The roster that comes in by the standard input, of which this is the beginning; nil where that is no roster.
  ///
  /// - Parameter isMeantAsRoster: Whether the user said so, so that whatever is wrong with it is told as of a roster.
  public init?(standardInput beginning: [UInt8], isMeantAsRoster: Bool = false) {
    guard isMeantAsRoster || RosterReader.isRoster(beginning: beginning) else { return nil }
    path = "-"
    identity = nil
    self.beginning = beginning
  }

  /// Takes the first bytes out of the standard input, enough to tell a roster from a session.
  public static func beginningOfStandardInput() throws(Trouble) -> [UInt8] {
    do throws(SystemError) {
      return try first(4096, of: STDIN_FILENO)
    } catch {
      throw Trouble(
        code: "cannot-read",
        Phrase(
          ja: "標準入力を読めません。\(error.reason.ja)。",
          en: "The standard input cannot be read: \(error.reason.en)."))
    }
  }

  private static func beginning(of path: String) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw SystemError.last() }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    return try first(4096, of: file)
  }

  /// So many bytes, or all there are: a pipe gives them in pieces.
  private static func first(_ most: Int, of file: Int32) throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: most)
    while all.count < most {
      let count = Foundation.read(file, &chunk, most - all.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last()
      }
      all += chunk[..<count]
    }
    return all
  }

  /// How a roster is to be read.
  public struct Request: Sendable {
    /// The year at whose end the ages are; nil where a column tells it.
    public var baseYear: Int?
    /// What to do about lines that cannot be read.
    public var onBadLine: RosterReader.BadLine

    /// A way of reading.
    public init(baseYear: Int? = nil, onBadLine: RosterReader.BadLine = .stop) {
      self.baseYear = baseYear
      self.onBadLine = onBadLine
    }
  }

  /// A roster that was read.
  public struct Content: Sendable {
    /// The people and houses.
    public var roster: Roster
    /// Lines that were passed over.
    public var skippedLines: Int
  }

  /// How much of a roster was read.
  public enum Progress: Sendable {
    /// This share, 0…1.
    case share(Double)
    /// So many lines, of nobody knows how many.
    case lines(Int)
  }

  /// How many bytes are read at a time.
  private static let piece = 1 << 20

  /// Reads it.
  ///
  /// - Parameters:
  ///   - tell: Is told every finding when it is made.
  ///   - progress: Is told how much was read.
  /// - Throws: What stopped it, as far as it has not been told yet; then nothing is made.
  public func read(
    _ request: Request, tell: @escaping (Finding) -> Void, progress: (Progress) -> Void = { _ in }
  ) throws(Trouble) -> Content {
    var reader = RosterReader(
      file: name, baseYear: request.baseYear, onBadLine: request.onBadLine, tell: tell)
    do {
      try feed(&reader, progress: progress)
      return Content(roster: try reader.finish(), skippedLines: reader.badLines)
    } catch let error as SystemError {
      throw Trouble(
        code: "cannot-read",
        path == "-"
          ? Phrase(
            ja: "標準入力を読めません。\(error.reason.ja)。",
            en: "The standard input cannot be read: \(error.reason.en).")
          : Phrase(
            ja: "「\(path)」を読めません。\(error.reason.ja)。", en: "‘\(path)’ cannot be read: \(error.reason.en)."))
    } catch {
      throw Trouble([])
    }
  }

  private func feed(_ reader: inout RosterReader, progress: (Progress) -> Void) throws {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError.last() }
    defer { if path != "-" { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError.last() }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    let whole = Double(max(1, status.st_size))
    try beginning.withUnsafeBufferPointer { (first) throws(RosterReader.Stopped) in try reader.read(first) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.piece)
    defer { buffer.deallocate() }
    var done = beginning.count
    while true {
      let count = Foundation.read(file, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last()
      }
      try reader.read(UnsafeBufferPointer(rebasing: buffer[..<count]))
      done += count
      progress(isFile ? .share(min(1, Double(done) / whole)) : .lines(reader.goodLines))
    }
  }
}
