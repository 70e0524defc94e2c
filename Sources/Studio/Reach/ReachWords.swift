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

  /// 「住んでいる家が 2 戸足りません」, "houses lived in short by 2".
  static func missing(_ target: Target, _ missing: Double) -> Phrase {
    let number = missing == missing.rounded() ? "\(Int(missing))" : FigureWords.twoDigits(missing)
    func short(_ ja: String, _ unit: String, _ en: String) -> Phrase {
      Phrase(ja: "\(ja)が \(number) \(unit)足りません", en: "\(en) short by \(number)")
    }
    func over(_ ja: String, _ unit: String, _ en: String) -> Phrase {
      Phrase(ja: "\(ja)が \(number) \(unit)多すぎます", en: "\(en) over by \(number)")
    }
    return switch target.figure {
    case .population: short("人口", "人", "people")
    case .under15: short("15歳未満", "人", "people under 15")
    case .from15to64: short("15〜64歳", "人", "people of 15–64")
    case .helpers, .helpersPer75: short("20〜69歳", "人", "people of 20–69")
    case .livedIn: short("住んでいる家", "戸", "houses lived in")
    case .households: short("知っている世帯", "世帯", "known households")
    case .vacant, .vacancyRate: over("空き家", "戸", "vacant houses")
    case .ageingRate: over("65歳以上", "人", "people of 65 or over")
    case .olderLivingAlone: over("独居高齢者", "人", "older people living alone")
    case .elderlyOnly: over("高齢者のみ世帯", "世帯", "elderly-only households")
    case .meanAge: over("年齢の合計", "歳", "all ages together")
    }
  }

  /// Why fewer will not do.
  static func proof(_ proof: Reach.Proof, of reach: Reach) -> Phrase {
    switch proof {
    case .short(let target, let horizon, let size, let missing):
      let year = reach.map.baseYear + horizon
      let gap = self.missing(target, missing)
      return size == 0
        ? Phrase(ja: "いまのままでは、\(year)年に\(gap.ja)。", en: "As things are, \(year) has \(gap.en).")
        : Phrase(
          ja: "\(size) つでは、どれを選んでも \(year)年に\(gap.ja)。",
          en: "Fewer will not do: with \(size), whichever they are, \(year) has \(gap.en).")
    case .everySet(let size, let sets, let nearest):
      let count = sets.map(String.init)
      let gaps = self.gaps(nearest, of: reach)
      let names = self.names(nearest.set, of: reach)
      return Phrase(
        ja:
          "\(size) つまでの組み合わせは\(count.map { " \($0) 通り" } ?? "十億通りより多く")あり、どれでも足りません。一番近い「\(names.ja)」でも、\(gaps.ja)。",
        en:
          "There are \(count ?? "more than a billion") sets of up to \(size), and none of them is enough. The nearest, \(names.en), has \(gaps.en)."
      )
    }
  }

  /// What is missing where.
  static func gaps(_ nearest: Reach.Nearest, of reach: Reach) -> Phrase {
    let parts = nearest.gaps.map { gap -> Phrase in
      let year = reach.map.baseYear + gap.horizon
      let missing = self.missing(gap.target, gap.missing)
      return Phrase(ja: "\(year)年に\(missing.ja)", en: "\(missing.en) in \(year)")
    }
    return Phrase(ja: parts.map(\.ja).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
  }
}
