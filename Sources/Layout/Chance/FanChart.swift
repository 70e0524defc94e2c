import Diagnostics
import Picture

/// A figure through the years, with the spread of what may come: plain numbers, whatever they are of.
public struct FanSeries: Sendable, Hashable {
  /// One year.
  public struct Year: Sendable, Hashable {
    /// The calendar year.
    public var year: Int
    /// As often above as below.
    public var median: Int
    /// Met 8 times in 10.
    public var likely: ClosedRange<Int>
    /// Met 95 times in 100.
    public var wide: ClosedRange<Int>

    /// Makes a year; the wider range holds the narrower, and that the median.
    public init(year: Int, median: Int, likely: ClosedRange<Int>, wide: ClosedRange<Int>) {
      self.year = year
      self.median = median
      self.likely = likely
      self.wide = wide
    }

    /// Whether nothing else is possible.
    var isCertain: Bool { wide.lowerBound == wide.upperBound }
  }

  /// What is counted: 住んでいる人.
  public var title: Phrase
  /// The unit after a number: 人, 戸; may be empty.
  public var unit: Phrase
  /// The years, ascending; the first is the base year.
  public var years: [Year]
  /// The calendar years whose figures are written out, ascending.
  public var told: [Int]
  /// The same by the workshop's rules, by calendar year; empty where that is not shown.
  public var byRule: [(year: Int, value: Int)] {
    get { ruleYears.indices.map { (ruleYears[$0], ruleValues[$0]) } }
    set {
      ruleYears = newValue.map(\.year)
      ruleValues = newValue.map(\.value)
    }
  }
  private var ruleYears: [Int] = []
  private var ruleValues: [Int] = []

  /// Makes a series.
  public init(
    title: Phrase, unit: Phrase, years: [Year], told: [Int], byRule: [(year: Int, value: Int)] = []
  ) {
    self.title = title
    self.unit = unit
    self.years = years
    self.told = told
    self.byRule = byRule
  }

  /// The series in words: `住んでいる人: 2023年 37人、2033年 32人（29〜34人）…`.
  func summary(_ language: Language) -> String {
    let parts = years.filter { told.contains($0.year) || $0.year == years.first?.year }.map { year in
      let unit = unit(in: language)
      let range =
        language == .ja
        ? "（\(year.likely.lowerBound.grouped)〜\(year.likely.upperBound.grouped)\(unit)）"
        : " (\(year.likely.lowerBound.grouped)–\(year.likely.upperBound.grouped))"
      let value =
        language == .ja
        ? "\(year.year)年 \(year.median.grouped)\(unit)" : "\(year.median.grouped) in \(year.year)"
      return value + (year.isCertain ? "" : range)
    }
    let title = title(in: language)
    return language == .ja
      ? "\(title)の見込み。\(parts.joined(separator: "、"))。"
      : "\(title), as foreseen: \(parts.joined(separator: ", "))."
  }
}

/// A fan chart: a line for the median, a darker band met 8 times in 10, a lighter one met 95 times in 100. The bands have
/// edges of different kinds, so that they are told apart where tints are lost in print.
struct FanChartItem: FlowItem {
  let series: FanSeries
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// As high as its width times this.
  var ratio = 0.62

  var spaceBefore: Double { 5 }
  var stretch: Double { 30 }

  /// The edges of the wider band.
  static let dots = [0.5, 0.9]
  /// The line of the workshop's rules.
  static let dashes = [1.8, 1.2]
  private static let head = 8.0
  private static let foot = 15.5

