import Diagnostics
import Studio

/// What programs read: the forms of JSON and CSV. Members may be added in later versions, never removed or renamed.
enum FormatGuide {
  static let heading = Phrase(ja: "プログラムのための形", en: "FORMATS FOR PROGRAMS")

  /// A subject and what there is to say of it.
  static var entries: [(String, Phrase)] {
    [
      (
        "project --format json",
        Phrase(
          ja:
            "{format: tenken-projection-1, files: […], totalMethod, total: […]}。files の一つは {file, title, cases}。cases の一つは {scenario, maps, "
            + "total}（scenario が null ならもとの場合）。maps の一つは {id, title, baseYear, rules, states}。states の一つは {horizon, year, figures}。"
            + "figures の数はどれも {point, low, high} で、point がふつうの見方、low と high が細かい年齢によるいちばん小さい数と大きい数です。割合は 0 から 1、"
            + "割るものがないときは null。total はワークショップごと、また全体の合計を {horizon, year, maps, figures} で、基準年がちがう地図があるとき year は null です。"
            + "もしもの states と total には difference が加わります。もとの場合よりどれだけ多いかが figures と同じ形で入り、low と high は、同じ人はどちらの場合でも同じ年齢としたときの、"
            + "いちばん小さい差と大きい差です（幅を求めるのに時間がかかりすぎるときは null）。数の名前: \(names(.ja))。",
          en:
            "{format: tenken-projection-1, files: [...], totalMethod, total: [...]}. A file is {file, title, cases}; a case is {scenario, maps, "
            + "total}, its scenario null for the base case; a map is {id, title, baseYear, rules, states}; a state is {horizon, year, "
            + "figures}. Every figure is {point, low, high}: the point estimate, and the smallest and the largest over all exact ages "
            + "inside the bands. Shares run from 0 to 1; what has nothing to divide by is null. Totals, of a workshop and of all, are "
            + "{horizon, year, maps, figures}, their year null where maps have different base years. "
            + "States and totals of scenarios also have a difference: in the form of figures, how much more there is than in the base "
            + "case; low and high are the smallest and the largest difference there can be, everybody being of the same age in both "
            + "cases (null where they would take too long to find). The figures are: \(names(.en))."
        )
      ),
      (
        "project --format json --houses",
        Phrase(
          ja:
            "states に houses: [{id, dwellings: [{id, status, possible, newlyVacant, likelyVacantNext, people}]}] が、maps に events が加わります。status は "
            + "occupied、unknown、vacant、absent のどれか、possible は細かい年齢しだいでありうるものすべて。人は {id, sex, age, relation, here, depends}。"
            + "events の一つは {year, dwelling, person, age, event, cause}。決まりの drives-until があれば、住まいに withoutDriver も付きます。",
          en:
            "States also have houses: [{id, dwellings: [{id, status, possible, newlyVacant, likelyVacantNext, people}]}], and maps "
            + "have events. A status is occupied, unknown, vacant or absent; possible lists every one that some choice of exact ages "
            + "leads to. A person is {id, sex, age, relation, here, depends}; an event {year, dwelling, person, age, event, cause}. Where "
            + "a rule drives-until is set, dwellings tell withoutDriver as well."
        )
      ),
      (
        "project --format csv",
        Phrase(
          ja: "見出しの行のあと、地図・もしも・年ごとに 1行。続いてワークショップの合計、全体の総計（1列目で区別します）。数は 3列ずつ、ふつうの見方、最小、最大。割合は％です。"
            + "もしもを並べたときは、続けて、もとの場合との差も 3列ずつ（割合の差はポイント）。UTF-8、先頭に BOM、行末は CRLF。",
          en:
            "After a line of headings, a line for each map, scenario and year, then the totals of each workshop and of all, told "
            + "apart by the first column. Each figure takes three columns: point, low, high; shares are in per cent. Where "
            + "there are scenarios, the difference to the base case follows, three columns a figure (of shares in points). UTF-8 with a byte "
            + "order mark, lines end in CRLF.")
      ),
      (
        "project ROSTER --format json",
        Phrase(
          ja:
            "名簿のとき。{format: tenken-city-1, baseYear, people, houses, rules, processes, method, runs, seed, skippedLines, districts, all}。districts の一つは "
            + "{name, districts, houses, states} で、name が null なら小さい地区をまとめたもの。states の一つは {horizon, year, figures}。figures の数はどれも "
            + "{median, low80, high80, low95, high95, mean, variance}。method は simulated か、決まりが確かで 1回だけ計算した certain です。ワークショップの決まりで年代の人がいるときは exact で、数はどれも {point, low, high}（見通しと厳密な幅）です。CSV は、地区と年ごとに 1行、数は 5列ずつ（中央値、80% と 95% の幅の端。exact なら 3列ずつ）、最後に全体。",
          en:
            "For a roster: {format: tenken-city-1, baseYear, people, houses, rules, processes, method, runs, seed, skippedLines, "
            + "districts, all}. A district is {name, districts, houses, states}, its name null for small districts shown together; a "
            + "state is {horizon, year, figures}; every figure is {median, low80, high80, low95, high95, mean, variance}. The method is "
            + "simulated, or certain where the rules leave nothing to chance and one run was made; where bands are all that the rules of the workshop leave "
            + "open it is exact, and every figure {point, low, high}. CSV has a line for each district "
            + "and year, five columns a figure (median, the ends of the 80 and the 95 per cent intervals; three if exact), and the whole last."
        )
      ),
      (
        "project --chance --format json",
        Phrase(
          ja:
            "{format: tenken-chance-1, runs, seed, files: […], totalMethod, total: […]}。files の一つは {file, title, cases}。cases の一つは {scenario, maps, total}。maps の一つは "
            + "{id, title, baseYear, method, states}。method は {kind: exact}（正規分布によるものがあれば notes）か {kind: simulated, runs, standardError, reasons}。合計の求め方は totalMethod。"
            + "standardError は、家が空き家である確率の標準誤差のうちいちばん大きいもの（0 から 1）。states の一つは {horizon, year, figures, vacantDistribution, differences}。"
            + "figures の数はどれも {median, mean, variance, low80, high80, low95, high95} で、模擬計算なら平均の標準誤差 standardError も付きます。vacantDistribution は {first, chances} で、空き家が first 軒、その次…である確率。"
            + "differences（もしもだけ）は、もとの場合より多い分を同じ形で、求め方は differenceMethod に。--houses を付けると dwellings: [{id, occupied, unknown, vacant, absent}] と "
            + "people: [{id, dwelling, here}] が加わります。全体の total（求め方は一番外の totalMethod）の割合は、どのファイルも厳密に求まるとき、またはファイルが一つのときだけです。",
          en:
            "{format: tenken-chance-1, runs, seed, files: [...], totalMethod, total: [...]}. A file is {file, title, cases}; a case {scenario, maps, "
            + "total}; a map {id, title, baseYear, method, states}. The method is {kind: exact} (with notes where something is taken from the normal law) or {kind: simulated, runs, "
            + "standardError, reasons}, that of the totals totalMethod; standardError, 0 to 1, is the greatest of a dwelling's chance of being vacant. A state is "
            + "{horizon, year, figures, vacantDistribution, differences}; every figure is {median, mean, variance, low80, high80, low95, "
            + "high95}, and standardError of the mean where it was simulated. vacantDistribution is {first, chances}: the chance of first vacant dwellings, of one more, and so on. "
            + "differences, in scenarios, tell in the same form how much more there is than in the base case, and differenceMethod how that was found. With --houses come "
            + "dwellings: [{id, occupied, unknown, vacant, absent}] and people: [{id, dwelling, here}]. The total of all (its totalMethod is outermost) "
            + "holds ratios where every file is exact or there is one."
        )
      ),
      (
        "project --chance --format csv",
        Phrase(
          ja: "見出しの行のあと、数一つに 1行。中央値、平均、80% と 95% の幅。割合は％です。--houses を付けると、家一軒に 1行（1列目が「家」）が加わります。",
          en:
            "After a line of headings, a line for each figure: median, mean, and the intervals of 80 % and 95 %; shares are in per "
            + "cent. With --houses come lines for each dwelling, which say so in the first column.")
      ),
      (
        "rules --format json",
        Phrase(
          ja:
            "{format: tenken-rules-1, file, title, rules: [{map, title, scenario, workshop, chance, line, chanceLine}], sources: [{file, head}]}。"
            + "workshop と chance の一つは {rule, text: {ja, en}, source: {ja, en}, setBy, scenario}。setBy は standard、session、map、scenario のどれか。",
          en:
            "{format: tenken-rules-1, file, title, rules: [{map, title, scenario, workshop, chance, line, chanceLine}], sources: "
            + "[{file, head}]}. An entry of workshop or chance is {rule, text: {ja, en}, source: {ja, en}, setBy, scenario}; setBy "
            + "is standard, session, map or scenario.")
      ),
      (
        "why --format json",
        Phrase(
          ja:
            "{format: tenken-why-1, title, map, house, scenario, baseYear, states: [{horizon, year, dwellings}], events}。中身は project --houses と同じです。",
          en:
            "{format: tenken-why-1, title, map, house, scenario, baseYear, states: [{horizon, year, dwellings}], events}, with the "
            + "same members as project --houses.")
      ),
      (
        "check --format json",
        Phrase(
          ja:
            "{format: tenken-check-1, files: [{file, ok, findings}]}。findings の一つは {severity, code, file, line, column, length, message, hint}。severity は "
            + "error、warning、note。行と桁は 1 から、文字で数えます。",
          en:
            "{format: tenken-check-1, files: [{file, ok, findings}]}. A finding is {severity, code, file, line, column, length, "
            + "message, hint}; its severity is error, warning or note; lines and columns count from 1, in characters."
        )
      ),
    ]
  }

  private static func names(_ language: Language) -> String {
    (FigureKind.all + FigureKind.ofDriving).map { kind in
      language == .ja ? "\(kind.key)（\(kind.label.ja)）" : "\(kind.key) (\(kind.label.en.lowercased()))"
    }.joined(separator: language == .ja ? "、" : ", ")
  }
}

/// What the program takes from its surroundings.
enum EnvironmentGuide {
  static let heading = Phrase(ja: "環境変数", en: "ENVIRONMENT")

  static let entries: [(String, Phrase)] = [
    (
      "TENKEN_LANG, LC_ALL, LC_MESSAGES, LANG",
      Phrase(
        ja: "メッセージの言葉。この順に見て、はじめに値のあるものが決めます。",
        en: "The language of messages; the first that has a value decides.")
    ),
    ("NO_COLOR", Phrase(ja: "何か入っていれば、メッセージに色を付けません。", en: "If it has a value, messages are not coloured.")),
    (
      "TENKEN_HOME",
      Phrase(
        ja: "Assets フォルダーのある場所。ふだんは要りません。", en: "Where the Assets folder is; not needed as a rule.")
    ),
    ("COLUMNS", Phrase(ja: "画面の幅。", en: "How wide the screen is.")),
  ]
}
