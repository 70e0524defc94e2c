import Diagnostics
import Picture
import Projection
import Workshop

/// What the signs of a map mean: only those that occur on it.
struct Legend {
  let model: MapModel
  let language: Language
  let type: Typesetter
  let detail: Detail
  let form: AgeForm
  /// Where north is, if the map itself has no room to say so.
  let north: Vec?
  /// The states shown.
  let states: [Int]
  /// The size of the words.
  let size: Double
  /// What the map had no room for.
  private(set) var leftOut: LeftOut

  /// The legend of a map that is laid out.
  init(_ layout: MapLayout, states: [Int], size: Double) {
    model = layout.model
    language = layout.language
    type = layout.type
    detail = layout.detail
    form = layout.symbols.form
    north = layout.north == nil ? layout.geometry.northward : nil
    self.states = states
    self.size = size
    leftOut = LeftOut(layout, states: states)
  }

  /// The same with less of what the map left out: without the names of landmarks, then without the note.
  var briefer: [Legend] {
    var plain = self
    plain.leftOut = leftOut.withoutLandmarks
    var brief = self
    brief.leftOut = LeftOut()
    return [plain, brief]
  }

  /// The legend that a map may need at most, before it is laid out.
  init(most model: MapModel, language: Language, type: Typesetter, size: Double) {
    self.model = model
    self.language = language
    self.type = type
    detail = Detail(
      content: .people, units: .people, size: 20, occupations: true, away: true, names: nil)
    form = .short
    north = nil
    states = Array(model.states.indices)
    self.size = size
    leftOut = LeftOut()
  }

  private var symbol: Double { Self.symbol(size) }
  private static func symbol(_ size: Double) -> Double { size * 1.75 }

  /// A sign with its words.
  private struct Entry {
    var width: Double
    var words: String
    /// Draws the sign with its middle at the given point.
    var draw: (Vec) -> [Item]
  }

  /// The height of the legend at a width.
  func height(_ width: Double) -> Double { Double(rows(width).rows.count) * line }

  /// The height of a legend of one line.
  static func line(_ size: Double) -> Double { symbol(size) * 1.26 }
  private var line: Double { Self.line(size) }

  /// Draws the legend with its upper left corner at `origin`.
  func draw(at origin: Vec, width: Double) -> Item {
    var items: [Item] = []
    var y = origin.y + line / 2
    let (rows, gap) = rows(width)
    for row in rows {
      var x = origin.x
      for entry in row {
        items += entry.draw(Vec(x + entry.width / 2, y))
        x += entry.width + (entry.width > 0 ? size * 0.45 : 0)
        let words = type.line(entry.words, size)
        items.append(
          .text(
            type.place(
              entry.words, size, color: Theme.ink,
              at: Vec(x, y + (words.ascent - words.descent) / 2 - size * 0.02))))
        x += words.width + gap
      }
      y += line
    }
    return .group(Group(items, mark: Mark(.legend), role: .paragraph))
  }

  /// Entries stand closer together where that saves a line.
  private func rows(_ width: Double) -> (rows: [[Entry]], gap: Double) {
    let entries = entries()
    var best = (rows: rows(entries, width, gap: size * 1.5), gap: size * 1.5)
    for gap in [size * 1.2, size * 0.9] {
      let rows = rows(entries, width, gap: gap)
      if rows.count < best.rows.count { best = (rows, gap) }
    }
    return best
  }

