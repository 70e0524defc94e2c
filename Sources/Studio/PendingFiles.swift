import Dispatch
import Foundation
import Synchronization

/// The files being written aside just now, and the folders made for them, so that an interruption or a failure can take
/// them away.
public final class PendingFiles: Sendable {
  private struct Work {
    var files: Set<String> = []
    /// The folders that were made, each after the one it is in.
    var folders: [String] = []
    /// The folders that were looked through for what earlier runs left.
    var known: Set<String> = []

    /// Removes the folders that were made and hold nothing.
    mutating func removeEmptyFolders() {
      for folder in folders.reversed() { rmdir(folder) }
      folders = []
    }
  }

  private let work = Mutex<Work>(Work())

  /// No files yet.
  public init() {}

  func add(_ path: String) {
    work.withLock { _ = $0.files.insert(path) }
  }

  func remove(_ path: String) {
    work.withLock { _ = $0.files.remove(path) }
  }

  func add(folder: String) {
    work.withLock { $0.folders.append(folder) }
  }

  /// Whether `folder` is asked for the first time.
  func isNew(folder: String) -> Bool {
    work.withLock { $0.known.insert(folder).inserted }
  }

  /// Removes the folders that were made and hold nothing yet.
  func removeEmptyFolders() {
    work.withLock { $0.removeEmptyFolders() }
  }

  /// Removes every pending file and never lets go of the lock again: the caller is about to end the process, and
  /// nobody may begin another file until then.
  private func removeAllForGood(then end: () -> Never) -> Never {
    work.withLock { work in
      for path in work.files { unlink(path) }
      work.removeEmptyFolders()
      end()
    }
  }

  /// From now on Ctrl-C, a closed terminal and `kill` remove what is half written before the process ends as the
  /// signal says. Keep the answer for as long as that shall hold.
  public func watchForInterruption() -> Interruption {
    let watched = [SIGINT, SIGTERM, SIGHUP].filter { !Self.ignores($0) }
    return Interruption(
      watched.map { number in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
        source.setEventHandler { [self] in
          removeAllForGood {
            // Ends as everybody expects who sent the signal, a shell among them (128 + number).
            signal(number, SIG_DFL)
            kill(getpid(), number)
            while true { pause() }
          }
        }
        source.resume()
        return (number, source)
      })
  }

  /// Has the system leave the signal to the watch; true where whoever started the process (nohup) said that it shall be
  /// ignored, which stays so.
  private static func ignores(_ number: Int32) -> Bool {
    let before = signal(number, SIG_IGN)
    return unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Holds the watch over interruptions of ``PendingFiles/watchForInterruption()``.
public final class Interruption {
  private let watched: [(number: Int32, source: any DispatchSourceSignal)]

  fileprivate init(_ watched: [(number: Int32, source: any DispatchSourceSignal)]) { self.watched = watched }

  /// Ends the watch; the signals end the process again by themselves.
  public func end() {
    for (number, source) in watched {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
