import Diagnostics
import Workshop

/// A house as read, with what the checks need to point at.
struct HouseDraft {
  var house: House
  /// The house's id in the file.
  var key: Node
  /// Where its point is written, readable or not.
  var pointSpot: Spot?
  /// Whether a key of it was not known, so that its point may be written all the same.
  var hasUnknownKey = false
}

/// Reads the houses of a map.
struct HouseReader {
  let report: Report
  let baseYear: Int
  let horizons: [Int]
  /// From which age on the rules of the map no longer count people.
  let deceasedAt: Int?

  private var planChecks: PlanChecks {
    PlanChecks(report: report, baseYear: baseYear, horizons: horizons, deceasedAt: deceasedAt)
  }

  static let mostUnits = 300

  func houses(_ node: Node?) -> [HouseDraft] {
    guard let node else { return [] }
    guard case .table(let entries) = node.content else {
      report.tellWrongType(
        node,
        expected: Phrase(ja: "家の id ごとの内容(b1: [○78, △75])", en: "each house behind its id (b1: [○78, △75])"),
        hint: {
          guard case .list = node.content else { return nil }
          return report.source.scalars(ofLine: node.line, from: node.column).first == "["
            ? Phrase(
              ja: "一軒を一行に、「a1: ○72」のように書いてください。", en: "Write each on a line of its own, as in `a1: ○72`.")
            : Phrase(ja: "行の始めの「- 」を消してください。", en: "Remove the “- ” at the beginning of each line.")
        }())
      return []
    }
    var drafts: [HouseDraft] = []
    var lines: [String: Int] = [:]
    for entry in entries {
      guard let text = entry.key.text else {
        report.tellBadKey(entry.key)
        continue
      }
      guard let id = identifier(text, entry.key) else { continue }
      if let line = lines[id] ?? entry.earlier.map({ entries[$0].key.line }) {
        report.tellDuplicateID(entry.key, id, line: line)
        // What is wrong within it is told all the same.
        _ = house(id, key: entry.key, entry.value)
        continue
      }
      lines[id] = entry.key.line
      let (count, errors) = (report.findings.count, report.errorCount)
      let draft = house(id, key: entry.key, entry.value)
      if report.errorCount > errors, report.names(of: MapKey.self)[text.unicodeScalars] != nil {
        report.takeBack(to: count)
        tellMapKey(text, entry.key)
      }
      drafts.append(draft)
    }
    tellSharedNames(drafts)
    return drafts
  }

  /// A unit `c1-101` and a house `c1-101` would be one and the same to all that goes by ids: scenarios, and the draws of
  /// chance.
  private func tellSharedNames(_ drafts: [HouseDraft]) {
    var lines: [String: Int] = [:]
    for draft in drafts {
      let own = draft.house.dwellings.map(\.id).filter { $0 != draft.house.id }
      for id in [draft.house.id] + own {
        if let line = lines[id] { report.tellDuplicateID(draft.key, id, line: line) }
      }
      for id in [draft.house.id] + own { lines[id] = lines[id] ?? draft.key.line }
    }
  }

  /// A key of the map that was indented too far; what stands behind it is no house.
  private func tellMapKey(_ text: String, _ node: Node) {
    report.error(
      .unknownKey, at: report.place(node),
      Phrase(
        ja: "「\(text.shortened)」が家の一つとして書かれています。", en: "`\(text.shortened)` stands among the houses."),
      hint: Phrase(
        ja: "家ではなく地図の項目なら、「家」と同じ深さまで字下げを戻してください。",
        en: "It is a key of the map: indent it as far as `houses`, not further."))
  }

  /// The id that a key stands for; nil (and told) where it cannot be one.
  private func identifier(_ text: String, _ node: Node) -> String? {
    let id = text.asID
    if id.isEmpty {
      report.tellBadKey(node)
      return nil
    }
    // `b1.3` is a person, `b1@2030.1` one who moves in, `B/b1` a house of a map, `_` a gap, and a comma parts the houses
    // of a row.
    guard id != "_", let bad = id.first(where: { "./@,[]{}".contains($0) || $0.isNewline }) else {
      guard id == "_" else { return id }
      report.error(
        .badID, at: report.place(node),
        Phrase(ja: "「_」は並びの中の空きを表すので、家の名前にはできません。", en: "“_” is a gap in a row and cannot name a house."))
      return nil
    }
    tellSign(bad, in: id, node)
    return id
  }

