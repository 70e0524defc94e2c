import Foundation
import Testing

/// `tenken FILE` and `tenken render`, from the words to the files.
@Suite struct RenderTests {
  static let small = """
    tenken: 1
    title: 点検
    date: 2023-02-07
    maps:
      - id: B
        title: 農村地域
        horizons: [10, 20]
        houses:
          b1: {at: [40, 40], name: 中村, people: [○78 農業, △75]}
          b2: {at: [90, 40], people: [○70代 大工, △60代, ○40 会社員 他出 大阪]}
          b3: {at: [140, 40], state: 空き家}
        findings: [空き家が増える]
        actions: [声をかけあう]
    scenarios:
      戻ってくる:
        people: {b2.3: 2030戻}
    """

  /// Three houses are too few for ages.
  static let coarser =
    "note: Map B has fewer than 5 households, so ages and their ageing rate are left out. [small-groups]\n"
    + "   = To print them as they are, knowingly, add --keep-small-groups. docs/privacy.en.md has the rules.\n"

  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(Self.small, into: "赤目.yaml")
    return terminal
  }

  @Test func aFileAloneIsDrawnBesideItself() throws {
    let terminal = try terminal("ja_JP.UTF-8")
    let reply = try terminal.type("mkdir elsewhere && cd elsewhere && tenken ../赤目.yaml")
    #expect(reply.code == 0)
    #expect(
      reply.error == """
        お知らせ: 地図 B は人の住む家が 5戸より少ないので、年齢と高齢化率を載せません。 [small-groups]
           = 承知のうえでそのまま載せるなら --keep-small-groups を付けてください。決まりは docs/privacy.md にあります。

        """)
    #expect(
      reply.output
        == "../赤目.yaml → ../赤目-maps/ に 10個のファイルを書きました。はじめに見るなら ../赤目-maps/maps.pdf（4ページ）\n")
    let files = [
      "B-2023.png", "B-2023.svg", "B-2033.png", "B-2033.svg", "B-2043.png", "B-2043.svg", "B-series.pdf",
      "B-series.png",
      "B-series.svg", "maps.pdf",
    ]
    #expect(try terminal.files() == ["elsewhere", "赤目-maps"] + files.map { "赤目-maps/" + $0 } + ["赤目.yaml"])
    #expect(try terminal.bytes(of: "赤目-maps/maps.pdf").starts(with: Data("%PDF-".utf8)))
    #expect(try terminal.bytes(of: "赤目-maps/B-2033.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func theSameBytesEveryTimeWhateverTheJobs() throws {
    let terminal = try terminal()
    #expect(try terminal.type("tenken render 赤目.yaml --dpi 40 --output a --jobs 1").code == 0)
    #expect(
      try terminal.type("TZ=Asia/Tokyo LC_ALL=ja_JP.UTF-8 tenken render 赤目.yaml --dpi 40 --output b --jobs 8")
        .code == 0)
    #expect(try terminal.type("diff -r a b").output == "")
    #expect(try terminal.type("ls a | wc -l").output.contains("10"))
  }

  @Test func severalFilesAnswerInOrder() throws {
    let terminal = try terminal()
    for name in ["1", "2", "3"] { try terminal.put(Self.small, into: "\(name).yaml") }
    try terminal.put("tenken: 1\n", into: "bad.yaml")
    let reply = try terminal.type(
      "tenken render 1.yaml bad.yaml 2.yaml 3.yaml --format svg --year 2033 --output out --jobs 4")
    #expect(reply.code == 1, "one of them has errors")
    #expect(
      reply.output == """
        1.yaml → out/1-maps/B-2033.svg
        2.yaml → out/2-maps/B-2033.svg
        3.yaml → out/3-maps/B-2033.svg

        """)
    #expect(reply.error.hasSuffix(" No maps are drawn until the errors are gone.\n"))
    #expect(reply.error.contains("\nbad.yaml: 2 errors"))
  }

  /// Mending the other file and drawing again puts nothing elsewhere.
  @Test func aFileHasItsFolderWhateverTheOthersAreLike() throws {
    let terminal = try terminal()
    try terminal.put("tenken: 1\n", into: "bad.yaml")
    let reply = try terminal.type("tenken render 赤目.yaml bad.yaml --format svg --year 2033 --output out")
    #expect(reply.code == 1)
    #expect(reply.output == "赤目.yaml → out/赤目-maps/B-2033.svg\n")
    let there = try terminal.type("tenken new none/x.yaml")
    #expect(there.error.contains("‘none/x.yaml’ cannot be written: there is no such folder."))
  }

  @Test func onePictureIntoAFileOrThePipe() throws {
    let terminal = try terminal()
    let file = try terminal.type("tenken render 赤目.yaml --year 2033 --output here.svg")
    #expect(file == Terminal.Reply(code: 0, output: "赤目.yaml → here.svg\n", error: Self.coarser))
    let pipe = try terminal.type("tenken render 赤目.yaml --year 2033 --format svg --output - > there.svg")
    #expect(pipe == Terminal.Reply(code: 0, output: "", error: Self.coarser))
    #expect(try terminal.bytes(of: "here.svg") == terminal.bytes(of: "there.svg"))
    #expect(try terminal.type("cat 赤目.yaml | tenken render - --year 2033 --output stdin.svg").code == 0)
    #expect(try terminal.bytes(of: "stdin.svg") == terminal.bytes(of: "here.svg"))
    let several = try terminal.type("tenken render 赤目.yaml --output all.svg")
    #expect(several.code == 1)
    #expect(several.error.contains("There are 4 pictures"))
    #expect(!(try terminal.files()).contains("all.svg"))
    let book = try terminal.type("tenken render 赤目.yaml --output all.pdf && pdfinfo all.pdf | grep Pages")
    #expect(book.output.hasSuffix("Pages:           4\n"))
  }

  @Test func tableMapsAreKeptApartAndHoldEverything() throws {
    let terminal = try terminal()
    let reply = try terminal.type("tenken 赤目.yaml && tenken 赤目.yaml --audience table")
    #expect(reply.code == 0)
    #expect(try terminal.files().contains("赤目-maps-table/B-2033-table.svg"))
    let text = try terminal.type("pdftotext 赤目-maps-table/maps-table.pdf -").output
    for word in ["中村", "農業", "大工", "78"] { #expect(text.contains(word), "\(word)") }
    let open = try terminal.type(
      "pdftotext 赤目-maps/maps.pdf -; pdftotext 赤目-maps/B-series.pdf -; pdfinfo 赤目-maps/maps.pdf | grep -v size"
    )
    for word in ["中村", "農業", "大工", "大阪", "会社員", "78"] { #expect(!open.output.contains(word), "\(word)") }
    // What a search of the bytes would find, compressed or not.
    let bytes = try terminal.type("cat 赤目-maps/*.svg 赤目-maps/*.png; qpdf --qdf 赤目-maps/maps.pdf -")
    for word in ["中村", "農業", "大工", "大阪", "会社員"] { #expect(!bytes.output.contains(word), "\(word)") }
  }

  @Test func aNameInAFindingStopsThePublicMaps() throws {
    let terminal = try terminal()
    try terminal.put(
      Self.small.replacing("[空き家が増える]", with: "\n      - 空き家が増える\n      - 中村さんの家が空く"), into: "n.yaml")
    let reply = try terminal.type("tenken n.yaml")
    #expect(reply.code == 1)
    #expect(reply.output == "")
    #expect(
      reply.error.contains(
        "n.yaml:14:9: error: A finding or an action of map B says the name of a house, ‘中村’."))
    #expect(reply.error.contains("--audience table"))
    #expect(!(try terminal.files()).contains("n-maps"))
    #expect(try terminal.type("tenken n.yaml --audience table").code == 0)
    let before = try terminal.type("tenken check n.yaml")
    #expect(before.code == 0)
    #expect(
      before.error.contains("n.yaml:14:9: warning: A finding or an action of map B says the name of a house"))
  }

  @Test func scenariosAndYearsByTheirNames() throws {
    let terminal = try terminal()
    #expect(
      try terminal.type("tenken render 赤目.yaml --scenario 戻ってくる --horizon 15 --format svg --output o").code
        == 0)
    #expect(try terminal.files().contains("o/B-戻ってくる-2038.svg"))
    let unknown = try terminal.type("tenken render 赤目.yaml --scenario もどる --map C --year 1900")
    #expect(unknown.code == 1)
    #expect(unknown.error.contains("There is no map ‘C’ in ‘赤目.yaml’."))
    #expect(unknown.error.contains("There is no scenario ‘もどる’ in ‘赤目.yaml’."))
    #expect(unknown.error.contains("There are: 戻ってくる"))
  }

  @Test func aYearBetweenIsDrawnAndNoted() throws {
    let terminal = try terminal()
    let reply = try terminal.type("tenken render 赤目.yaml --year 2034 --format svg --output o")
    #expect(
      reply
        == Terminal.Reply(
          code: 0, output: "赤目.yaml → o/B-2034.svg\n",
          error:
            "note: 2034 is not one of the years in ‘赤目.yaml’ (2023, 2033, 2043); it was worked out like them. [year-between]\n"
            + Self.coarser))
    let counted = try terminal.type("tenken project 赤目.yaml --year 2034 --format csv")
    #expect(counted.code == 0)
    #expect(counted.error.contains("[year-between]"))
    #expect(counted.output.contains(",2034,"))
    #expect(!counted.output.contains(",2033,"))
    #expect(
      try terminal.type("tenken render 赤目.yaml --year 2043 --format svg --output o").error == Self.coarser)
    let late = try terminal.type("tenken project 赤目.yaml --year 2124")
    #expect(late.code == 1)
    #expect(late.error.contains("only up to 2123"))
    let graphic = try terminal.type("tenken export 赤目.yaml map-B-2034")
    #expect(graphic.code == 1)
    #expect(graphic.error.contains("tenken render 赤目.yaml --map B --year 2034"))
  }

  @Test func theInputIsNeverTheFolder() throws {
    let terminal = try terminal()
    let reply = try terminal.type("tenken render 赤目.yaml --output 赤目.yaml --force")
    #expect(reply.code == 1)
    #expect(
      reply.error.contains("‘赤目.yaml’ is the very file that was read, so nothing is written to it."))
    try terminal.put("x", into: "old")
    #expect(try terminal.type("tenken 赤目.yaml --output old").error.contains("‘old’ is a file, so no folder"))
    #expect(try terminal.files() == ["old", "赤目.yaml"])
  }

  @Test func progressIsForTerminalsOnly() throws {
    let terminal = try terminal()
    #expect(try terminal.type("tenken 赤目.yaml").error == Self.coarser)
    let shown = try terminal.type("script -qec 'tenken 赤目.yaml --force' /dev/null")
    #expect(shown.code == 0)
    #expect(shown.output.contains("Drawing 1/10"))
  }

  struct Misuse: Sendable, CustomTestStringConvertible {
    var line: String
    var en: String
    var ja: String
    var testDescription: String { line }
  }

  static let misuses = [
    Misuse(
      line: "tenken render - < 赤目.yaml",
      en: "When reading the standard input, say with --output where to put things.",
      ja: "標準入力から読むときは、置き場所を --output で指定してください。"),
    Misuse(
      line: "tenken a.yaml b.yaml --output x.svg", en: "With several files, --output has to be a folder.",
      ja: "ファイルがいくつもあるときは、--output にフォルダーを指定してください。"),
    Misuse(
      line: "tenken 赤目.yaml --output -", en: "For the standard output choose one kind of file with --format.",
      ja: "標準出力に出すときは、--format で種類を 1つ選んでください。"),
    Misuse(
      line: "tenken 赤目.yaml --output x.svg --format png", en: "The name 'x.svg' does not fit --format.",
      ja: "「x.svg」という名前は --format に合いません。"),
    Misuse(
      line: "tenken 赤目.yaml --format gif", en: "Kinds of file are svg, pdf and png, not 'gif'.",
      ja: "ファイルの種類は svg、pdf、png です（「gif」は使えません）。"),
    Misuse(
      line: "tenken 赤目.yaml --dpi 9", en: "--dpi is a number from 36 to 1200, not '9'.",
      ja: "--dpi は 36 から 1200 までの数です（「9」は使えません）。"),
    Misuse(
      line: "tenken 赤目.yaml --year soon", en: "A year looks like 2033, not 'soon'.",
      ja: "年は 2033 のように書きます（「soon」は使えません）。"),
    Misuse(
      line: "tenken 赤目.yaml --horizon 101", en: "Years ahead are a number from 0 to 100, not '101'.",
      ja: "何年後かは 0 から 100 までの数です（「101」は使えません）。"),
    Misuse(
      line: "tenken 赤目.yaml --jobs 0", en: "--jobs is a number from 1 to 256, not '0'.",
      ja: "--jobs は 1 から 256 までの数です（「0」は使えません）。"),
    Misuse(
      line: "tenken 赤目.yaml --audience all",
      en:
        "The value 'all' is invalid for '--audience <public|table>'. Please provide one of 'public' and 'table'.",
      ja: "「--audience」に「all」は使えません。次のどれかにしてください: public、table"),
    Misuse(
      line: "tenken project 赤目.yaml --horizons 0,5", en: "Years ahead are numbers from 1 to 100, not '0'.",
      ja: "何年後かは 1 から 100 までの数です（「0」は使えません）。"),
    Misuse(
      line: "tenken project 赤目.yaml --houses", en: "--houses goes with --format json or with --chance.",
      ja: "--houses は --format json か --chance と一緒に使ってください。"),
    Misuse(
      line: "tenken render", en: "Say which file (workshop.yaml, say).",
      ja: "どのファイルかを書いてください（workshop.yaml など）。"),
    Misuse(
      line: "tenken reach", en: "Say which file (workshop.yaml, say).",
      ja: "どのファイルかを書いてください（workshop.yaml など）。"),
    Misuse(
      line: "tenken why 赤目.yaml", en: "Say which house, by its name in the file (b1, say).",
      ja: "どの家か、ファイルの中での名前を書いてください（b1 など）。"),
  ]

  /// The formats have words and years of their own, in the addresses of their kinds, in their keys, in the names of
  /// typefaces: people and houses may be called like them.
  @Test func theWordsOfTheFormatsAreNobodys() throws {
    let terminal = try Terminal()
    try terminal.put(
      """
      tenken: 1
      title: 点検
      date: 2023-02-07
      maps:
        - id: A
          title: 村
          actions: [集まる]
          houses:
            b1: 空き家 1999
            b2: 空き家 2000
            b3: {name: Page, people: [○2000年生 figure, △70 catalog]}
            b4: {name: Lang, people: [{sex: male, age: 71, name: svg}, {sex: female, age: 70, name: Bold}]}
            b5: {name: Font, people: [○72 cairo, △70 list]}
            b6: {name: Regular, people: [○72 Sect, △平成11年生]}
      """, into: "w.yaml")
    let reply = try terminal.type("tenken render w.yaml --format svg --format pdf --format png --output out")
    #expect(reply.code == 0, "\(reply.error)")
  }

  @Test(arguments: misuses) func misusesAreToldAndNothingIsMade(_ misuse: Misuse) throws {
    for (lang, label, message) in [("en_US.UTF-8", "error", misuse.en), ("ja_JP.UTF-8", "エラー", misuse.ja)] {
      let terminal = try terminal(lang)
      let reply = try terminal.type(misuse.line)
      #expect(reply.code == 64)
      #expect(reply.output == "")
      #expect(reply.error.split(separator: "\n").first.map(String.init) == "tenken: \(label): \(message)")
      #expect(try terminal.files() == ["赤目.yaml"])
    }
  }
}
