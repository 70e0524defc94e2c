import Diagnostics
import Workshop

/// Finds the people and the houses that scenarios and measures speak of.
struct References {
  let report: Report

  /// What a reference may point at.
  struct Target {
    /// As it is kept: with the map's id only where maps share the name.
    var id: String
    /// Without the map's id.
    var local: String
    var map: TableMap?
    var resident: Resident?
    var isAway: Bool { resident?.away != nil }
  }

  /// Every dwelling and person of the maps, by name alone and with the map's id.
  struct Index {
    var people: [String: [Target]] = [:]
    var houses: [String: [Target]] = [:]

    init(_ maps: [TableMap]) {
      for map in maps {
        for house in map.houses {
          // A block goes by its own name too: what is said of it holds for each unit.
          if !house.dwellings.contains(where: { $0.id == house.id }) { add(house.id, map, nil, \.houses) }
          for dwelling in house.dwellings {
            add(dwelling.id, map, nil, \.houses)
            for person in dwelling.people { add(person.id, map, person, \.people) }
            for case .familyMovesIn(_, let people) in dwelling.plans {
              for person in people { add(person.id, map, person, \.people) }
            }
          }
        }
      }
    }

    private mutating func add(
      _ name: String, _ map: TableMap, _ person: Resident?, _ path: WritableKeyPath<Index, [String: [Target]]>
    ) {
      self[keyPath: path][name, default: []].append(Target(id: name, local: name, map: map, resident: person))
      self[keyPath: path]["\(map.id)/\(name)", default: []].append(
        Target(id: "\(map.id)/\(name)", local: name, map: map, resident: person))
    }
  }

  /// What is said, and of whom or of which house; what is said of nobody has been told.
  func references(
    _ node: Node?, _ targets: [String: [Target]], _ code: FindingCode
  ) -> [(Target, Node)] {
    guard let node else { return [] }
    guard case .table(let entries) = node.content else {
      report.tellWrongType(
        node,
        expected: code == .unknownPerson
          ? Phrase(ja: "人の id ごとの予定(b1.3: 2035戻)", en: "plans behind the ids of people (b1.3: returns 2035)")
          : Phrase(ja: "家の id ごとの予定(b3: 2030入居)", en: "plans behind the ids of houses (b3: moves-in 2030)"))
      return []
    }
    return entries.compactMap { entry in
      guard let text = entry.key.text else {
        report.tellBadKey(entry.key)
        return nil
      }
      if let earlier = entry.earlier {
        report.tellDuplicateKey(entry.key, text, first: entries[earlier].key)
        return nil
      }
      return target(text.asID, entry.key, targets, code).map { ($0, entry.value) }
    }
  }

  private func target(
    _ name: String, _ node: Node, _ targets: [String: [Target]], _ code: FindingCode
  ) -> Target? {
    let found = targets[name] ?? []
    if found.count == 1, var target = found.first {
      // The short name is enough where it is the only one.
      if targets[target.local]?.count == 1 { target.id = target.local }
      return target
    }
    if found.count > 1 {
      let choices = found.compactMap { target in target.map.map { "\($0.id)/\(target.local)" } }
      report.error(
        .ambiguousReference, at: report.place(node),
        Phrase(
          ja: "「\(name.shortened)」は \(found.count) つの地図にあります。",
          en: "`\(name.shortened)` is in \(found.count) maps."),
        hint: Phrase(
          ja: "地図の id を付けてください: \(choices.joined(separator: "、"))",
          en: "Write the map's id before it: \(choices.joined(separator: ", "))"))
      return nil
    }
    let isPerson = code == .unknownPerson
    report.error(
      code, at: report.place(node),
      isPerson
        ? Phrase(ja: "「\(name.shortened)」という人はいません。", en: "There is nobody called `\(name.shortened)`.")
        : Phrase(ja: "「\(name.shortened)」という家はありません。", en: "There is no house `\(name.shortened)`."),
      hint: Suggestion.hint(for: name, among: targets.keys.sorted())
        ?? (isPerson
          ? Phrase(
            ja: "人は「家の id.何番目」で表します。b1 の三人目は b1.3 です。",
            en: "A person is the house's id, a point, and the place in its list: the third of b1 is b1.3.")
          : nil))
    return nil
  }
}