  private func rows(_ entries: [Entry], _ width: Double, gap: Double) -> [[Entry]] {
    var rows: [[Entry]] = []
    var row: [Entry] = []
    var x = 0.0
    for entry in entries {
      let own = entry.width + (entry.width > 0 ? size * 0.45 : 0) + type.width(entry.words, size)
      if !row.isEmpty && x + own > width {
        rows.append(row)
        row = []
        x = 0
      }
      row.append(entry)
      x += own + gap
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }

  private func entries() -> [Entry] {
    var entries: [Entry] = []
    let shown = model.houses.flatMap { house in
      house.dwellings.flatMap { dwelling in
        states.compactMap { $0 < dwelling.faces.count ? (house, dwelling.faces[$0]) : nil }
      }
    }
    func people(_ content: Detail.Content) -> [PersonFace] {
      shown.filter { detail.content(of: $0.0) == content }.flatMap { $0.1.rows.flatMap { $0 } }
    }
    let aged = people(.people)
    let people = aged + people(.symbols)
    let isBare = model.hidesAges || (aged.isEmpty && !people.isEmpty)
    let form = isBare ? AgeForm.unwritten : .short
    func person(
      _ sex: Sex, _ words: Phrase, older: Bool = false, depends: Bool = false, away: Bool = false
    ) -> Entry {
      self.person(form, sex, words, older: older, depends: depends, away: away)
    }
    let hasAway = detail.away && states.contains(0) && model.houses.contains { !$0.away.isEmpty }
    let limit = model.audience == .table ? 65 : 70
    if people.contains(where: { $0.sex == .male }) { entries.append(person(.male, MapWords.man)) }
    if people.contains(where: { $0.sex == .female }) { entries.append(person(.female, MapWords.woman)) }
    if people.contains(where: { $0.sex == .unknown }) {
      entries.append(person(.unknown, MapWords.sexUnknown))
    }
    if people.contains(where: \.isOlder) { entries.append(person(.male, MapWords.older(limit), older: true)) }
    if people.contains(where: \.depends) {
      let words = model.subject == .foresight ? MapWords.perhaps : ChanceWords.perhaps
      entries.append(person(.male, words, depends: true))
    }
    if hasAway { entries.append(person(.male, MapWords.away, away: true)) }
    if shown.contains(where: { detail.content(of: $0.0) == .counts && $0.1.shade == .livedIn }) {
      entries.append(house(.livedIn, MapWords.livedInHouse, numeral: "3"))
    }
    if shown.contains(where: { $0.1.shade == .vacant && !$0.1.isNew }) {
      entries.append(house(.vacant, MapWords.vacantHouse))
    }
    if shown.contains(where: { $0.1.isNew }) {
      entries.append(house(.vacant, MapWords.newlyVacant(step()), isNew: true))
    }
    if shown.contains(where: { $0.1.shade == .depends }) {
      entries.append(house(.depends, MapWords.dependsHouse))
    }
    entries += model.subject.scale(model).map { house($0.shade, $0.words) }
    if shown.contains(where: { $0.1.shade == .unknown || $0.1.words == [ChanceWords.somebody] }) {
      let words = model.subject == .foresight ? MapWords.unknownHouse : ChanceWords.unknownHouse
      entries.append(house(.unknown, words))
    }
    if shown.contains(where: { $0.1.isMovedIn && !$0.0.isBlock }) {
      entries.append(house(.livedIn, MapWords.newlyLivedIn, isMovedIn: true))
    }
    if shown.contains(where: { $0.1.isMovedIn && $0.0.isBlock }) { entries.append(movedUnit()) }
    if shown.contains(where: { $0.1.isGone }) {
      entries.append(house(.absent, MapWords.newlyGone, isGone: true))
    }
    if shown.contains(where: { $0.1.shade == .absent && !$0.1.isGone }) {
      entries.append(house(.absent, MapWords.noHouse))
    }
    if model.houses.contains(where: { $0.kind == .shop }) {
      entries.append(house(.plain, MapWords.shop, kind: .shop))
    }
    if model.houses.contains(where: { $0.kind == .facility }) {
      entries.append(house(.plain, MapWords.facility, kind: .facility))
    }
    if shown.contains(where: { $0.1.isMarked }) { entries.append(frame()) }
    entries += ages(aged)
    let plans = aged.contains { $0.plan != nil } || (hasAway && model.houses.contains { $0.hasAwayPlan })
    if detail.away && plans {
      entries.append(Entry(width: 0, words: PlanWords.legend(in: language)) { _ in [] })
    }
    if let north { entries.append(arrow(north)) }
    entries += leftOut.landmarks.map { self.landmark($0) }
    entries += leftOut.words(in: language).map { words in Entry(width: 0, words: words) { _ in [] } }
    return entries
  }

  /// How ages are written.
  private func ages(_ people: [PersonFace]) -> [Entry] {
    func words(_ phrase: Phrase) -> Entry { Entry(width: 0, words: phrase(in: language)) { _ in [] } }
    var hasExact = false
    var hasDecade = false
    var hasHalf = false
    var hasUnderline = false
    for person in people {
      switch person.age {
      case .exact: hasExact = true
      case .band(let band, _):
        if PersonSymbol.isUnderlined(person.age, form, language, model.audience) {
          hasUnderline = true
        } else if band.count == 5 {
          hasHalf = true
        } else {
          hasDecade = true
        }
      case .unknown: break
      }
    }
    if model.audience == .public {
      guard hasDecade else { return [] }
      return [words(form == .long ? MapWords.longBands : MapWords.publicShortBands)]
    }
    var result: [Entry] = []
    if hasExact { result.append(words(MapWords.agesAreYears)) }
    if hasDecade { result.append(words(MapWords.longBands)) }
    if hasHalf { result.append(words(MapWords.halfBands)) }
    if hasUnderline { result.append(words(MapWords.underlinedBands)) }
    return result
  }

  /// The years from one horizon to the next, where they are all the same.
  private func step() -> Int? {
    let horizons = model.states.map(\.horizon)
    var steps = Set<Int>()
    for index in states where index > 0 && index < horizons.count {
      steps.insert(horizons[index] - horizons[index - 1])
    }
    // Two states of one year tell of no step.
    steps.remove(0)
    return steps.count == 1 ? steps.first : nil
  }

  private func person(
    _ form: AgeForm, _ sex: Sex, _ words: Phrase, older: Bool, depends: Bool, away: Bool
  ) -> Entry {
    let height = form == .unwritten ? symbol * 0.66 : symbol
    let symbols = PersonSymbol(
      type: type, language: language, audience: model.audience, form: form, size: height)
    let years = older ? 72 : sex == .female ? 41 : 45
    let age: AgeThen =
      model.audience == .table
      ? .exact(years) : .band(years / 10 * 10...(years / 10 * 10 + 9), representative: years)
    let face = PersonFace(
      sex: sex, age: age, isOlder: older, depends: depends, occupation: nil, away: away ? "" : nil)
    return Entry(width: height * PersonSymbol.cellWidth * 0.9, words: words(in: language)) {
      [symbols.draw(face, at: $0, subject: "legend")]
    }
  }

  private func house(
    _ shade: Shade, _ words: Phrase, isNew: Bool = false, kind: HouseKind = .detached, numeral: String? = nil,
    isGone: Bool = false, isMovedIn: Bool = false
  ) -> Entry {
    let sample = LegendHouse(
      type: type, language: language, shade: shade, isNew: isNew, kind: kind, numeral: numeral, size: symbol,
      isGone: isGone, isMovedIn: isMovedIn)
    return Entry(width: sample.width, words: words(in: language)) { sample.draw(at: $0) }
  }

  /// A dwelling of a block with the corner of those who have moved in.
  private func movedUnit() -> Entry {
    Entry(width: symbol * 0.9, words: MapWords.unitLivedIn(in: language)) { center in
      let cell = Box(center: center, width: symbol * 0.9, height: symbol * 0.8)
      return [
        .shape(
          Shape(.rect(cell.rect), fill: .solid(Theme.white), stroke: Stroke(Theme.ink, width: .pt(0.65)))),
        .shape(Shape(HouseSymbol.corner(cell), fill: .solid(Theme.accent))),
      ]
    }
  }

  /// A landmark that has only its icon on the map.
  private func landmark(_ landmark: Landmark) -> Entry {
    let side = symbol * 0.9
    return Entry(width: side, words: landmark.name ?? "") { center in
      [.icon(Icon(landmark.kind.rawValue, frame: Box(center: center, width: side, height: side).rect))]
    }
  }

  /// The frame of houses that differ in a scenario.
  private func frame() -> Entry {
    let side = symbol * 1.1
    // As far from its words as the houses are, whose roofs narrow their signs.
    return Entry(width: side + symbol * 0.25, words: ChanceWords.changed(in: language)) { center in
      HouseSymbol.frame(Box(center: center, width: side, height: symbol * 0.9))
    }
  }

  private func arrow(_ north: Vec) -> Entry {
    Entry(width: NorthArrow.width * 0.6, words: language == .ja ? "北の方角" : "north") { center in
      [
        NorthArrow.draw(
          in: Box(center: center, width: NorthArrow.width * 0.6, height: NorthArrow.height * 0.6),
          north: north, language: language, type: type)
      ]
    }
  }
}

extension HouseModel {
  /// Whether the table said what somebody who lives elsewhere will do.
  fileprivate var hasAwayPlan: Bool { away.contains { $0.plan != nil } }
}

extension Detail {
  /// What stands in a house on this map.
  func content(of house: HouseModel) -> Content { house.isBlock ? units : content }
}
