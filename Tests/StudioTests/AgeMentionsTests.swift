import Testing
import Workshop

@testable import Studio

/// Which ages in running text are those of one person.
@Suite struct AgeMentionsTests {
  @Test(arguments: [
    ("87歳の人が一人", [87]), ("８７才で一人", [87]), ("八十七歳の人", [87]), ("百二歳の方", [102]), ("二十歳の学生", [20]),
    ("87さいのおばあさん", [87]), ("a man aged 87 lives", [87]), ("an 87-year-old farmer", [87]),
    ("she is 87 years old", [87]), ("at the age of 87 he", [87]), ("87歳と84歳の夫婦", [87, 84]),
    ("85歳以上は亡くなった", []), ("65歳未満", []), ("65〜74歳の人", []), ("80歳から免許を返す", []), ("75歳になったら返す", []),
    ("80代の人", []), ("70歳前後", []), ("65 years old or over", []), ("people aged 65 and over", []),
    ("over 65 years old", []), ("aged 65-74", []), ("aged 65+", []), ("in their 80s", []), ("10年後の地図", []),
    ("87戸の家", []), ("第87回", []),
  ])
  func singleAges(_ text: String, _ ages: [Int]) {
    #expect(AgeMentions.all(in: text).map(\.age) == ages, "\(text)")
  }

  /// Without 歳.
  @Test(arguments: [
    ("○91", [91]), ("○ 91 農業", [91]), ("91（男）", [91]), ("男91", [91]), ("91の男", [91]), ("御年91の方", [91]),
    ("満91", [91]), ("今年で91、元気", [91]), ("91になる方", [91]), ("九十一の方", [91]), ("91、ひとり暮らし", [91]),
    ("age: 91", [91]), ("A woman, 91, lives alone", [91]), ("a widow (91)", [91]), ("a man of 91", [91]),
    ("she is 91 now", [91]), ("91years old", [91]), ("91yo", [91]), ("91 y/o", [91]), ("a 91-yr-old", [91]),
    ("ninety-one years old", [91]), ("A ninety-one-year-old", [91]), ("aged ninety one", [91]),
    ("A Woman of Ninety-One", [91]), ("she turned ninety-one", [91]), ("eighty years old", [80]),
    ("a hundred and two years old", [102]),
    ("きゅうじゅういっさい", [91]), ("キュウジュウイッサイ", [91]), ("ななじゅうはち歳", [78]), ("はちじゅっさい", [80]), ("じゅうにさい", [12]),
    ("卒寿のお祝い", [90]), ("息子は48", [48]), ("母（70）", [70]), ("48の息子", [48]), ("夫91", [91]), ("91 男", [91]),
    ("孫が3人", []), ("父は12月に", []), ("数えで92", [91]), ("91・89の夫婦", [89, 91]), ("（91）の方", [91]),
    ("at ninety-one", [91]), ("she’s ninety-one", [91]),
    ("At last, at 91, she", [91]), ("the oldest (91)", [91]), ("at 9.", []),
    ("米寿", [88]),
    ("○10月に集まる", []), ("○30年後", []), ("○3戸", []), ("30の方法", []), ("91戸（男）", []), ("2091の男", []),
    ("男91人、女60人", []), ("houses 60, 70, and 80", []), ("in 2033, 60 people", []),
    ("he is 20 minutes away", []),
    ("ninety-one houses", []), ("a hundred years of age-old trees", []), ("a street of 91 houses", []),
    ("60 years of work", []), ("一人の人", []), ("二、三人の方", []), ("aged 65-74 (men)", []),
    ("people over sixty years old", []),
  ])
  func agesInOtherWords(_ text: String, _ ages: [Int]) {
    #expect(AgeMentions.all(in: text).map(\.age) == ages, "\(text)")
  }

  @Test(arguments: [
    ("1933年生まれの方", [1933]), ("1933年生", [1933]), ("昭和8年生まれ", [1933]), ("昭和八年生", [1933]), ("S8生", [1933]),
    ("S8年生まれ", [1933]), ("s.8生まれ", [1933]), ("１９３３年 生まれ", [1933]), ("昭和8年の生まれ", [1933]),
    ("1933年に生まれた", [1933]),
    ("昭和8年3月生まれ", [1933]), ("1933年（昭和8年）生まれ", [1933]), ("平成元年生まれ", [1989]), ("昭8生まれ", [1933]),
    ("1933（昭和8）年生まれ", [1933]), ("born in Shōwa 8", [1933]), ("大正十五年生まれ", [1926]),
    ("生まれは1933年", [1933]), ("born in 1933", [1933]), ("born on 3 May 1933", [1933]), ("b. 1933", [1933]),
    ("year of birth: 1933", [1933]), ("1933 births", [1933]),
    ("1940年代生まれ", []), ("小学5年生", []), ("1933年の生活", []), ("S8の生徒", []), ("1933年", []), ("born here", []),
    ("生きがい 100", []), ("生まれ変わる 2033年の町", []),
  ])
  func yearsOfBirth(_ text: String, _ years: [Int]) {
    let found = BirthMentions.all(in: text).map(\.year)
    #expect(found.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } } == years, "\(text)")
  }

  /// What is known of a house beside its id: b1 has a man of 91 who farms and moves into care in 2037, and a son in Manila who
  /// comes back; b2 was vacated in 2019.
  @Test(arguments: [
    ("b1は2037年に施設へ", true), ("b1は施設へ", true), ("b1は令和19年に", true), ("b1さんは令和十九年に", true), ("b1 91", true),
    ("b1の息子はマニラ", true), ("b1（91）", true),
    ("b1は透析", true), ("透析の病院", false),
    ("b1の91", true), ("B1 has a son in マニラ", true), ("b1 moves into care in 2037", true), ("b1の農業", true),
    ("b1の息子が戻る", true), ("b1-の人は1932年に生まれた", true), ("b2は2019年から空き家", true), ("b2は平成31年から", true),
    ("b1の屋根", false), ("b1から91m", false), ("b2は施設へ", false), ("b2は2037年に", false), ("2037年に施設へ", false),
    ("マニラの話", false), ("b10の農業", false), ("b1は2033年に", false), ("b2（91）", false), ("91戸", false),
  ])
  func whatIsKnownOfAHouse(_ text: String, _ isTold: Bool) {
    var session = SmallSession.session
    session.maps[0].houses = [
      House(
        id: "b1",
        dwellings: [
          Dwelling(
            id: "b1",
            occupancy: .residents([
              Resident(
                id: "b1.1", sex: .male, age: .exact(91), occupation: "農業", plans: [.movesIntoCare(2037)],
                note: "透析に通う"),
              Resident(
                id: "b1.2", sex: .male, age: .band(50...59), away: Away(place: "マニラ"),
                plans: [.returns(2036)]),
            ]))
        ]),
      House(id: "b2", dwellings: [Dwelling(id: "b2", occupancy: .vacant(since: 2019))]),
    ]
    session.maps[0].findings = [RichText(plain: text)]
    #expect(TellingRemarks(session, allowing: []).hits.isEmpty == !isTold)
    session.maps[0].findings = []
    session.publication.articles = [Article(title: "話", paragraphs: [RichText(plain: text)])]
    #expect(TellingRemarks(session, allowing: []).hits.isEmpty == !isTold)
    #expect(TellingRemarks(session, allowing: [text]).hits.isEmpty)
  }
}
