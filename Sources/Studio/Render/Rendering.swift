import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Workshop

/// A session that was read and found good.
public struct CheckedSession: Sendable {
  /// The file.
  public var input: Input
  /// What it records.
  public var session: Session
  /// Its text, to show the lines that findings speak of.
  public var source: SourceText?

  /// Makes a checked session.
  public init(input: Input, session: Session, source: SourceText?) {
    self.input = input
    self.session = session
    self.source = source
  }
}

/// A drawn file before it is written.
public struct RenderedFile: Sendable {
  /// Its name, with its ending.
  public var name: String
  /// The name it would have as the only page of its picture; the same where it is.
  public var unnumbered: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// How many pages it has.
  public var pages: Int
}

/// What drawing a session gave.
public struct RenderedSession: Sendable {
  /// The files, in a fixed order; none where something was found that must not go out.
  public var files: [RenderedFile]
  /// What was found while drawing.
  public var findings: [Finding]

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Draws sessions, several pictures at a time. What comes out does not depend on how many.
public struct Rendering: Sendable {
  /// The icons and typefaces.
  public var resources: ResourceFolder
  /// How many pictures are drawn at the same time; at least 1.
  public var jobs: Int
  /// A desk that is being made already, if any.
  public var ahead: DeskAhead?
  /// Told after each step how many of how many are done.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void

  /// A rendering with the icons and typefaces of `resources`.
  public init(
    resources: ResourceFolder, jobs: Int = ProcessInfo.processInfo.activeProcessorCount,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) {
    self.resources = resources
    self.jobs = jobs
    self.progress = progress
  }

  /// Draws what `request` asks for of each session; the results are in the order of the sessions.
  ///
  /// - Throws: What keeps everything from being drawn: no typeface, no icons.
  public func render(_ sessions: [CheckedSession], _ request: RenderRequest) throws(Trouble)
    -> [RenderedSession]
  {
    var request = request
    request.chance?.threads = jobs
    let desks = Desks(resources, first: ahead?.take(for: resources))
    // One desk is made before any other, so that a missing typeface is told once, and at once.
    if case .failure(let error) = desks.first.renderer { throw Trouble([error.finding]) }
    var plans: [RenderPlan?] = []
    var results = sessions.map { _ in RenderedSession(files: [], findings: []) }
    for (index, checked) in sessions.enumerated() {
      do throws(Trouble) {
        let plan = try RenderPlan(
          checked.session, file: checked.input.name, request,
          rules: request.chance == nil ? nil : try ChanceRuleBook(checked))
        plans.append(plan)
        results[index].findings = plan.notes
      } catch {
        plans.append(nil)
        results[index].findings = error.findings
      }
    }

    let orders = plans.enumerated().flatMap { index, plan in
      (plan?.sheets ?? []).flatMap { sheet in
        sheet.kinds.map { LayoutOrder(session: index, sheet: sheet, kind: $0) }
          + (sheet.chance == nil ? [] : [LayoutOrder(session: index, sheet: sheet, kind: nil)])
      }
    }
    let gates = zip(sessions, plans).map { checked, plan in
      plan.flatMap { plan in
        plan.request.audience == .public
          ? PrivacyGate(for: checked.session, allowing: plan.request.allowed) : nil
      }
    }
    let drawn = layOut(orders, at: desks, plans: plans, sessions: sessions, gates)
    var missing: Set<Character> = []
    var pictures = sessions.map { _ in [DrawnPicture]() }
    var stops = sessions.map { _ in [Finding]() }
    for (order, sheet) in zip(orders, drawn) {
      // A sheet and its series are stopped by the same words.
      stops[order.session] += sheet.findings.filter { !stops[order.session].contains($0) }
      missing.formUnion(sheet.missing)
      pictures[order.session] += sheet.pictures
      if order.kind == .series, let plan = plans[order.session] {
        results[order.session].findings += sheet.pictures.compactMap {
          SeriesPages.note($0, of: order.sheet.map, form: plan.request.form)
        }
      }
    }
    for index in results.indices { results[index].findings += stops[index].inOrderOfFiles }

    var encodings: [Encoding] = []
    for (index, plan) in plans.enumerated() {
      guard let plan, !results[index].hasErrors else { continue }
      encodings += FileList(plan: plan, pictures: pictures[index]).encodings(session: index)
    }
    for (encoding, result) in zip(encodings, encode(encodings, at: desks, gates)) {
      switch result {
      case .success((let bytes, let hits)):
        let found = leaks(hits, of: encoding, gates[encoding.session], plans[encoding.session], at: desks)
        results[encoding.session].findings += found.findings(sessions[encoding.session]) { _ in
          true
        }
        results[encoding.session].files.append(
          RenderedFile(
            name: encoding.name, unnumbered: encoding.unnumbered, bytes: bytes,
            pages: encoding.document.pages.count))
      case .failure(let error):
        results[encoding.session].findings.append(error.finding)
      }
    }
    for index in results.indices where results[index].hasErrors { results[index].files = [] }
    if let first = results.indices.first {
      results[first].findings += PangoTypesetter.findings(forMissing: missing.sorted())
    }
    return results
  }

