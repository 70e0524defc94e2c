import Diagnostics

extension Guides {
  static let baseYear = OptionGuide(
    "--base-year", value: "YEAR", ja: "名簿：年齢がいつのものか（その年の終わりの歳）。「基準年」の列があれば要りません",
    en: "Rosters: the year at whose end the ages are; not needed where there is a column base-year")
  static let onBad = OptionGuide(
    "--on-bad", value: "stop|skip",
    ja: "名簿：読めない行があったら止めるか（はじめはこれ）、一行ずつ知らせてその行なしで続けるか",
    en: "Rosters: stop where lines cannot be read (unless chosen), or tell each and go on without it")
  static let rules = OptionGuide(
    "--rules", value: "chance|workshop",
    ja: "名簿：確率で計算するか（はじめはこれ）、ワークショップの決まり（85歳、20歳…）によるか",
    en: "Rosters: by chance (unless chosen), or by the rules of the workshop (85, 20 …)")
  static let only = OptionGuide(
    "--only", value: "NAME,…",
    ja: "名簿：これらの出来事だけを起こします。death、leaving-home、returning、care、letting、filling、demolition",
    en: "Rosters: let only these happen: death, leaving-home, returning, care, letting, filling, demolition")
  static let smallest = OptionGuide(
    "--smallest", value: "N", ja: "名簿：家がこれより少ない地区は、まとめて示します（はじめは 5）",
    en: "Rosters: districts with fewer houses are shown together (5 unless given)")

  static let rosters = Phrase(
    ja: "名簿（CSV、一人一行）を渡すと、まち全体と地区ごとの結果を確率で出します。一行目に列の名前（家,地区,性別,年齢,続柄）を書きます。"
      + "ほかに 種別、居住、生年、基準年 の列が使えます。詳しくは docs/city.md にあります。",
    en:
      "A roster (CSV, a person a line) gives the whole city and its districts, by chance. The first line names the columns: "
      + "house,district,sex,age,relation; kind, residence, birth-year and base-year may be added. docs/city.en.md tells more."
  )
}
