import CairoBackend
import Diagnostics
import Foundation

/// What became of one session.
public struct Published: Sendable {
  /// What was found while drawing and writing.
  public var findings: [Finding]
  /// The session's text, to show the lines that findings speak of.
  public var source: SourceText?
  /// What lies where, in a line or two; nil where nothing was written, or where it went to the standard output.
  public var summary: Phrase?

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Draws sessions and puts the files where they belong.
public struct Publishing: Sendable {
  /// What to draw.
  public var request: RenderRequest
  /// Where it goes.
  public var destination: Destination
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool
  /// How many pictures are drawn at the same time.
  public var jobs: Int
  /// Where the first of them will be drawn, made while the files were being read; nil where it is yet to be made.
  public var ahead: DeskAhead?
  /// Told after each picture how many of how many are done.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void

  /// Prepares drawing and writing.
  public init(
    request: RenderRequest, destination: Destination, overwrites: Bool = false, jobs: Int? = nil,
    ahead: DeskAhead? = nil,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) {
    self.request = request
    self.destination = destination
    self.overwrites = overwrites
    self.jobs = jobs ?? Self.usualJobs
    self.ahead = ahead
    self.progress = progress
  }

  /// As many as the machine has cores.
  public static var usualJobs: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Draws and writes; the results are in the order of the sessions. What one session runs into does not keep the
  /// others from being written, and what was written before stays.
  ///
  /// - Throws: What keeps everything from being drawn.
  ///
  /// - Parameter named: Every file that was named, those with errors too, so that where the pictures of one lie does not
  ///   depend on the others being good; nil for those of the sessions.
  public func publish(_ sessions: [CheckedSession], named: [String]? = nil) throws(Trouble) -> [Published] {
    let resources: ResourceFolder
    do throws(BackendError) {
      resources = try ResourceFolder.find()
    } catch {
      throw Trouble([error.finding])
    }
    var rendering = Rendering(resources: resources, jobs: jobs, progress: progress)
    rendering.ahead = ahead
    let rendered = try rendering.render(sessions, request)

    let writer = OutputWriter(protecting: sessions.compactMap(\.input.identity), overwrites: overwrites)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    let folders = folders(for: sessions.map(\.input.name), among: named ?? sessions.map(\.input.name))
    return zip(zip(sessions, rendered), folders).map { pair, folder in
      let (checked, drawn) = pair
      var published = Published(findings: drawn.findings, source: checked.source, summary: nil)
      guard !drawn.files.isEmpty else { return published }
      do throws(Trouble) {
        published.summary = try destination.write(
          drawn.files, of: checked.input.name, into: folder, writer, hint: Self.oneOnly)
        if let folder {
          published.findings += FormerPages.clear(
            folder, of: drawn.files.map { FormerPages.Written(name: $0.name, unnumbered: $0.unnumbered) })
        }
      } catch {
        published.findings += error.findings
      }
      return published
    }
  }

  /// The folder of each of `names`, in the order of `all`, whose part they are.
  private func folders(for names: [String], among all: [String]) -> [String?] {
    var rest = Array(zip(all, destination.folders(for: all, isForTable: request.audience == .table)))[...]
    return names.map { name in
      guard let index = rest.firstIndex(where: { $0.0 == name }) else { return nil }
      defer { rest = rest[rest.index(after: index)...] }
      return rest[index].1
    }
  }

  private static let oneOnly = Phrase(
    ja: "--map と --year で 1枚を選ぶか、--format pdf にするか、--output にフォルダーを指定してください。",
    en: "Choose one with --map and --year, take --format pdf, or give a folder with --output.")
}
