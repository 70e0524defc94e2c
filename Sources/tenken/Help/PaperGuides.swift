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
    options: [kitPaper, cards, paperFormat, kitOutput, allow, force, lang, helpFlag],
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
    options: [format, book, personasOutput, allow, force, lang, helpFlag],
    examples: [
      Example(
        "tenken personas workshop.yaml", ja: "ファイルの隣の「workshop-personas」フォルダーに描きます",
        en: "Draw them into the folder workshop-personas beside the file")
    ])
  static let book = OptionGuide(
    "--book", ja: "一人一枚の紙を、全員ぶん一つのファイル（persona-sheets）にまとめ、ほかは書きません",
    en: "Put every persona's own sheet into one file, persona-sheets, and write nothing else")
  static let personasOutput = OptionGuide(
    "-o", "--output", value: "FOLDER", ja: "置き場所のフォルダー（はじめはファイルの隣の「ファイル名-personas」）",
    en: "The folder to put things in (FILE-personas beside the file unless chosen)")
}

extension Guides {
  static let newsletter = CommandGuide(
    "newsletter",
    abstract: Phrase(ja: "ニュースレターを組む", en: "Lay out the newsletter"),
    usage: ["[options] FILE"],
    paragraphs: [
      Phrase(
        ja: "題名、次第、あいさつ、記事、地図、話し合い、ペルソナ、投票、集計、アンケート、参加者、問い合わせを、ひな型のページに流しこみます。ファイルにないものは出ません。",
        en:
          "Title, programme, greetings, sections, maps, talks, personas, votes, tallies, questionnaire, participants and "
          + "contacts flow through the pages of a template. What the file does not say is left out."),
      Phrase(
        ja: "配るための紙なので、名前やメモなどの私的なことが、ページにも、できあがったファイルの中にもないことを確かめます。一つでも見つかれば、何も書かずに、どこにあるかを知らせます。",
        en:
          "It is made to be handed out: pages and finished files are searched for anything private, such as a name or a "
          + "note. If there is any, nothing is written and you are told where it is."),
    ],
    arguments: [file],
    options: [
      template, paperFormat, ink, press, dpi, newsletterOutput, keepSmallGroups, allow, force, lang, helpFlag,
    ],
    examples: [
      Example(
        "tenken newsletter workshop.yaml", ja: "「workshop-newsletter」フォルダーに PDF を作ります",
        en: "Make a PDF in the folder workshop-newsletter"),
      Example(
        "tenken newsletter workshop.yaml --template mono", ja: "一色刷りのひな型を使います",
        en: "Use the template for one colour"),
    ])
  static let template = OptionGuide(
    "--template", value: "NAME", ja: "ひな型の名前か、自分のひな型のフォルダー（はじめは quiet）",
    en: "The name of a template, or the folder of your own (quiet unless chosen)")
  static let press = OptionGuide(
    "--press", ja: "印刷所用に、3 mm の塗り足しとトンボを付けます", en: "Add 3 mm of bleed and crop marks, for a printing house")
  static let keepSmallGroups = OptionGuide(
    "--keep-small-groups", ja: "一人か二人だけの数や、家の少ない地図の年齢も、承知のうえでそのまま載せます",
    en: "Print counts of one or two people, and ages on maps of few houses, as they are, knowingly")
  static let allowWord = OptionGuide(
    "--allow", value: "WORD", ja: "私的な言葉と同じでも、だれのことでもないと確かめた言葉（「みどり」など）。何度でも書けます",
    en: "A word that is private elsewhere but gives nobody away here, as you made sure; may be repeated")
  static let allow = OptionGuide(
    "--allow", value: "WORD", ja: "私的な言葉と同じでも、だれのことでもないと確かめた言葉（「みどり」など）。書体にない文字を書くと、その文字を 〓 と刷ります。何度でも書けます",
    en:
      "A word that is private elsewhere but gives nobody away here, as you made sure; or a character that the typeface lacks, to be printed as a mark in its place; may be repeated"
  )
  static let ink = OptionGuide(
    "--ink", value: "full|two|one", ja: "インクの数。full はカラー、two は二色、one は一色（はじめはひな型に合わせます）",
    en: "How many inks: all colours, two, or one (as the template says unless chosen)")
  static let newsletterOutput = OptionGuide(
    "-o", "--output", value: "FOLDER", ja: "置き場所のフォルダーか、一つのファイル（page.pdf など。はじめはファイルの隣の「ファイル名-newsletter」）",
    en: "A folder, or one file such as page.pdf (FILE-newsletter beside the file unless chosen)")

