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
    "--runs", value: "N", ja: "--chance と名簿で、模擬計算する回数（--chance では、はじめは 10000）",
    en: "With --chance and for rosters, how many runs to simulate (10000 with --chance unless given)")
  static let threads = OptionGuide(
    "--threads", value: "N", ja: "--chance と名簿で、同時に計算する数。結果は変わりません（はじめはコンピューターのコアの数）",
    en:
      "With --chance and for rosters, on how many threads; the result is the same (as many as there are processors unless given)"
  )
  static let shard = OptionGuide(
    "--shard", value: "N/M", ja: "--chance で、M に分けた計算の N 番目だけをして、途中の結果を書きます。tenken merge で合わせます",
    en: "With --chance, make only the Nth of M parts of the runs and write it down for ‘tenken merge’")

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
}
