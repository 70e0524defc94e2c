import Workshop

/// Something that chance rules decide; the raw value is its key in the session file.
public enum ChanceItem: String, Sendable, Hashable, CaseIterable {
  /// See ``ChanceRules/death``.
  case death
  /// See ``ChanceRules/leavingHome``.
  case leavingHome = "leaving-home"
  /// See ``ChanceRules/returning``.
  case returning
  /// See ``ChanceRules/care``.
  case care
  /// See ``ChanceRules/letting``.
  case letting
  /// See ``ChanceRules/filling``.
  case filling
  /// See ``ChanceRules/demolition``.
  case demolition
  /// See ``ChanceRules/partnering``.
  case partnering
  /// See ``ChanceRules/births``.
  case births
  /// See ``ChanceRules/returnWhenParentsGone``.
  case returnWhenParentsGone = "return-when-parents-gone"
  /// See ``ChanceRules/couplesTogether``.
  case couplesTogether = "couples-together"
  /// See ``ChanceRules/familiesAYear``.
  case familiesAYear = "families-a-year"

  /// The file of `Assets/rates` that its usual rate comes from; nil where it is a number of the users' own.
  public var rateFile: String? {
    switch self {
    case .death, .leavingHome, .returning, .care, .partnering, .births: rawValue + ".csv"
    case .letting, .filling, .demolition: "dwellings.csv"
    case .returnWhenParentsGone, .couplesTogether, .familiesAYear: nil
    }
  }
}

/// Who set a rule; each comes before those named earlier.
public enum RuleLevel: Sendable, Hashable {
  /// Nobody: it is what holds where nothing is said.
  case standard
  /// The session.
  case session
  /// The map.
  case map
  /// The scenario of this name.
  case scenario(String)
}

/// Where the rate of something comes from, once all that was set is laid one over the other.
public enum RateOrigin: Sendable, Hashable {
  /// The table that comes with Tenken.
  case table
  /// It never happens.
  case off
  /// The workshop's rule.
  case rule
  /// Numbers of the users' own.
  case rates([AgeRate])
  /// A file of the users' own, by its path as written.
  case file(String)
  /// A number of the users' own that is no chance by age: a chance of dwellings', or a number of families.
  case number(Double)
  /// It is so (``ChanceItem/couplesTogether``).
  case on
}

/// How one thing that chance decides is set.
public struct ChanceSetting: Sendable, Hashable {
  /// What is set.
  public var item: ChanceItem
  /// Where the rate of men comes from, or of everybody and every dwelling.
  public var origin: RateOrigin
  /// Where the rate of women comes from; nil where men and women are not told apart.
  public var originOfWomen: RateOrigin?
  /// Who set it last.
  public var level: RuleLevel
}

/// The rates there are to choose from: those that come with Tenken, and those of the users' files.
public struct RateLibrary: Sendable, Hashable {
  /// What the files of `Assets/rates` say, by name.
  public var standard: [String: RateFile]
  /// The rates of the users' files, by path and by what they are used for.
  /// The users' files, by path.
  public private(set) var files: [String: RateFile] = [:]
  private var own: [OwnRate: Hazard] = [:]
  private var tables: [ChanceItem: Hazard] = [:]
  private var dwellings: [ChanceItem: Double] = [:]
  /// The chance that a child who is born is a boy.
  private(set) var boys = 0.5

  private var digests: [OwnRate: UInt64] = [:]

  private struct OwnRate: Sendable, Hashable {
    var path: String
    var item: ChanceItem
  }

  /// A fingerprint of everything in it: libraries that differ have different ones.
  public var fingerprint: String {
    let usual = standard.map { "\($0.key) \($0.value.digest)" }.sorted()
    let users = digests.map { "\($0.key.path) \($0.key.item.rawValue) \($0.value)" }.sorted()
    return (usual + users).joined(separator: "\n")
  }

  /// Reads the files of `Assets/rates`.
  ///
  /// - Parameter text: Reads a file by its name; nil where there is none.
  /// - Throws: ``RateFile/Trouble``, or what `text` throws.
  public init(reading text: (String) throws -> String?) throws {
    standard = [:]
    for item in ChanceItem.allCases {
      guard let name = item.rateFile else { continue }
      if standard[name] == nil, let text = try text(name) { standard[name] = try RateFile(text) }
      guard let file = standard[name] else { continue }
      if item == .births, let text = try text("newborns.csv") {
        let newborns = try RateFile(text)
        standard["newborns.csv"] = newborns
        boys = try newborns.chance(of: "boy")
      }
      switch item {
      case .letting, .filling, .demolition: dwellings[item] = try file.chance(of: item.rawValue)
      default: tables[item] = try file.hazard(for: item)
      }
    }
  }

