/// The processes that can change a person or a dwelling by rule.
///
/// The number is part of the key of every chance draw and is written into saved results: it never changes
/// and is never used again for something else.
public enum ProcessKind: UInt32, Sendable, Hashable, CaseIterable {
  /// Counts as deceased.
  case death = 1
  /// A child leaves home.
  case leavingHome = 2
  /// Somebody who lives away comes back.
  case returning = 3
  /// Moves into a care home.
  case care = 4
  /// A rented dwelling is let again.
  case letting = 5
  /// A vacant house is taken by a household.
  case filling = 6
  /// A vacant house is taken down.
  case demolition = 7
  /// Somebody without a partner begins to live with one.
  case partnering = 8
  /// A child is born.
  case births = 9
  /// A child comes back when the last parent has gone.
  case followingParents = 10
  /// A vacant house's number among those that compete for families; the map's, for a part of a family.
  case families = 11
}

/// Decides whether something of a given chance happens.
///
/// This is the one place where the kinds of rules differ: the workshop's rules are decided by ``Certain``,
/// chance by a keyed draw, exact probabilities by following both answers.
protocol Chooser {
  /// Whether `kind`, of this chance (above 0), happens.
  mutating func happens(_ kind: ProcessKind, chance: Double) -> Bool
}

/// What is certain happens, nothing else does.
struct Certain: Chooser {
  mutating func happens(_ kind: ProcessKind, chance: Double) -> Bool { chance >= 1 }
}
