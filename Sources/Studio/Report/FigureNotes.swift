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

  /// Who is counted as able to drive.
  static let driving = Phrase(
    ja: "車を運転できる人は、18歳以上で、決まりの「運転をやめる歳」より若い人です（その決まりがない場合は、何歳でも運転できると数えます）。免許の有無は尋ねていません。"
      + "年齢の分からない人は、運転できる人に数えず、その人のいる世帯は、運転できる人のいない世帯にも数えません。割合は知っている世帯に対するものです。",
    en:
      "People who can drive: of 18 or over and younger than the rule drives-until says (where it is not set, of any age from 18 on); nobody was asked "
      + "for a licence. Somebody of unknown age is not counted as able to drive, nor their household as one in which nobody can. The share is of known households."
  )

  /// The lines under a table.
  ///
  /// - Parameters:
  ///   - hasUnknown: Whether there is, or may be, a household nobody knows.
  ///   - tellsDriving: Whether it is told who can drive.
  static func lines(hasUnknown: Bool, tellsDriving: Bool = false, in language: Language) -> [String] {
    ([denominators] + (hasUnknown ? [unknownHouseholds] : []) + (tellsDriving ? [driving] : [])).map {
      $0(in: language)
    }
  }
}
