/// What is counted: the names of the counts of ``Figures``, for tables and distributions.
public enum CountItem: Int, Sendable, Hashable, CaseIterable {
  /// See ``Figures/population``.
  case population
  /// See ``Figures/under15``.
  case under15
  /// See ``Figures/from15to64``.
  case from15to64
  /// See ``Figures/from65``.
  case from65
  /// See ``Figures/from75``.
  case from75
  /// See ``Figures/helpers``.
  case helpers
  /// See ``Figures/unknownAge``.
  case unknownAge
  /// See ``Figures/households``.
  case households
  /// See ``Figures/unknownHouseholds``.
  case unknownHouseholds
  /// See ``Figures/vacant``.
  case vacant
  /// See ``Figures/dwellings``.
  case dwellings
  /// See ``Figures/livedIn``.
  case livedIn
  /// See ``Figures/livingAlone``.
  case livingAlone
  /// See ``Figures/olderLivingAlone``.
  case olderLivingAlone
  /// See ``Figures/elderlyOnly``.
  case elderlyOnly
  /// See ``Figures/nobodyUnder65``.
  case nobodyUnder65
  /// See ``Figures/likelyVacantNext``.
  case likelyVacantNext
  /// See ``Figures/drivers``.
  case drivers
  /// See ``Figures/withoutDriver``.
  case withoutDriver

  /// Counts of people; the others count dwellings.
  static let ofPeople: [CountItem] = [
    .population, .under15, .from15to64, .from65, .from75, .helpers, .unknownAge, .drivers,
  ]
  /// Counts of dwellings.
  static let ofDwellings = allCases.filter { !ofPeople.contains($0) }
}
