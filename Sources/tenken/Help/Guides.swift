import Diagnostics

/// The guide of every command. The texts live here together, so that one wording is kept throughout.
enum Guides {
  /// Every command in the order in which help lists them.
  static var all: [CommandGuide] {
    [
      tenken, render, check, project, merge, rulesInForce, why, ReachGuides.reach, newsletter, export,
      templates, personas,
      kit,
      new,
      schema,
      completion,
      manual,
    ]
  }

  /// The guide of the command `name`.
  static func named(_ name: String) -> CommandGuide? { all.first { $0.name == name } }

  // MARK: Options that many share

  static let lang = OptionGuide(
    "--lang", value: "ja|en",
    ja: "メッセージの言葉。なければ TENKEN_LANG、LC_ALL、LC_MESSAGES、LANG の順に見て決めます（ja で始まれば日本語、ほかは英語）",
    en:
      "The language of messages. Without it TENKEN_LANG, LC_ALL, LC_MESSAGES and LANG decide, in this order: "
      + "Japanese where it begins with ja, else English")
  static let helpFlag = OptionGuide("-h", "--help", ja: "この説明を見せます", en: "Show this help")
  static let version = OptionGuide("--version", ja: "バージョンを見せます", en: "Show the version")

  static let file = OptionGuide(
    value: "FILE", ja: "ワークショップの記録（セッションファイル）。「-」なら標準入力から読みます",
    en: "The session file of a workshop; ‘-’ reads the standard input")
  static let files = OptionGuide(
    value: "FILE…", ja: "ワークショップの記録（セッションファイル）。いくつでも。「-」なら標準入力から読みます",
    en: "Session files, one workshop each; ‘-’ reads the standard input")
  static let map = OptionGuide(
    "--map", value: "ID", ja: "この地図だけ。繰り返して何枚でも選べます", en: "This map only; may be repeated")
  static let scenario = OptionGuide(
    "--scenario", value: "NAME", ja: "もしもの場合（ファイルの scenarios にある名前）で計算します",
    en: "What happens in this scenario of the file")
  static let force = OptionGuide(
    "--force", ja: "すでにあるファイルを上書きします。Tenken が作ったままのファイルは、付けなくても作り直します",
    en: "Overwrite files that are there. What Tenken itself wrote, unchanged since, is replaced without it")

  // MARK: Commands

  static let tenken = CommandGuide(
    "",
    abstract: Phrase(
      ja: "地域点検：わがまちの 10年後、20年後、30年後を地図に描く",
      en: "District inspection: draw your own street as it will be in 10, 20 and 30 years"),
    usage: ["FILE…", "COMMAND …"],
    paragraphs: [
      Phrase(
        ja: "ワークショップの模造紙を書き写したファイルを渡すと、まちがいを調べ、すべての地図と「4枚ならべ」をファイルの隣の"
          + "フォルダーに描きます。初めてのときは tenken new でひな型を作ってください。",
        en:
          "Give it the file into which you copied the sheets of a workshop: it checks the file and draws every map, "
          + "and all years of each on one sheet, into a folder beside it. Begin with ‘tenken new’."),
      Phrase(
        ja: "描いた地図は、そのまま人に見せられるもの（public）です。名前、メモ、職業、細かい年齢は入りません。"
          + "話し合いの席で使うすべて入りの地図は --audience table で作ります。",
        en:
          "What it draws may be shown to everybody (public): no names, notes, occupations or exact ages. Maps with "
          + "everything, for the people who sat at the table, are made with --audience table."),
    ],
    options: [lang, helpFlag, version],
    examples: [
      Example(
        "tenken new", ja: "書き方の説明つきのひな型 workshop.yaml を作ります",
        en: "Write a commented starting file, workshop.yaml"),
      Example(
        "tenken workshop.yaml", ja: "調べて、すべての地図を workshop-maps フォルダーに描きます",
        en: "Check it and draw every map into the folder workshop-maps"),
      Example(
        "tenken project workshop.yaml", ja: "人口や空き家の数を表で見ます", en: "See people and vacant houses as a table"),
      Example(
        "tenken why workshop.yaml b3", ja: "b3 の家がどうしてそうなるのかを読みます",
        en: "Read why house b3 becomes what it becomes"),
    ])

