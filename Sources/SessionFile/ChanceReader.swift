import Diagnostics
import Workshop

/// Reads a table of chances.
struct ChanceReader {
  let report: Report

  func chances(_ node: Node?) -> ChanceChanges {
    guard let node else { return ChanceChanges() }
    if let text = node.text, Words.switches[text] != nil {
      report.error(
        .wrongType, at: report.place(node),
        Phrase(ja: "「確率」には項目を並べます。on や off は書けません。", en: "`chance` takes keys, not on or off."),
        hint: Phrase(
          ja: "確率で見るかどうかはコマンドの --chance で選びます。ここには {取り壊し: off} のように、変えたい率だけを書いてください。",
          en:
            "Whether chances are asked for is said by --chance on the command. Write here only the rates to change: {demolition: off}."
        ))
      return ChanceChanges()
    }
    guard let fields = Fields<ChanceKey>(node, what: Phrase(ja: "確率", en: "the chances"), report: report)
    else { return ChanceChanges() }
    let rates = RateReader(report: report)
    var chances = ChanceChanges()
    chances.death = rates.rate(fields[.death])
    chances.leavingHome = rates.rate(fields[.leavingHome])
    chances.returning = rates.rate(fields[.returning])
    chances.care = rates.rate(fields[.care])
    chances.letting = rates.dwelling(fields[.letting])
    chances.filling = rates.dwelling(fields[.filling])
    chances.demolition = rates.dwelling(fields[.demolition])
    chances.partnering = rates.rate(fields[.partnering])
    chances.births = rates.rate(fields[.births])
    chances.returnWhenParentsGone = rates.shareOrOff(fields[.returnWhenParentsGone])
    chances.couplesTogether = report.onOff(fields[.couplesTogether])
    chances.familiesAYear = rates.families(fields[.familiesAYear])
    if let families = chances.familiesAYear, families > 0, let filling = chances.filling, filling != .off {
      let node = fields.keyNode(.filling) ?? node
      report.warning(
        .ruleWithoutEffect, at: report.place(node),
        Phrase(
          ja: "「移り住む家族」があるときは、「空き家に入居」は使われません。",
          en: "`filling` has no effect beside `families-a-year`, which stands in its place."),
        hint: Phrase(ja: "どちらか一つを消してください。", en: "Remove one of the two."))
    }
    return chances
  }
}

/// Reads single chances: a switch, a number, numbers by age or by sex, or the name of a file of rates.
struct RateReader {
  let report: Report

  /// A family that moves to a map can be told apart up to this many a year.
  static let mostFamilies = 10_000.0

  /// What may stand behind a rate of people's.
  func rate(_ node: Node?) -> RateChange? {
    guard let node else { return nil }
    switch node.content {
    case .scalar(let text): return word(text, node)
    case .table(let entries): return table(entries, node)
    case .null: return nil
    case .list:
      report.tellWrongType(node, expected: Self.rateExpected)
      return nil
    }
  }

  /// What may stand behind a rate of dwellings'.
  func dwelling(_ node: Node?) -> DwellingRateChange? {
    guard let node else { return nil }
    guard let text = node.text else {
      report.tellWrongType(node, expected: Self.shareExpected)
      return nil
    }
    if let isOn = Words.switches[text] { return isOn ? .table : .off }
    if Words.rule[text] != nil { return .rule }
    return share(text, node, expected: Self.shareExpected).map { .yearly($0) }
  }

  /// A number, or off.
  func shareOrOff(_ node: Node?) -> Double? {
    guard let node else { return nil }
    let expected = Phrase(ja: "0 から 1 までの数か off", en: "a number from 0 to 1, or off")
    guard let text = node.text else {
      report.tellWrongType(node, expected: expected)
      return nil
    }
    if Words.switches[text] == false { return 0 }
    return share(text, node, expected: expected, words: ["off"])
  }

