import Synchronization

/// How much of a long piece of work is done, to be looked at while it goes on.
public final class WorkProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let whole = Atomic<Int>(0)

  /// Nothing done yet.
  public init() {}

  /// The share that is done, 0…1; 0 as long as nobody has said how much there is.
  public var share: Double {
    let all = whole.load(ordering: .relaxed)
    return all == 0 ? 0 : min(1, Double(done.load(ordering: .relaxed)) / Double(all))
  }

  /// Whether something was said to be done and is not yet.
  public var isUnderWay: Bool { done.load(ordering: .relaxed) < whole.load(ordering: .relaxed) }

  /// Says how much more there is to do.
  public func expect(_ more: Int) { whole.add(more, ordering: .relaxed) }
  /// Says that so much more is done.
  public func advance(_ more: Int) { done.add(more, ordering: .relaxed) }
}