  static let render = CommandGuide(
    "render",
    abstract: Phrase(ja: "地図を描く（コマンド名を省いたときもこれ）", en: "Draw maps (also when no command is named)"),
    usage: ["[options] FILE…"],
    paragraphs: [
      Phrase(
        ja: "何も選ばなければ、すべての地図のすべての年と「4枚ならべ」を、SVG、PDF、PNG で描きます。置き場所は、ファイルの隣の「ファイル名-maps」"
          + "フォルダーです（--audience table なら「ファイル名-maps-table」）。",
        en:
          "Unless you choose, it draws every year of every map and the series of each, as SVG, PDF and PNG, into a folder "
          + "beside the file named after it: FILE-maps (FILE-maps-table with --audience table)."),
      Phrase(
        ja: "ファイルの名前は、地図と年から付きます。B-2033.svg、B-series.svg（4枚ならべ）。PDF は選んだ地図を 1冊にまとめた maps.pdf と、"
          + "4枚ならべの B-series.pdf です。もしもの場合は B-2033-名前.svg、すべて入りのものは最後に -table が付きます。",
        en:
          "Files are named after map and year: B-2033.svg, B-series.svg. A PDF holds all the maps chosen, maps.pdf, and "
          + "every series is a PDF of its own, B-series.pdf. Scenarios add their name, B-2033-NAME.svg, and maps that hold "
          + "everything end in -table."),
      Phrase(
        ja: "書きかけのファイルは残しません。途中で止めても、前からあったファイルはそのままです。",
        en: "No half-written file is ever left. If it stops midway, what was there before is there still."),
      rosterCharts,
    ],
    arguments: [files],
    options: [
      map, year, horizon, series, everything, layout, paper, format, dpi, audience, scenarioRepeated, chance,
      kind, house, runs, seed, output, keepSmallGroups, allowWord, force, jobs, baseYear, district, cityTitle,
      onBad,
      rules,
      only, smallest, lang, helpFlag,
    ],
    examples: [
      Example(
        "tenken render workshop.yaml --map B --year 2033", ja: "地図 B の 2033年だけを描きます",
        en: "Draw map B in 2033 only"),
      Example(
        "tenken render workshop.yaml --series --layout 4x1 --format pdf", ja: "4枚を A3 横に並べた PDF を作ります",
        en: "Put the four maps side by side on A3, as PDF"),
      Example(
        "tenken render *.yaml --output out", ja: "いくつものワークショップを一度に描き、out フォルダーに分けて置きます",
        en: "Draw many workshops at once, each into its own folder in out"),
      Example(
        "tenken render workshop.yaml --map B --year 2043 --output B.png --dpi 300", ja: "1枚を高精細の画像にします",
        en: "Make one picture in high resolution"),
      Example(
        "tenken render city.csv --base-year 2025 --title みどり市", ja: "名簿から、まちと地区の図を描きます",
        en: "Draw charts of a city and its districts from a roster"),
    ])

