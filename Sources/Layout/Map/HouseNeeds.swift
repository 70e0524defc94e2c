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
      if face.rows.contains(where: { $0.contains { $0.occupation != nil } }) { captioned.append(face.rows) }
    }
    self.grids = grids
    self.isRinged = isRinged
    self.isPeopled = isPeopled
    self.hasWord = hasWord
    self.captioned = captioned
  }

  /// The width that captions need, and how many rows of the fullest years have one, of how many; `width` tells
  /// how wide a caption is, or nil where it is not written.
  func captions(
    _ shape: HouseShape, _ width: (String) -> Double?
  ) -> (widest: Double, rows: [(rows: Int, captions: Int)]) {
    var widest = 0.0
    var rows: [(rows: Int, captions: Int)] = []
    for face in captioned {
      let arranged = shape.arrange(face)
      var captions = 0
      for row in arranged {
        let widths = row.compactMap(\.occupation).compactMap(width)
        guard let own = widths.max() else { continue }
        widest = max(widest, own)
        captions += 1
      }
      rows.append((arranged.count, captions))
    }
    return (widest, rows)
  }

  /// How many people stand side by side, and in how many rows.
  func grid(_ shape: HouseShape) -> (columns: Int, rows: Int) {
    grids[HouseShape.allCases.firstIndex(of: shape) ?? 0]
  }
}
