import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// From one sheet to the next what changed can be seen, in one ink and without telling colours apart.
@Suite struct ChangeMarksTests {
  private static let states: [(name: String, face: DwellingFace)] = [
    ("lived in", DwellingFace(shade: .livedIn, isNew: false, rows: [])),
    ("moved into", DwellingFace(shade: .livedIn, isNew: false, rows: [], isMovedIn: true)),
    ("vacant", DwellingFace(shade: .vacant, isNew: false, rows: [])),
    ("newly vacant", DwellingFace(shade: .vacant, isNew: true, rows: [])),
    ("no house", DwellingFace(shade: .absent, isNew: false, rows: [])),
    ("taken down", DwellingFace(shade: .absent, isNew: false, rows: [], isGone: true)),
    ("depends", DwellingFace(shade: .depends, isNew: false, rows: [])),
    ("not known", DwellingFace(shade: .unknown, isNew: false, rows: [])),
  ]

  /// What a photocopy keeps of a house: outlines, whether they are dark inside, dashes, and words.
  private static func copy(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .group(let group): copy(group.items)
      case .text(let text): [text.block.string]
      case .icon(let icon): [icon.name]
      case .shape(let shape):
        switch shape.fill {
        case .solid(let color):
          ["\(shape.path.steps) \(Ink.contrast(color, Theme.white) > 3) \(shape.stroke?.dash ?? [])"]
        case .hatch: ["\(shape.path.steps) hatched"]
        case nil: ["\(shape.path.steps) \(shape.stroke?.dash ?? [])"]
        }
      }
    }
  }

  @Test(arguments: [Detail.Content.people, .symbols, .counts], [HouseKind.detached, .apartment, .emptyLot])
  func everyStateHasAShapeOfItsOwn(content: Detail.Content, kind: HouseKind) {
    let detail = Detail(
      content: content, units: content, size: content == .people ? 16 : 8, occupations: false, away: false,
      names: nil)
    let symbols = PersonSymbol(
      type: Typesetter(FakeMeasurer()), language: .ja, audience: .public, form: .short, size: detail.size)
    var copies: [String: String] = [:]
    for (name, face) in Self.states {
      let house = HouseModel(
        id: "h", name: nil, kind: kind, placement: .anywhere,
        dwellings: Self.states.map { DwellingModel(label: nil, faces: [face, $0.face]) }.prefix(
          kind == .apartment ? 4 : 1
        ).map { $0 }, floors: nil, away: [])
      var captions = CaptionList()
      let metrics = HouseMetrics(house, HouseNeeds(house, &captions), detail, symbols)
      let drawn = HouseSymbol(symbols: symbols, detail: detail).draw(
        house, metrics, state: 0, at: Vec(0, 0))
      let copy = Self.copy(drawn).joined(separator: "\n")
      #expect(copies[copy] == nil, "\(name) looks like \(copies[copy] ?? "") on a \(kind) as \(content)")
      copies[copy] = name
    }
  }

  @Test func theLegendTellsOfThem() throws {
    var map = Village.map
    map.houses[0].dwellings[0].plans = [.demolished(2030)]
    map.houses[1].dwellings[0].occupancy = .vacant(since: nil)
    map.houses[1].dwellings[0].plans = [
      .familyMovesIn(
        year: 2031, people: [Resident(id: "n", sex: .male, age: .exact(30), relation: .head)])
    ]
    for audience in Audience.allCases {
      let words = SheetWords.of(map, audience, states: 0...2)
      for (sign, told) in [("人が入った家", 1), ("取りこわした家", 1)] {
        for state in 0...2 { #expect(words[state].contains(sign) == (state == told), "\(sign) \(state)") }
      }
      #expect(words[2].contains("空き地"))
    }
  }
}
