import Diagnostics

/// What the help of commands says about chances.
extension Guides {
  static let chanceCounted = OptionGuide(
    "--chance",
    ja: "確率で数えます。どの数にも真ん中の値と、10回に8回入る幅が付きます。率は tenken rules で読めます",
    en:
      "Count by chance: each figure with its median and the interval into which eight cases in ten fall (‘tenken rules’ "
      + "tells the rates)")
  static let runsCounted = OptionGuide(
    "--runs", value: "N", ja: "--chance と名簿で、模擬計算する回数（はじめは、--chance なら 10000、名簿なら 1000）",
    en:
      "With --chance and for rosters, how many runs to simulate (10000 with --chance, 1000 for rosters unless given)"
  )
  static let threads = OptionGuide(
    "--threads", value: "N", ja: "--chance と名簿で、同時に計算する数。結果は変わりません（はじめはコンピューターのコアの数）",
    en:
      "With --chance and for rosters, on how many threads; the result is the same (as many as there are processors unless given)"
  )
  static let shard = OptionGuide(
    "--shard", value: "N/M", ja: "--chance と名簿で、M に分けた計算の N 番目だけをして、途中の結果を書きます。tenken merge で合わせます",
    en:
      "With --chance and for rosters, make only the Nth of M parts of the runs and write it down for ‘tenken merge’"
  )

  static let parts = OptionGuide(
    value: "PART…", ja: "--shard で書いたファイル。順番は自由です", en: "Files written by --shard, in any order")

  static let merge = CommandGuide(
    "merge",
    abstract: Phrase(
      ja: "分けて計算した結果を一つに合わせる", en: "Put together what was reckoned in parts"),
    usage: ["[options] PART…"],
    paragraphs: [
      Phrase(
        ja: "tenken project --chance --shard 1/4、2/4 … で書いたファイルを合わせます。出てくるものは、一度に計算したときと一字一句同じです。"
          + "同じ分け前が二度ある、足りない、別の計算のもの、壊れているときは、どのファイルかを言って止まります。",
        en:
          "It puts together what ‘tenken project --chance --shard 1/4’, 2/4 … wrote; what comes out is the same, byte for "
          + "byte, as if it had been reckoned in one go. It stops and names the file where a part is there twice, missing, "
          + "of another job or damaged."),
      Phrase(
        ja: "途中の結果には家と人の名前（b1.3 など）が入っています。人に渡さないでください。",
        en: "Parts hold the names of houses and people (b1.3). Do not pass them on."),
    ],
    arguments: [parts], options: [projectFormat, houses, projectOutput, force, lang, helpFlag],
    examples: [
      Example("tenken merge part-*", ja: "合わせて表で見ます", en: "Put all parts together and see the table"),
      Example(
        "tenken merge part-* --format json --output chance.json", ja: "JSON にします", en: "Make JSON of them"),
    ])

  static let fileOfRules = OptionGuide(
    value: "FILE", ja: "ワークショップの記録（セッションファイル）。なければ、何も書かないときの決まり",
    en: "The session file of a workshop; without it, the rules that hold where nothing is said")
  static let scenarioOfRules = OptionGuide(
    "--scenario", value: "NAME", ja: "もしもの場合の決まりも話します。繰り返せます。all ならすべて",
    en: "Tell the rules of this scenario as well; may be repeated; ‘all’ takes every one")

  static let rulesInForce = CommandGuide(
    "rules",
    abstract: Phrase(
      ja: "使われている決まりと率を、出典と一緒に話す", en: "Tell the rules and rates in force, with their sources"),
    usage: ["[options] [FILE]"],
    paragraphs: [
      Phrase(
        ja: "決まりは、何も書かないときのもの、ワークショップ、地図、もしもの順に、狭いほうが優先します。変えたものには、だれが変えたかの印が付きます。"
          + "書き方は docs/session-file.md の「決まり」にあります。",
        en:
          "What the session, a map and a scenario say comes before what holds otherwise, the narrower winning; what was "
          + "changed is marked. docs/session-file.en.md, under Rules, tells how to write them.")
    ],
    arguments: [fileOfRules], options: [map, scenarioOfRules, whyFormat, lang, helpFlag],
    examples: [
      Example("tenken rules", ja: "何も書かないときの決まりと率", en: "What holds where nothing is said"),
      Example(
        "tenken rules workshop.yaml --scenario all", ja: "このワークショップの決まりと、もしもで変わるもの",
        en: "The rules of a workshop, and what its scenarios change"),
    ])
}