  /// How many families a year, or off.
  func families(_ node: Node?) -> Double? {
    guard let node else { return nil }
    let expected = Phrase(ja: "一年あたりの家族の数か off", en: "a number of families a year, or off")
    guard let text = node.text else {
      report.tellWrongType(node, expected: expected)
      return nil
    }
    if Words.switches[text] == false { return 0 }
    var word = text.folded.trimmed
    for unit in ["家族", "世帯", "組", "戸"] where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count))
    }
    guard let value = NumberText.decimal(word) else {
      report.tellBadValue(
        node, expected,
        hint: Phrase(ja: "移り住む家族: 0.5 なら、二年に一家族です。", en: "families-a-year: 0.5 is one family in two years."))
      return nil
    }
    guard (0...Self.mostFamilies).contains(value) else {
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "家族の数は 0 から \(Int(Self.mostFamilies)) までです。",
          en: "The number of families is 0 to \(Int(Self.mostFamilies))."))
      return nil
    }
    return value
  }

  // MARK: - A word

  private static let rateExpected = Phrase(
    ja: "on、off、rule(決まり)、0 から 1 までの数、年齢か性別ごとの数、または CSV ファイルの名前",
    en: "on, off, rule, a number from 0 to 1, numbers by age or sex, or the name of a CSV file")
  private static let shareExpected = Phrase(
    ja: "on、off、rule(決まり)、または 0 から 1 までの数", en: "on, off, rule, or a number from 0 to 1")

  private func word(_ text: String, _ node: Node) -> RateChange? {
    if let isOn = Words.switches[text] { return isOn ? .table : .off }
    if Words.rule[text] != nil { return .rule }
    let name = text.trimmed
    if name.lowercased().hasSuffix(".csv") {
      return .file(RateFileName(path: name, place: report.place(node)))
    }
    for ending in [".xlsx", ".xls", ".ods", ".tsv", ".txt"] where name.lowercased().hasSuffix(ending) {
      report.error(
        .badValue, at: report.place(node),
        Phrase(ja: "率の表は CSV ファイルで渡します。", en: "A table of rates is given as a CSV file."),
        hint: Phrase(
          ja: "表計算ソフトで「CSV UTF-8」として保存し、その名前を書いてください。",
          en: "Save it as “CSV UTF-8” from the spreadsheet, and write that name here."))
      return nil
    }
    return share(text, node, expected: Self.rateExpected).map {
      .rates([AgeRate(ages: nil, chance: $0)])
    }
  }

  /// A number from 0 to 1, or a percentage.
  private func share(
    _ text: String, _ node: Node, expected: Phrase, words: [String] = Words.switches.words + Words.rule.words
  ) -> Double? {
    let word = text.folded.trimmed
    let isPercent = word.hasSuffix("%") || word.hasSuffix("パーセント")
    let digits = isPercent ? word.hasSuffix("%") ? String(word.dropLast()) : String(word.dropLast(5)) : word
    guard let number = NumberText.decimal(digits) else {
      report.tellBadValue(
        node, expected,
        hint: Suggestion.hint(for: text, among: words)
          ?? Phrase(ja: "一年のうちに起こる確率を 0.1 や 10% のように書きます。", en: "Write the chance in one year as 0.1 or 10%.")
      )
      return nil
    }
    let value = isPercent ? number / 100 : number
    guard (0...1).contains(value) else {
      let isMeantAsPercent = !isPercent && number > 1 && number <= 100
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "確率は 0 から 1 までです。「\(text.shortened)」は使えません。",
          en: "A chance is 0 to 1; “\(text.shortened)” is none."),
        hint: isMeantAsPercent
          ? Phrase(
            ja: "\(digits)パーセントのつもりなら「\(digits)%」と書いてください。",
            en: "If \(digits) per cent is meant, write \(digits)%.") : nil)
      return nil
    }
    return value
  }

  // MARK: - By age and sex

  private func table(_ entries: [Node.Entry], _ node: Node) -> RateChange? {
    guard !entries.isEmpty else {
      report.tellWrongType(node, expected: Self.rateExpected)
      return nil
    }
    let hasSex = entries.contains { entry in entry.key.text.flatMap { Self.sex($0) } != nil }
    return hasSex ? bySex(entries) : byAge(entries).map { .rates($0) }
  }

  private static func sex(_ text: String) -> Sex? { Words.sexes[text].flatMap { $0 == .unknown ? nil : $0 } }

  private func bySex(_ entries: [Node.Entry]) -> RateChange? {
    var found: [Sex: (key: Node, rate: RateChange?)] = [:]
    for entry in entries {
      guard let text = entry.key.text else {
        report.tellBadKey(entry.key)
        continue
      }
      guard let sex = Self.sex(text) else {
        report.error(
          .unknownWord, at: report.place(entry.key),
          Phrase(
            ja: "性別ごとの率のなかに「\(text.shortened)」があります。", en: "“\(text.shortened)” stands among rates by sex."),
          hint: Phrase(
            ja: "男: {18-29: 0.1} のように、年齢は性別のなかに書いてください。",
            en: "Ages go inside the sexes: male: {18-29: 0.1}."))
        continue
      }
      if let first = found[sex]?.key {
        report.tellDuplicateKey(entry.key, text, first: first)
        continue
      }
      if case .table(let inner) = entry.value.content,
        inner.contains(where: { $0.key.text.flatMap { Self.sex($0) } != nil })
      {
        report.tellWrongType(entry.value, expected: Phrase(ja: "年齢ごとの率", en: "rates by age"))
        found[sex] = (entry.key, nil)
        continue
      }
      let rate = rate(entry.value)
      if rate == .rule {
        report.error(
          .badValue, at: report.place(entry.value),
          Phrase(
            ja: "ワークショップの決まりは、男と女を分けていません。", en: "The workshop's rules do not tell men from women."),
          hint: Phrase(ja: "男と女をまとめて rule と書いてください。", en: "Write rule for both together."))
      }
      found[sex] = (entry.key, rate)
    }
    return .bySex(male: found[.male]?.rate, female: found[.female]?.rate)
  }

  private func byAge(_ entries: [Node.Entry]) -> [AgeRate]? {
    var rates: [(rate: AgeRate, key: Node)] = []
    var isWhole = true
    for entry in entries {
      guard let text = entry.key.text else {
        report.tellBadKey(entry.key)
        isWhole = false
        continue
      }
      guard let ages = ages(text, entry.key), let chance = chance(at: text, entry) else {
        isWhole = false
        continue
      }
      if let other = rates.first(where: { $0.rate.ages?.overlaps(ages) == true }) {
        report.error(
          .overlappingAges, at: report.place(entry.key),
          Phrase(
            ja: "「\(text.shortened)」の年齢は、\(other.key.line) 行目の「\(other.key.text?.shortened ?? "")」と重なっています。",
            en:
              "The ages “\(text.shortened)” overlap with “\(other.key.text?.shortened ?? "")” in line \(other.key.line)."
          ),
          hint: Phrase(
            ja: "18-29 は 18歳から29歳まで（両端を含む）です。次は 30 から書きます。",
            en: "18-29 includes both 18 and 29; go on with 30."))
        isWhole = false
        continue
      }
      rates.append((AgeRate(ages: ages, chance: chance), entry.key))
    }
    return isWhole ? rates.map(\.rate) : nil
  }

  private func chance(at ages: String, _ entry: Node.Entry) -> Double? {
    let expected = Phrase(ja: "0 から 1 までの数", en: "a number from 0 to 1")
    guard !entry.value.isNull else {
      report.error(
        .missingValue, at: report.place(entry.key),
        Phrase(ja: "「\(ages.shortened)」の率がありません。", en: "`\(ages.shortened)` has no rate."))
      return nil
    }
    guard let text = entry.value.text else {
      report.tellWrongType(entry.value, expected: expected)
      return nil
    }
    if Words.switches[text] == false { return 0 }
    return share(text, entry.value, expected: expected)
  }

  private func ages(_ text: String, _ node: Node) -> ClosedRange<Int>? {
    switch AgeSpan.read(text) {
    case .ages(let ages): return ages
    case .bad(let message, let hint):
      report.error(.badAge, at: report.place(node), message, hint: hint)
    case .none:
      report.error(
        .badAge, at: report.place(node),
        Phrase(ja: "「\(text.shortened)」は年齢として読めません。", en: "“\(text.shortened)” cannot be read as ages."),
        hint: Suggestion.hint(for: text, among: ["male", "female"])
          ?? Phrase(
            ja: "18-29、30、70代、85歳以上のように書きます。男と女で分けることもできます。",
            en: "Write 18-29, 30, 70s or 85+; male and female do, too."))
    }
    return nil
  }
}

