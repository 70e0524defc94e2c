/// How many people there are by sex and class of age, added up over runs in whole numbers; divided by the runs it is the
/// mean.
public struct CityAges: Sendable, Hashable, Codable {
  /// How many years a class holds.
  public static let step = 5
  /// Classes of age; the last is open: 100 and over.
  public static let classes = 21
  /// A row is a sex: the classes, and last people of unknown age.
  static let row = classes + 1
  /// Men, women, people of unknown sex.
  static let count = 3 * row

  /// Row by row.
  private(set) var sums: [Int64]

  /// Nobody.
  init() { sums = [Int64](repeating: 0, count: Self.count) }

  /// Men of a class, in all runs together.
  public func men(_ index: Int) -> Int64 { sums[index] }
  /// Women of a class, in all runs together.
  public func women(_ index: Int) -> Int64 { sums[Self.row + index] }
  /// People whose age or sex nobody knows, in all runs together.
  public var others: Int64 {
    sums[2 * Self.row..<3 * Self.row].reduce(sums[Self.classes], +) + sums[Self.row + Self.classes]
  }
  /// Everybody, in all runs together.
  public var everybody: Int64 { sums.reduce(0, +) }

  /// The class of an age.
  static func place(of age: Int) -> Int { min(classes - 1, max(0, age) / step) }

  mutating func add(_ other: CityAges) {
    for index in sums.indices { sums[index] &+= other.sums[index] }
  }

  /// Adds a row as the workers count it.
  mutating func add(_ counts: UnsafePointer<Int64>) {
    for index in sums.indices { sums[index] &+= counts[index] }
  }

  /// Whether every number is there and none is below 0.
  var isWhole: Bool { sums.count == Self.count && sums.allSatisfy { $0 >= 0 } }
}