  func height(width: Double) -> Double { max(52, width * ratio) }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    guard let first = series.years.first, let last = series.years.last else { return }
    pen.line(series.title(in: language), style.style(12, .bold), x: x, baseline: y + 4.6)
    let top = series.years.map(\.wide.upperBound).max() ?? 1
    let scale = AxisScale(top: max(top, series.byRule.map(\.value).max() ?? 0))
    let label = style.style(8, color: Theme.muted)
    let numbers = (scale.ticks.map { pen.width($0.grouped, label) }.max() ?? 4) + 2
    let plot = ChartPlot(
      left: x + numbers, top: y + Self.head, right: x + width - 5, bottom: y + height - Self.foot,
      years: first.year...max(last.year, first.year + 1), most: Double(scale.most))
    pen.group(.figure, alternative: series.summary(language)) {
      for tick in scale.ticks {
        let level = plot.y(Double(tick))
        pen.rule(
          x: plot.left, y: level, width: plot.right - plot.left,
          color: tick == 0 ? style.ink : Theme.hairline,
          weight: tick == 0 ? 0.3 : 0.15)
        pen.line(tick.grouped, label, x: plot.left - 1.6, baseline: level + 1, .trailing)
      }
      bands(on: pen, plot)
      told(on: pen, plot)
    }
  }

  private func bands(on pen: SheetPen, _ plot: ChartPlot) {
    let years = series.years
    func band(_ range: (FanSeries.Year) -> ClosedRange<Int>, _ color: Color, dash: [Double]) {
      let upper = years.map { plot.point($0.year, Double(range($0).upperBound)) }
      let lower = years.map { plot.point($0.year, Double(range($0).lowerBound)) }
      pen.fill(.polyline(upper + lower.reversed(), closed: true), color)
      for edge in [upper, lower] { pen.stroke(.polyline(edge), Theme.muted, 0.2, dash: dash) }
    }
    band(\.wide, Theme.wideBand, dash: Self.dots)
    band(\.likely, Theme.older, dash: [])
    for tick in series.told where tick > plot.years.lowerBound {
      pen.upright(
        x: plot.x(tick), y: plot.top, height: plot.bottom - plot.top, color: Theme.muted, weight: 0.12)
    }
    pen.stroke(.polyline(years.map { plot.point($0.year, Double($0.median)) }), style.ink, 0.7)
    if !series.byRule.isEmpty {
      let path = Path.polyline(series.byRule.map { plot.point($0.year, Double($0.value)) })
      pen.stroke(path, style.accent, 0.5, dash: Self.dashes)
    }
    if let base = years.first {
      pen.disc(x: plot.x(base.year), y: plot.y(Double(base.median)), radius: 1.1, style.ink)
    }
  }

  /// The figures of the base year and of the horizons, under their years.
  private func told(on pen: SheetPen, _ plot: ChartPlot) {
    let bold = style.style(8.5, .bold)
    let note = style.style(8, color: Theme.muted)
    let big = style.style(11, .bold)
    var taken: [ClosedRange<Double>] = []
    let years = series.years.filter { $0.year == plot.years.lowerBound || series.told.contains($0.year) }
    // The ends are told first; others where there is room.
    let order = [years.first, years.last].compactMap { $0 } + years.dropFirst().dropLast()
    for year in order {
      let words = (
        year: language == .ja ? "\(year.year)年" : "\(year.year)",
        value: "\(year.median.grouped)\(series.unit(in: language))",
        range: year.isCertain
          ? ""
          : year.likely.lowerBound.grouped + (language == .ja ? "〜" : "–") + year.likely.upperBound.grouped
      )
      let half =
        max(pen.width(words.year, bold), pen.width(words.value, big), pen.width(words.range, note)) / 2
      let middle = min(max(plot.x(year.year), plot.left - 4 + half), plot.right + 5 - half)
      let room = (middle - half - 0.8)...(middle + half + 0.8)
      guard !taken.contains(where: { $0.overlaps(room) }) else { continue }
      taken.append(room)
      pen.line(words.year, bold, x: middle, baseline: plot.bottom + 4.2, .center)
      pen.line(words.value, big, x: middle, baseline: plot.bottom + 9, .center)
      pen.line(words.range, note, x: middle, baseline: plot.bottom + 12.8, .center)
    }
  }
}

extension Theme {
  /// The wider band of a fan chart.
  static let wideBand = Color(0xEFE9DF)
}

/// Where years and values come to lie, in millimetres.
struct ChartPlot {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var years: ClosedRange<Int>
  var most: Double

  func x(_ year: Int) -> Double {
    left + (right - left) * Double(year - years.lowerBound) / Double(max(1, years.count - 1))
  }
  func y(_ value: Double) -> Double { bottom - (bottom - top) * value / max(most, 1e-9) }
  func point(_ year: Int, _ value: Double) -> Point { Point(.mm(x(year)), .mm(y(value))) }
}

/// Round numbers for an axis from 0.
struct AxisScale {
  /// The upper end.
  let most: Int
  /// From 0 to ``most``.
  let ticks: [Int]

  /// An axis that reaches `top` in about four steps.
  init(top: Int) {
    let wanted = max(1, (max(top, 1) + 3) / 4)
    var step = 1
    while step < wanted {
      for factor in [2, 5, 10] where step * factor >= wanted || factor == 10 {
        step *= factor
        break
      }
    }
    let count = max(1, (max(top, 1) + step - 1) / step)
    most = step * count
    ticks = (0...count).map { $0 * step }
  }
}