/// A span of ages as a key of a table: `18-29`, `30`, `70代`, `85歳以上`, `85+`, `17歳以下`.
enum AgeSpan {
  enum Reading {
    case ages(ClosedRange<Int>)
    case bad(Phrase, Phrase?)
    case none
  }

  private static let openAbove = ["歳以上", "才以上", "以上", "歳から", "から", "歳+", "+", "歳-", "-", "歳〜", "〜", "~"]
  private static let openBelow = ["歳以下", "才以下", "以下", "歳まで", "まで"]
  private static let below = ["歳未満", "才未満", "未満"]

  static func read(_ text: String) -> Reading {
    let word = text.folded.trimmed
    for (endings, kind) in [(openAbove, 0), (openBelow, 1), (below, 2)] {
      for ending in endings where word.hasSuffix(ending) {
        guard let age = NumberText.integer(String(word.dropLast(ending.count))), age >= 0 else { continue }
        let lowest = AgeText.range.lowerBound
        let highest = AgeText.range.upperBound
        let end = kind == 2 ? age - 1 : age
        guard AgeText.range.contains(end), AgeText.range.contains(age) else {
          let told = AgeText.outOfRange(age)
          return .bad(told.message, nil)
        }
        return .ages(kind == 0 ? age...highest : lowest...end)
      }
    }
    let scalars = word.unicodeScalars.filter { $0 != " " }
    switch AgeText.prefix(Array(scalars)) {
    case .age(.exact(let age), let end) where end == scalars.count: return .ages(age...age)
    case .age(.band(let band), let end) where end == scalars.count: return .ages(band)
    case .bad(let message, _, _): return .bad(message, nil)
    default: return .none
    }
  }
}
