import City
import Diagnostics
import Layout

/// What a city's charts show, as plain numbers.
struct CityPlaces {
  let report: CityReport
  let language: Language
  /// The years after the base year that are told in words and have a pyramid of their own.
  let told: [Int]

  private var simulation: CitySimulation { report.simulation }
  private var question: CitySimulation.Question { simulation.question }
  /// The whole city, after the districts.
  var whole: Int { question.districts.count }

  init(_ report: CityReport, language: Language, told: [Int]) {
    self.report = report
    self.language = language
    self.told = told.filter { report.simulation.question.offsets.contains($0) && $0 > 0 }
  }

  /// A district, or the whole city, with its charts.
  func place(_ group: Int) -> CityPlace {
    let houses =
      group == whole ? question.districts.map(\.houses).reduce(0, +) : question.districts[group].houses
    let people = simulation.counts(.population, group: group, horizon: 0).quantile(perMille: 500) ?? 0
    let (folk, homes) = (Int(people).grouped, houses.grouped)
    let size = Phrase(
      ja: "\(folk)人・\(homes)軒（\(question.baseYear)年）",
      en: "\(folk) people, \(homes) \(houses == 1 ? "house" : "houses") in \(question.baseYear)")
    return CityPlace(
      name: name(of: group), size: size(in: language),
      fans: [
        .people(years(.population, group), told: told.map { question.baseYear + $0 }),
        .vacantHouses(years(.vacant, group), told: told.map { question.baseYear + $0 }),
      ], pyramids: pyramids(group, houses: houses))
  }

  /// The districts by ageing rate and by vacancy rate; nothing where there is one only, or no year ahead.
  var rankings: [DistrictRanking] {
    guard whole > 1, let last = told.last else { return [] }
    return [
      ranking(.ageingRate, Phrase(ja: "高齢化率（65歳以上の割合）", en: "Ageing rate (65 and over)"), last),
      ranking(.vacancyRate, Phrase(ja: "空き家率", en: "Vacancy rate"), last),
    ]
  }

  private func name(of group: Int) -> String {
    group == whole
      ? Phrase(ja: "まち全体", en: "The whole city")(in: language) : report.name(of: group, in: language)
  }

  private func years(_ figure: CityFigure, _ group: Int) -> [FanSeries.Year] {
    question.offsets.indices.compactMap { horizon in
      let counts = simulation.counts(figure, group: group, horizon: horizon)
      func value(_ share: Int) -> Int? { counts.quantile(perMille: share).map(Int.init) }
      let shares = CityReport.shares
      guard let median = value(shares.median), let low80 = value(shares.low80),
        let high80 = value(shares.high80), let low95 = value(shares.low95), let high95 = value(shares.high95)
      else { return nil }
      return FanSeries.Year(
        year: question.baseYear + question.offsets[horizon], median: median, likely: low80...high80,
        wide: low95...high95)
    }
  }

  private func ranking(_ figure: CityFigure, _ title: Phrase, _ last: Int) -> DistrictRanking {
    let then = question.offsets.firstIndex(of: last) ?? 0
    func row(_ group: Int) -> DistrictRanking.Row {
      func share(_ horizon: Int, _ perMille: Int) -> Double? {
        simulation.counts(figure, group: group, horizon: horizon).quantile(perMille: perMille)
          .map { Double($0) / Double(figure.scale) }
      }
      let shares = CityReport.shares
      var likely: ClosedRange<Double>?
      if let low = share(then, shares.low80), let high = share(then, shares.high80), low < high {
        likely = low...high
      }
      return DistrictRanking.Row(
        name: name(of: group), now: share(0, shares.median), then: share(then, shares.median), likely: likely)
    }
    return DistrictRanking(
      title: title, baseYear: question.baseYear, laterYear: question.baseYear + last,
      rows: (0..<whole).map(row), whole: row(whole))
  }

  // MARK: Pyramids

  /// With so many people a class of five years tells of nobody.
  private static let manyPeople = 1000.0
  private func pyramids(_ group: Int, houses: Int) -> [AgePyramid] {
    guard !SmallGroups.isFew(households: houses) else { return [] }
    let years = ([0] + told).compactMap { question.offsets.firstIndex(of: $0) }
    // As on the maps of sessions: ages of a year in which few houses are lived in, by people known or not, tell whose they
    // are. Of nobody there is nothing to draw.
    let open = years.filter { horizon in
      let livedIn = simulation.counts(.livedIn, group: group, horizon: horizon).mean ?? 0
      return Int(livedIn.rounded()) >= SmallGroups.fewestHouseholds
    }
    guard open.first == years.first, open.count > 1 || years.count == 1 else { return [] }
    let fine = open.map { pyramid(group, horizon: $0) }
    guard let base = fine.first, base.total < Self.manyPeople else { return fine }
    return AgePyramid.coarse(fine)
  }

  private func pyramid(_ group: Int, horizon: Int) -> AgePyramid {
    let ages = simulation.ages(group: group, horizon: horizon)
    let runs = Double(max(1, simulation.runs))
    return AgePyramid(
      year: question.baseYear + question.offsets[horizon],
      classes: (0..<CityAges.classes).map { index in
        AgePyramid.AgeClass(
          from: index * CityAges.step, men: Double(ages.men(index)) / runs,
          women: Double(ages.women(index)) / runs)
      }, step: CityAges.step, others: Double(ages.others) / runs)
  }
}
