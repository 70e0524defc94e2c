import Foundation
import Testing

/// `tenken render --chance` and `tenken export`, from the words to the files.
@Suite struct RenderChanceTests {
  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(RenderTests.small, into: "w.yaml")
    return terminal
  }

  @Test func picturesOfChanceAreDrawn() throws {
    let terminal = try terminal("ja_JP.UTF-8")
    let reply = try terminal.type("tenken render w.yaml --chance --runs 30 --format svg --output out")
    #expect(reply.code == 0 && reply.error.contains("（pyramid）の図は載せません"))
    #expect(
      try terminal.files().filter { $0.hasPrefix("out/") }
        == [
          "B-chance-2023", "B-chance-2033", "B-chance-2043", "B-chance-series", "B-vacant-year",
        ].map { "out/\($0).svg" })
    let map = String(decoding: try terminal.bytes(of: "out/B-chance-2033.svg"), as: UTF8.self)
    #expect(map.contains("<desc") && map.contains("2033年に空き家である見込みの地図"))
  }

  @Test func linesOfLifeAndScenarios() throws {
    let terminal = try terminal()
    let life = try terminal.type(
      "tenken render w.yaml --kind life --house b2 --audience table --runs 30 --format pdf --output b2.pdf")
    #expect(life.code == 0 && life.output == "w.yaml → b2.pdf\n")
    let refused = try terminal.type("tenken render w.yaml --kind life --runs 30 --output x")
    #expect(refused.code == 1)
    #expect(refused.error.contains("A house’s line of life tells of single people"))
    #expect(refused.error.contains("--audience table"))
    let idle = try terminal.type("tenken render w.yaml --runs 30 --output x")
    #expect(idle.code == 64 && idle.error.contains("[needs-chance]"))
    let beside = try terminal.type(
      "tenken render w.yaml --scenario 戻ってくる --kind beside --year 2043 --format png --dpi 40 --output b.png")
    #expect(beside.code == 0 && beside.error == RenderTests.coarser)
    #expect(try terminal.bytes(of: "b.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  /// Two old people among many young ones: however ages are put together, their class is theirs alone.
  @Test func pyramidsThatWouldTellOfTheOldestAreLeftOut() throws {
    let terminal = try Terminal()
    try terminal.put(
      """
      tenken: 1
      title: Eight houses
      date: 2023-02-07
      language: en
      maps:
        - id: A
          title: Lane
          actions: [x]
          houses: {a1: [○45, △43, ○15, △12], a2: [○38, △36, ○8], a3: [○50, △47, ○19], a4: [○41, △40, ○11],
            a5: [○52, △49], a6: [○36, △34, △3], a7: [○55, △53], a8: [○78, △76]}

      """, into: "w.yaml")
    let ask = "tenken render w.yaml --chance --kind pyramid,fan --format svg"
    let reply = try terminal.type("\(ask) --output out")
    #expect(reply.code == 0 && reply.error.contains("Map A has so few older people that its pyramids"))
    #expect(try terminal.files().filter { $0.hasPrefix("out/") } == ["out/A-fan.svg"])
    let room = try terminal.type("\(ask) --audience table --output room")
    #expect(room.code == 0)
    #expect(try terminal.files().contains("room/A-pyramid-table.svg"))
  }

  /// Three generations in one house stand on one sheet, with what the signs mean.
  @Test func aHouseOfSixIsOneSheet() throws {
    let terminal = try Terminal()
    try terminal.put(
      """
      tenken: 1
      title: t
      date: 2023-02-07
      language: en
      maps:
        - id: A
          title: A
          actions: [a]
          houses: {a1: [○62, △60, ○33 stays, △31, ○4, △1]}

      """, into: "w.yaml")
    let reply = try terminal.type(
      "tenken render w.yaml --chance --kind life --audience table --format svg --output out")
    #expect(reply.code == 0, "\(reply.error)")
    #expect(try terminal.files().filter { $0.hasPrefix("out/") } == ["out/A-life-a1-table.svg"])
    let page = String(decoding: try terminal.bytes(of: "out/A-life-a1-table.svg"), as: UTF8.self)
    #expect(page.contains("as thick as the chance of being here"))
  }

  @Test func wordsThatAreNoKind() throws {
    let terminal = try terminal()
    let reply = try terminal.type("tenken render w.yaml --kind pie")
    #expect(reply.code == 64)
    #expect(
      reply.error.contains(
        "Kinds of pictures are map, series, vacant-year, fan, pyramid, life, beside, districts, not 'pie'."))
    #expect(try terminal.type("tenken render w.yaml --chance --runs 0").code == 64)
  }

  @Test func theSameSeedGivesTheSameBytesWhateverTheJobs() throws {
    let terminal = try terminal()
    for (folder, rest) in [("a", "--jobs 1"), ("b", "--jobs 4"), ("c", "--seed 2")] {
      let reply = try terminal.type(
        "tenken render w.yaml --chance --kind fan,map --runs 60 --format svg --output \(folder) \(rest)")
      #expect(reply.code == 0)
    }
    #expect(try terminal.type("diff -r a b").output == "")
    #expect(try terminal.type("diff -rq a c").output != "")
  }

  @Test func graphicsOfChanceAreExportedByName() throws {
    let terminal = try terminal()
    let list = try terminal.type("tenken export --list w.yaml")
    #expect(list.output.contains("chance-beside-B-戻ってくる-2043\t"))
    let reply = try terminal.type(
      "tenken export w.yaml pyramid-B beside-B-戻ってくる-2043 --runs 30 --format svg --output out")
    #expect(reply.code == 0)
    #expect(reply.error.contains("[small-groups]"))
    #expect(
      try terminal.files().filter { $0.hasPrefix("out/") }.sorted() == [
        "out/beside-B-戻ってくる-2043.svg", "out/pyramid-B.svg",
      ])
  }
}
