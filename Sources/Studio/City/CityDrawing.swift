import CairoBackend
import City
import Diagnostics
import Foundation
import Layout
import Picture

/// Draws the charts of a city that was foreseen, and puts the files where they belong.
public struct CityDrawing: Sendable {
  /// The kinds of charts; none for all that rosters have.
  public var kinds: Set<PictureKind> = []
  /// The districts, by name; none for the whole city and every district.
  public var districts: [String] = []
  /// The line at the head of every page; nil for one that says that it is from a roster.
  public var title: String?
  /// The years after the base year that are told in words; nil for all of them.
  public var told: [Int]?
  /// The sheet.
  public var paper = PaperSize.a4
  /// The kinds of file.
  public var formats = Set(OutputFormat.allCases)
  /// The resolution of PNG.
  public var dpi = 150.0
  /// The language of everything on the pages.
  public var language: Language
  /// How many pages are drawn at the same time.
  public var jobs = 1
  /// Where the files go.
  public var destination: Destination
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites = false
  /// Told after each file how many of how many are done.
  public var progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }

  /// Prepares drawing; unless said otherwise, of everything.
  public init(language: Language, destination: Destination) {
    self.language = language
    self.destination = destination
  }

  /// The years after the base year for which a city has to be foreseen, so that its fans have a shape: every fifth, and
  /// those that are told.
  public static func horizons(told: [Int]) -> [Int] {
    Array(Set(told + Array(stride(from: 5, to: told.max() ?? 0, by: 5)))).sorted()
  }

  /// Draws and writes.
  ///
  /// - Parameters:
  ///   - name: What the city was read from, as the user named it.
  ///   - inputs: Files that were read.
  /// - Throws: A finding for every district that is not there, and what keeps the files from being written; what was
  ///   there before stays.
  public func publish(
    _ record: CityRecord, of name: String, protecting inputs: [FileIdentity]
  ) throws(Trouble) -> Published {
    let report = CityReport(record)
    let groups = try groups(of: report)
    let note = try report.chartNote()
    let resources: ResourceFolder
    let pictures: [DrawnPicture]
    let withoutAges: [String]
    do throws(BackendError) {
      resources = try ResourceFolder.find()
      let measurer = try Renderer(resources: resources).typesetter
      (pictures, withoutAges) = draw(report, groups, note, measurer)
    } catch {
      throw Trouble([error.finding])
    }
    let (files, findings) = try encode(encodings(pictures, record), resources)
    let writer = OutputWriter(protecting: inputs, overwrites: overwrites)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    var published = Published(findings: findings + Self.tooFew(withoutAges), source: nil, summary: nil)
    var folder: String?
    if case .beside = destination { folder = Destination.folder(besides: name, ending: "-charts") }
    if case .folder(let path) = destination { folder = path }
    published.summary = try destination.write(files, of: name, into: folder, writer, hint: Self.oneOnly)
    if let folder {
      published.findings += FormerPages.clear(
        folder, of: files.map { FormerPages.Written(name: $0.name, unnumbered: $0.unnumbered) })
    }
    return published
  }

  private static let oneOnly = Phrase(
    ja: "--district と --kind で 1枚を選ぶか、--format pdf にするか、--output にフォルダーを指定してください。",
    en: "Choose one with --district and --kind, take --format pdf, or give a folder with --output.")

  // MARK: What is drawn

  private func groups(of report: CityReport) throws(Trouble) -> [Int] {
    let all = report.groups
    let whole = all.upperBound - 1
    // The only district is the whole city.
    guard !districts.isEmpty else { return whole == 1 ? [whole] : [whole] + Array(0..<whole) }
    let names = all.map { report.name(of: $0, in: language) }
    var chosen: [Int] = []
    var findings: [Finding] = []
    for district in districts {
      let isWhole = [Language.ja, .en].contains { report.name(of: whole, in: $0) == district }
      if let group = isWhole ? whole : names.firstIndex(of: district) {
        if !chosen.contains(group) { chosen.append(group) }
        continue
      }
      var finding = Selection.unknown(
        code: "unknown-district", district, Phrase(ja: "地区", en: "district"), known: names, file: "")
      finding.message = Phrase(
        ja: "「\(district)」という地区は、ありません。", en: "There is no district called ‘\(district)’.")
      if report.simulation.question.districts.contains(where: { $0.name == nil }) {
        let hint = finding.hint
        finding.hint = Phrase(
          ja: (hint?.ja ?? "") + "家の少ない地区は、まとめてあります（--smallest）。",
          en: (hint.map { $0.en + " " } ?? "") + "Districts with few houses are shown together (--smallest).")
      }
      findings.append(finding)
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    return chosen
  }

  /// That of some districts no ages are drawn.
  private static func tooFew(_ districts: [String]) -> [Finding] {
    guard !districts.isEmpty else { return [] }
    return [
      Finding(
        .note, code: "few-people", at: nil,
        Phrase(
          ja: "\(districts.map { "「\($0)」" }.joined())は、家か人が少なく、一人一人のことが分かってしまうので、年齢の図（pyramid）を描きません。",
          en:
            "No ages (pyramid) are drawn of \(districts.map { "‘\($0)’" }.joined(separator: ", ")): there are so few houses or people that they would tell of single ones."
        ))
    ]
  }

  /// The pictures, and the places whose ages would tell of single people.
  private func draw(_ report: CityReport, _ groups: [Int], _ note: Phrase, _ measurer: any TextMeasurer)
    -> (pictures: [DrawnPicture], withoutAges: [String])
  {
    let question = report.simulation.question
    let places = CityPlaces(report, language: language, told: told ?? question.offsets)
    let usual = Phrase(ja: "名簿による見込み", en: "Foreseen from the roster")
    let date = Phrase(ja: "\(question.baseYear)年の名簿", en: "Roster of \(question.baseYear)")
    let options = SheetOptions(
      language: language, header: SheetHeader(title: title ?? usual(in: language), date: date(in: language)),
      paper: paper == .a3 ? .a3Landscape : .a4Landscape)
    let charts = CityCharts(options: options, note: note, measurer: measurer)
    let wanted = kinds.isEmpty ? PictureKind.ofRosters : kinds
    func picture(_ group: Int, _ kind: PictureKind, _ pages: [Page]) -> DrawnPicture {
      let id = group == places.whole ? "city" : report.name(of: group, in: language)
      return DrawnPicture(
        name: PictureNames.Parts(
          map: id, scenario: nil, year: nil, kind: kind.rawValue, isSeries: false,
          isForTable: false), pages: pages)
    }
    var pictures: [DrawnPicture] = []
    var withoutAges: [String] = []
    for group in groups {
      let place = places.place(group)
      if wanted.contains(.pyramid), place.pyramids.isEmpty { withoutAges.append(place.name) }
      if wanted.contains(.fan) { pictures.append(picture(group, .fan, charts.fan(place))) }
      if wanted.contains(.pyramid) { pictures.append(picture(group, .pyramid, charts.pyramid(place))) }
      if wanted.contains(.districts), group == places.whole {
        let rankings = places.rankings
        let pages = rankings.isEmpty ? [] : charts.ranking(rankings, of: place)
        pictures.append(picture(group, .districts, pages))
      }
    }
    return (pictures.filter { !$0.pages.isEmpty }, withoutAges)
  }

  // MARK: Files

  /// A PDF with everything; SVG and PNG page by page.
  private func encodings(_ pictures: [DrawnPicture], _ record: CityRecord) -> [Encoding] {
    var list: [(name: String, page: Int?, format: OutputFormat, pages: [Page])] = []
    if formats.contains(.pdf), !pictures.isEmpty {
      let name = pictures.count == 1 ? pictures.first.map { PictureNames.name($0.name) } : nil
      list.append((name ?? "city", nil, .pdf, pictures.flatMap(\.pages)))
    }
    for picture in pictures {
      for format in [OutputFormat.svg, .png] where formats.contains(format) {
        for (index, page) in picture.pages.enumerated() {
          let number = picture.pages.count > 1 ? index + 1 : nil
          list.append((PictureNames.name(picture.name), number, format, [page]))
        }
      }
    }
    let unnumbered = list.map { "\($0.name).\($0.format.rawValue)" }
    let names = PictureNames.unique(
      zip(list, unnumbered).map { entry, name in entry.page.map { FormerPages.numbered(name, $0) } ?? name })
    let subject = Phrase(ja: "まちと地区の見込みの図", en: "Charts of a city and its districts")(in: language)
    return zip(zip(list, unnumbered), names).map { pair, name in
      let (entry, plain) = pair
      let only = entry.pages.count == 1 ? entry.pages.first : nil
      let words = [title, only?.title ?? (title == nil ? subject : nil)].compactMap { $0 }
      return Encoding(
        session: 0, name: name, unnumbered: plain, format: entry.format, dpi: dpi,
        document: Document(
          title: words.joined(separator: " "), author: "Tenken", subject: only?.summary ?? subject,
          language: language, date: nil, pages: entry.pages))
    }
  }

  private func encode(
    _ encodings: [Encoding], _ resources: ResourceFolder
  ) throws(Trouble) -> (files: [RenderedFile], findings: [Finding]) {
    let count = encodings.count
    let results = parallelMap(
      encodings, jobs: jobs, makeWorker: { Desk(resources) }, progress: { progress($0, count) }
    ) { desk, encoding -> (Result<[UInt8], BackendError>, [Character]) in
      do throws(BackendError) {
        let renderer = try desk.renderer.get()
        return (.success(try encoding.bytes(renderer)), renderer.typesetter.missingCharacters)
      } catch {
        return (.failure(error), [])
      }
    }
    var files: [RenderedFile] = []
    var missing: Set<Character> = []
    for (encoding, (result, lacking)) in zip(encodings, results) {
      missing.formUnion(lacking)
      do throws(BackendError) {
        files.append(
          RenderedFile(
            name: encoding.name, unnumbered: encoding.unnumbered, bytes: try result.get(),
            pages: encoding.document.pages.count))
      } catch {
        throw Trouble([error.finding])
      }
    }
    return (files, PangoTypesetter.findings(forMissing: missing.sorted()))
  }
}