  static let year = OptionGuide(
    "--year", value: "YEAR", ja: "この年だけ。ファイルにない年も、基準年から 100年後まで描けます。繰り返せます",
    en:
      "This year only, up to 100 years after the base year, also one that the file does not name; may be repeated"
  )
  static let horizon = OptionGuide(
    "--horizon", value: "YEARS", ja: "基準年から数えてこの年数の地図だけ（0 は基準年）。ファイルにない年数も描けます。繰り返せます",
    en:
      "The map so many years after the base year only (0 is the base year), also one that the file does not name; may be "
      + "repeated")
  static let series = OptionGuide(
    "--series", ja: "すべての年を 1枚に並べた「4枚ならべ」だけ", en: "Only the series: all years on one sheet")
  static let everything = OptionGuide(
    "--all", ja: "すべて（選ばなければこれ）", en: "Everything (as when nothing is chosen)")
  static let layout = OptionGuide(
    "--layout", value: "2x2|4x1", ja: "4枚ならべの並べ方。2x2 は A4 縦、4x1 は A3 横（はじめは 2x2）",
    en: "How the series stands: 2x2 on A4 upright, 4x1 on A3 across (2x2 unless chosen)")
  static let paper = OptionGuide(
    "--paper", value: "a4|a3", ja: "1枚ずつの地図の紙の大きさ（はじめは A4、家が多い地図は A3）。4枚ならべの紙は --layout で決まります",
    en:
      "The sheet of single maps (A4 unless chosen, A3 for many houses); --layout decides the sheet of the series"
  )
  static let format = OptionGuide(
    "--format", value: "svg,pdf,png", ja: "ファイルの種類。コンマで区切って選びます（はじめは 3つとも）",
    en: "Kinds of file, with commas between them (all three unless chosen)")
  static let dpi = OptionGuide(
    "--dpi", value: "N", ja: "PNG の細かさ。36〜1200（はじめは 150。印刷には 300 以上）",
    en: "The resolution of PNG, 36 to 1200 (150 unless chosen; 300 or more for print)")
  static let audience = OptionGuide(
    "--audience", value: "public|table",
    ja: "だれに見せるか。public は印刷や公開用（はじめはこれ）。table は席にいた人だけのもので、すべて入ります",
    en:
      "Who may see it: public, for print and the web (unless chosen), or table, for those who sat there, with everything"
  )
  static let scenarioRepeated = OptionGuide(
    "--scenario", value: "NAME", ja: "もしもの場合（ファイルの scenarios にある名前）を描きます。繰り返せます",
    en: "Draw this scenario of the file; may be repeated")
  static let output = OptionGuide(
    "-o", "--output", value: "PATH", ja: "置き場所のフォルダー。1枚だけなら B.svg のようなファイル名、または「-」（標準出力）",
    en:
      "The folder to put things in; for a single picture also a file such as B.svg, or ‘-’ for the standard output"
  )
  static let jobs = OptionGuide(
    "--jobs", value: "N", ja: "同時に進める数（はじめは機械に合わせます）。結果は同じです",
    en: "How many to draw at the same time (chosen to fit the machine); the result is the same")

  static let chance = OptionGuide(
    "--chance", ja: "確率で描きます。空き家になりやすさでぬり分けた地図、見込みの幅の図、人口ピラミッドなど（決まりは tenken rules で見られます）",
    en:
      "Draw by chance: maps shaded by how likely houses are vacant, the spread of the figures, population pyramids "
      + "(‘tenken rules’ tells the rates)")
  static let kind = OptionGuide(
    "--kind", value: "KIND,…",
    ja:
      "確率の絵のうちこれだけ。コンマで区切ります。map（年ごとの地図）、series、vacant-year、fan、pyramid、life、beside。名簿では fan、pyramid、districts",
    en:
      "Only these of the pictures by chance, with commas between them: map (a year's map), series, vacant-year, fan, "
      + "pyramid, life, beside; of a roster: fan, pyramid, districts")
  static let house = OptionGuide(
    "--house", value: "ID", ja: "life で描く家。繰り返せます（はじめは人の住むすべての家）",
    en: "The house drawn with life; may be repeated (every house with people unless given)")
  static let runs = OptionGuide(
    "--runs", value: "N", ja: "厳密に計算できないときに試行する回数（はじめは 10000。名簿なら 1000）",
    en: "How many runs to simulate where the exact way is not open (10000 unless given; 1000 for a roster)")
  static let seed = OptionGuide(
    "--seed", value: "N", ja: "試行の種。同じ種なら同じ結果です（はじめは 1）",
    en: "The seed of the runs; the same seed gives the same result (1 unless given)")

