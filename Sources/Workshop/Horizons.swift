/// The years after the base year that are looked at.
public enum Horizons {
  /// How far is looked; beyond it nobody of today is left.
  public static let range = 1...100

  /// The base year, 0, and every horizon once, ascending; those out of range are left out.
  public static func offsets(_ horizons: [Int]) -> [Int] {
    [0] + Set(horizons).filter(range.contains).sorted()
  }
}
