import Picture

/// How closely a newsletter is set.
struct NewsletterSetting {
  /// Points more than the template's running text has.
  var more: Double
  /// White space, as a share of the usual.
  var air: Double
  /// The lowest map, as a share of its width.
  var mapShare: Double
  /// Whether all years of a map stand in one row.
  var mapsInOneRow = false

  /// Not so close that a long text tires.
  var isLeisurely: Bool { more >= -0.5 && air >= 0.75 && !mapsInOneRow }

  /// From the most generous to the closest.
  static let all = [
    Self(more: 1.5, air: 1.25, mapShare: 0.5), Self(more: 1, air: 1.1, mapShare: 0.5),
    Self(more: 0.5, air: 1, mapShare: 0.5), Self(more: 0, air: 1, mapShare: 0.5),
    Self(more: 0, air: 0.85, mapShare: 0.44), Self(more: -0.5, air: 0.75, mapShare: 0.4),
    Self(more: -0.5, air: 0.6, mapShare: 0.4), Self(more: -0.5, air: 0.6, mapShare: 0.36),
    Self(more: -0.5, air: 0.5, mapShare: 0.3),
    Self(more: 1, air: 1.1, mapShare: 0.66, mapsInOneRow: true),
    Self(more: 0.5, air: 1, mapShare: 0.6, mapsInOneRow: true),
    Self(more: 0, air: 0.85, mapShare: 0.5, mapsInOneRow: true),
    Self(more: -0.5, air: 0.75, mapShare: 0.44, mapsInOneRow: true),
    Self(more: -0.5, air: 0.6, mapShare: 0.38, mapsInOneRow: true),
    Self(more: -1, air: 0.6, mapShare: 0.36, mapsInOneRow: true),
    Self(more: -1, air: 0.5, mapShare: 0.34, mapsInOneRow: true),
  ]
}

extension Newsletter {
  /// Prepares the layout in the setting that fills its paper best, of those that take no more sheets than the closest
  /// does; an issue that can stand on one page stands on one.
  public init(_ content: NewsletterContent, template: Template, measurer: any TextMeasurer) {
    let models = NewsletterSections.models(of: content)
    self = Self.best { setting in
      Newsletter(content, template: template, measurer: measurer, setting: setting, models: models)
    }
  }

  private static func best(_ letter: (NewsletterSetting) -> Newsletter) -> Newsletter {
    // Close setting is worth a thin issue on a page and a full one on two sheets; a long one is for reading at leisure.
    var settings = NewsletterSetting.all
    var closest = letter(settings[settings.count - 1])
    if closest.waste(mostSheets: 2) == nil {
      settings = settings.filter(\.isLeisurely)
      closest = letter(settings[settings.count - 1])
    }
    var best: (letter: Newsletter, waste: Waste, cost: Double)?
    var fewest = closest.waste()?.sheets ?? .infinity
    var count = 0
    // Torn boxes and white corners weigh more than half a point of type.
    var penalty: Double { 0.02 * Double(count) }
    // What costs more by its place alone than the best so far need not be laid out.
    for index in settings.indices where penalty < best?.cost ?? .infinity {
      let letter = index == settings.count - 1 ? closest : letter(settings[index])
      guard let waste = letter.waste(mostSheets: fewest) else { continue }
      if waste.sheets < fewest {
        fewest = waste.sheets
        best = nil
        count = 0
      }
      if waste.share + penalty < best?.cost ?? .infinity { best = (letter, waste, waste.share + penalty) }
      count += 1
    }
    guard let best else { return closest }
    let (larger, less) = best.letter.withLargerMaps(best.waste)
    let (enlarged, waste) = larger.withLargestMaps(less)
    let (begun, left) = enlarged.withLargerBeginning(waste)
    return begun.spread(left)
  }

  /// The same with those maps in two rows, twice as large, for which there is room.
  private func withLargerMaps(_ waste: Waste) -> (letter: Newsletter, waste: Waste) {
    var chosen = (letter: self, waste: waste)
    for map in mapsInOneRow.sorted() {
      var larger = chosen.letter
      larger.mapsInOneRow.remove(map)
      guard let waste = larger.waste(mostSheets: chosen.waste.sheets), waste.share < chosen.waste.share + 0.02
      else { continue }
      chosen = (larger, waste)
    }
    return chosen
  }

  /// The same with every map as wide as a slot, where the paper has room for that: a thin issue on a large sheet, of which
  /// half would stay white.
  private func withLargestMaps(_ waste: Waste) -> (letter: Newsletter, waste: Waste) {
    guard waste.pages == 1, template.first.bodies.count > 1, waste.share > 0.25 else { return (self, waste) }
    var largest = self
    for share in stride(from: 0.5, to: 0.2, by: -0.02) {
      largest.mapsInOneColumn = share
      guard let now = largest.waste(mostSheets: waste.sheets), now.pages == 1 else { continue }
      return now.score < waste.score - 0.1 ? (largest, now) : (self, waste)
    }
    return (self, waste)
  }