  /// Takes a file of the users' own for what it is used for.
  ///
  /// - Throws: ``RateFile/Trouble`` where it does not hold such rates.
  public mutating func add(_ file: RateFile, path: String, for item: ChanceItem) throws(RateFile.Trouble) {
    own[OwnRate(path: path, item: item)] = try file.hazard(for: item)
    files[path] = file
    digests[OwnRate(path: path, item: item)] = file.digest
  }

  fileprivate func hazard(_ origin: RateOrigin, of item: ChanceItem, rule: Hazard) -> Hazard {
    let table = tables[item] ?? .never
    switch origin {
    case .table: return table
    case .off, .number, .on: return .never
    case .rule: return rule
    case .rates(let rates): return .rates(rates, where: table)
    case .file(let path): return own[OwnRate(path: path, item: item)] ?? .never
    }
  }

  fileprivate func chance(_ origin: RateOrigin, of item: ChanceItem, rule: Double) -> Double {
    switch origin {
    case .table: dwellings[item] ?? 0
    case .rule: rule
    case .number(let chance): chance
    case .off, .rates, .file, .on: 0
    }
  }
}

extension RateFile {
  /// The chances by sex and age for one kind of event: a life table's rows of single ages for passing away, rows of ages
  /// at the end of the year for everything else.
  func hazard(for item: ChanceItem) throws(Trouble) -> Hazard {
    item == .death && hasSingleAges ? try lifeTable() : try ageGroups()
  }
}

extension Hazard {
  /// Chances by age for both sexes, 0 elsewhere; a rate without ages holds at every age at which `usual` is not 0.
  fileprivate static func rates(_ rates: [AgeRate], where usual: Hazard) -> Hazard {
    func table(_ sex: Sex) -> [Double] {
      // One more than the highest age holds that of everybody older.
      (0...131).map { age in
        let rate = rates.first { rate in
          guard let ages = rate.ages else { return usual.chance(age: age, sex: sex) > 0 }
          return ages.contains(age) || (ages.upperBound >= 120 && age >= ages.lowerBound)
        }
        return rate?.chance ?? 0
      }
    }
    return .table(male: table(.male), female: table(.female))
  }

  /// The men's chances of one and the women's of the other.
  fileprivate static func joined(male: Hazard, female: Hazard) -> Hazard {
    if male == female { return male }
    return .table(
      male: (0...131).map { male.chance(age: $0, sex: .male) },
      female: (0...131).map { female.chance(age: $0, sex: .female) })
  }

  /// ``never`` where no chance is above 0, so that what cannot happen is known as such.
  fileprivate var plain: Hazard {
    guard case .table(let male, let female) = self else { return self }
    return (male + female).allSatisfy { $0 == 0 } ? .never : self
  }
}

/// The chance rules in force for a map, in a scenario or not, and who set what.
public struct ChanceSettings: Sendable, Hashable {
  /// The rules as the engine takes them.
  public let rules: ChanceRules
  /// The workshop's rules in force there.
  public let workshop: Rules
  /// How each thing is set, in the order of ``ChanceItem``.
  public let settings: [ChanceSetting]
  /// What the rates' files say of themselves, by path.
  public let rateLibrary: RateLibrary

  /// Lays the session's settings, the map's and the scenario's one over the other, key by key.
  ///
  /// - Parameter last: What is laid over all of them, for a question of its own; nobody is told to have set it.
  public init(
    rateLibrary: RateLibrary, session: RuleChanges, map: RuleChanges, scenario: Scenario? = nil,
    last: ChanceChanges = ChanceChanges()
  ) {
    var layers: [(RuleChanges, RuleLevel)] = [(session, .session), (map, .map)]
    if let scenario { layers.append((scenario.rules, .scenario(scenario.name))) }
    let workshop = layers.reduce(Rules.workshop) { $0.applying($1.0) }
    var fold = SettingsFold()
    for (changes, level) in layers { fold.lay(changes.chance, level) }
    fold.lay(last, .standard)
    let settings = ChanceItem.allCases.compactMap { fold.settings[$0] }
    self.rateLibrary = rateLibrary
    self.workshop = workshop
    self.settings = settings
    rules = Self.rules(fold.settings, workshop, rateLibrary)
  }

