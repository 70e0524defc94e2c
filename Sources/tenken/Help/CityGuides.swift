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
    ja: "名簿：確率で計算するか（はじめはこれ）、ワークショップの決まり（85歳、20歳…）によるか（年代の人がいれば、厳密な幅が付きます）",
    en:
      "Rosters: by chance (unless chosen), or by the rules of the workshop (85, 20 …), with exact ranges where ages are bands"
  )
  static let only = OptionGuide(
    "--only", value: "NAME,…",
    ja: "名簿：これらの出来事だけを起こします。death、leaving-home、returning、care、letting、filling、demolition",
    en: "Rosters: let only these happen: death, leaving-home, returning, care, letting, filling, demolition")
  static let smallest = OptionGuide(
    "--smallest", value: "N", ja: "名簿：家がこれより少ない地区は、まとめて示します（はじめは 5）",
    en: "Rosters: districts with fewer houses are shown together (5 unless given)")

  static let district = OptionGuide(
    "--district", value: "NAME",
    ja: "名簿：この地区だけを描きます。繰り返せます。まち全体は「全体」（はじめは全体とすべての地区）",
    en:
      "Rosters: draw this district only; may be repeated; ‘All’ is the whole city (the whole and every district unless given)"
  )
  static let cityTitle = OptionGuide(
    "--title", value: "TEXT", ja: "名簿：図の頭に書く言葉（「みどり市のこれから」など）",
    en: "Rosters: what stands at the head of every page (‘Midori, the years ahead’)")

  static let rosterCharts = Phrase(
    ja: "名簿（CSV、一人一行）を渡すと、まち全体と地区ごとに、人と空き家の見込み（fan）と年齢の移り変わり（pyramid）を、"
      + "まち全体には地区の高齢化率と空き家率をくらべる図（districts）も描きます。置き場所は「ファイル名-charts」で、"
      + "PDF は全部を 1冊にした city.pdf です。tenken project --shard の途中の結果も渡せます。詳しくは docs/city.md にあります。",
    en:
      "A roster (CSV, a person a line) gives charts of the whole city and of every district: people and vacant houses ahead (fan), "
      + "ages then and now (pyramid), and for the whole the districts compared by ageing rate and vacancy rate (districts). They "
      + "lie in FILE-charts; the PDF holds everything, city.pdf. Parts of ‘tenken project --shard’ may be given as well. "
      + "docs/city.en.md tells more.")

  static let rosters = Phrase(
    ja: "名簿（CSV、一人一行）を渡すと、まち全体と地区ごとの結果を確率で出します。一行目に列の名前（家,地区,性別,年齢,続柄）を書きます。"
      + "ほかに 種別、居住、生年、基準年 の列が使えます。詳しくは docs/city.md にあります。",
    en:
      "A roster (CSV, a person a line) gives the whole city and its districts, by chance. The first line names the columns: "
      + "house,district,sex,age,relation; kind, residence, birth-year and base-year may be added. docs/city.en.md tells more."
  )
}
