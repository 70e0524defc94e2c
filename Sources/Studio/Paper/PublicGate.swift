import CairoBackend
import Diagnostics
import Layout
import Picture
import SessionFile
import Workshop

/// The privacy gate of one session, as every public command passes its pages and then its finished files through it.
final class PublicGate {
  private let checked: CheckedSession
  private let gate: PrivacyGate
  private let measurer: any TextMeasurer
  /// Words that stand on paper whoever lives where; laid out only when something was found.
  private lazy var vocabulary =
    (others ?? { [] })() + PrintedWords.all(in: checked.session.language) + mapWords
  private let others: (() -> [String])?

  /// - Parameters:
  ///   - includesStaff: whether those who run the workshop are private; they are wherever everybody reads.
  ///   - allowed: Words that somebody looked at and found harmless.
  ///   - others: Further words that stand on paper whoever lives where.
  init(
    _ checked: CheckedSession, measurer: any TextMeasurer, includesStaff: Bool = true,
    allowing allowed: [String] = [], besides others: (() -> [String])? = nil
  ) {
    self.others = others
    self.checked = checked
    self.measurer = measurer
    gate = PrivacyGate(for: checked.session, includesStaff: includesStaff, allowing: allowed)
  }

  /// - Throws: everything that is private in the words of pictures and templates and on `pages`, in the order of the
  ///   files, so that it can be mended in one go.
  func check(_ pages: [Page], drawnWith pictures: [PictureWords] = []) throws(Trouble) {
    let findings = findings(in: pages, drawnWith: pictures)
    guard findings.isEmpty else { throw Trouble(findings) }
  }

  /// The same as findings.
  func findings(in pages: [Page], drawnWith pictures: [PictureWords] = []) -> [Finding] {
    findings(
      of: pictures.flatMap { gate.hits(in: $0) { vocabulary } } + gate.hits(in: pages) { vocabulary })
  }

  /// - Throws: what is private in the bytes of a finished file, or that they cannot be searched.
  func check(_ file: [UInt8], called name: String) throws(Trouble) {
    let hits: [PrivacyGate.Hit]
    do throws(BackendError) {
      hits = try gate.hits(in: file, called: name, jobs: Publishing.usualJobs) { vocabulary }
    } catch {
      throw Trouble([error.finding])
    }
    guard hits.isEmpty else { throw Trouble(findings(of: hits)) }
  }

  /// Where the first of these characters is written for everybody; nil where it is not.
  func place(ofFirst characters: [Character]) -> Place? {
    let lines = checked.source.flatMap { PublicLines($0) }
    return characters.lazy.compactMap { lines?.place(of: String($0)) }.first
  }

  private func findings(of hits: [PrivacyGate.Hit]) -> [Finding] {
    hits.findings(checked) { _ in false }.inOrderOfFiles
  }

  /// The texts of the maps without anybody on them.
  private var mapWords: [String] {
    guard let plan = try? RenderPlan(checked.session, file: checked.input.name, RenderRequest()) else {
      return []
    }
    return plan.vocabulary(measurer: measurer)
  }
}

extension RenderPlan {
  /// The texts of all its sheets without anybody on them.
  func vocabulary(measurer: any TextMeasurer) -> [String] {
    let drawing = SheetDrawing(plan: self)
    return sheets.flatMap { drawing.vocabulary($0, measurer: measurer) }
  }
}
