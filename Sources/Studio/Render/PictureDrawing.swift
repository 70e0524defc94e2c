import CairoBackend
import Diagnostics
import Layout
import Picture
import Projection
import Workshop

/// A picture, ready to be drawn. It has more than one page only where findings and actions, or very many houses, do not
/// fit on one.
struct DrawnPicture: Sendable {
  var name: PictureNames.Parts
  var pages: [Page]
  /// Whether it is no picture but what belongs to pictures, and stands at the end of documents only.
  var isAppendix = false
}

/// Lays out what a plan asks for.
struct SheetDrawing {
  var plan: RenderPlan

  /// The pictures of a sheet, or of its series.
  func pictures(
    _ sheet: RenderPlan.Sheet, _ kind: PictureKind, measurer: any TextMeasurer
  ) -> [DrawnPicture] {
    let options = options(sheet)
    func name(year: Int?, kind: String? = nil, isSeries: Bool = false) -> PictureNames.Parts {
      PictureNames.Parts(
        map: sheet.map.id, scenario: sheet.projection.scenario, year: year, kind: kind, isSeries: isSeries,
        isForTable: plan.request.audience == .table)
    }
    if kind == .beside {
      guard let comparison = sheet.comparison else { return [] }
      let pictures = ComparisonPictures(
        comparison, map: sheet.map, horizons: sheet.singles.map { sheet.projection.states[$0].horizon },
        options: options, measurer: measurer)
      return pictures.draw().map {
        DrawnPicture(name: name(year: $0.year, kind: $0.name), pages: $0.pages)
      }
    }
    if let foresight = sheet.chance {
      var pictures = ChancePictures(
        foresight: foresight, form: plan.request.form, options: options, measurer: measurer)
      pictures.houses = Set(plan.request.houses)
      return pictures.draw(kind).map { picture in
        DrawnPicture(
          name: name(year: picture.year, kind: picture.name, isSeries: kind == .series), pages: picture.pages)
      }
    }
    if kind == .series {
      guard let projection = sheet.series else { return [] }
      let pages = SeriesSheet(
        map: sheet.map, projection: projection, form: plan.request.form, options: options, measurer: measurer
      ).pages()
      return [DrawnPicture(name: name(year: nil, isSeries: true), pages: pages)]
    }
    guard !sheet.singles.isEmpty else { return [] }
    let layout = MapSheet(
      map: sheet.map, projection: sheet.projection, options: options, measurer: measurer)
    return sheet.singles.map { state in
      DrawnPicture(
        name: name(year: sheet.projection.states[state].year), pages: layout.pages(state: state))
    }
  }

  /// The rules in force in full, for the end of documents with the pictures of a sheet; none by the workshop's rules,
  /// which stand under every map.
  func appendix(_ sheet: RenderPlan.Sheet, measurer: any TextMeasurer) -> [DrawnPicture] {
    guard let foresight = sheet.chance, plan.request.formats.contains(.pdf) else { return [] }
    let pages = ChancePictures(
      foresight: foresight, form: plan.request.form, options: options(sheet), measurer: measurer
    ).rulesPages()
    let name = PictureNames.Parts(
      map: sheet.map.id, scenario: sheet.projection.scenario, year: nil, kind: "rules", isSeries: false,
      isForTable: plan.request.audience == .table)
    return pages.isEmpty ? [] : [DrawnPicture(name: name, pages: pages, isAppendix: true)]
  }

  private func options(_ sheet: RenderPlan.Sheet) -> SheetOptions {
    let language = plan.session.language
    var options = SheetOptions(
      audience: plan.request.audience, language: language,
      header: SheetHeader(plan.session, language: language), paper: plan.request.paper(for: sheet.map))
    options.groups = plan.request.groups
    return options
  }

  /// The same sheet with nobody on it, for the words that are on every sheet.
  func vocabulary(_ sheet: RenderPlan.Sheet, measurer: any TextMeasurer) -> [String] {
    var blank = sheet
    blank.map.houses = []
    blank.map.findings = []
    blank.map.actions = []
    blank.projection = Projector(map: blank.map, sessionRules: plan.session.rules)
      .project(horizons: sheet.projection.states.map(\.horizon))
    blank.series = blank.projection
    blank.singles = Array(blank.projection.states.indices)
    blank.chance = sheet.chance.map { $0.withNobody(blank.projection) }
    blank.comparison = sheet.comparison.map { $0.withNobody(blank.projection) }
    return
      (blank.kinds.flatMap { pictures(blank, $0, measurer: measurer) }
      + appendix(blank, measurer: measurer))
      .flatMap(\.pages).flatMap(\.texts).map(\.string) + PrintedWords.all(in: plan.session.language)
  }
}