  static let templates = CommandGuide(
    "template",
    abstract: Phrase(ja: "ひな型を一覧・複写・点検する", en: "List, copy and check templates"),
    usage: ["list", "copy NAME FOLDER", "check NAME|FOLDER"],
    paragraphs: [
      Phrase(
        ja: "ひな型は SVG のページです。copy で写しを作り、Inkscape や Illustrator で直し、check で確かめて、newsletter --template で使います。"
          + "id が slot- で始まる四角形に中身が入り、style- で始まる文字の大きさと色が使われます。",
        en:
          "A template is a set of SVG pages. Copy one, restyle it in Inkscape or Illustrator, check it, and use it with "
          + "newsletter --template. Rectangles whose id begins with slot- are filled; texts whose id begins with style- "
          + "give sizes and colours.")
    ],
    arguments: [templateAction, templateName, templateFolder],
    options: [lang, helpFlag],
    examples: [
      Example("tenken template list", ja: "使えるひな型を一覧します", en: "List the templates there are"),
      Example(
        "tenken template copy quiet ours", ja: "quiet を ours フォルダーに写します",
        en: "Copy quiet into the folder ours"),
      Example("tenken template check ours", ja: "直したひな型を確かめます", en: "Check the restyled template"),
    ])
  static let templateAction = OptionGuide(
    value: "ACTION", ja: "list、copy、check のどれか", en: "One of list, copy and check")
  static let templateName = OptionGuide(
    value: "NAME", ja: "ひな型の名前か、フォルダー", en: "The name of a template, or a folder")
  static let templateFolder = OptionGuide(
    value: "FOLDER", ja: "写しを置く新しいフォルダー", en: "A new folder for the copy")
}

extension Guides {
  static let export = CommandGuide(
    "export",
    abstract: Phrase(ja: "図を一つずつ書き出す", en: "Export single graphics"),
    usage: ["[options] FILE [ID…]", "--list FILE"],
    paragraphs: [
      Phrase(
        ja: "地図、4枚ならべ、話し合い、ペルソナ、投票、集計、アンケートの図を、Word や PowerPoint、LINE に貼れる大きさで一つずつ書き出します。"
          + "名前（ID）を書かなければ、すべて書き出します（確率の図ともしもの図は --chance を付けたとき）。だれに見せてもよい内容だけが入ります。",
        en:
          "It takes maps, series, talks, personas, votes, tallies and charts out of a session, each as a graphic of its own "
          + "at a size to paste into Word, PowerPoint or LINE. Without ids it takes all of them, pictures of chance and "
          + "of scenarios only with --chance. They may be shown to everybody.")
    ],
    arguments: [file, graphicID],
    options: [
      list, size, format, ink, ground, exportDPI, exportChance, runs, seed, exportOutput, keepSmallGroups,
      allow,
      force, lang, helpFlag,
    ],
    examples: [
      Example("tenken export --list workshop.yaml", ja: "書き出せる図を一覧します", en: "List the graphics there are"),
      Example(
        "tenken export workshop.yaml map-B-2033 --size square --format png", ja: "地図 1枚を SNS 用の正方形にします",
        en: "Make one map a square for social networks"),
      Example(
        "tenken export workshop.yaml --size slide --ground transparent", ja: "すべての図をスライド用に、背景なしで書き出します",
        en: "Export everything for slides, with nothing behind it"),
    ])
  static let graphicID = OptionGuide(
    value: "ID…", ja: "図の名前（--list で出るもの）。なければすべて",
    en: "Graphics by name, as --list gives them; all of them otherwise")
  static let list = OptionGuide(
    "--list", ja: "図の名前を一覧するだけで、書き出しません", en: "List the graphics and write nothing")
  static let size = OptionGuide(
    "--size", value: "column|wide|a4|square|slide|WIDTH",
    ja:
      "大きさ。column は一段（幅 88 mm）、wide は二段（180 mm。はじめはこれ）、a4 は一枚、square は正方形、slide は 16:9。45mm のように幅でも書けます。せますぎて読めない図は、必要な幅をお知らせします",
    en:
      "The size: one column (88 mm), wide (two columns, 180 mm; unless chosen), a sheet of a4, a square, a 16:9 slide, or a width such as 45mm; what could not be read at it is told with the width it needs"
  )
  static let ground = OptionGuide(
    "--ground", value: "white|transparent", ja: "背景。はじめは white",
    en: "What is behind it: white (unless chosen) or nothing")
  static let exportDPI = OptionGuide(
    "--dpi", value: "N", ja: "PNG の細かさ（はじめは大きさに合わせます。正方形は 1080、スライドは横 1920 ピクセル）",
    en: "The resolution of PNG (unless chosen 300, 150 for A4, 1080 pixels for a square, 1920 for a slide)")
  static let exportChance = OptionGuide(
    "--chance", ja: "名前を書かないときに、確率の図ともしもの図も書き出します",
    en: "Without ids, export the pictures of chance and of scenarios as well")
  static let exportOutput = OptionGuide(
    "-o", "--output", value: "FOLDER", ja: "置き場所のフォルダー（はじめはファイルの隣の「ファイル名-graphics」）",
    en: "The folder to put things in (FILE-graphics beside the file unless chosen)")
}
