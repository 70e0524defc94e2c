/// Sums of many whole numbers that do not depend on each other.
enum Convolution {
  /// How the sum is distributed of so many numbers each of which is 0, 1, 2 … with these chances.
  ///
  /// Equal numbers are doubled (a number twice, four times …), the others added two and two, so that the work for 40,000
  /// houses is that of a few long sums. At either end values less likely than 1 in 10^18 are left out, as in
  /// ``Distribution``.
  static func sum(_ parts: [(chances: [Double], times: Int)]) -> Distribution {
    var open: [Distribution] = []
    var block = Distribution(certain: 0)
    for (chances, times) in parts where times > 0 && chances.count > 1 {
      if times > 3 {
        open.append(power(Distribution(first: 0, chances: chances), times))
        continue
      }
      for _ in 0..<times { block.add(chances) }
      if block.chances.count > 64 {
        open.append(block)
        block = Distribution(certain: 0)
      }
    }
    open.append(block)
    // Short ones first, so that those added are of about the same length.
    open.sort { ($0.chances.count, $0.first) < ($1.chances.count, $1.first) }
    while open.count > 1 {
      open = stride(from: 0, to: open.count, by: 2).map { index in
        index + 1 < open.count ? open[index].adding(open[index + 1]) : open[index]
      }
    }
    return open[0]
  }

  private static func power(_ one: Distribution, _ times: Int) -> Distribution {
    var (result, square) = (Distribution(certain: 0), one)
    var left = times
    while true {
      if left & 1 == 1 { result = result.adding(square) }
      left >>= 1
      if left == 0 { return result }
      square = square.adding(square)
    }
  }
}
