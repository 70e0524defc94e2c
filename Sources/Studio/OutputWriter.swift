import CairoBackend
import Diagnostics
import Foundation

/// Writes files whole or not at all, and never over somebody's work.
///
/// The bytes go into a hidden file in the same folder, to the disk, and only then under the name; every step is
/// checked. Whatever fails, what lay there before lies there still, and nothing is left beside it.
public struct OutputWriter: Sendable {
  /// Where the seal lies by which Tenken knows its own files again.
  public enum SealPlace: Sendable, Hashable {
    /// In the file: PDF, SVG, PNG.
    case inside
    /// In an attribute of the file, for kinds of file that have no room for it: CSV, JSON.
    case attribute
  }

  /// What became of a file.
  public enum Outcome: Sendable, Hashable {
    /// It holds the new bytes.
    case written
    /// It held them already and was left alone.
    case unchanged
  }

  /// The files that were read: never written to, by whatever name.
  public var inputs: [FileIdentity]
  /// Whether the user said that files may be overwritten.
  public var overwrites: Bool
  /// What is being written just now.
  public var pending: PendingFiles

  /// A writer that keeps its hands off `inputs` and, unless `overwrites`, off everything that Tenken did not write.
  public init(
    protecting inputs: [FileIdentity] = [], overwrites: Bool = false, pending: PendingFiles = PendingFiles()
  ) {
    self.inputs = inputs
    self.overwrites = overwrites
    self.pending = pending
  }

