import Diagnostics
import Picture

/// How many men and women there are in classes of age: plain numbers, which may be means and so not whole.
public struct AgePyramid: Sendable, Hashable {
  /// One class of age.
  public struct AgeClass: Sendable, Hashable {
    /// The lowest age, in years.
    public var from: Int
    /// How many men, 0 or more.
    public var men: Double
    /// How many women, 0 or more.
    public var women: Double

    /// Makes a class.
    public init(from: Int, men: Double, women: Double) {
      self.from = from
      self.men = men
      self.women = women
    }
  }

  /// The calendar year.
  public var year: Int
  /// The classes from the youngest, each as wide as ``step``; the last is open.
  public var classes: [AgeClass]
  /// How many years a class holds.
  public var step: Int
  /// People who are in no class, because nobody knew their age or sex.
  public var others: Double

  /// Makes a pyramid.
  public init(year: Int, classes: [AgeClass], step: Int, others: Double = 0) {
    self.year = year
    self.classes = classes
    self.step = step
    self.others = others
  }

  /// Everybody.
  public var total: Double { classes.reduce(others) { $0 + $1.men + $1.women } }
  /// The longest bar.
  var most: Double { classes.map { max($0.men, $0.women) }.max() ?? 0 }

  /// The pyramid in words.
  func summary(_ language: Language) -> String {
    func part(_ ages: Range<Int>) -> Int {
      Int(classes.filter { ages.contains($0.from) }.reduce(0) { $0 + $1.men + $1.women }.rounded())
    }
    let (young, old) = (part(0..<20), part(70..<200))
    let all = Int(total.rounded())
    return language == .ja
      ? "\(year)年は\(all.grouped)人、うち20歳未満\(young.grouped)人、70歳以上\(old.grouped)人。"
      : "\(year): \(all.grouped) people, \(young.grouped) under 20, \(old.grouped) of 70 or over."
  }
}