  private static func rules(
    _ settings: [ChanceItem: ChanceSetting], _ workshop: Rules, _ rateLibrary: RateLibrary
  ) -> ChanceRules {
    func hazard(_ item: ChanceItem, rule: Hazard = .never) -> Hazard {
      guard let setting = settings[item] else { return .never }
      let male = rateLibrary.hazard(setting.origin, of: item, rule: rule)
      let female = setting.originOfWomen.map { rateLibrary.hazard($0, of: item, rule: rule) } ?? male
      return Hazard.joined(male: male, female: female).plain
    }
    func chance(_ item: ChanceItem, rule: Double) -> Double {
      settings[item].map { rateLibrary.chance($0.origin, of: item, rule: rule) } ?? 0
    }
    var rules = ChanceRules()
    rules.death = hazard(.death, rule: Death(workshop.deceasedAt).hazard)
    let leaving = LeavingHome(workshop.childrenLeaveAt)
    if let setting = settings[.leavingHome], setting.origin == .rule, setting.originOfWomen == nil {
      rules.leavingHome = leaving.hazard
      rules.successorFrom = leaving.successorFrom
    } else {
      // Beside chances for the other sex, only who turns that age leaves: who is older already stays.
      let rule = workshop.childrenLeaveAt.years.map { Hazard.between($0...$0, 1) } ?? .never
      rules.leavingHome = hazard(.leavingHome, rule: rule)
    }
    rules.returning = hazard(.returning)
    rules.care = hazard(.care)
    rules.letting = chance(.letting, rule: Letting(workshop.reletsRentedUnits).yearly)
    rules.filling = chance(.filling, rule: 0)
    let demolition = Demolition(workshop.demolishedAfter)
    rules.demolition = chance(.demolition, rule: demolition.yearly)
    if settings[.demolition]?.origin == .rule { rules.demolitionAfter = demolition.after }
    rules.partnering = hazard(.partnering)
    rules.births = hazard(.births)
    if rules.births != .never { rules.boys = rateLibrary.boys }
    rules.returnWhenParentsGone = chance(.returnWhenParentsGone, rule: 0)
    rules.couplesTogether = settings[.couplesTogether]?.origin == .on
    if case .number(let families) = settings[.familiesAYear]?.origin { rules.familiesAYear = families }
    rules.drivesUntil = workshop.drivesUntil.years
    return rules
  }
}

/// Settings laid one over the other.
private struct SettingsFold {
  var settings: [ChanceItem: ChanceSetting] = [:]

  init() {
    for item in ChanceItem.allCases {
      let isUsual =
        switch item {
        case .death, .leavingHome, .returning, .care, .letting, .filling, .demolition: true
        case .partnering, .births, .returnWhenParentsGone, .couplesTogether, .familiesAYear: false
        }
      settings[item] = ChanceSetting(item: item, origin: isUsual ? .table : .off, level: .standard)
    }
  }

  mutating func lay(_ changes: ChanceChanges, _ level: RuleLevel) {
    set(.death, changes.death, level)
    set(.leavingHome, changes.leavingHome, level)
    set(.returning, changes.returning, level)
    set(.care, changes.care, level)
    set(.letting, changes.letting, level)
    set(.filling, changes.filling, level)
    set(.demolition, changes.demolition, level)
    set(.partnering, changes.partnering, level)
    set(.births, changes.births, level)
    set(.returnWhenParentsGone, changes.returnWhenParentsGone.map(Self.number), level)
    set(.couplesTogether, changes.couplesTogether.map { $0 ? .on : .off }, level)
    set(.familiesAYear, changes.familiesAYear.map(Self.number), level)
  }

  private static func number(_ value: Double) -> RateOrigin { value == 0 ? .off : .number(value) }

  private mutating func set(_ item: ChanceItem, _ origin: RateOrigin?, _ level: RuleLevel) {
    guard let origin else { return }
    settings[item] = ChanceSetting(item: item, origin: origin, level: level)
  }

  private mutating func set(_ item: ChanceItem, _ change: DwellingRateChange?, _ level: RuleLevel) {
    switch change {
    case nil: break
    case .table: set(item, RateOrigin.table, level)
    case .off: set(item, RateOrigin.off, level)
    case .rule: set(item, RateOrigin.rule, level)
    case .yearly(let chance): set(item, RateOrigin.number(chance), level)
    }
  }

  private mutating func set(_ item: ChanceItem, _ change: RateChange?, _ level: RuleLevel) {
    guard let change else { return }
    guard case .bySex(let male, let female) = change else {
      set(item, Self.origin(change), level)
      return
    }
    guard male != nil || female != nil, let wider = settings[item] else { return }
    let men = male.map(Self.origin) ?? wider.origin
    let women = female.map(Self.origin) ?? wider.originOfWomen ?? wider.origin
    settings[item] = ChanceSetting(
      item: item, origin: men, originOfWomen: men == women ? nil : women, level: level)
  }

  private static func origin(_ change: RateChange) -> RateOrigin {
    switch change {
    case .table: .table
    case .off, .bySex: .off
    case .rule: .rule
    case .rates(let rates): .rates(rates)
    case .file(let file): .file(file.path)
    }
  }
}