  // MARK: Laying out

  private struct LayoutOrder: Sendable {
    var session: Int
    var sheet: RenderPlan.Sheet
    /// nil for what stands at the end of documents.
    var kind: PictureKind?
  }

  private struct Laid: Sendable {
    var pictures: [DrawnPicture] = []
    var findings: [Finding] = []
    var missing: [Character] = []
  }

  private func layOut(
    _ orders: [LayoutOrder], at desks: Desks, plans: [RenderPlan?], sessions: [CheckedSession],
    _ gates: [PrivacyGate?]
  ) -> [Laid] {
    desks.clear()
    return parallelMap(orders, jobs: jobs, makeWorker: { desks.take() }) { desk, order in
      guard let plan = plans[order.session] else { return Laid() }
      do throws(BackendError) {
        let measurer = try desk.renderer.get().typesetter
        let drawing = SheetDrawing(plan: plan)
        var laid = Laid()
        laid.pictures =
          order.kind.map { drawing.pictures(order.sheet, $0, measurer: measurer) }
          ?? drawing.appendix(order.sheet, measurer: measurer)
        if let gate = gates[order.session]?.forSheets(of: order.sheet.map, in: plan.session) {
          let hits = gate.hits(in: laid.pictures.flatMap(\.pages)) {
            drawing.vocabulary(order.sheet, measurer: measurer)
          }
          laid.findings = hits.findings(sessions[order.session]) { _ in true }
        }
        laid.missing = measurer.missingCharacters
        return laid
      } catch {
        return Laid(findings: [error.finding])
      }
    }
  }

  /// What of the hits in a file is not a word that stands on every sheet. Those words are laid out only here, for files
  /// with hits are rare.
  private func leaks(
    _ hits: [PrivacyGate.Hit], of encoding: Encoding, _ gate: PrivacyGate?, _ plan: RenderPlan?,
    at desks: Desks
  ) -> [PrivacyGate.Hit] {
    guard !hits.isEmpty, let gate, let plan,
      case .success(let measurer) = desks.first.renderer.map(\.typesetter)
    else { return hits }
    let vocabulary = plan.vocabulary(measurer: measurer)
    return hits.filter { !gate.isCommon($0, in: vocabulary) }
  }

  // MARK: Drawing

  /// What the pictures in the making may take together, in bytes.
  private static let memory = 2e9

  /// A finished file, and what the gate finds in it if every word counts.
  private typealias Searched = (bytes: [UInt8], hits: [PrivacyGate.Hit])

  private func encode(
    _ encodings: [Encoding], at desks: Desks, _ gates: [PrivacyGate?]
  ) -> [Result<Searched, BackendError>] {
    desks.clear()
    // Each PNG in the making takes four bytes for every dot.
    let largest = encodings.map(\.memory).max() ?? 0
    let bearable = largest > 0 ? max(1, Int(Self.memory / largest)) : jobs
    return parallelMap(
      encodings, jobs: min(jobs, bearable), makeWorker: { desks.take() },
      progress: { progress($0, encodings.count) }
    ) { desk, encoding in
      do throws(BackendError) {
        let renderer = try desk.renderer.get()
        let bytes = try encoding.bytes(renderer)
        let hits = try gates[encoding.session]?.hits(in: bytes, called: encoding.name) { [] } ?? []
        return .success((bytes, hits))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// The desks of one rendering. What was laid out at a desk need not be laid out again when it is drawn there.
///
/// Not checked by the compiler: a desk is in the hands of one thread at a time, because it is taken once between two
/// calls of ``clear()``, and those are made when no thread works.
private final class Desks: @unchecked Sendable {
  /// There from the beginning.
  let first: Desk
  private let resources: ResourceFolder
  private let lock = NSLock()
  private var all: [Desk]
  private var taken = 0

  init(_ resources: ResourceFolder, first: Desk?) {
    self.resources = resources
    self.first = first ?? Desk(resources)
    all = [self.first]
  }

  /// Every thread has given back its desk.
  func clear() { lock.withLock { taken = 0 } }

  /// A desk that nobody sits at.
  func take() -> Desk {
    lock.withLock {
      if taken == all.count { all.append(Desk(resources)) }
      taken += 1
      return all[taken - 1]
    }
  }
}

/// Where one thread draws; not shared.
final class Desk {
  private let resources: ResourceFolder
  lazy var renderer: Result<Renderer, BackendError> = {
    do throws(BackendError) {
      return .success(try Renderer(resources: resources))
    } catch {
      return .failure(error)
    }
  }()

  init(_ resources: ResourceFolder) { self.resources = resources }
}
