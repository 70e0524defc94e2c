import Diagnostics
import Projection
import Workshop

/// Targets, measures and what is missing, in words.
enum ReachWords {
  /// 「住んでいる家を20以上」.
  static func target(_ target: Target) -> Phrase {
    let label = self.label(target.figure)
    let value = amount(target)
    return target.figure.isCeiling
      ? Phrase(ja: "\(label.ja)を \(value) 以下", en: "\(label.en): at most \(value)")
      : Phrase(ja: "\(label.ja)を \(value) 以上", en: "\(label.en): at least \(value)")
  }

  /// The name of a figure, as in every other table.
  static func label(_ figure: TargetFigure) -> Phrase { kind(figure)?.label ?? Phrase(ja: "", en: "") }

  /// How a figure is read out of the figures of a horizon.
  static func kind(_ figure: TargetFigure) -> FigureKind? {
    let key =
      switch figure {
      case .population: "population"
      case .livedIn: "livedIn"
      case .households: "households"
      case .under15: "under15"
      case .from15to64: "from15to64"
      case .helpers: "helpers"
      case .helpersPer75: "helpersPer75"
      case .vacant: "vacant"
      case .vacancyRate: "vacancyRate"
      case .ageingRate: "ageingRate"
      case .meanAge: "meanAge"
      case .olderLivingAlone: "olderLivingAlone"
      case .elderlyOnly: "elderlyOnly"
      }
    return FigureKind.all.first { $0.key == key }
  }

  private static func amount(_ target: Target) -> String {
    let whole = target.hundredths / 100
    let rest = target.hundredths % 100
    let number =
      rest == 0 ? "\(whole)" : rest % 10 == 0 ? "\(whole).\(rest / 10)" : FigureWords.twoDigits(target.value)
    return number + (target.figure.isShare ? "%" : "")
  }

  /// A possible measure: 「空き家に家族（b3）」.
  static func name(_ possibility: Possibility) -> Phrase {
    guard let of = possibility.of else { return Phrase(ja: possibility.measure, en: possibility.measure) }
    return Phrase(ja: "\(possibility.measure)（\(of)）", en: "\(possibility.measure) (\(of))")
  }

  /// A set of them.
  static func names(_ set: [Int], of reach: Reach) -> Phrase {
    let names = set.map { name(reach.possibilities[$0]) }
    guard !names.isEmpty else { return Phrase(ja: "何もしない", en: "nothing at all") }
    return Phrase(
      ja: names.map(\.ja).joined(separator: " ＋ "), en: names.map(\.en).joined(separator: " + "))
  }

  /// What is missing of a target: 「住んでいる家が 2 戸」, "2 houses lived in".
  private static func amount(of target: Target, _ missing: Double) -> Phrase {
    // Of a rate a part of a house may be missing; nobody can do anything about that but with a whole one.
    let number = "\(Int((missing - 1e-9).rounded(.up)))"
    func words(_ ja: String, _ unit: String, one: String, _ en: String) -> Phrase {
      Phrase(ja: "\(ja)が \(number) \(unit)", en: "\(number) \(number == "1" ? one : en)")
    }
    return switch target.figure {
    case .population: words("人口", "人", one: "person", "people")
    case .under15: words("15歳未満", "人", one: "person under 15", "people under 15")
    case .from15to64: words("15〜64歳", "人", one: "person of 15–64", "people of 15–64")
    case .helpers, .helpersPer75: words("20〜69歳", "人", one: "person of 20–69", "people of 20–69")
    case .livedIn: words("住んでいる家", "戸", one: "lived-in house", "lived-in houses")
    case .households: words("知っている世帯", "世帯", one: "known household", "known households")
    case .vacant, .vacancyRate: words("空き家", "戸", one: "vacant house", "vacant houses")
    case .ageingRate: words("65歳以上", "人", one: "person of 65 or over", "people of 65 or over")
    case .olderLivingAlone:
      words("独居高齢者", "人", one: "older person living alone", "older people living alone")
    case .elderlyOnly: words("高齢者のみ世帯", "世帯", one: "elderly-only household", "elderly-only households")
    case .meanAge:
      words("年齢の合計", "歳", one: "year in the sum of all ages", "years in the sum of all ages")
    }
  }

  /// 「2043年に住んでいる家が 2 戸足りません」, "in 2043 there are 2 lived-in houses too few".
  private static func gap(_ target: Target, _ missing: Double, in year: Int) -> Phrase {
    let amount = amount(of: target, missing)
    let isOver = target.figure.isCeiling
    return Phrase(
      ja: "\(year)年に\(amount.ja)\(isOver ? "多すぎます" : "足りません")",
      en:
        "in \(year) there \(amount.en.hasPrefix("1 ") ? "is" : "are") \(amount.en) too \(isOver ? "many" : "few")"
    )
  }

  /// Why fewer will not do.
  static func proof(_ proof: Reach.Proof, of reach: Reach) -> Phrase {
    switch proof {
    case .short(let target, let horizon, let size, let missing):
      let gap = self.gap(target, missing, in: reach.map.baseYear + horizon)
      return size == 0
        ? Phrase(ja: "いまのままでは、\(gap.ja)。", en: "As things are, \(gap.en).")
        : Phrase(
          ja: "\(size) つでは、どれを選んでも \(gap.ja)。",
          en: "Fewer will not do: with \(size), whichever \(size == 1 ? "it is" : "they are"), \(gap.en).")
    case .everySet(let size, let sets, let nearest):
      let count = sets.map(String.init)
      let gaps = self.gaps(nearest, of: reach)
      let names = self.names(nearest.set, of: reach)
      return Phrase(
        ja:
          "\(size) つまでの組み合わせは\(count.map { " \($0) 通り" } ?? "十億通りより多く")あり、どれでも足りません。一番近い「\(names.ja)」でも、\(gaps.ja)。",
        en:
          "There are \(count ?? "more than a billion") sets of up to \(size), and none of them is enough. The nearest is \(names.en): \(gaps.en)."
      )
    }
  }

  /// What is missing where, the years of one figure together: 「2043年に人口が 8 人、2053年に人口が 9 人足りません」.
  static func gaps(_ nearest: Reach.Nearest, of reach: Reach) -> Phrase {
    let en = nearest.gaps.map { gap($0.target, $0.missing, in: reach.map.baseYear + $0.horizon).en }
    var ja = ""
    for (index, gap) in nearest.gaps.enumerated() {
      let isOver = gap.target.figure.isCeiling
      ja += "\(reach.map.baseYear + gap.horizon)年に\(amount(of: gap.target, gap.missing).ja)"
      guard index + 1 < nearest.gaps.count else {
        ja += isOver ? "多すぎます" : "足りません"
        break
      }
      let isSame = nearest.gaps[index + 1].target.figure.isCeiling == isOver
      ja += isSame ? "、" : isOver ? "多すぎ、" : "足りず、"
    }
    return Phrase(ja: ja, en: en.joined(separator: "; "))
  }
}
