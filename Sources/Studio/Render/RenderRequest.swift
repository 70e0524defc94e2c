import Layout
import Picture
import Workshop

/// A kind of file that pictures are drawn as.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// For Illustrator, Inkscape and the web.
  case svg
  /// For print; all chosen maps in one file.
  case pdf
  /// For Word, PowerPoint and LINE.
  case png
}

/// The size of the sheet of single maps.
public enum PaperSize: String, Sendable, Hashable, CaseIterable {
  /// A4.
  case a4
  /// A3.
  case a3
}

/// What to draw of a session, and how.
public struct RenderRequest: Sendable, Hashable {
  /// The maps, by id; none for all.
  public var maps: [String]
  /// Calendar years to draw singly.
  public var years: [Int]
  /// Numbers of years after the base year to draw singly; 0 is the base year.
  public var horizons: [Int]
  /// Whether the series is drawn though single years were named.
  public var series: Bool
  /// Whether everything is drawn; so it is too where neither years nor horizons nor the series were named.
  public var everything: Bool
  /// How the years of a series stand.
  public var form: SeriesForm
  /// The sheet of single maps; nil for what fits the number of houses.
  public var paper: PaperSize?
  /// The kinds of file.
  public var formats: Set<OutputFormat>
  /// The resolution of PNG.
  public var dpi: Double
  /// Who may see it.
  public var audience: Audience
  /// The scenarios to draw, by name; none for the base case.
  public var scenarios: [String]
  /// Whether all of it has to fit into one file; then no series is taken out of a PDF by itself.
  public var isSingleFile: Bool
  /// Words that somebody looked at and found to give nobody away.
  public var allowed: [String] = []
  /// What is done with figures that would single out one household.
  public var groups = SmallGroups.coarsened
  /// The kinds of pictures; none for those that suit what else was chosen.
  public var kinds: Set<PictureKind>
  /// The houses whose lines of life are drawn, by id; none for all.
  public var houses: [String]
  /// How chances are found where pictures are drawn by chance rules; nil for the workshop's rules.
  public var chance: ChanceOrder?

  /// A request; unless said otherwise, for everything, for everybody.
  public init(
    maps: [String] = [], years: [Int] = [], horizons: [Int] = [], series: Bool = false,
    everything: Bool = false,
    form: SeriesForm = .a4TwoByTwo, paper: PaperSize? = nil,
    formats: Set<OutputFormat> = Set(OutputFormat.allCases),
    dpi: Double = 150, audience: Audience = .public, scenarios: [String] = [], isSingleFile: Bool = false,
    kinds: Set<PictureKind> = [], houses: [String] = [], chance: ChanceOrder? = nil
  ) {
    self.kinds = kinds
    self.houses = houses
    self.chance = chance
    self.maps = maps
    self.years = years
    self.horizons = horizons
    self.series = series
    self.everything = everything
    self.form = form
    self.paper = paper
    self.formats = formats
    self.dpi = dpi
    self.audience = audience
    self.scenarios = scenarios
    self.isSingleFile = isSingleFile
  }

  /// Whether single years are drawn.
  var drawsSingles: Bool { drawsAll || !years.isEmpty || !horizons.isEmpty }
  /// Whether the series is drawn.
  var drawsSeries: Bool { drawsAll || series }
  /// Whether all years and the series are drawn.
  var drawsAll: Bool { everything || (years.isEmpty && horizons.isEmpty && !series) }

  /// The kinds drawn of a sheet: those named; else everything that may be shown to those who see it, or what the years
  /// and the series that were asked for are.
  func kinds(inScenario: Bool) -> [PictureKind] {
    let wanted: Set<PictureKind> =
      if !kinds.isEmpty {
        kinds
      } else if drawsAll {
        chance == nil ? [.map, .series, .beside] : [.map, .series, .vacantYear, .fan, .pyramid, .beside]
      } else {
        Set((drawsSingles ? [.map] : []) + (drawsSeries ? [.series] : []))
      }
    return PictureKind.allCases.filter { wanted.contains($0) && (inScenario || $0 != .beside) }
  }

  /// More houses than this stand on A3 unless the user says otherwise.
  private static let mostHousesOnA4 = 80

  /// The sheet on which `map` is drawn singly; it lies as the table's sheet lay.
  func paper(for map: TableMap) -> Paper {
    let isUpright = map.sheet.height > map.sheet.width
    switch paper ?? (map.houses.count > Self.mostHousesOnA4 ? .a3 : .a4) {
    case .a4: return isUpright ? .a4Portrait : .a4Landscape
    case .a3: return isUpright ? .a3Portrait : .a3Landscape
    }
  }
}
