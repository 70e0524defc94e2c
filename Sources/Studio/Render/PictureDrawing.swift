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
}

/// Lays out what a plan asks for.
struct SheetDrawing {
  var plan: RenderPlan

  /// The pictures of a sheet, or of its series.
  func pictures(
    _ sheet: RenderPlan.Sheet, series: Bool, measurer: any TextMeasurer
  ) -> [DrawnPicture] {
    let language = plan.session.language
    let options = SheetOptions(
      audience: plan.request.audience, language: language,
      header: SheetHeader(plan.session, language: language), paper: plan.request.paper(for: sheet.map))
    func name(year: Int?) -> PictureNames.Parts {
      PictureNames.Parts(
        map: sheet.map.id, scenario: sheet.projection.scenario, year: year, isSeries: year == nil,
        isForTable: plan.request.audience == .table)
    }
    if series {
      guard let projection = sheet.series else { return [] }
      let pages = SeriesSheet(
        map: sheet.map, projection: projection, form: plan.request.form, options: options, measurer: measurer
      ).pages()
      return [DrawnPicture(name: name(year: nil), pages: pages)]
    }
    guard !sheet.singles.isEmpty else { return [] }
    let layout = MapSheet(
      map: sheet.map, projection: sheet.projection, options: options, measurer: measurer)
    return sheet.singles.map { state in
      DrawnPicture(
        name: name(year: sheet.projection.states[state].year), pages: layout.pages(state: state))
    }
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
    return [true, false].flatMap { pictures(blank, series: $0, measurer: measurer) }
      .flatMap(\.pages).flatMap(\.texts).map(\.string)
  }
}
