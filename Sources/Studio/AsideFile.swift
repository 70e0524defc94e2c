import Foundation

/// A file that is written aside, under a hidden name in the folder where it will stand.
///
/// It is locked for as long as somebody works on it. What a run left that was killed or lost its power is locked by
/// nobody, and the next run that writes into the folder takes it away.
struct AsideFile: ~Copyable {
  /// Where it lies.
  let path: String
  private let file: Int32

  private static let beginning = ".tenken-"
  private static let ending = ".tmp"

  /// Makes a new file beside `path`.
  init(beside path: String) throws(SystemError) {
    let folder = String(Self.folder(of: path))
    while true {
      // Short, because names may be at their limit.
      let number = String(UInt64.random(in: .min ... .max), radix: 36)
      let aside = folder + Self.beginning + number + Self.ending
      let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw SystemError.last() }
      // Not every disk knows locks; where there are none, nothing is taken away either.
      _ = flock(file, LOCK_EX)
      // Another run may have taken it for a leftover, in the moment before it was locked.
      var (held, named) = (stat(), stat())
      if fstat(file, &held) == 0, stat(aside, &named) != 0 || held.st_ino != named.st_ino {
        close(file)
        continue
      }
      self.path = aside
      self.file = file
      return
    }
  }

  deinit { close(file) }

  /// Gives it the permissions of the file at `path`, if there is one.
  func takePermissions(of path: String) {
    var status = stat()
    if stat(path, &status) == 0 { _ = fchmod(file, status.st_mode & 0o777) }
  }

  /// Writes all of `bytes`, to the disk.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try OutputWriter.writeAll(bytes, to: file)
    guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else { throw SystemError.last() }
    // Network disks tell of a full disk no sooner than here. The lock stays until the other handle is closed, too.
    let twin = fcntl(file, F_DUPFD_CLOEXEC, 0)
    guard twin < 0 || close(twin) == 0 else { throw SystemError.last() }
  }

  /// Gives it its final name.
  func move(to name: String) throws(SystemError) {
    guard rename(path, name) == 0 else { throw SystemError.last() }
  }

  /// Takes away what runs that ended in the middle of their work left beside `path`.
  static func removeLeftovers(beside path: String) {
    let folder = String(folder(of: path))
    guard let entries = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name.hasPrefix(beginning), name.hasSuffix(ending) { removeLeftover(folder + name) }
    }
  }

  private static func removeLeftover(_ path: String) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var (held, named) = (stat(), stat())
    guard fstat(file, &held) == 0, held.st_mode & S_IFMT == S_IFREG, held.st_uid == geteuid() else { return }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return }
    // It may have become a finished file, or another's, since it was opened.
    guard lstat(path, &named) == 0, held.st_ino == named.st_ino else { return }
    unlink(path)
  }

  /// The folder of `path` with its slash; empty for a bare name.
  static func folder(of path: String) -> Substring {
    path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)]
  }
}
