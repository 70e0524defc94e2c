import Diagnostics
import Foundation
import Projection
import Testing
import Workshop

@testable import City

/// Rosters for tests, and the same people as a session's map.
enum Rosters {
  /// The default rates.
  static func rules() throws -> ChanceRules {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Assets/rates")
    return try ChanceRules { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
  }

  /// Reads a text, at most `piece` bytes at a time.
  static func read(
    _ text: String, baseYear: Int? = 2023, onBad: RosterReader.BadLine = .stop, piece: Int = 1 << 16
  ) -> (roster: Roster?, findings: [Finding], badLines: Int) {
    read(bytes: Array(text.utf8), baseYear: baseYear, onBad: onBad, piece: piece)
  }

  static func read(
    bytes: [UInt8], baseYear: Int? = 2023, onBad: RosterReader.BadLine = .stop, piece: Int = 1 << 16
  ) -> (roster: Roster?, findings: [Finding], badLines: Int) {
    let heard = Heard()
    var reader = RosterReader(file: "city.csv", baseYear: baseYear, onBadLine: onBad) {
      heard.findings.append($0)
    }
    var roster: Roster?
    do {
      var place = 0
      while place < bytes.count {
        let end = min(bytes.count, place + piece)
        try bytes[place..<end].withUnsafeBufferPointer { (buffer) throws(RosterReader.Stopped) in
          try reader.read(buffer)
        }
        place = end
      }
      roster = try reader.finish()
    } catch {}
    return (roster, heard.findings, reader.badLines)
  }

  final class Heard {
    var findings: [Finding] = []
  }

  /// An invented neighbourhood: its lines, and the map of the same id.
  static func invented(seed: UInt64, houses: Int, district: String = "T") -> (text: String, map: TableMap) {
    var dice = Dice(state: seed)
    var lines: [String] = []
    var map = TableMap(id: district, title: district, baseYear: 2023, houses: [])
    for number in 1...houses {
      let id = "h\(number)"
      let rented = dice.roll(4) == 0
      let isShop = dice.roll(9) == 0
      let kinds = (rented ? ["rented"] : []) + (isShop ? ["shop"] : [])
      let kind = kinds.joined(separator: "/")
      switch dice.roll(12) {
      case 0:
        lines.append("\(id),\(district),,,,\((kinds + ["vacant"]).joined(separator: "/")),")
        map.houses.append(
          House(
            id: id, kind: isShop ? .shop : .detached,
            dwellings: [Dwelling(id: id, isRented: rented, occupancy: .residents([]))]))
        continue
      case 1:
        lines.append("\(id),\(district),,,,\((kinds + ["unknown"]).joined(separator: "/")),")
        map.houses.append(
          House(
            id: id, kind: isShop ? .shop : .detached,
            dwellings: [Dwelling(id: id, isRented: rented, occupancy: .unknown)]))
        continue
      default: break
      }
      var people: [Resident] = []
      for place in 1...(1 + dice.roll(6)) {
        let sex: Sex = [.male, .female, .unknown][dice.roll(3)]
        let relation = Relation.allCases[dice.roll(Relation.allCases.count)]
        let away = dice.roll(3) == 0
        let (age, word): (Age, String) =
          switch dice.roll(8) {
          case 0: (.unknown, "unknown")
          case 1: (.band(60...69), "60s")
          case 2: (.band(15...19), "15-19")
          default: { years in (.exact(years), String(years)) }(dice.roll(101))
          }
        lines.append(
          "\(id),\(district),\(sex.rawValue),\(word),\(relation.rawValue),\(kind),\(away ? "away" : "here")")
        people.append(
          Resident(id: "\(id).\(place)", sex: sex, age: age, relation: relation, away: away ? Away() : nil))
      }
      map.houses.append(
        House(
          id: id, kind: isShop ? .shop : .detached,
          dwellings: [Dwelling(id: id, isRented: rented, occupancy: .residents(people))]))
    }
    return ("house,district,sex,age,relation,kind,residence\n" + lines.joined(separator: "\n") + "\n", map)
  }

  /// Throws of dice that are the same on every machine.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }
}
