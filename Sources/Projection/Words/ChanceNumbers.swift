import Diagnostics
import Workshop

/// Chances in words: per cent, and by age.
enum ChanceNumbers {
  /// `14.6%`, `0.95%`, `30%`: three figures at most, half away from zero.
  static func percent(_ chance: Double) -> String {
    let points = chance * 100
    let digits = points >= 99.95 ? 0 : points >= 10 ? 1 : points >= 1 ? 2 : points > 0 ? 3 : 0
    return plain(points, digits: digits) + "%"
  }

  /// A number without zeroes at its end: `0.5`, `2`.
  static func plain(_ value: Double, digits: Int = 2) -> String {
    let scale = [1, 10, 100, 1000][min(max(digits, 0), 3)]
    let whole = Int((value * Double(scale) + 1e-9).rounded(.toNearestOrAwayFromZero))
    let part = whole % scale
    guard part > 0 else { return String(whole / scale) }
    var rest = String(part + scale).dropFirst()
    while rest.last == "0" { rest.removeLast() }
    return "\(whole / scale).\(rest)"
  }

  /// More spans than this of one sex are not listed.
  private static let mostSpans = 6
  /// The ages that stand for a table of many.
  private static let examples = [65, 85]

  /// Yearly chances by age: listed where they are few, else some of them.
  static func rates(_ hazard: Hazard, sex: Sex? = nil) -> Phrase {
    if let sex { return list(hazard, sex) }
    let (men, women) = (spans(hazard, .male), spans(hazard, .female))
    if men == women { return list(hazard, .male) }
    let (ofMen, ofWomen) = (list(hazard, .male), list(hazard, .female))
    if men.count > mostSpans || women.count > mostSpans { return byAge(hazard) }
    return Phrase(ja: "男は\(ofMen.ja)、女は\(ofWomen.ja)", en: "men \(ofMen.en), women \(ofWomen.en)")
  }

  private static func list(_ hazard: Hazard, _ sex: Sex) -> Phrase {
    let all = spans(hazard, sex)
    guard !all.isEmpty else { return Phrase(ja: "0%", en: "0%") }
    guard all.count <= mostSpans else { return byAge(hazard) }
    let ja = all.map { "\(ages($0.ages).ja)で一年に\(percent($0.chance))" }.joined(separator: "、")
    let en = all.map { "\(percent($0.chance)) a year \(ages($0.ages).en)" }.joined(separator: ", ")
    return Phrase(ja: ja, en: en)
  }

  private static func byAge(_ hazard: Hazard) -> Phrase {
    let ja = examples.map { age in
      "\(age)歳になる年に男\(percent(hazard.chance(age: age, sex: .male)))・女\(percent(hazard.chance(age: age, sex: .female)))"
    }
    let en = examples.map { age in
      "in the year of turning \(age) \(percent(hazard.chance(age: age, sex: .male))) of men and "
        + "\(percent(hazard.chance(age: age, sex: .female))) of women"
    }
    return Phrase(
      ja: "性別と年齢ごとの率（たとえば\(ja.joined(separator: "、"))）", en: "by sex and age (\(en.joined(separator: ", ")))")
  }

  private static func ages(_ ages: ClosedRange<Int>) -> Phrase {
    if ages.lowerBound == 0 && ages.upperBound >= 120 { return Phrase(ja: "すべての年齢", en: "at every age") }
    if ages.upperBound >= 120 { return Phrase(ja: "\(ages.lowerBound)歳以上", en: "from \(ages.lowerBound)") }
    if ages.count == 1 { return Phrase(ja: "\(ages.lowerBound)歳", en: "at \(ages.lowerBound)") }
    return Phrase(
      ja: "\(ages.lowerBound)〜\(ages.upperBound)歳", en: "at \(ages.lowerBound)–\(ages.upperBound)")
  }

  private struct Span: Equatable {
    var ages: ClosedRange<Int>
    var chance: Double
  }

  /// Ages one after another that have the same chance above 0.
  private static func spans(_ hazard: Hazard, _ sex: Sex) -> [Span] {
    var spans: [Span] = []
    for age in 0...120 {
      let chance = hazard.chance(age: age, sex: sex)
      guard chance > 0 else { continue }
      if let last = spans.last, last.chance == chance, last.ages.upperBound == age - 1 {
        spans[spans.count - 1].ages = last.ages.lowerBound...age
      } else {
        spans.append(Span(ages: age...age, chance: chance))
      }
    }
    return spans
  }
}
