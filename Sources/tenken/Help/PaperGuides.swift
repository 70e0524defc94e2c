import Diagnostics

/// The guides of the commands that make paper beside the maps.
extension Guides {
  static let kit = CommandGuide(
    "kit",
    abstract: Phrase(ja: "会場で使う用紙をそろえる", en: "Make the sheets a room needs"),
    usage: ["[options] [FILE]"],
    paragraphs: [
      Phrase(
        ja: "地図の用紙（いまと 10・20・30年後、話し合いの用紙）、やりかたの説明、時間割、ペルソナ・シート、名札を作ります。",
        en:
          "It makes map sheets (now and in 10, 20 and 30 years, and one for remarks), a card that explains the method, the "
          + "timetable, the persona worksheet and name cards."),
      Phrase(
        ja: "ファイルを渡すと、題名、年、時間割、スタッフの名前が入ります。渡さなければ、手で書きこめる空白のまま作ります。",
        en:
          "With a file, title, years, timetable and names of the staff are filled in; without one they stay blank."
      ),
    ],
    arguments: [kitFile],
    options: [kitPaper, cards, paperFormat, kitOutput, force, lang, helpFlag],
    examples: [
      Example("tenken kit", ja: "空白の用紙を kit フォルダーに作ります", en: "Make blank sheets in the folder kit"),
      Example(
        "tenken kit workshop.yaml --paper a2 --cards 30", ja: "地図の用紙を A2 に、名札を 30枚分多く作ります",
        en: "Make the map sheets A2, and thirty more name cards"),
    ])
  static let kitFile = OptionGuide(
    value: "FILE", ja: "ワークショップの記録（セッションファイル）。なくてもかまいません",
    en: "The session file of a workshop; may be left out")
  static let kitPaper = OptionGuide(
    "--paper", value: "a4|a3|a2", ja: "地図の用紙の大きさ（はじめは a3）",
    en: "The size of the map sheets (a3 unless chosen)")
  static let cards = OptionGuide(
    "--cards", value: "N", ja: "手で書きこむ名札の枚数（はじめは 10。最後の紙は空の名札で埋めます）",
    en: "How many name cards to write on by hand (10 unless chosen; the last sheet is filled up)")
  static let kitOutput = OptionGuide(
    "-o", "--output", value: "FOLDER", ja: "置き場所のフォルダー（はじめは kit、ファイルがあればその隣の「ファイル名-kit」）",
    en: "The folder to put things in (kit, or FILE-kit beside the file, unless chosen)")
  static let paperFormat = OptionGuide(
    "--format", value: "svg,pdf,png", ja: "ファイルの種類。コンマで区切って選びます（はじめは pdf）",
    en: "Kinds of file, with commas between them (pdf unless chosen)")

  static let personas = CommandGuide(
    "personas",
    abstract: Phrase(ja: "ペルソナを紙にする", en: "Put personas on paper"),
    usage: ["[options] FILE"],
    paragraphs: [
      Phrase(
        ja: "ペルソナを横に並べた紙（一枚に四人まで）と、一人一枚の紙を作ります。長い文は 8ポイントまで小さくし、それでも入らなければ次の紙に続けます。",
        en:
          "It draws the personas side by side, up to four on a sheet, and each on a sheet of its own. Long texts shrink to 8 "
          + "points at the least, and then go on on a next sheet.")
    ],
    arguments: [file],
    options: [format, personasOutput, force, lang, helpFlag],
    examples: [
      Example(
        "tenken personas workshop.yaml", ja: "ファイルの隣の「workshop-personas」フォルダーに描きます",
        en: "Draw them into the folder workshop-personas beside the file")
    ])
  static let personasOutput = OptionGuide(
    "-o", "--output", value: "FOLDER", ja: "置き場所のフォルダー（はじめはファイルの隣の「ファイル名-personas」）",
    en: "The folder to put things in (FILE-personas beside the file unless chosen)")
}