  private func tellSign(_ bad: Character, in id: String, _ node: Node) {
    report.error(
      .badID, at: report.place(node),
      Phrase(
        ja: "家の名前「\(id.shortened)」に「\(bad)」は使えません。", en: "The id “\(id.shortened)” cannot contain “\(bad)”."),
      hint: Phrase(ja: "b1 や 中村 のような短い名前にしてください。", en: "Use a short name such as b1."))
  }

  // MARK: - One house

  private func house(_ id: String, key: Node, _ node: Node) -> HouseDraft {
    if case .table = node.content { return spelledOut(id, key: key, node) }
    let draft = HouseholdText.read(node, report: report)
    let kind = draft.kind ?? .detached
    var house = House(id: id, kind: kind, dwellings: [])
    if let count = draft.unitCount {
      house.dwellings = units(count, of: id, rented: true, spot: draft.spot)
      apply(draft.plans, toUnitsOf: &house)
    } else {
      house.dwellings = dwellings(draft, id: id, kind: kind, rented: kind == .apartment, key: key)
    }
    if let point = draft.point { house.placement = .point(point) }
    return HouseDraft(house: house, key: key, pointSpot: draft.pointSpot)
  }

  private func spelledOut(_ id: String, key: Node, _ node: Node) -> HouseDraft {
    guard let fields = Fields<HouseKey>(node, what: Phrase(ja: "家", en: "a house"), report: report) else {
      return HouseDraft(house: House(id: id, dwellings: []), key: key)
    }
    let stated = report.word(fields[.kind], Words.houseKinds, what: Phrase(ja: "家の種類", en: "kind of house"))
    let kind = stated ?? (fields.has(.units) ? .apartment : .detached)
    let rented = report.onOff(fields[.rented]) ?? (kind == .apartment)
    var house = House(
      id: id, name: report.text(fields[.name]), kind: kind, dwellings: [],
      note: report.lines(fields[.note]).joined(separator: "\n").nonEmpty)
    var pointSpot: Spot?
    if let at = fields[.at] {
      if let point = report.point(at) { house.placement = .point(point) }
      pointSpot = Spot(node: at)
    }
    if let units = fields[.units] {
      checkUnits(fields, kind)
      house.dwellings = self.units(units, of: id, rented: rented)
      if house.dwellings.isEmpty, units.isNull || units.isEmptyTable {
        tellNoUnits(fields.keyNode(.units) ?? key)
        house.dwellings = [Dwelling(id: id, isRented: rented, occupancy: .unknown)]
      }
      if let plans = fields[.plans] {
        apply(HouseholdText.readPlans(plans, report: report), toUnitsOf: &house)
      }
    } else {
      var draft = household(fields, node)
      draft.kindSpot = fields[.kind].map { Spot(node: $0) }
      house.dwellings = dwellings(draft, id: id, kind: kind, rented: rented, key: key)
    }
    return HouseDraft(house: house, key: key, pointSpot: pointSpot, hasUnknownKey: fields.hasUnknown)
  }

  private func household(_ fields: Fields<HouseKey>, _ node: Node) -> HouseholdDraft {
    household(
      people: fields[.people], state: fields[.state], stateKey: fields.keyNode(.state), plans: fields[.plans],
      node)
  }

  private func household(people: Node?, state: Node?, stateKey: Node?, plans: Node?, _ node: Node)
    -> HouseholdDraft
  {
    var draft = HouseholdDraft(spot: Spot(node: node))
    if let people {
      // `people: ？` and `people: 空き家` are as clear as `state:` would be.
      let read = HouseholdText.read(people, report: report)
      if case .table = people.content {
        draft.people = ResidentReader(report: report).list(people)
      } else {
        (draft.people, draft.state, draft.plans) = (read.people, read.state, read.plans)
        draft.stateSpot = read.stateSpot
        if let spot = read.kindSpot { tellKindAmongPeople(spot) }
      }
    }
    if let state {
      if people != nil, let stateKey {
        report.error(
          .keysExcludeEachOther, at: report.place(stateKey),
          Phrase(
            ja: "住む人と状態は、どちらか一つだけを書きます。", en: "Give either people or a state, not both."),
          hint: Phrase(
            ja: "人が住んでいるなら状態を、空き家なら人を消してください。",
            en: "Remove the state if somebody lives there, the people if nobody does."))
      } else {
        self.state(state, into: &draft)
      }
    }
    if let plans { draft.plans += HouseholdText.readPlans(plans, report: report) }
    return draft
  }

