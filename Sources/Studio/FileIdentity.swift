import Foundation

/// Which file a path leads to in the end, whatever names and links it goes by.
public struct FileIdentity: Sendable, Hashable {
  private var device: UInt64
  private var inode: UInt64

  /// The identity of what lies at `path`, links followed; nil where nothing lies there.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// What lies at a path, as far as writing there needs to know.
enum FileKind: Sendable, Hashable {
  case nothing
  case file
  case folder
  /// A pipe, a terminal, `/dev/null`: written to as it is, never replaced.
  case stream

  /// What lies at `path`, links followed. A link that leads nowhere counts as a file, since the name is taken.
  init(path: String) throws(SystemError) {
    var status = stat()
    if stat(path, &status) != 0 {
      let error = SystemError.last()
      if error.number == ENOENT {
        self = lstat(path, &status) == 0 ? .file : .nothing
        return
      }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .stream
    }
  }
}