/// Pyramids of later years, filled, each under the outline of the base year's: men at the left, women at the right.
struct PyramidItem: FlowItem {
  let base: AgePyramid
  let later: [AgePyramid]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 5 }
  var stretch: Double { 90 }

  private static let gap = 9.0
  private static let head = 21.5
  private static let foot = 5.5

  private func columns(_ width: Double) -> Int {
    max(1, min(later.count, Int((width + Self.gap) / (43 + Self.gap))))
  }
  private func rows(_ width: Double) -> Int {
    (max(1, later.count) + columns(width) - 1) / columns(width)
  }

  func height(width: Double) -> Double {
    let bars = max(58, Double(base.classes.count) * (base.step >= 10 ? 6.4 : 3.3))
    return Double(rows(width)) * (Self.head + bars + Self.foot) + Double(rows(width) - 1) * Self.gap
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let columns = Double(columns(width))
    let rows = Double(rows(width))
    let cell = (width - Self.gap * (columns - 1)) / columns
    let high = (height - Self.gap * (rows - 1)) / rows
    let most = ([base] + later).map(\.most).max() ?? 1
    for (index, pyramid) in later.enumerated() {
      let column = Double(index % Int(columns))
      let row = Double(index / Int(columns))
      draw(
        pyramid, on: pen, x: x + column * (cell + Self.gap), y: y + row * (high + Self.gap), width: cell,
        height: high, most: most)
    }
  }

  private func draw(
    _ pyramid: AgePyramid, on pen: SheetPen, x: Double, y: Double, width: Double, height: Double, most: Double
  ) {
    head(pyramid, on: pen, x: x, y: y, width: width)
    let summary = base.summary(language) + (language == .ja ? "" : " ") + pyramid.summary(language)
    pen.group(.figure, alternative: summary) {
      let (top, bottom) = (y + Self.head, y + height - Self.foot)
      let label = style.style(8, color: Theme.muted)
      let middle = (pyramid.classes.map { pen.width(name($0.from), label) }.max() ?? 8) + 2.4
      let reach = (width - middle) / 2
      let row = (bottom - top) / Double(max(1, pyramid.classes.count))
      let scale = AxisScale(top: max(1, Int(most.rounded(.up))))
      let unit = reach / Double(scale.most)
      let (left, right) = (x + reach, x + reach + middle)
      for tick in scale.ticks {
        for at in [left - Double(tick) * unit, right + Double(tick) * unit] {
          pen.upright(
            x: at, y: top, height: bottom - top, color: tick == 0 ? Theme.muted : Theme.hairline,
            weight: tick == 0 ? 0.25 : 0.15)
        }
      }
      // Every tick where there is room, else the last.
      let widest = pen.width(scale.most.grouped, label) + 1.6
      let every = max(1, Int((widest / (unit * Double(scale.ticks.dropFirst().first ?? 1))).rounded(.up)))
      for (place, tick) in scale.ticks.enumerated()
      where place % every == 0 && (Double(tick) * unit + widest / 2 <= reach + 0.01 || place == 0) {
        pen.line(tick.grouped, label, x: left - Double(tick) * unit, baseline: bottom + 4, .center)
        pen.line(tick.grouped, label, x: right + Double(tick) * unit, baseline: bottom + 4, .center)
      }
      for (index, group) in pyramid.classes.enumerated() {
        let upper = bottom - Double(index + 1) * row
        let bar = (upper + row * 0.1, row * 0.8)
        pen.fill(.rect(.mm(left - group.men * unit, bar.0, group.men * unit, bar.1)), Theme.older)
        pen.fill(.rect(.mm(right, bar.0, group.women * unit, bar.1)), Theme.older)
        if pyramid.step >= 10 || group.from % 10 == 0 {
          pen.line(
            name(group.from), label, x: left + middle / 2, baseline: upper + row / 2 + 1, .center)
        }
      }
      outline(on: pen, bottom: bottom, row: row, unit: unit, left: left, right: right)
    }
  }

  /// The base year as one outline a side: in one ink it stays what it is.
  private func outline(
    on pen: SheetPen, bottom: Double, row: Double, unit: Double, left: Double, right: Double
  ) {
    func side(_ at: Double, _ sign: Double, _ value: (AgePyramid.AgeClass) -> Double) {
      var points = [Point(.mm(at), .mm(bottom))]
      for (index, group) in base.classes.enumerated() {
        let edge = at + sign * value(group) * unit
        points.append(Point(.mm(edge), .mm(bottom - Double(index) * row)))
        points.append(Point(.mm(edge), .mm(bottom - Double(index + 1) * row)))
      }
      points.append(Point(.mm(at), .mm(bottom - Double(base.classes.count) * row)))
      pen.stroke(.polyline(points), style.ink, 0.3)
    }
    side(left, -1, \.men)
    side(right, 1, \.women)
  }

  private func head(_ pyramid: AgePyramid, on pen: SheetPen, x: Double, y: Double, width: Double) {
    let size = width >= 75 ? 20.0 : 17
    let type = Typesetter(measurer)
    let title = YearTitle(type: type, language: language).draw(
      year: pyramid.year, horizon: pyramid.year - base.year, size: size,
      at: Vec(Length.mm(x).points, Length.mm(y + 6.2).points))
    title.items.forEach(pen.add)
    let now = Int(base.total.rounded())
    let then = Int(pyramid.total.rounded())
    let words = ChanceWords.pyramidTotal(then: then, now: now)(in: language)
    let baseline = y + Self.head - 2.6
    let sides = style.style(8.5, .bold)
    pen.line(ChanceWords.men(in: language), sides, x: x, baseline: baseline)
    pen.line(words, style.style(8.5), x: x, baseline: y + 11.6)
    pen.line(ChanceWords.women(in: language), sides, x: x + width, baseline: baseline, .trailing)
  }

  private func name(_ from: Int) -> String {
    let isLast = base.classes.last?.from == from
    if base.step == 10 {
      let decade = from == 0 ? "0" : "\(from)"
      return isLast
        ? (language == .ja ? "\(decade)〜" : "\(decade)+")
        : language == .ja ? (from == 0 ? "0〜9" : "\(decade)代") : (from == 0 ? "0–9" : "\(decade)s")
    }
    return isLast ? (language == .ja ? "\(from)〜" : "\(from)+") : "\(from)"
  }
}