  static let check = CommandGuide(
    "check",
    abstract: Phrase(ja: "ファイルのまちがいを調べる", en: "Tell every slip in a file"),
    usage: ["[options] FILE…"],
    paragraphs: [
      Phrase(
        ja: "見つかったものを一度にすべて、行と場所と直し方を添えて伝えます。エラーがあれば 1 で終わります。注意だけなら 0 です。",
        en:
          "Everything that is found is told at once, with its line, its place and what to do. It ends with 1 where there are "
          + "errors, with 0 where there are only warnings.")
    ],
    arguments: [files],
    options: [checkFormat, strict, lang, helpFlag],
    examples: [
      Example("tenken check workshop.yaml", ja: "まちがいを調べます", en: "Tell what is wrong"),
      Example(
        "tenken check *.yaml --format json", ja: "ほかのプログラムのために JSON で出します",
        en: "The same as JSON, for other programs"),
    ])
  static let checkFormat = OptionGuide(
    "--format", value: "text|json", ja: "読むための文章か、プログラムのための JSON か（はじめは text）",
    en: "Words to read, or JSON for programs (text unless chosen)")
  static let strict = OptionGuide(
    "--strict", ja: "注意もエラーと同じに扱います", en: "Take warnings as errors")

  static let project = CommandGuide(
    "project",
    abstract: Phrase(ja: "これからの人数、空き家などを数える", en: "Count people, vacant houses and the rest, for each year"),
    usage: ["[options] FILE…"],
    paragraphs: [
      Phrase(
        ja: "年代（70代など）で書かれた人がいると、数には幅が付きます。6（5〜8）は、ふつうに見て 6、細かい年齢しだいで 5 から 8 ということです。",
        en:
          "Where people are given by age bands (70s), a figure has a range: 6 (5–8) is 6 as a rule, 5 to 8 depending on "
          + "exact ages."),
      Phrase(
        ja: "CSV は表計算ソフトで開けます（先頭に BOM、行末は CRLF）。JSON の形は manual に書いてあります。",
        en: "CSV opens in spreadsheets (BOM at the start, CRLF line ends). The manual describes the JSON."),
      Phrase(
        ja: "--scenario を付けると、もしもの場合を並べ、すべての数について、もとの場合との差を幅とともに出します。+3（+2〜+4）は、ふつうに見て 3 多く、"
          + "細かい年齢しだいで 2 から 4 多いということです。",
        en:
          "With --scenario a scenario stands beside the base case, with the difference of every figure and its range: +3 (+2 to +4) "
          + "is 3 more as a rule, 2 to 4 more depending on exact ages."),
      rosters,
      Phrase(
        ja: "--chance を付けると、「85歳」のような決まりの代わりに、生命表などの率で数えます。答えには、厳密な計算か、何回の模擬計算かが書かれます。"
          + "大きな計算を何台もで分ける方法は docs/batch.md にあります。",
        en:
          "With --chance, rates such as those of the life table stand in the place of rules such as “85”. The answer says "
          + "whether it is exact or how many runs were simulated. docs/batch.en.md shows how to share a large job between "
          + "machines."),
    ],
    arguments: [files],
    options: [
      projectFormat, horizons, yearCounted, map, scenarioCompared, chanceCounted, runsCounted, seed, threads,
      shard, baseYear, onBad, rules, only, smallest, houses, projectOutput, force, lang, helpFlag,
    ],
    examples: [
      Example("tenken project workshop.yaml", ja: "表で見ます", en: "See a table"),
      Example(
        "tenken project workshop.yaml --horizons 5,10,15", ja: "5年後、10年後、15年後を見ます",
        en: "Look 5, 10 and 15 years ahead"),
      Example(
        "tenken project *.yaml --format csv --output figures.csv", ja: "いくつもの地区を合わせて、表計算ソフト用に書き出します",
        en: "Put many workshops together, for a spreadsheet"),
      Example(
        "tenken project city.csv --base-year 2025", ja: "名簿（一人一行）から、まち全体と地区ごとに計算します",
        en: "Project a whole city, by district, from a roster of one person a line"),
      Example(
        "tenken project workshop.yaml --chance --scenario all", ja: "確率で数え、すべての「もしも」と並べます",
        en: "Count by chance, all scenarios side by side"),
    ])
  static let projectFormat = OptionGuide(
    "--format", value: "table|csv|json", ja: "見るための表か、表計算用の CSV か、プログラム用の JSON か（はじめは table）",
    en: "A table to look at, CSV for spreadsheets or JSON for programs (table unless chosen)")
  static let horizons = OptionGuide(
    "--horizons", value: "N,N,…", ja: "何年後を見るか。コンマで区切ります。1 から 100（なければファイルのとおり）",
    en: "How many years ahead to look, with commas between them, 1 to 100 (as the file says unless given)")
  static let yearCounted = OptionGuide(
    "--year", value: "YEAR", ja: "この年を見ます。ファイルにない年も、基準年から 100年後まで見られます。繰り返せます",
    en:
      "Look at this year, up to 100 years after the base year, also one that the file does not name; may be repeated"
  )
  static let scenarioCompared = OptionGuide(
    "--scenario", value: "NAME", ja: "もしもの場合（ファイルの scenarios にある名前）も並べて出します。繰り返せます。all ならすべて",
    en: "Count this scenario of the file beside the base case; may be repeated; ‘all’ takes every one")
  static let houses = OptionGuide(
    "--houses", ja: "家と人の一つひとつの様子も付けます（JSON か --chance。席にいた人だけのものです）",
    en: "Add the state of every house and person (JSON or --chance; for those who sat at the table)")
  static let projectOutput = OptionGuide(
    "-o", "--output", value: "FILE", ja: "書き込むファイル（なければ画面に出します）",
    en: "The file to write to (the screen unless given)")