  /// The same with its first words in larger type, where the page on which they stand would end in white: what follows,
  /// such as the years of a map, is not torn to fill it.
  private func withLargerBeginning(_ waste: Waste) -> (letter: Newsletter, waste: Waste) {
    var chosen = (letter: self, waste: waste)
    guard waste.holes > 0.01 else { return chosen }
    for lead in [1.0, 2, 3, 4] {
      var larger = chosen.letter
      larger.lead = lead
      guard let now = larger.waste(mostSheets: waste.sheets), now.pages == waste.pages,
        now.score < chosen.waste.score - 0.005
      else { continue }
      chosen = (larger, now)
    }
    return chosen
  }

  /// The same, spread over its paper where it does not fill it, so that the last page is no emptier than the others: bars
  /// grow, and what need not stand at the foot of a page begins the next.
  private func spread(_ usual: Waste) -> Newsletter {
    guard usual.share > 0.02 else { return self }
    var chosen = self
    var least = usual.score - 0.01
    var generous = self
    generous.give = BarsItem.largestGive
    for (letter, anew, reserves) in [
      (self, false, [0.05, 0.1, 0.13, 0.16]), (generous, false, [0, 0.08, 0.16, 0.24]), (generous, true, [0]),
    ] {
      for reserve in reserves {
        var spread = letter
        spread.reserve = reserve
        spread.reservesForCounts = letter.give > give
        spread.beginsCountsAnew = anew
        guard let waste = spread.waste(mostSheets: usual.sheets), waste.pages == usual.pages else { break }
        guard waste.score < least else { continue }
        // Bars that need not grow stay as they are.
        least = waste.score - 0.005
        chosen = spread
      }
    }
    return chosen.withSharedWhite(least)
  }

  /// The same with the white of a nearly empty last page shared among all pages, as where tables with the same boxes go on
  /// over some pages and the last of them stands alone.
  private func withSharedWhite(_ least: Double) -> Newsletter {
    guard reserve == 0, let usual = waste(), usual.pages > 2, usual.holes > 0.08 else { return self }
    var chosen = self
    var least = least
    for reserve in [0.1, 0.16, 0.22, 0.28] {
      var shared = self
      shared.sharesWhite = true
      shared.reserve = reserve
      shared.reservesForCounts = false
      guard let waste = shared.waste(mostSheets: usual.sheets), waste.pages == usual.pages else { break }
      guard waste.score < least else { continue }
      least = waste.score - 0.005
      chosen = shared
    }
    return chosen
  }

  /// How an issue fills its paper.
  private struct Waste {
    var pages: Int
    /// How much of the paper stays white or is badly filled, 0…1.
    var share: Double
    /// The mean of the squares of the white at the foot of each page: one large hole is worse than two small ones.
    var holes = 0.0

    var score: Double { share + 2 * holes }
    var sheets: Double { Self.sheets(ofPages: pages) }

    /// Sheets printed on both sides; a single page needs half of one.
    static func sheets(ofPages pages: Int) -> Double { pages == 1 ? 0.5 : Double((pages + 1) / 2) }
  }

  /// How it fills its paper; nil where it needs more sheets than `mostSheets`.
  private func waste(mostSheets: Double = .infinity) -> Waste? {
    var flow = Flow(measured: flowing)
    var pages = 0
    var white = 0.0
    var all = 0.0
    var (holes, bodies) = (0.0, 0.0)
    repeat {
      guard Waste.sheets(ofPages: pages + 1) <= mostSheets else { return nil }
      let page = page(number: pages, flow)
      for body in page.bodies {
        let placed = take(body, from: &flow)
        let end = placed.last.map { $0.y + $0.height } ?? 0
        let elastic = placed.reduce(0) { $0 + $1.item.stretch }
        let hole = max(0, body.height.mm - end - elastic)
        white += hole * body.width.mm
        holes += hole * hole / (body.height.mm * body.height.mm)
        bodies += 1
        all += body.height.mm * body.width.mm
        // Findings torn from their maps, the years of a map or a table of personas torn in two are worse than white paper.
        if flow.next is RemarksItem
          || (placed.last?.item is PersonaTable && flow.next is PersonaTable)
          || (mapsInOneColumn == nil && placed.last?.item is MapSeriesItem && flow.next is MapSeriesItem)
        {
          white += 0.3 * body.height.mm * body.width.mm
        }
      }
      pages += 1
    } while !flow.isEmpty && pages < Self.mostPages
    // A sheet has two sides: an empty one is white too.
    if pages > 1, !pages.isMultiple(of: 2) {
      let side = all / Double(pages)
      white += side
      all += side
    }
    return Waste(pages: pages, share: all > 0 ? white / all : 0, holes: bodies > 0 ? holes / bodies : 0)
  }
}
