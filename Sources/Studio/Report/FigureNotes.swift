import Diagnostics

/// What has to stand under every table of figures, so that nobody reads more or less out of it than is there.
enum FigureNotes {
  /// What the rates and the means are of.
  static let denominators = Phrase(
    ja: "空き家率は住まい（全部）に対する割合です。平均年齢と高齢化率は、年齢の分かる人だけで計算しています。",
    en: "Vacancy rate: of all dwellings. Mean age and ageing rate: of the people whose age is known.")

  /// That households nobody knows are in no count of people.
  static let unknownHouseholds = Phrase(
    ja: "知らない世帯の人は、人口にも年齢にも数えていません。",
    en: "People of unknown households are counted in no figure of people or ages.")

  /// The lines under a table.
  ///
  /// - Parameter hasUnknown: Whether there is, or may be, a household nobody knows.
  static func lines(hasUnknown: Bool, in language: Language) -> [String] {
    ([denominators] + (hasUnknown ? [unknownHouseholds] : [])).map { $0(in: language) }
  }
}