  static let why = CommandGuide(
    "why",
    abstract: Phrase(ja: "ある家がどうしてそうなるのかを言葉で話す", en: "Tell in words why a house becomes what it becomes"),
    usage: ["[options] FILE ID"],
    paragraphs: [
      Phrase(
        ja: "それぞれの年にだれがいるか、だれがいつ、どの決まりで、またはだれの言葉で移ったかを話します。名前も年齢も出ます。席にいた人だけのものです。",
        en:
          "Who is there in each year, who went, when, and by which rule or whose word on the sheet. Names and ages are told: "
          + "this is for those who sat at the table.")
    ],
    arguments: [file, houseID],
    options: [mapOfHouse, scenario, whyFormat, lang, helpFlag],
    examples: [
      Example("tenken why workshop.yaml b3", ja: "家 b3 の話", en: "The story of house b3"),
      Example(
        "tenken why workshop.yaml c1-101 --map C", ja: "地図 C の集合住宅 c1 の 101号室の話",
        en: "The story of unit 101 of c1 on map C"),
    ])
  static let houseID = OptionGuide(
    value: "ID", ja: "家の名前（b3）、部屋（c1-101）、または人（b3.1）。地図を前に付けて B/b3 とも書けます",
    en: "A house (b3), a unit (c1-101) or a person (b3.1), as in the file; also with its map, B/b3")
  static let mapOfHouse = OptionGuide(
    "--map", value: "ID", ja: "この地図の家。同じ名前の家がいくつもの地図にあるときに",
    en: "The map it is on, where several have a house of that name")
  static let whyFormat = OptionGuide(
    "--format", value: "text|json", ja: "読むための文章か、プログラムのための JSON か（はじめは text）",
    en: "Words to read, or JSON for programs (text unless chosen)")

