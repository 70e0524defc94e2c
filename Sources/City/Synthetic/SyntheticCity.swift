import Workshop

/// An invented city for measuring: so many people in so many houses, by sex and age exactly as a table has them, in
/// households as they are usually found. The same arguments give the same city on every machine.
///
/// Couples are made first, then children go to mothers of a fitting age, some grown-up children and some very old parents
/// live with a couple, and everybody else lives alone. Where that makes too many houses people who live alone move in
/// with others, where too few, grown-up children move out.
public struct SyntheticCity: Sendable {
  /// A person of the city.
  public struct Person: Sendable, Hashable {
    /// ○ or △.
    public var sex: Sex
    /// At the end of the base year.
    public var age: Int
    /// What they are to the couple.
    public var relation: Relation
    /// Whether they live elsewhere.
    public var isAway = false
  }

  /// A district and how many houses it has for each of the others'.
  public struct District: Sendable {
    /// Its name.
    public var name: String
    /// Its share of the houses.
    public var weight: Int

    /// A district.
    public init(name: String, weight: Int) {
      self.name = name
      self.weight = weight
    }
  }

  /// The households.
  public private(set) var households: [[Person]] = []
  /// For each household the place of its district.
  public private(set) var districtOf: [Int] = []
  /// The districts.
  public let districts: [District]

  private var dice: SplitMix
  private var men: [Int]
  private var women: [Int]

  /// Invents a city.
  ///
  /// - Parameters:
  ///   - table: People by sex and age; scaled to `people`.
  ///   - people: How many people, those away included.
  ///   - houses: How many houses; at most as many as there are grown-ups.
  ///   - awayPerCent: Of 100 grown-up children of 30 or more, how many live elsewhere.
  public init(
    table: PopulationTable, people: Int, houses: Int, districts: [District], awayPerCent: Int = 50,
    seed: UInt64
  ) {
    (men, women) = table.scaled(to: people)
    dice = SplitMix(seed: seed)
    self.districts = districts
    makeCouples()
    placeChildren()
    placeGrownUps()
    adjust(to: houses)
    shuffle()
    for house in households.indices {
      for place in households[house].indices where households[house].count > 1 {
        let person = households[house][place]
        if person.relation == .child && person.age >= 30 && dice.happens(perCent: awayPerCent) {
          households[house][place].isAway = true
        }
      }
    }
    deal()
  }

  // MARK: Households

  /// Of 100 men of an age, how many live with a wife.
  private static func marriedPerCent(_ age: Int) -> Int {
    switch age {
    case ..<22: 0
    case ..<30: 22
    case ..<40: 58
    case ..<60: 66
    case ..<80: 74
    default: 58
    }
  }

  /// By the age of the wife, the places of couples' houses.
  private var couplesByWife: [[Int]] = []

  private mutating func makeCouples() {
    couplesByWife = [[Int]](repeating: [], count: women.count)
    for age in men.indices.reversed() {
      let couples = men[age] * Self.marriedPerCent(age) / 100
      for _ in 0..<couples {
        guard let wife = nearest(age - 2 + dice.within(-4...4), in: women, from: 20, reach: 15) else {
          continue
        }
        men[age] -= 1
        women[wife] -= 1
        couplesByWife[wife].append(households.count)
        households.append([
          Person(sex: .male, age: age, relation: .head), Person(sex: .female, age: wife, relation: .partner),
        ])
      }
    }
  }

  private mutating func placeChildren() {
    for age in 0..<18 {
      for sex in [Sex.male, .female] {
        while take(sex, age) {
          let child = Person(sex: sex, age: age, relation: .child)
          if let house = houseOfParents(age: age, reach: 20) {
            households[house].append(child)
          } else {
            // More children than couples for them: a mother or father alone.
            let parent = nearest(age + 30, in: women, from: 20, reach: 40)
            if let parent { women[parent] -= 1 }
            if let parent {
              couplesByWife[parent].append(households.count)
              households.append([Person(sex: .female, age: parent, relation: .head), child])
            } else {
              households[dice.below(households.count)].append(
                Person(sex: sex, age: age, relation: .grandchild))
            }
          }
        }
      }
    }
  }

  private mutating func placeGrownUps() {
    for age in 18..<men.count {
      for sex in [Sex.male, .female] {
        while take(sex, age) {
          let atHome = age < 25 ? 75 : age < 40 ? 50 : age < 60 ? 35 : 0
          if dice.happens(perCent: atHome), let house = houseOfParents(age: age, reach: 8) {
            households[house].append(Person(sex: sex, age: age, relation: .child))
          } else if age >= 78, dice.happens(perCent: 25), let house = houseOfChildren(age: age) {
            households[house].append(Person(sex: sex, age: age, relation: .parent))
          } else {
            households.append([Person(sex: sex, age: age, relation: .head)])
          }
        }
      }
    }
  }

