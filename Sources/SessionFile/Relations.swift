import Workshop

/// Infers what the people of a house are to each other from their order and ages, where nothing is said: the couple,
/// their children in order of birth, then parents of the couple. The rules are those of docs/session-file.en.md.
struct Relations {
  /// What each is to the couple.
  private(set) var relations: [Relation]
  /// Those of whom nothing could be inferred.
  private(set) var unclear: [Int] = []

  /// Partners are less than this apart in age, a child and its parent at least this much.
  static let generation = 16
  /// A couple and their grandchild.
  static let twoGenerations = 36

  private let people: [ResidentDraft]
  private let ages: [Int?]
  private var couple: [Int] = []
  private var children: [Int] = []

  init(_ people: [ResidentDraft], year: Int) {
    self.people = people
    ages = people.map { $0.age.representative(in: year, baseYear: year) }
    relations = people.map { $0.relation ?? .other }
    guard !people.isEmpty else { return }
    nameCouple()
    for index in people.indices where !couple.contains(index) { name(index) }
  }

  private mutating func nameCouple() {
    let head =
      people.firstIndex { $0.relation == .head } ?? people.firstIndex { $0.relation == nil }
      ?? people.startIndex
    if people[head].relation == nil { relations[head] = .head }
    couple = [head]
    if let partner = people.indices.first(where: { $0 != head && people[$0].relation == .partner }) {
      couple.append(partner)
    } else if let second = people.indices.first(where: { $0 > head }), people[second].relation == nil,
      second == head + 1, mayBePartners(head, second)
    {
      relations[second] = .partner
      couple.append(second)
    }
  }

  private func mayBePartners(_ a: Int, _ b: Int) -> Bool {
    guard people[a].sex != people[b].sex || people[a].sex == .unknown else { return false }
    // Where an age is unknown nothing speaks against it.
    guard let one = ages[a], let other = ages[b] else { return true }
    return abs(one - other) < Relations.generation
  }

  private mutating func name(_ index: Int) {
    if people[index].relation == nil {
      if let found = inferred(index) { relations[index] = found } else { unclear.append(index) }
    }
    if relations[index] == .child { children.append(index) }
  }

  private func inferred(_ index: Int) -> Relation? {
    guard let age = ages[index] else { return nil }
    let known = couple.compactMap { ages[$0] }
    guard let youngest = known.min(), let oldest = known.max() else {
      // Of a couple of unknown age, whoever has not come of age is a child.
      return age < 20 ? .child : nil
    }
    if isGrandchild(age, youngest) { return .grandchild }
    if isChildPartner(index, age, youngest) { return .childPartner }
    if age <= youngest - Relations.generation { return .child }
    if age >= oldest + Relations.generation { return .parent }
    return nil
  }

  private func isGrandchild(_ age: Int, _ youngest: Int) -> Bool {
    guard let oldestChild = children.compactMap({ ages[$0] }).max() else { return false }
    return age <= oldestChild - Relations.generation && age <= youngest - Relations.twoGenerations
  }

  private func isChildPartner(_ index: Int, _ age: Int, _ youngest: Int) -> Bool {
    guard let child = children.last, child == index - 1, let childAge = ages[child], childAge >= 20,
      people[child].away == nil, people[child].sex != people[index].sex || people[index].sex == .unknown,
      abs(childAge - age) < Relations.generation
    else { return false }
    return people.indices.contains { later in
      guard later > index else { return false }
      if let stated = people[later].relation { return stated == .grandchild }
      return ages[later].map { isGrandchild($0, youngest) } ?? false
    }
  }
}