  static let new = CommandGuide(
    "new",
    abstract: Phrase(ja: "書き方の説明つきのひな型を作る", en: "Write a commented starting file"),
    usage: ["[options] [FILE]"],
    paragraphs: [
      Phrase(
        ja: "すでにあるファイルには決して書きません。", en: "A file that is there already is never written to.")
    ],
    arguments: [newFile],
    options: [lang, helpFlag],
    examples: [
      Example("tenken new", ja: "workshop.yaml を作ります", en: "Write workshop.yaml"),
      Example("tenken new 赤目.yaml --lang ja", ja: "日本語のひな型を 赤目.yaml に作ります", en: "Write a Japanese one"),
    ])
  static let newFile = OptionGuide(
    value: "FILE", ja: "作るファイルの名前（なければ workshop.yaml。「-」なら画面に出します）",
    en: "The file to write (workshop.yaml unless given; ‘-’ for the standard output)")

  static let schema = CommandGuide(
    "schema",
    abstract: Phrase(ja: "エディター用の JSON Schema を出す", en: "Print the JSON Schema, for editors"),
    usage: ["[options]"],
    paragraphs: [
      Phrase(
        ja: "VS Code などのエディターが、書いている途中で候補を出し、まちがいを教えてくれるようになります。",
        en: "With it editors such as VS Code complete and check a session file while it is typed.")
    ],
    options: [schemaOutput, force, lang, helpFlag],
    examples: [
      Example(
        "tenken schema --output tenken.schema.json",
        ja: "ファイルに書きます。セッションファイルの 1行目に # yaml-language-server: $schema=tenken.schema.json と書けば使われます",
        en:
          "Write it to a file. The line # yaml-language-server: $schema=tenken.schema.json at the head of a session file puts "
          + "it to use")
    ])
  static let schemaOutput = OptionGuide(
    "-o", "--output", value: "FILE", ja: "書き込むファイル（なければ画面に出します）",
    en: "The file to write to (the screen unless given)")

  static let completion = CommandGuide(
    "completion",
    abstract: Phrase(ja: "シェルの入力補完を出す", en: "Print a completion script for your shell"),
    usage: ["[options] bash|zsh|fish"],
    arguments: [shell],
    options: [lang, helpFlag],
    examples: [
      Example(
        "tenken completion bash > ~/.local/share/bash-completion/completions/tenken", ja: "bash で使えるようにします",
        en: "Put it to use in bash"),
      Example(
        "tenken completion fish > ~/.config/fish/completions/tenken.fish", ja: "fish で使えるようにします",
        en: "Put it to use in fish"),
      Example(
        "tenken completion zsh > ~/.zsh/completions/_tenken", ja: "zsh で使えるようにします（そのフォルダーが fpath にあること）",
        en: "Put it to use in zsh (that folder being in fpath)"),
    ])
  static let shell = OptionGuide(value: "SHELL", ja: "bash、zsh、fish のどれか", en: "One of bash, zsh and fish")

  static let manual = CommandGuide(
    "manual",
    abstract: Phrase(ja: "手引きを読む", en: "Read the manual"),
    usage: ["[options]"],
    paragraphs: [
      Phrase(
        ja: "すべてのコマンドの説明を一つにまとめたものです。man 用の形でも出せます。",
        en: "Everything that help says, in one piece; also in the form that man reads.")
    ],
    options: [manualFormat, lang, helpFlag],
    examples: [
      Example("tenken manual | less", ja: "読みます", en: "Read it"),
      Example("tenken manual --format man > tenken.1", ja: "man 用のファイルを作ります", en: "Make a file for man"),
    ])
  static let manualFormat = OptionGuide(
    "--format", value: "text|man", ja: "そのまま読む形か、man 用の形か（はじめは text）",
    en: "To be read as it is, or by man (text unless chosen)")
}
