import ArgumentParser
import City
import Diagnostics
import Foundation
import Projection
import Studio

/// `tenken project city.csv`: reads the roster and makes the runs, telling how far it is where somebody watches.
struct CityRun {
  let console: Console

  /// Reads a roster; nil where it cannot be used, which has been told.
  func read(_ file: RosterFile, _ request: RosterFile.Request) throws(Trouble) -> RosterFile.Content? {
    let watch = Countdown(console, Phrase(ja: "名簿を読んでいます", en: "Reading the roster"))
    defer { watch.end() }
    do throws(Trouble) {
      let content = try file.read(
        request,
        tell: { finding in
          watch.clear()
          console.tell([finding])
        },
        progress: { progress in
          switch progress {
          case .share(let share): watch.show(share)
          case .lines(let lines):
            watch.show { _ in Phrase(ja: " \(lines.grouped)行", en: ", \(lines.grouped) lines") }
          }
        })
      if content.skippedLines > 0 {
        watch.clear()
        console.tell(
          Phrase(
            ja: "\(file.name): 読めない\(content.skippedLines)行を除いて続けます。\n",
            en:
              "\(file.name): going on without \(content.skippedLines) \(content.skippedLines == 1 ? "line" : "lines") that could not be read.\n"
          ).told)
      }
      return content
    } catch {
      guard error.findings.isEmpty else { throw error }
      return nil
    }
  }

  /// Makes the runs, or finds what is exact.
  func report(_ content: RosterFile.Content, _ request: CityRequest) async throws(Trouble) -> CityReport {
    try await console.watching { progress async throws(Trouble) in
      try await CityProjecting.report(content, request, progress: progress)
    }
  }

  /// Makes the runs.
  func simulate(_ content: RosterFile.Content, _ request: CityRequest) async throws(Trouble) -> CityRecord {
    try await console.watching { progress async throws(Trouble) in
      try await CityProjecting.project(content, request, progress: progress)
    }
  }
}

extension Console {
  /// Does a long piece of reckoning and tells how far it is, on a terminal only.
  func watching<Result: Sendable>(
    _ work: (WorkProgress) async throws(Trouble) -> Result
  ) async throws(Trouble) -> Result {
    let watch = RunWatch(self, showsStart: true)
    defer { watch.end() }
    return try await work(watch.progress)
  }
}

/// Tells on a terminal, from a thread of its own, how far runs are: those that make them leave no other thread free.
final class RunWatch: Sendable {
  /// What the runs report to.
  let progress = WorkProgress()
  private let countdown: Countdown

  /// Begins to tell.
  ///
  /// - Parameter showsStart: Whether something is told before anybody has said how much there is to do.
  init(_ console: Console, showsStart: Bool = false) {
    countdown = Countdown(console, Phrase(ja: "計算しています", en: "Simulating"))
    guard console.errorIsTerminal else { return }
    let (countdown, progress) = (countdown, progress)
    Thread.detachNewThread {
      while !countdown.isOver {
        if showsStart || progress.isUnderWay { countdown.show(progress.share) } else { countdown.clear() }
        Thread.sleep(forTimeInterval: 0.2)
      }
    }
  }

  /// Takes the line away for good.
  func end() { countdown.end() }
}

/// How far a long piece of work is and how long it will still take, on a terminal only.
final class Countdown: @unchecked Sendable {
  private let console: Console
  private let what: Phrase
  private let start = ContinuousClock.now
  private let lock = NSLock()
  private var last = ContinuousClock.now
  private var isShown = false
  private var hasEnded = false

  init(_ console: Console, _ what: Phrase) {
    self.console = console
    self.what = what
  }

  /// Shows the share that is done.
  func show(_ share: Double) {
    show { elapsed in
      let percent = Int(share * 100)
      let left = share > 0.01 ? Self.words(elapsed / share * (1 - share)) : Phrase(verbatim: "")
      return Phrase(ja: " \(percent)%\(left.ja)", en: " \(percent)%\(left.en)")
    }
  }

  /// Shows how far it is after so many seconds, five times a second at most and not in the first half second.
  func show(_ words: (_ elapsed: Double) -> Phrase) {
    guard console.errorIsTerminal else { return }
    lock.withLock {
      let now = ContinuousClock.now
      guard !hasEnded, now - start > .milliseconds(500), now - last > .milliseconds(190) else { return }
      last = now
      isShown = true
      let elapsed =
        Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
      let far = words(elapsed)
      console.tell("\r\u{1B}[K" + Phrase(ja: what.ja + far.ja, en: what.en + far.en).told)
    }
  }

  private static func words(_ seconds: Double) -> Phrase {
    let whole = Int(seconds.rounded(.up))
    return whole < 100
      ? Phrase(ja: "（あと\(whole)秒ほど）", en: " (about \(whole) s left)")
      : Phrase(ja: "（あと\((whole + 59) / 60)分ほど）", en: " (about \((whole + 59) / 60) min left)")
  }

  /// Whether it has ended.
  var isOver: Bool { lock.withLock { hasEnded } }

  /// Takes the line away, so that something else can be told.
  func clear() {
    lock.withLock {
      if isShown { console.tell("\r\u{1B}[K") }
      isShown = false
    }
  }

  /// Takes the line away for good.
  func end() {
    clear()
    lock.withLock { hasEnded = true }
  }
}