  private func state(_ node: Node, into draft: inout HouseholdDraft) {
    guard node.text != nil else {
      report.tellWrongType(node, expected: Phrase(ja: "空き家 か ？", en: "vacant or unknown"))
      return
    }
    let read = HouseholdText.read(node, report: report)
    guard let state = read.state, read.people.isEmpty, read.kind == nil else {
      if !report.hasErrors || read.kind != nil || !read.people.isEmpty {
        report.tellUnknownWord(
          node.text ?? "", at: report.place(node), Words.states,
          what: Phrase(ja: "家の状態", en: "state of a house"))
      }
      return
    }
    draft.state = state
    draft.stateSpot = Spot(node: node)
    draft.plans += read.plans
  }

  // MARK: - Dwellings

  private func dwellings(
    _ draft: HouseholdDraft, id: String, kind: HouseKind, rented: Bool, key: Node
  ) -> [Dwelling] {
    if kind == .emptyLot { tellOnEmptyLot(draft) }
    let plans = self.plans(draft.plans, of: id)
    var dwelling = Dwelling(id: id, isRented: rented, occupancy: .vacant(since: nil), plans: plans)
    if !draft.people.isEmpty {
      tellStateBesidePeople(draft)
      dwelling.occupancy = .residents(
        PeopleReader(report: report, year: baseYear).residents(draft.people, of: id))
      planChecks.check(draft)
      return [dwelling]
    }
    planChecks.check(draft)
    switch draft.state {
    case .vacant(let since): dwelling.occupancy = .vacant(since: since)
    case .unknown: dwelling.occupancy = .unknown
    case nil:
      switch kind {
      // Nobody lives in them unless the file says so; on an empty lot a house may yet be built.
      case .shop, .facility: return plans.isEmpty ? [] : [dwelling]
      case .emptyLot: return plans.isEmpty ? [] : [dwelling]
      case .detached, .apartment:
        dwelling.occupancy = .unknown
        if case .family = draft.plans.first?.plan { tellMovesIntoUnknown(draft.plans[0].spot) }
        if kind == .apartment { tellNoUnits(key) }
      }
    }
    return [dwelling]
  }

  private func plans(_ drafts: [(plan: DwellingPlanDraft, spot: Spot)], of id: String) -> [DwellingPlan] {
    DwellingPlans(report: report, baseYear: baseYear, horizons: horizons).plans(drafts, of: id)
  }

  // MARK: - Units

  private func checkUnits(_ fields: Fields<HouseKey>, _ kind: HouseKind) {
    if kind != .apartment, let node = fields.keyNode(.units) {
      report.error(
        .unitsElsewhere, at: report.place(node),
        Phrase(ja: "部屋を書けるのは集合住宅だけです。", en: "Only an apartment block has units."),
        hint: Phrase(ja: "種類を「集合住宅」にしてください。", en: "Make its kind `apartment`."))
    }
    for key in [HouseKey.people, .state] where fields[key] != nil {
      guard let node = fields.keyNode(key) else { continue }
      tellUnitByUnit(Spot(node: node))
    }
  }

  /// A block is built and demolished as a whole: what is said of it holds for each unit of which nothing of the kind is
  /// said. A family moves into one of them.
  private func apply(_ drafts: [(plan: DwellingPlanDraft, spot: Spot)], toUnitsOf house: inout House) {
    guard let first = drafts.first else { return }
    var block = HouseholdDraft(spot: first.spot)
    for draft in drafts {
      if case .family = draft.plan { tellUnitByUnit(draft.spot) } else { block.plans.append(draft) }
    }
    planChecks.check(block)
    let plans = self.plans(block.plans, of: house.id)
    for index in house.dwellings.indices {
      let own = house.dwellings[index].plans
      house.dwellings[index].plans = plans.filter { plan in !own.contains { $0.isOfKind(plan) } } + own
    }
  }

