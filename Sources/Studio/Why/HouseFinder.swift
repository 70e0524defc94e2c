import Diagnostics
import Foundation
import Workshop

/// A house that a user asked about, and the dwelling of it if they named one.
public struct FoundHouse: Sendable, Hashable {
  /// The map it stands on.
  public var map: TableMap
  /// The house.
  public var house: House
  /// The dwelling that was named, or in which the person lives who was named; nil for the whole house.
  public var dwellingID: String?
}

/// Finds a house by what people call it: its id, a unit's, a person's, or the family's name.
enum HouseFinder {
  static func find(
    _ name: String, in session: Session, maps ids: [String], file: String
  ) throws(Trouble) -> FoundHouse {
    var maps = try Selection.maps(ids, of: session, file: file)
    var name = name
    if let slash = name.firstIndex(of: "/"), let map = maps.first(where: { $0.id == name[..<slash] }) {
      maps = [map]
      name = String(name[name.index(after: slash)...])
    }
    let found = maps.flatMap { map in map.houses.compactMap { match(name, $0, on: map) } }
    if found.count == 1, let only = found.first { return only }
    if found.isEmpty { throw missing(name, on: maps, file: file) }
    throw Trouble(
      code: "ambiguous-house",
      Phrase(ja: "「\(name)」という家はいくつもあります。", en: "There are several houses ‘\(name)’."),
      hint: Phrase(
        ja: "次のどれかを指定してください: \(found.map(\.fullName).joined(separator: "、"))",
        en: "Say which one: \(found.map(\.fullName).joined(separator: ", "))"))
  }

  private static func match(_ name: String, _ house: House, on map: TableMap) -> FoundHouse? {
    let wanted = PrivateWords.folded(name)
    func isIt(_ id: String?) -> Bool { id.map(PrivateWords.folded) == wanted }
    if isIt(house.id) || isIt(house.name) { return FoundHouse(map: map, house: house, dwellingID: nil) }
    for dwelling in house.dwellings {
      if isIt(dwelling.id)
        || dwelling.people.contains(where: { isIt($0.id) || isIt($0.id + "+") || isIt($0.name) })
        || dwelling.arrivals.contains(where: isIt)
      {
        return FoundHouse(map: map, house: house, dwellingID: house.dwellings.count > 1 ? dwelling.id : nil)
      }
    }
    return nil
  }

  private static func missing(_ name: String, on maps: [TableMap], file: String) -> Trouble {
    let houses = maps.flatMap(\.houses)
    let known = houses.map(\.id) + houses.flatMap(\.dwellings).map(\.id)
    let hint =
      if let near = Spelling.nearest(to: name, among: known) {
        Phrase(ja: "「\(near)」のことですか？", en: "Did you mean ‘\(near)’?")
      } else {
        Phrase(
          ja: "家の記号は、ファイルの houses にある名前です（例: \(houses.first?.id ?? "b1")）。",
          en: "Houses go by their names under houses in the file (\(houses.first?.id ?? "b1"), say).")
      }
    return Trouble(
      code: "unknown-house",
      Phrase(ja: "「\(file)」に「\(name)」という家はありません。", en: "There is no house ‘\(name)’ in ‘\(file)’."),
      hint: hint)
  }
}

extension FoundHouse {
  /// `B/b3`.
  var fullName: String { "\(map.id)/\(dwellingID ?? house.id)" }
}
