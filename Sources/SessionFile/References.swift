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
    /// The year of which the person's age is.
    var told = 0
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
            for person in dwelling.people { add(person.id, map, person, told: map.baseYear, \.people) }
            for case .familyMovesIn(let year, let people) in dwelling.plans {
              for person in people { add(person.id, map, person, told: year, \.people) }
            }
          }
        }
      }
    }

    private mutating func add(
      _ name: String, _ map: TableMap, _ person: Resident?, told: Int = 0,
      _ path: WritableKeyPath<Index, [String: [Target]]>
    ) {
      for id in [name, "\(map.id)/\(name)"] {
        self[keyPath: path][id, default: []].append(
          Target(id: id, local: name, map: map, resident: person, told: told))
      }
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
    var first: [String: Node] = [:]
    return report.named(entries).flatMap { text, entry in
      names(in: text, entry.key, targets).compactMap { name, spot -> (Target, Node)? in
        guard let target = target(name, spot, targets, code) else { return nil }
        if let first = first[target.id] {
          report.tellDuplicateKey(spot, name, first: first)
          return nil
        }
        first[target.id] = entry.key
        if entry.value.isNull { tellNothingSaid(spot, name) }
        return (target, entry.value)
      }
    }
  }

  /// The names in a key: one, or several parted by blanks, commas or ・, of whom the same is said (`b1.3 b2.3: 35歳戻`).
  private func names(in text: String, _ node: Node, _ targets: [String: [Target]]) -> [(String, Spot)] {
    let whole = [(text.asID, Spot(node: node))]
    guard targets[text.asID] == nil else { return whole }
    let scalars = Array(text.unicodeScalars)
    let parts = scalars.indices.split { " ,、・".unicodeScalars.contains(scalars[$0].folded) }
    guard parts.count > 1 else { return whole }
    return parts.map { part in
      let range = part.startIndex..<part.endIndex
      return (String(String.UnicodeScalarView(scalars[range])).asID, Spot(node: node, range: range))
    }
  }

  /// Most often {b1.3, b2.3: 35歳戻}, in which the comma parts two keys.
  private func tellNothingSaid(_ spot: Spot, _ name: String) {
    report.warning(
      .emptyScenario, at: report.place(spot),
      Phrase(
        ja: "「\(name.shortened)」に何が起こるかが書かれていません。", en: "Nothing is said of `\(name.shortened)`."),
      hint: Phrase(
        ja: "いくつかに同じことを書くなら、{ } の中では空白か「、」で区切ります: {b1.3 b2.3: 35歳戻}。",
        en: "To say the same of several, part them by blanks within braces: {b1.3 b2.3: returns at 35}."))
  }

  private func target(
    _ name: String, _ spot: Spot, _ targets: [String: [Target]], _ code: FindingCode
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
        .ambiguousReference, at: report.place(spot),
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
      code, at: report.place(spot),
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
