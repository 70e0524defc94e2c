import City
import Diagnostics
import Foundation

/// A roster on disk: told from a session file, and read piece by piece.
public struct RosterFile: Sendable {
  /// As the user named it.
  public let path: String
  /// Which file it is, so that it is never written to.
  public let identity: FileIdentity?

  /// The roster at `path`; nil where that is no roster, or cannot be looked at, which reading it as a session will tell.
  ///
  /// A roster has a name that ends in `.csv`, `.tsv` or `.txt`, or begins with the names of its columns.
  public init?(_ path: String) {
    guard path != "-" else { return nil }
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

  private static func beginning(of path: String) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw SystemError.last() }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw SystemError.last() }
    return Array(bytes.prefix(count))
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

  /// How many bytes are read at a time.
  private static let piece = 1 << 20

  /// Reads it.
  ///
  /// - Parameters:
  ///   - tell: Is told every finding when it is made.
  ///   - progress: Is told the share that was read, 0…1.
  /// - Throws: What stopped it, as far as it has not been told yet; then nothing is made.
  public func read(
    _ request: Request, tell: @escaping (Finding) -> Void, progress: (Double) -> Void = { _ in }
  ) throws(Trouble) -> Content {
    var reader = RosterReader(
      file: path, baseYear: request.baseYear, onBadLine: request.onBadLine, tell: tell)
    do {
      try feed(&reader, progress: progress)
      return Content(roster: try reader.finish(), skippedLines: reader.badLines)
    } catch let error as SystemError {
      throw Trouble(
        code: "cannot-read",
        Phrase(
          ja: "「\(path)」を読めません。\(error.reason.ja)。", en: "‘\(path)’ cannot be read: \(error.reason.en)."))
    } catch {
      throw Trouble([])
    }
  }

  private func feed(_ reader: inout RosterReader, progress: (Double) -> Void) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError.last() }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError.last() }
    let whole = Double(max(1, status.st_size))
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.piece)
    defer { buffer.deallocate() }
    var done = 0
    while true {
      let count = Foundation.read(file, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last()
      }
      try reader.read(UnsafeBufferPointer(rebasing: buffer[..<count]))
      done += count
      progress(min(1, Double(done) / whole))
    }
  }
}