  private func units(_ node: Node, of id: String, rented: Bool) -> [Dwelling] {
    switch node.content {
    case .scalar:
      guard
        let count = report.integer(
          node, units: ["部屋", "室", "戸"], what: Phrase(ja: "部屋の数", en: "a number of units"))
      else { return [] }
      return units(count, of: id, rented: rented, spot: Spot(node: node))
    case .list(let list):
      // A list of units in order: numbered from 1.
      return list.enumerated().map {
        unit(label: String($0.offset + 1), of: id, $0.element, key: $0.element, rented: rented)
      }
    case .table(let entries):
      var seen: [String: Int] = [:]
      return entries.compactMap { entry in
        guard let text = entry.key.text else {
          report.tellBadKey(entry.key)
          return nil
        }
        let label = text.asID
        if let line = seen[label] ?? entry.earlier.map({ entries[$0].key.line }) {
          report.tellDuplicateID(entry.key, label, line: line)
          _ = unit(label: label, of: id, entry.value, key: entry.key, rented: rented)
          return nil
        }
        seen[label] = entry.key.line
        if label.contains("@") { tellSign("@", in: label, entry.key) }
        return unit(label: label, of: id, entry.value, key: entry.key, rented: rented)
      }
    case .null: return []
    }
  }

  private func units(_ count: Int, of id: String, rented: Bool, spot: Spot) -> [Dwelling] {
    guard (1...HouseReader.mostUnits).contains(count) else {
      report.error(
        .badValue, at: report.place(spot),
        Phrase(
          ja: "部屋の数は 1 から \(HouseReader.mostUnits) までです。",
          en: "A block has 1 to \(HouseReader.mostUnits) units."))
      return []
    }
    return (1...count).map {
      Dwelling(id: "\(id)-\($0)", label: String($0), isRented: rented, occupancy: .unknown)
    }
  }

  private func unit(label: String, of id: String, _ node: Node, key: Node, rented: Bool) -> Dwelling {
    let unit = "\(id)-\(label)"
    var rented = rented
    var (name, note): (String?, String?)
    let draft: HouseholdDraft
    if case .table = node.content {
      guard let fields = Fields<UnitKey>(node, what: Phrase(ja: "部屋", en: "a unit"), report: report) else {
        return Dwelling(id: unit, label: label, occupancy: .unknown)
      }
      rented = report.onOff(fields[.rented]) ?? rented
      name = report.text(fields[.name])
      note = report.lines(fields[.note]).joined(separator: "\n").nonEmpty
      draft = household(
        people: fields[.people], state: fields[.state], stateKey: fields.keyNode(.state),
        plans: fields[.plans], node)
    } else {
      draft = HouseholdText.read(node, report: report)
    }
    if let spot = draft.pointSpot ?? draft.kindSpot {
      report.error(
        .badValue, at: report.place(spot),
        Phrase(ja: "部屋には住む人か「空き家」か「？」を書きます。", en: "A unit holds people, vacant or ？."))
    }
    var dwelling =
      dwellings(draft, id: unit, kind: .detached, rented: rented, key: key).first
      ?? Dwelling(id: unit, occupancy: .unknown)
    dwelling.label = label
    dwelling.name = name
    dwelling.note = note
    return dwelling
  }
}

extension DwellingPlan {
  /// Whether both say when the house is built, or both when it is demolished.
  fileprivate func isOfKind(_ other: DwellingPlan) -> Bool {
    switch (self, other) {
    case (.built, .built), (.demolished, .demolished): true
    default: false
    }
  }
}

extension Report {
  func tellDuplicateID(_ node: Node, _ id: String, line: Int) {
    error(
      .duplicateID, at: place(node),
      Phrase(
        ja: "「\(id.shortened)」という名前は二つ目です。一つ目は \(line) 行目です。",
        en: "“\(id.shortened)” is already the name of another; the first is in line \(line)."),
      hint: Phrase(ja: "どちらかの名前を変えてください。", en: "Give one of them another name."))
  }
}

extension String {
  /// How an id is compared and kept: half-width but for kana, which are full-width, without blanks around.
  var asID: String { folded.trimmed.withWideKana }
}
