import Diagnostics
import Workshop

/// What the houses of a map need, whatever panel it is laid out in.
struct MapNeeds {
  /// In the order of the map.
  let houses: [HouseNeeds]
  /// What may be written under people.
  let captions: CaptionList
  /// The type of the tightest age in a symbol one point high, in either form: it grows with the symbol.
  let longFit: Double
  /// See ``longFit``.
  let shortFit: Double
  /// Whether many houses stand at points.
  let isScattered: Bool
  let hasBlocks: Bool
  /// Where things stand of which the table said nothing, by their number.
  let loose: [Int: SheetPoint]

  init(_ model: MapModel, language: Language, type: Typesetter) {
    var captions = CaptionList()
    houses = model.houses.map { HouseNeeds($0, &captions) }
    self.captions = captions
    loose = LoosePlaces.points(model.map)
    hasBlocks = model.houses.contains(where: \.isBlock)
    let points = model.houses.count { if case .point = $0.placement { true } else { false } }
    isScattered = points * 3 > model.houses.count
    var seen = Set<String>()
    var fit = (long: 1.0, short: 1.0)
    func fits(_ face: PersonFace, _ form: AgeForm) -> Double {
      let words = PersonSymbol.label(face.age, form, language, model.audience)
      let isUnderlined = PersonSymbol.isUnderlined(face.age, form, language, model.audience)
      return PersonSymbol.fit(words, face.sex, 1, type, underlined: isUnderlined)
    }
    for dwelling in model.houses.lazy.flatMap(\.dwellings) {
      for face in dwelling.faces.lazy.flatMap(\.rows).joined() {
        let words = PersonSymbol.label(face.age, .long, language, model.audience)
        guard seen.insert(face.sex.rawValue + words).inserted else { continue }
        fit = (min(fit.long, fits(face, .long)), min(fit.short, fits(face, .short)))
      }
    }
    (longFit, shortFit) = fit
  }
}

/// What a house has to have room for in its fullest year, found once before sizes are tried.
struct HouseNeeds {
  /// How many people stand side by side and in how many rows, by shape.
  private let grids: [(columns: Int, rows: Int)]
  /// Whether it is newly vacant in a year.
  let isRinged: Bool
  /// Whether anybody lives there in a year.
  let isPeopled: Bool
  /// Whether a word or a question mark stands in it in a year.
  let hasWord: Bool
  /// Its name in every state in which it is another.
  let names: [String]
  /// What may be written under its people, by row, in every year in which anything is: numbers of a ``CaptionList``.
  private let captioned: [[[Int?]]]
  /// The same for each state, whoever stands where: a number for every person under whom anything may be written.
  let written: [[Int]]

  /// What `house` needs; what may be written under its people is added to `list`.
  init(_ house: HouseModel, _ list: inout CaptionList) {
    var grids = HouseShape.allCases.map { _ in (columns: 1, rows: 1) }
    var isRinged = false
    var isPeopled = false
    var hasWord = false
    var captioned: [[[Int?]]] = []
    var written = [[Int]](repeating: [], count: house.dwellings.map(\.faces.count).max() ?? 0)
    for (state, face) in house.dwellings.lazy.flatMap({ $0.faces.enumerated() }) {
      isRinged = isRinged || face.isNew
      hasWord = hasWord || face.isNew || face.shade == .unknown
      guard !face.rows.isEmpty else { continue }
      isPeopled = true
      for (number, shape) in HouseShape.allCases.enumerated() {
        let size = shape.size(face.rows)
        grids[number].columns = max(grids[number].columns, size.columns)
        grids[number].rows = max(grids[number].rows, size.rows)
      }
      if face.rows.contains(where: { $0.contains { $0.occupation != nil || $0.plan != nil } }) {
        let numbers = face.rows.map { $0.map { list.number(of: $0) } }
        captioned.append(numbers)
        written[state] += numbers.joined().compactMap { $0 }
      }
    }
    self.grids = grids
    self.isRinged = isRinged
    self.isPeopled = isPeopled
    self.hasWord = hasWord
    self.captioned = captioned
    self.written = written
    names = house.names
  }

  /// The width that captions need, and how many lines of them the rows of the fullest years have together;
  /// `widths` tells by number how wide the lines are.
  func captions(_ shape: HouseShape, _ widths: [[Double]]) -> Captions {
    var captions = Captions()
    for face in captioned {
      let arranged = shape.arrange(face)
      var lines = 0
      for row in arranged {
        var most = 0
        for case let number? in row {
          for width in widths[number] { captions.widest = max(captions.widest, width) }
          most = max(most, widths[number].count)
        }
        lines += most
      }
      captions.rows.append((arranged.count, lines))
    }
    return captions
  }

  /// How many people stand side by side, and in how many rows.
  func grid(_ shape: HouseShape) -> (columns: Int, rows: Int) {
    grids[HouseShape.allCases.firstIndex(of: shape) ?? 0]
  }
}
