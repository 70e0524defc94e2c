import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture

/// A template as it was read and checked.
public struct LoadedTemplate: Sendable {
  /// Where it was found.
  public var folder: String
  /// What was found; errors keep it from being used.
  public var findings: [Finding]
  /// The template; nil where there are errors.
  public var template: Template?
  var readers: [TemplateReader]
  /// What is written on its pages, seen or unseen.
  var words: [PictureWords] = []
  /// The beginning of its first page.
  var head: ArraySlice<UInt8> = []
  /// The text of its pages, to show the lines that findings speak of.
  public internal(set) var sources: [SourceText] = []

  /// What its first page says of it.
  public var title: String { Templates.title(head) ?? (folder as NSString).lastPathComponent }

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Finds, reads, checks and copies templates: folders with `first.svg`, `inner.svg` and perhaps `last.svg`.
public enum Templates {
  /// The template that is used where nobody chooses.
  public static let usual = "quiet"

  /// The names of those that come with Tenken, in order.
  public static func names() throws(Trouble) -> [String] {
    let folder = try resources().templates
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/first.svg") }.sorted()
  }

  private static func resources() throws(Trouble) -> ResourceFolder {
    do throws(BackendError) {
      return try ResourceFolder.find()
    } catch {
      throw Trouble([error.finding])
    }
  }

  /// Reads the template in the folder `name`, or the one of that name that comes with Tenken.
  ///
  /// - Throws: where there is neither.
  public static func load(_ name: String) throws(Trouble) -> LoadedTemplate {
    let folder = try self.folder(name)
    let label = (folder as NSString).lastPathComponent
    var loaded = LoadedTemplate(folder: folder, findings: [], template: nil, readers: [])
    var pages: [String: TemplatePage] = [:]
    for part in ["first", "inner", "last"] {
      let path = "\(folder)/\(part).svg"
      guard FileManager.default.fileExists(atPath: path) else {
        if part != "last" { loaded.findings.append(Self.missing(part, in: folder)) }
        continue
      }
      do throws(Trouble) {
        let input = try InputReader.read(path)
        loaded.sources.append(SourceText(file: path, bytes: input.bytes))
        let reader = TemplateReader(bytes: input.bytes, file: path, artwork: "template-\(part)")
        loaded.findings += reader.findings
        loaded.readers.append(reader)
        if let words = try? PictureWords(input.bytes, called: path, file: path) { loaded.words.append(words) }
        if part == "first" { loaded.head = input.bytes.prefix(8192) }
        if let page = reader.page {
          loaded.findings += SlotNames.findings(page, file: path, isFirst: part == "first")
          pages[part] = page
        }
      } catch {
        loaded.findings += error.findings
      }
    }
    if let first = pages["first"], let inner = pages["inner"], !loaded.hasErrors {
      // Programs that count in pixels write 793.70079 for 210 mm.
      let differs =
        abs(inner.size.width.mm - first.size.width.mm) > 0.2
        || abs(inner.size.height.mm - first.size.height.mm) > 0.2
      if differs {
        loaded.findings.append(
          Finding(
            .warning, code: "template-sizes-differ", at: nil,
            Phrase(ja: "first.svg と inner.svg の大きさが違います。", en: "first.svg and inner.svg differ in size.")))
      }
      loaded.template = Template(name: label, first: first, inner: inner, last: pages["last"])
    }
    return loaded
  }

  private static func missing(_ part: String, in folder: String) -> Finding {
    Finding(
      .error, code: "template-missing-page", at: nil,
      Phrase(
        ja: "ひな型のフォルダー「\(folder)」に \(part).svg がありません。",
        en: "The template’s folder ‘\(folder)’ has no \(part).svg."),
      hint: Phrase(
        ja: "ひな型には first.svg（一枚目）と inner.svg（二枚目から）が要ります。tenken template copy で写しを作れます。",
        en:
          "A template needs first.svg and inner.svg, for the pages after it. ‘tenken template copy’ gives you both."
      ))
  }

  private static func folder(_ name: String) throws(Trouble) -> String {
    func isTemplate(_ folder: String) -> Bool {
      FileManager.default.fileExists(atPath: folder + "/first.svg")
    }
    let trimmed = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
    if isTemplate(trimmed) { return trimmed }
    let ours = try resources().templates + "/" + trimmed
    if !trimmed.contains("/"), isTemplate(ours) { return ours }
    let known = try names()
    throw Trouble(
      code: "no-such-template",
      Phrase(ja: "「\(name)」というひな型は見つかりません。", en: "There is no template ‘\(name)’."),
      hint: Phrase(
        ja: "あるのは \(known.joined(separator: "、")) です。自分のひな型は、first.svg と inner.svg の入ったフォルダーで指定します。",
        en:
          "There are \(known.joined(separator: ", ")). Name your own by its folder, with first.svg and inner.svg in it."
      ))
  }

  /// Copies the template called `name` into a new folder, to be restyled.
  ///
  /// - Returns: the files that were written.
  public static func copy(_ name: String, to folder: String) throws(Trouble) -> [String] {
    let source = try self.folder(name)
    let writer = OutputWriter()
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.makeFolder(folder)
    var written: [String] = []
    for part in ["first", "inner", "last"]
    where FileManager.default.fileExists(atPath: "\(source)/\(part).svg") {
      let bytes = try InputReader.read("\(source)/\(part).svg").bytes
      let path = "\(folder)/\(part).svg"
      try writer.create(bytes, at: path)
      written.append(path)
    }
    return written
  }

  /// The text of the drawing's `title` element.
  fileprivate static func title(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let match = text.firstMatch(of: /<title[^>]*>([^<]*)<\/title>/) else { return nil }
    let title = match.output.1.trimmingCharacters(in: .whitespacesAndNewlines)
    return title.isEmpty ? nil : title
  }
}
