/// Chance rules: in the place of the workshop's certainties, yearly chances by age and sex.
public struct ChanceRules: Sendable, Hashable {
  /// Of counting as deceased.
  public var death: Hazard
  /// Of a resident child's leaving.
  public var leavingHome: Hazard
  /// A child that is this old when it is first seen here stays, whatever ``leavingHome`` says; nil: no such age. Set where
  /// the workshop's rule stands in the place of a chance.
  public var successorFrom: Int?
  /// Of coming back, for somebody who lives away and of whom nothing was said.
  public var returning: Hazard
  /// Of moving into a care home.
  public var care: Hazard
  /// Of being let again, for a rented dwelling that has emptied, from the year after; 0…1.
  public var letting: Double
  /// Of being taken by a household nobody knows, for any other vacant dwelling; 0…1.
  public var filling: Double
  /// Of being taken down, for a vacant house; 0…1.
  public var demolition: Double
  /// Years of vacancy before a house can be taken down; 1 unless the workshop's rule stands in the place of a chance.
  public var demolitionAfter = 1
  /// Of a partner's moving in, for somebody who lives here without one; see ``Partnering``. Off unless asked for.
  public var partnering: Hazard
  /// Of a child, for a woman who lives here; see ``Births``. Off unless asked for.
  public var births: Hazard
  /// The chance that a child who is born is a boy; 0…1.
  public var boys: Double
  /// The chance that a child who lives away comes back in the year after the last parent has gone, asked once; 0…1.
  /// See ``FollowingParents``. Off (0) unless asked for.
  public var returnWhenParentsGone: Double
  /// Whether, when one of a couple moves into a care home, the other goes along. Off unless asked for.
  public var couplesTogether: Bool
  /// How many families come to the map each year and take vacant houses, which compete for them; 0 or more, a part of a
  /// family is the chance of one more. Where set, it stands in the place of ``filling``. Nil unless asked for.
  public var familiesAYear: Double?
  /// The age from which nobody drives any more; nil where nobody gives up the car. No chance: it only says who is counted
  /// as able to drive.
  public var drivesUntil: Int?

  /// Makes a set of chance rules; what is left out never happens.
  public init(
    death: Hazard = .never, leavingHome: Hazard = .never, returning: Hazard = .never, care: Hazard = .never,
    letting: Double = 0, filling: Double = 0, demolition: Double = 0, partnering: Hazard = .never,
    births: Hazard = .never, boys: Double = 0.5, returnWhenParentsGone: Double = 0,
    couplesTogether: Bool = false,
    familiesAYear: Double? = nil
  ) {
    self.death = death
    self.leavingHome = leavingHome
    self.returning = returning
    self.care = care
    self.letting = letting
    self.filling = filling
    self.demolition = demolition
    self.partnering = partnering
    self.births = births
    self.boys = boys
    self.returnWhenParentsGone = returnWhenParentsGone
    self.couplesTogether = couplesTogether
    self.familiesAYear = familiesAYear
  }

  /// The rules that the files of `Assets/rates` make, by the files' names.
  ///
  /// Partners and births are off even so; whoever wants them reads `partnering.csv` and `births.csv` as
  /// ``RateFile/ageGroups()``.
  ///
  /// - Parameter text: Reads a file: `death.csv`, `leaving-home.csv`, `returning.csv`, `care.csv`,
  ///   `dwellings.csv`, `newborns.csv`.
  /// - Throws: ``RateFile/Trouble``, or what `text` throws.
  public init(reading text: (String) throws -> String) throws {
    func file(_ name: String) throws -> RateFile { try RateFile(text(name)) }
    let dwellings = try file("dwellings.csv")
    try self.init(
      death: file("death.csv").lifeTable(), leavingHome: file("leaving-home.csv").ageGroups(),
      returning: file("returning.csv").ageGroups(), care: file("care.csv").ageGroups(),
      letting: dwellings.chance(of: "letting"), filling: dwellings.chance(of: "filling"),
      demolition: dwellings.chance(of: "demolition"), boys: file("newborns.csv").chance(of: "boy"))
  }
}
