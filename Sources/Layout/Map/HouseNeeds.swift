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
  /// What is written under its people, by row, in every year in which anything is.
  private let captioned: [[[PersonFace]]]

  init(_ house: HouseModel) {
    var grids = HouseShape.allCases.map { _ in (columns: 1, rows: 1) }
    var isRinged = false
    var isPeopled = false
    var hasWord = false
    var captioned: [[[PersonFace]]] = []
    for face in house.dwellings.flatMap(\.faces) {
      isRinged = isRinged || face.isNew
      hasWord = hasWord || face.isNew || face.shade == .unknown
      guard !face.rows.isEmpty else { continue }
      isPeopled = true
      for (number, shape) in HouseShape.allCases.enumerated() {
        let rows = shape.arrange(face.rows)
        grids[number].columns = max(grids[number].columns, rows.map(\.count).max() ?? 1)
        grids[number].rows = max(grids[number].rows, rows.count)
      }
      if face.rows.contains(where: { $0.contains { $0.occupation != nil || $0.plan != nil } }) {
        captioned.append(face.rows)
      }
    }
    self.grids = grids
    self.isRinged = isRinged
    self.isPeopled = isPeopled
    self.hasWord = hasWord
    self.captioned = captioned
    names = house.names
  }

  /// The width that captions need, and how many lines of them the rows of the fullest years have together;
  /// `widths` tells how wide what is written under a person is.
  func captions(
    _ shape: HouseShape, _ widths: (PersonFace) -> [Double]
  ) -> (widest: Double, rows: [(rows: Int, lines: Int)]) {
    var widest = 0.0
    var rows: [(rows: Int, lines: Int)] = []
    for face in captioned {
      let arranged = shape.arrange(face)
      var lines = 0
      for row in arranged {
        let written = row.map(widths)
        widest = max(widest, written.joined().max() ?? 0)
        lines += written.map(\.count).max() ?? 0
      }
      rows.append((arranged.count, lines))
    }
    return (widest, rows)
  }

  /// How many people stand side by side, and in how many rows.
  func grid(_ shape: HouseShape) -> (columns: Int, rows: Int) {
    grids[HouseShape.allCases.firstIndex(of: shape) ?? 0]
  }
}
