import Diagnostics
import Picture
import Projection
import Workshop

/// The lines of a house: a ribbon for each person, as thick as the chance of being here, and for the house one that
/// fills with ink as it becomes vacant. A bar above each ribbon tells the same by the workshop's rules.
struct LifeLineItem: FlowItem {
  let line: LifeLine
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer
  /// Which people are drawn here; the others are on another page.
  var people: Range<Int>

  init(line: LifeLine, style: NewsletterStyle, language: Language, measurer: any TextMeasurer) {
    self.line = line
    self.style = style
    self.language = language
    self.measurer = measurer
    people = line.people.indices
  }

  /// Whether the house's own ribbon is here: under the last of its people.
  private var hasHouse: Bool { people.upperBound == line.people.count }
  private var shown: ArraySlice<LifeLine.Person> { line.people[people] }

  var spaceBefore: Double { 7 }
  /// Ribbons may become thicker where there is room.
  var stretch: Double { Double(people.count + 1) * 5 }

  private static let names = 38.0
  private static let head = 14.5
  private static let row = 12.8
  /// From the top of a row, below the words of its events, to its ribbon: room for the bar of the rules.
  private static let aboveRibbon = 2.5
  private static let house = 14.5
  /// The thickness of a ribbon of somebody who is surely here, at the least.
  private static let least = 5.0

  func height(width: Double) -> Double {
    let plot = plot(x: 0, y: 0, width: width)
    let rows = shown.reduce(0) { $0 + rowHeight($1.events, plot) }
    return Self.head + rows + (hasHouse ? Self.house + labelRows(line.events, plot) * Self.label : 0)
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    let plot = plot(x: 0, y: 0, width: width)
    var used = Self.head
    var end = people.lowerBound
    while end < people.upperBound {
      used += rowHeight(line.people[end].events, plot)
      if used > room { break }
      end += 1
    }
    guard end > people.lowerBound, end < people.upperBound || hasHouse else { return nil }
    // The house is told with at least one of its people.
    if end == people.upperBound { end -= 1 }
    guard end > people.lowerBound else { return nil }
    var (head, tail) = (self, self)
    head.people = people.lowerBound..<end
    tail.people = end..<people.upperBound
    return (head, tail)
  }

  private static let label = 3.9

  private func plot(x: Double, y: Double, width: Double) -> ChartPlot {
    ChartPlot(
      left: x + Self.names, top: y + Self.head, right: x + width - 9, bottom: y, years: line.years, most: 1)
  }

  private func rowHeight(_ events: [(year: Int, words: String)], _ plot: ChartPlot) -> Double {
    Self.row + labelRows(events, plot) * Self.label
  }

  /// On how many lines the words of events stand above a ribbon, none where there is nothing to say.
  private func labelRows(_ events: [(year: Int, words: String)], _ plot: ChartPlot) -> Double {
    Double((placed(events, plot).map(\.row).max() ?? -1) + 1)
  }

  private var small: TextStyle { style.style(8) }

  /// Words to the right of their year, or to its left at the end of the years; on the lowest line that is free.
  private func placed(
    _ events: [(year: Int, words: String)], _ plot: ChartPlot
  ) -> [(year: Int, words: String, x: Double, row: Int)] {
    let pen = SheetPen(measurer)
    var taken: [[ClosedRange<Double>]] = []
    return events.map { event in
      let words = "\(event.year) \(event.words)"
      let width = pen.width(words, small)
      let right = plot.x(event.year) + 1.4
      let x = right + width <= plot.right + 9 ? right : plot.x(event.year) - 1.4 - width
      let span = x...(x + width + 2)
      var row = 0
      while row < taken.count, taken[row].contains(where: { $0.overlaps(span) }) { row += 1 }
      if row == taken.count { taken.append([]) }
      taken[row].append(span)
      return (event.year, words, x, row)
    }
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let plot = plot(x: x, y: y, width: width)
    pen.group(.heading2, mark: Mark(.title)) {
      let isContinued = people.lowerBound > 0
      let title = line.title + (isContinued ? MapWords.continued(in: language) : "")
      pen.line(title, style.style(14, .bold), x: x, baseline: y + 5.4)
    }
    pen.group(.figure, alternative: line.summary(language)) {
      let rows = Double(people.count + 1)
      let thick = Self.least + max(0, min(5, (height - self.height(width: width)) / rows))
      let bottom = y + self.height(width: width) + rows * (thick - Self.least)
      axis(on: pen, plot, bottom: bottom - 3)
      var top = plot.top
      for person in shown {
        draw(person, on: pen, plot, x: x, top: top, thick: thick)
        top += rowHeight(person.events, plot) + thick - Self.least
      }
      if hasHouse { house(on: pen, plot, x: x, top: top, thick: thick) }
    }
  }

  private func axis(on pen: SheetPen, _ plot: ChartPlot, bottom: Double) {
    let bold = style.style(8.5, .bold)
    for year in [line.years.lowerBound] + line.told {
      pen.upright(
        x: plot.x(year), y: plot.top - 3, height: bottom - plot.top + 3, color: Theme.hairline, weight: 0.15)
      pen.line(
        language == .ja ? "\(year)年" : "\(year)", bold, x: plot.x(year), baseline: plot.top - 4.4, .center)
    }
  }

