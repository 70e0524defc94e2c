import Diagnostics

/// What `tenken reach --help` teaches.
enum ReachGuides {
  static let reach = CommandGuide(
    "reach",
    abstract: Phrase(
      ja: "めあてを守るには、少なくとも何があればよいかを探す", en: "Find the least that keeps a figure at its target"),
    usage: ["[options] FILE"],
    paragraphs: [
      Phrase(
        ja:
          "ファイルの「できること」（measures）の中から、地図の「めあて」（targets）をどの年も守れる、いちばん少ない組み合わせを探します。同じ数で足りる組み合わせはすべて名前を挙げ、それより少なくては足りないわけも伝えます。届かないときは、一番近いものを伝えます。",
        en:
          "Of the file's measures it finds the smallest sets that keep the map's targets in every year. All sets of that size are named, and why fewer will not do. Where the targets cannot be reached it tells the best there is."
      ),
      Phrase(
        ja: "家と人の名前が出ます。席にいた人だけのものです。",
        en: "Houses and people are named: this is for those who sat at the table."),
    ],
    arguments: [Guides.file],
    options: [
      keep, Guides.map, scenario, Guides.horizons, list, Guides.whyFormat, Guides.lang, Guides.helpFlag,
    ],
    examples: [
      Example("tenken reach workshop.yaml", ja: "ファイルに書かれためあてで探します", en: "With the targets in the file"),
      Example(
        "tenken reach workshop.yaml --keep lived-in=20 --keep helpers-per-75=1",
        ja: "住んでいる家を 20 以上、75歳以上1人あたりの20〜69歳を 1 人以上に保つには",
        en: "What keeps 20 houses lived in and one person of 20–69 for each of 75 or over"),
    ])
  static let keep = OptionGuide(
    "--keep", value: "FIGURE=N",
    ja: "守りたい数。住んでいる家=20、人口=30、15歳未満=3、支え手=1.5、空き家率=30%（以下に）など。繰り返せます",
    en:
      "A figure to keep: lived-in=20, population=30, under-15=3, helpers-per-75=1.5, vacancy-rate=30% (at most); may be repeated"
  )
  static let scenario = OptionGuide(
    "--scenario", value: "NAME", ja: "このもしも（ファイルの scenarios にある名前）のもとで探します",
    en: "Look for it under this scenario of the file")
  static let list = OptionGuide(
    "--list", value: "N", ja: "組み合わせをいくつまで挙げるか（はじめは 10）",
    en: "How many sets to name at most (10 unless given)")
}
