import Diagnostics
import Picture
import Projection
import Workshop

/// What the signs of a map mean: only those that occur on it.
struct Legend {
  let model: MapModel
  let language: Language
  let type: Typesetter
  /// Whether anybody who lives away may stand on the map.
  private let showsAway: Bool
  /// Whether what the table said for later may stand on it.
  private let showsPlans: Bool
  let form: AgeForm
  /// Where north is, if the map itself has no room to say so.
  let north: Vec?
  /// The states shown.
  let states: [Int]
  /// The size of the words.
  let size: Double
  /// What the map had no room for.
  private(set) var leftOut: LeftOut
  /// What occurs on the map.
  private let signs: LegendSigns

  /// The legend of a map that is laid out.
  init(_ layout: MapLayout, states: [Int], size: Double) {
    model = layout.model
    language = layout.language
    type = layout.type
    showsAway = layout.metrics.contains { !$0.away.isEmpty }
    showsPlans = layout.details.contains(where: \.away)
    form = layout.symbols.form
    north = layout.north == nil ? layout.geometry.northward : nil
    self.states = states
    self.size = size
    leftOut = LeftOut(layout, states: states)
    signs = LegendSigns(model, layout.details, states: states, form: form, language: language)
  }

  /// The same with less of what the map left out: without the names of landmarks, then without the note.
  var briefer: [Legend] {
    var plain = self
    plain.leftOut = leftOut.withoutLandmarks
    return [plain, ofSigns]
  }

  /// The same with nothing of what the map left out.
  var ofSigns: Legend {
    var brief = self
    brief.leftOut = LeftOut()
    return brief
  }

  /// The legend that a map may need at most, before it is laid out.
  init(most model: MapModel, language: Language, type: Typesetter, size: Double) {
    self.model = model
    self.language = language
    self.type = type
    showsAway = true
    showsPlans = true
    let detail = Detail(
      content: .people, units: .people, size: 20, occupations: true, away: true, names: nil)
    form = .short
    north = nil
    states = Array(model.states.indices)
    self.size = size
    leftOut = LeftOut()
    signs = LegendSigns(
      model, model.houses.map { _ in detail }, states: states, form: form, language: language)
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
    for gap in [size * 1.2, size * 0.9, size * 0.75] {
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
    let isBare = model.hidesAges || (!signs.hasAged && signs.hasPeople)
    let form = isBare ? AgeForm.unwritten : .short
    func person(
      _ sex: Sex, _ words: Phrase, older: Bool = false, depends: Bool = false, away: Bool = false
    ) -> Entry {
      self.person(form, sex, words, older: older, depends: depends, away: away)
    }
    let hasAway = showsAway && states.contains(0) && model.houses.contains { !$0.away.isEmpty }
    let limit = model.audience == .table ? 65 : 70
    if signs.hasMen { entries.append(person(.male, MapWords.man)) }
    if signs.hasWomen { entries.append(person(.female, MapWords.woman)) }
    if signs.hasOthers { entries.append(person(.unknown, MapWords.sexUnknown)) }
    if signs.hasOlder { entries.append(person(.male, MapWords.older(limit), older: true)) }
    if signs.hasPerhaps {
      let words = model.subject == .foresight ? MapWords.perhaps : ChanceWords.perhaps
      entries.append(person(.male, words, depends: true))
    }
    if hasAway { entries.append(person(.male, MapWords.away, away: true)) }
    if signs.hasCounts { entries.append(house(.livedIn, MapWords.livedInHouse, numeral: "3")) }
    if signs.hasVacant { entries.append(house(.vacant, MapWords.vacantHouse)) }
    if signs.hasNewlyVacant { entries.append(house(.vacant, MapWords.newlyVacant(step()), isNew: true)) }
    if signs.hasDepending { entries.append(house(.depends, MapWords.dependsHouse)) }
    entries += model.subject.scale(model).map { house($0.shade, $0.words) }
    if signs.hasUnknown {
      let words = model.subject == .foresight ? MapWords.unknownHouse : ChanceWords.unknownHouse
      entries.append(house(.unknown, words))
    }
    if signs.hasMovedIn { entries.append(house(.livedIn, MapWords.newlyLivedIn, isMovedIn: true)) }
    if signs.hasMovedIntoUnit { entries.append(movedUnit()) }
    if signs.hasGone { entries.append(house(.absent, MapWords.newlyGone, isGone: true)) }
    if signs.hasAbsent { entries.append(house(.absent, MapWords.noHouse)) }
    if signs.hasShops { entries.append(house(.plain, MapWords.shop, kind: .shop)) }
    if signs.hasFacilities { entries.append(house(.plain, MapWords.facility, kind: .facility)) }
    if signs.hasMarked { entries.append(frame()) }
    entries += ages()
    let plans = signs.hasPlans || (hasAway && model.houses.contains { $0.hasAwayPlan })
    if showsPlans && plans {
      entries.append(Entry(width: 0, words: PlanWords.legend(in: language)) { _ in [] })
    }
    if let north { entries.append(arrow(north)) }
    entries += leftOut.landmarks.map { self.landmark($0.kind, $0.name ?? "") }
    entries += leftOut.kinds.map { self.landmark($0, MapWords.kind($0)(in: language)) }
    entries += leftOut.words(in: language).map { words in Entry(width: 0, words: words) { _ in [] } }
    return entries
  }

  /// How ages are written.
  private func ages() -> [Entry] {
    func words(_ phrase: Phrase) -> Entry { Entry(width: 0, words: phrase(in: language)) { _ in [] } }
    if model.audience == .public {
      guard signs.hasDecades else { return [] }
      return [words(form == .long ? MapWords.longBands : MapWords.publicShortBands)]
        + model.highestBands.map(words)
    }
    var result: [Entry] = []
    if signs.hasExact { result.append(words(MapWords.agesAreYears)) }
    if signs.hasDecades { result.append(words(MapWords.longBands)) }
    if signs.hasHalves { result.append(words(MapWords.halfBands)) }
    if signs.hasUnderlined {
      result.append(words(signs.hasUnderlinedHalves ? MapWords.underlinedHalves : MapWords.underlinedBands))
    }
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
  private func landmark(_ kind: LandmarkKind, _ words: String) -> Entry {
    let side = symbol * 0.9
    return Entry(width: side, words: words) { center in
      [.icon(Icon(kind.rawValue, frame: Box(center: center, width: side, height: side).rect))]
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
