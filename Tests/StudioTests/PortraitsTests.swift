import Foundation
import Testing

/// The figures in Assets/portraits, in the one style of Assets/portraits/README.md.
@Suite("Portraits")
struct PortraitsTests {
  static let folder = Repository.root.appending(path: "Assets/portraits")
  static let names = names(in: folder)

  static func names(in folder: URL) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".svg") }.map { String($0.dropLast(4)) }.sorted()
  }

  @Test("there are at least twelve: every age with both sexes, and several moods")
  func coverage() {
    let parts = Self.names.map { $0.split(separator: "-").map(String.init) }
    #expect(Self.names.count >= 12)
    #expect(parts.allSatisfy { $0.count == 3 }, "<age>-<sex>-<mood>")
    for age in ["child", "teen", "young", "middle", "older"] {
      let sexes = Set(parts.filter { $0[0] == age }.map { $0[1] })
      #expect(sexes == (["child", "teen"].contains(age) ? ["girl", "boy"] : ["woman", "man"]))
    }
    #expect(parts.filter { $0[0] == "anyone" }.count >= 4, "for those whose age or sex nobody told")
    let moods = Set(parts.map { $0[2] })
    #expect(moods.isSuperset(of: ["calm", "cheerful", "thoughtful", "tired"]))
  }

  @Test("the table in the README names exactly what is there")
  func readme() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.joined()
    let named = rows.split(separator: "`").map(String.init).filter { $0.contains("-") && !$0.contains(" ") }
    #expect(named.sorted() == Self.names)
  }

  @Test("a portrait is plain SVG in the house style", arguments: PortraitsTests.names)
  func style(name: String) throws {
    let portrait = try DrawnFile(at: Self.folder.appending(path: "\(name).svg"))
    #expect(portrait.root["viewBox"] == "0 0 200 200")
    #expect(Set(portrait.elements).isSubset(of: ["svg", "title", "g", "path"]))
    let palette: Set = [
      "none", "#FFFFFF", "#2B2A28", "#C24D33", "#DCE8ED", "#F6E7E0", "#F4ECDD", "#CFC7BA", "#EFC4B4",
      "#736B61",
    ]
    #expect(Set(portrait.colours).subtracting(palette) == [])
    #expect(portrait.strokeWidths.allSatisfy { $0 >= 1.8 })
    #expect(portrait.references == [])
    #expect(!portrait.title.isEmpty)
  }
}