  /// Writes `bytes` to `path`.
  ///
  /// A file that is there already stays unless ``overwrites`` is set or Tenken wrote it and nobody changed it since.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, seal: SealPlace) throws(Trouble) -> Outcome {
    switch try Self.kind(of: path) {
    case .folder:
      throw Trouble(
        code: "output-is-folder",
        Phrase(
          ja: "「\(path)」はフォルダーなので、この名前のファイルには書けません。",
          en: "‘\(path)’ is a folder, so no file of that name can be written."),
        hint: Phrase(
          ja: "ファイルの名前を変えるか、そのフォルダーを移してください。",
          en: "Choose another name, or move the folder."))
    case .stream:
      do {
        try Self.stream(bytes, to: path)
      } catch {
        throw Self.cannotWrite(path, error)
      }
      return .written
    case .file:
      if try keeps(path, for: bytes, seal: seal) { return .unchanged }
    case .nothing:
      break
    }
    do {
      try replace(Self.followingLinks(path), with: bytes, marked: seal == .attribute)
    } catch {
      throw Self.cannotWrite(path, error)
    }
    return .written
  }

  /// Writes `bytes` to a new file at `path`. What is there already is never touched, whatever it is.
  public func create(_ bytes: [UInt8], at path: String) throws(Trouble) {
    guard try Self.kind(of: path) == .nothing else {
      throw Trouble(
        code: "output-exists",
        Phrase(ja: "「\(path)」はすでにあるので、書きませんでした。", en: "‘\(path)’ is there already and was left alone."),
        hint: Phrase(ja: "別の名前を指定してください。", en: "Choose another name."))
    }
    do {
      try replace(path, with: bytes, marked: false)
    } catch {
      throw Self.cannotWrite(path, error)
    }
  }

  /// Sees to it that there is a folder at `path`, with the folders above it.
  public func makeFolder(_ path: String) throws(Trouble) {
    if isInput(path) { throw Self.isInput(path) }
    if (try? FileKind(path: path)) == .file {
      throw Trouble(
        code: "output-is-file",
        Phrase(
          ja: "「\(path)」はファイルなので、この名前のフォルダーは作れません。",
          en: "‘\(path)’ is a file, so no folder of that name can be made."),
        hint: Phrase(
          ja: "別の名前を指定するか、そのファイルを移してください。", en: "Choose another name, or move the file."))
    }
    do throws(SystemError) {
      try makeFolders(path)
    } catch {
      pending.removeEmptyFolders()
      throw Trouble(
        code: "cannot-make-folder",
        Phrase(
          ja: "フォルダー「\(path)」を作れません。\(error.reason.ja)。",
          en: "The folder ‘\(path)’ cannot be made: \(error.reason.en)."),
        hint: error.advice)
    }
  }

  // MARK: What is there already

  private static func kind(of path: String) throws(Trouble) -> FileKind {
    do {
      return try FileKind(path: path)
    } catch {
      throw cannotWrite(path, error)
    }
  }

  /// Whether the file at `path` can stay as it is; throws where it must not be touched.
  private func keeps(_ path: String, for bytes: [UInt8], seal: SealPlace) throws(Trouble) -> Bool {
    if isInput(path) { throw Self.isInput(path) }
    let there = try? InputReader.bytes(of: path, limit: InputReader.largestOutput)
    if there == bytes { return true }
    if overwrites { return false }
    let state: Seal.State =
      switch seal {
      case .inside: there.map(Seal.state) ?? .foreign
      case .attribute: there.map { AttributeSeal.state(at: path, for: $0) } ?? .foreign
      }
    if state == .ours { return false }
    throw Trouble(
      code: "output-exists",
      state == .oursButChanged
        ? Phrase(
          ja: "「\(path)」は Tenken が作ったあとに手を加えられています。上書きしませんでした。",
          en: "Somebody has worked on ‘\(path)’ since Tenken wrote it, so it was not overwritten.")
        : Phrase(
          ja: "「\(path)」はすでにあり、Tenken が作ったものではないので、上書きしませんでした。",
          en: "‘\(path)’ is there already and is not Tenken’s, so it was not overwritten."),
      hint: Phrase(
        ja: "上書きしてよければ --force を付けてください。", en: "Add --force if it may be overwritten."))
  }

  private func isInput(_ path: String) -> Bool { FileIdentity(path: path).map(inputs.contains) ?? false }

  private static func isInput(_ path: String) -> Trouble {
    Trouble(
      code: "output-is-input",
      Phrase(
        ja: "「\(path)」は読み込んだファイルそのものなので、書き込みません。",
        en: "‘\(path)’ is the very file that was read, so nothing is written to it."),
      hint: Phrase(ja: "--output に別の名前を指定してください。", en: "Give another name with --output."))
  }

  private static func followingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  // MARK: Writing

  private func replace(_ path: String, with bytes: [UInt8], marked: Bool) throws(SystemError) {
    do throws(SystemError) {
      try put(bytes, at: path, marked: marked)
    } catch {
      // Folders that were made for what cannot be written were made for nothing.
      pending.removeEmptyFolders()
      throw error
    }
    Self.syncFolder(of: path)
  }

  private func put(_ bytes: [UInt8], at path: String, marked: Bool) throws(SystemError) {
    if pending.isNew(folder: String(AsideFile.folder(of: path))) { AsideFile.removeLeftovers(beside: path) }
    let aside = try AsideFile(beside: path)
    pending.add(aside.path)
    defer { pending.remove(aside.path) }
    do throws(SystemError) {
      aside.takePermissions(of: path)
      try aside.write(bytes)
      if marked { AttributeSeal.set(at: aside.path, for: bytes) }
      try aside.move(to: path)
    } catch {
      unlink(aside.path)
      throw error
    }
  }

  private static func stream(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError.last() }
    do throws(SystemError) {
      try writeAll(bytes, to: file)
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw SystemError.last() }
  }

  /// Writes all of `bytes` to an open file, however many calls it takes.
  static func writeAll(_ bytes: some Collection<UInt8>, to file: Int32) throws(SystemError) {
    var number: Int32 = 0
    let done: Void? = bytes.withContiguousStorageIfAvailable { number = writeAll($0, to: file) }
    if done == nil { number = Array(bytes).withUnsafeBufferPointer { writeAll($0, to: file) } }
    if number != 0 { throw SystemError(number) }
  }

  private static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Int32 {
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Makes the new name lasting. Not every disk can; the file itself is safe already.
  private static func syncFolder(of path: String) {
    let folder = AsideFile.folder(of: path)
    let file = open(folder.isEmpty ? "." : String(folder), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    _ = fsync(file)
    close(file)
  }

  private func makeFolders(_ path: String) throws(SystemError) {
    if try makeFolder(at: path) { return }
    let path = Self.trimmingSlashes(path)
    let above = AsideFile.folder(of: path)
    guard !above.isEmpty, above != path else { throw SystemError(ENOENT) }
    try makeFolders(Self.trimmingSlashes(String(above)))
    guard try makeFolder(at: path) else { throw SystemError(ENOENT) }
  }

  /// Makes one folder, or finds it made; false where the one above is not there.
  private func makeFolder(at path: String) throws(SystemError) -> Bool {
    if mkdir(path, 0o777) == 0 {
      pending.add(folder: path)
      return true
    }
    let error = SystemError.last()
    guard error.number == EEXIST else {
      if error.number == ENOENT { return false }
      throw error
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError.last() }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(ENOTDIR) }
    return true
  }

  private static func trimmingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path
  }

  private static func cannotWrite(_ path: String, _ error: SystemError) -> Trouble {
    let reason =
      error.number == ENOENT
      ? Phrase(ja: "そのフォルダーがありません", en: "there is no such folder") : error.reason
    return Trouble(
      code: "cannot-write",
      Phrase(
        ja: "「\(path)」に書けません。\(reason.ja)。",
        en: "‘\(path)’ cannot be written: \(reason.en)."),
      hint: error.advice)
  }
}

extension SystemError {
  /// What somebody who only wanted their maps can do about it.
  var advice: Phrase? {
    switch number {
    case ENOSPC, EDQUOT:
      Phrase(
        ja: "不要なファイルを消すか、--output で別の場所を指定してください。書きかけのファイルは残していません。",
        en: "Make room, or choose another place with --output. Nothing half written was left.")
    case EROFS, EACCES, EPERM:
      Phrase(
        ja: "--output で書き込めるフォルダーを指定してください。",
        en: "Choose a folder that you may write to with --output.")
    case ENAMETOOLONG:
      Phrase(ja: "--output で短い名前を指定してください。", en: "Choose a shorter name with --output.")
    case ENOTDIR, ENOENT:
      Phrase(ja: "名前とフォルダーを確かめてください。", en: "Check the name and the folder.")
    default:
      nil
    }
  }
}
