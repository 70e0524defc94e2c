import CairoBackend
import Diagnostics
import Layout
import Picture
import Workshop

/// A file to be drawn.
struct Encoding: Sendable {
  /// The session it belongs to, by its place among all.
  var session: Int
  /// Its name, with its ending.
  var name: String
  /// The name it would have as the only page of its picture.
  var unnumbered: String
  var format: OutputFormat
  var dpi: Double
  /// Its pages; only a PDF has more than one.
  var document: Document

  /// What drawing it takes, in bytes; counted for PNG only, the others being small.
  var memory: Double {
    guard format == .png, let size = document.pages.first?.size else { return 0 }
    return (size.width.points / 72 * dpi) * (size.height.points / 72 * dpi) * 4
  }

  func bytes(_ renderer: Renderer) throws(BackendError) -> [UInt8] {
    switch format {
    case .pdf:
      return try renderer.pdf(document)
    case .svg:
      guard let page = document.pages.first else { return [] }
      return try renderer.svg(page, language: document.language)
    case .png:
      guard let page = document.pages.first else { return [] }
      return try renderer.png(page, dpi: dpi)
    }
  }
}

/// Which files the pictures of a session become, and what they are called.
///
/// SVG and PNG: a file for each picture. PDF: one file with all pictures, and every series by itself, because it is
/// the sheet that is handed round. Where a picture has several pages, they have `-1`, `-2` … after its name.
struct FileList {
  var plan: RenderPlan
  /// Map by map in the order of the file: the years, then the series.
  var pictures: [DrawnPicture]
  /// What belongs to them, at the end of documents.
  private let appendices: [DrawnPicture]

  init(plan: RenderPlan, pictures: [DrawnPicture]) {
    self.plan = plan
    self.pictures = pictures.filter { !$0.isAppendix }
    appendices = pictures.filter(\.isAppendix)
  }

  func encodings(session: Int) -> [Encoding] {
    var list: [(picture: String, page: Int?, format: OutputFormat, title: String?, pages: [Page])] = []
    let request = plan.request
    if request.formats.contains(.pdf), !pictures.isEmpty {
      let pages = (pictures + appendices).flatMap(\.pages)
      list.append((PictureNames.name(collection), nil, .pdf, nil, pages))
      if pictures.count > 1, !request.isSingleFile {
        for picture in pictures where picture.name.isSeries {
          let pages = picture.pages + appendix(to: picture)
          list.append((PictureNames.name(picture.name), nil, .pdf, picture.pages.first?.title, pages))
        }
      }
    }
    for picture in pictures {
      for format in [OutputFormat.svg, .png] where request.formats.contains(format) {
        for (index, page) in picture.pages.enumerated() {
          let number = picture.pages.count > 1 ? index + 1 : nil
          list.append((PictureNames.name(picture.name), number, format, page.title, [page]))
        }
      }
    }
    let pictures = list.map { "\($0.picture).\($0.format.rawValue)" }
    let names = PictureNames.unique(
      zip(list, pictures).map { entry, name in entry.page.map { FormerPages.numbered(name, $0) } ?? name })
    return zip(zip(list, pictures), names).map { entry, name in
      let (entry, picture) = entry
      return Encoding(
        session: session, name: name, unnumbered: picture, format: entry.format, dpi: request.dpi,
        document: document(entry.title, entry.pages))
    }
  }

  private func appendix(to picture: DrawnPicture) -> [Page] {
    appendices.filter { $0.name.map == picture.name.map && $0.name.scenario == picture.name.scenario }
      .flatMap(\.pages)
  }

  /// The name of the PDF that holds everything: of the one picture, else of what the pictures have in common.
  private var collection: PictureNames.Parts {
    if pictures.count == 1, let only = pictures.first { return only.name }
    let request = plan.request
    func common<T: Hashable>(_ values: [T]) -> T? { Set(values).count == 1 ? values.first : nil }
    return PictureNames.Parts(
      map: request.maps.isEmpty ? nil : common(pictures.map(\.name.map)) ?? nil,
      scenario: common(pictures.map(\.name.scenario)) ?? nil,
      year: common(pictures.map(\.name.year)) ?? nil,
      kind: common(pictures.map(\.name.kind)) ?? (request.chance == nil ? nil : "chance"),
      isSeries: pictures.allSatisfy(\.name.isSeries),
      isForTable: request.audience == .table)
  }

  private func isOnePicture(_ pages: [Page]) -> Bool {
    pages.count == 1 || pictures.flatMap(\.pages).count == 1
  }

  private static func firstLine(_ text: String?) -> String {
    text?.split(separator: "\n").first.map(String.init) ?? ""
  }

  private func document(_ title: String?, _ pages: [Page]) -> Document {
    let session = plan.session
    return Document(
      title: title.map { "\(session.title) \($0)" } ?? plan.title, author: "Tenken",
      subject: isOnePicture(pages) ? Self.firstLine(pages.first?.summary) : plan.subject,
      language: session.language,
      date: session.date.map(\.iso), pages: pages)
  }
}

extension RenderPlan {
  /// The title of a document with all the maps; where they all are of one scenario, it says so.
  fileprivate var title: String {
    let scenarios = Set(sheets.map(\.projection.scenario))
    guard scenarios.count == 1, let words = sheets.first?.scenarioWords(in: session.language) else {
      return session.title
    }
    return session.language == .ja ? "\(session.title)（\(words)）" : "\(session.title) (\(words))"
  }

  /// What a document with all the maps is about.
  fileprivate var subject: String {
    var titles: [String] = []
    for sheet in sheets {
      let scenario = sheet.scenarioWords(in: session.language)
      let about = [sheet.map.title, scenario].compactMap { $0 }
        .joined(separator: session.language == .ja ? " " : ", ")
      if !titles.contains(about) { titles.append(about) }
    }
    return session.language == .ja
      ? "地域点検の地図: " + titles.joined(separator: "、")
      : "Maps of a district inspection: " + titles.joined(separator: ", ")
  }
}

extension RenderPlan.Sheet {
  /// もしも「駅前に店ができる」; nil for the base case.
  fileprivate func scenarioWords(in language: Language) -> String? {
    ScenarioName(projection.scenario, language)?.words
  }
}

extension CalendarDate {
  /// `2023-02-07`.
  var iso: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