  private mutating func take(_ sex: Sex, _ age: Int) -> Bool {
    if sex == .male {
      guard men[age] > 0 else { return false }
      men[age] -= 1
    } else {
      guard women[age] > 0 else { return false }
      women[age] -= 1
    }
    return true
  }

  /// The house of a couple whose wife could be the mother.
  private mutating func houseOfParents(age: Int, reach: Int) -> Int? {
    coupleOfWife(age + 29 + dice.within(-5...6), reach: reach)
  }

  private mutating func houseOfChildren(age: Int) -> Int? {
    coupleOfWife(age - 28 + dice.within(-4...4), reach: 6)
  }

  private mutating func coupleOfWife(_ target: Int, reach: Int) -> Int? {
    for step in 0...reach {
      for age in step == 0 ? [target] : [target - step, target + step]
      where couplesByWife.indices.contains(age) && !couplesByWife[age].isEmpty {
        let house = couplesByWife[age][dice.below(couplesByWife[age].count)]
        if households[house].count < 6 { return house }
      }
    }
    return nil
  }

  private func nearest(_ target: Int, in ages: [Int], from first: Int, reach: Int) -> Int? {
    for step in 0...reach {
      for age in [target - step, target + step]
      where age >= first && ages.indices.contains(age) && ages[age] > 0 { return age }
    }
    return nil
  }

  // MARK: As many houses as asked for

  private mutating func adjust(to houses: Int) {
    if households.count > houses {
      // Those who live alone, the youngest first, move in with others.
      let alone = households.indices.filter { households[$0].count == 1 }.sorted {
        (households[$0][0].age, $0) < (households[$1][0].age, $1)
      }
      let moving = alone.prefix(households.count - houses)
      let isMoving = Set(moving)
      let others = households.indices.filter { !isMoving.contains($0) }
      for (number, house) in moving.enumerated() where !others.isEmpty {
        var person = households[house][0]
        person.relation = .other
        households[others[number * 7919 % others.count]].append(person)
      }
      households = others.map { households[$0] }
    }
    var place = 0
    while households.count < houses && place < households.count {
      if households[place].count > 1, let last = households[place].last, last.age >= 20 {
        households[place].removeLast()
        households.append([Person(sex: last.sex, age: last.age, relation: .head)])
      } else {
        place += 1
      }
    }
  }

  private mutating func shuffle() {
    for place in stride(from: households.count - 1, to: 0, by: -1) {
      households.swapAt(place, dice.below(place + 1))
    }
  }

  private mutating func deal() {
    let whole = max(1, districts.map(\.weight).reduce(0, +))
    var before = 0
    for (place, district) in districts.enumerated() {
      let from = households.count * before / whole
      before += district.weight
      let to = households.count * before / whole
      districtOf += [Int](repeating: place, count: to - from)
    }
  }

  // MARK: As a roster

  /// The city as a roster, `copies` times over under other names, so that a small one makes a whole country.
  public func roster(baseYear: Int, copies: Int = 1) -> Roster {
    var builder = RosterBuilder(baseYear: baseYear, copiesOnly: true)
    let people = households.map(\.count).reduce(0, +)
    builder.reserve(people: people * copies, houses: households.count * copies)
    for copy in 0..<copies {
      let names = districts.map { copies == 1 ? $0.name : "\(copy + 1)/\($0.name)" }
      let places = names.map { builder.district($0) }
      let starts = names.map { DrawName.adding(0x2F, to: DrawName.adding($0.utf8, to: DrawName.start)) }
      for (number, household) in households.enumerated() {
        let district = districtOf[number]
        let name = DrawName.adding("\(number + 1)".utf8, to: starts[district])
        let house = builder.house(name, district: places[district])
        for person in household {
          builder.add(
            to: house, age: person.age,
            traits: PersonTraits(sex: person.sex, relation: person.relation, isAway: person.isAway))
        }
      }
    }
    return builder.finish()
  }

  /// The city as the text of a roster, piece by piece.
  public func csv(_ write: (String) throws -> Void) rethrows {
    try write("house,district,sex,age,relation,residence\n")
    var text = ""
    for (number, household) in households.enumerated() {
      for person in household {
        text +=
          "\(number + 1),\(districts[districtOf[number]].name),\(person.sex.rawValue),\(person.age),"
          + "\(person.relation.rawValue),\(person.isAway ? "away" : "here")\n"
      }
      if text.utf8.count > 1 << 20 {
        try write(text)
        text = ""
      }
    }
    try write(text)
  }
}