  private func draw(
    _ person: LifeLine.Person, on pen: SheetPen, _ plot: ChartPlot, x: Double, top: Double, thick: Double
  ) {
    let type = Typesetter(measurer)
    let events = placed(person.events, plot)
    let lines = labelRows(person.events, plot) * Self.label
    let middle = top + lines + Self.aboveRibbon + thick / 2
    let size = Length.mm(6.4).points
    let symbol = PersonSymbol(type: type, language: language, audience: .table, form: .short, size: size)
    pen.add(
      symbol.draw(
        person.face, at: Vec(Length.mm(x + 5).points, Length.mm(middle).points), subject: "life"))
    let look = pen.fitting(person.name, width: Self.names - 13, sizes: [9, 8.5, 8]) { style.style($0) }
    let name = Prose(measurer).block(person.name, look, width: Self.names - 12)
    pen.paragraph(name, x: x + 10.5, y: middle - pen.height(name) / 2)
    ribbon(person.here, on: pen, plot, middle: middle, thick: thick)
    for span in person.byRule {
      bar(span, on: pen, plot, y: middle - thick / 2 - 1.5)
    }
    for event in events {
      let baseline = top + lines - Double(event.row) * Self.label - 0.4
      mark(event.year, on: pen, plot, from: baseline + 0.8, to: middle - thick / 2 - 1.5)
      pen.line(event.words, small, x: event.x, baseline: baseline)
    }
    for year in line.told {
      let chance = person.here[year - line.years.lowerBound]
      guard chance >= 0.005 else { continue }
      let age = age(person.age.later(year - line.years.lowerBound))
      let words = [age, Self.percent(chance)].filter { !$0.isEmpty }.joined(separator: " ")
      pen.line(
        words, style.style(8, color: Theme.muted), x: plot.x(year), baseline: middle + thick / 2 + 3.6,
        .center)
    }
  }

  /// As thick as the chance, around a middle line.
  private func ribbon(
    _ chances: [Double], on pen: SheetPen, _ plot: ChartPlot, middle: Double, thick: Double
  ) {
    let first = line.years.lowerBound
    func edge(_ sign: Double) -> [Point] {
      chances.enumerated().map {
        Point(.mm(plot.x(first + $0.offset)), .mm(middle + sign * $0.element * thick / 2))
      }
    }
    pen.rule(x: plot.left, y: middle, width: plot.right - plot.left, weight: 0.15)
    pen.fill(.polyline(edge(-1) + edge(1).reversed(), closed: true), Theme.lifeRibbon)
  }

  /// The workshop's rules: a bar from the first to the last year.
  private func bar(_ span: ClosedRange<Int>, on pen: SheetPen, _ plot: ChartPlot, y: Double) {
    let (from, to) = (plot.x(span.lowerBound), plot.x(min(span.upperBound + 1, line.years.upperBound)))
    pen.stroke(.polyline([Point(.mm(from), .mm(y)), Point(.mm(to), .mm(y))]), style.accent, 0.7)
  }

  private func mark(_ year: Int, on pen: SheetPen, _ plot: ChartPlot, from: Double, to: Double) {
    pen.upright(
      x: plot.x(year), y: from - 2.6, height: max(0, to - from + 2.6), color: style.accent, weight: 0.25)
    pen.disc(x: plot.x(year), y: to, radius: 0.9, style.accent)
  }

  private func house(on pen: SheetPen, _ plot: ChartPlot, x: Double, top: Double, thick: Double) {
    let events = placed(line.events, plot)
    let lines = labelRows(line.events, plot) * Self.label
    let (upper, lower) = (top + lines + 2.6, top + lines + 2.6 + thick + 1)
    let type = Typesetter(measurer)
    let size = Length.mm(6).points
    let sign = LegendHouse(
      type: type, language: language, shade: .vacant, isNew: false, kind: .detached, numeral: nil, size: size)
    sign.draw(at: Vec(Length.mm(x + 5).points, Length.mm((upper + lower) / 2).points)).forEach(pen.add)
    let name = Prose(measurer).block(
      ChanceWords.vacantChance(in: language), style.style(8.5), width: Self.names - 12)
    pen.paragraph(name, x: x + 10.5, y: (upper + lower) / 2 - pen.height(name) / 2)
    let first = line.years.lowerBound
    let ends = [Point(.mm(plot.right), .mm(lower)), Point(.mm(plot.left), .mm(lower))]
    func level(_ chances: [Double]) -> Path {
      let points = chances.enumerated().map {
        Point(.mm(plot.x(first + $0.offset)), .mm(lower - min(1, $0.element) * (lower - upper)))
      }
      return .polyline(points + ends, closed: true)
    }
    pen.fill(.rect(.mm(plot.left, upper, plot.right - plot.left, lower - upper)), Theme.white)
    let somebody = zip(line.vacant, line.unknown).map(+)
    pen.add(.shape(Shape(level(somebody), fill: ChanceStep.likelyLivedIn.paint(spacing: 3))))
    pen.fill(level(line.vacant), style.ink)
    pen.frame(
      .mm(plot.left, upper, plot.right - plot.left, lower - upper), color: style.ink, weight: 0.25)
    for event in events {
      let baseline = upper - 2.2 - Double(event.row) * Self.label
      mark(event.year, on: pen, plot, from: baseline + 0.8, to: upper)
      pen.line(event.words, small, x: event.x, baseline: baseline)
    }
    for year in line.told {
      pen.line(
        Self.percent(line.vacant[year - first]), style.style(8.5, .bold), x: plot.x(year),
        baseline: lower + 3.8, .center)
    }
  }

  private func age(_ age: AgeThen) -> String {
    switch age {
    case .exact(let years): return language == .ja ? "\(years)歳" : "\(years):"
    case .band(let band, _):
      return language == .ja
        ? "\(band.lowerBound)〜\(band.upperBound)歳" : "\(band.lowerBound)–\(band.upperBound):"
    case .unknown: return ""
    }
  }

  static func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded()))%" }
}

extension Theme {
  /// The ribbon of a person.
  static let lifeRibbon = Color(0xA79D8F)
}
