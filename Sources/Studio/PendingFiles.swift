import Dispatch
import Foundation
import Synchronization

/// The files being written aside just now, so that an interruption can take them away.
public final class PendingFiles: Sendable {
  private let paths = Mutex<Set<String>>([])

  /// No files yet.
  public init() {}

  func add(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Removes every pending file and never lets go of the lock again: the caller is about to end the process, and
  /// nobody may begin another file until then.
  private func removeAllForGood(then end: () -> Never) -> Never {
    paths.withLock { pending in
      for path in pending { unlink(path) }
      end()
    }
  }

  /// From now on Ctrl-C, a closed terminal and `kill` remove what is half written before the process ends as the
  /// signal says. Keep the answer for as long as that shall hold.
  public func watchForInterruption() -> Interruption {
    Interruption(
      sources: [SIGINT, SIGTERM, SIGHUP].map { number in
        signal(number, SIG_IGN)
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
        return source
      })
  }
}

/// Holds the watch over interruptions of ``PendingFiles/watchForInterruption()``.
public final class Interruption {
  private let sources: [any DispatchSourceSignal]

  fileprivate init(sources: [any DispatchSourceSignal]) { self.sources = sources }

  /// Ends the watch; signals do again what they did before.
  public func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }
}
