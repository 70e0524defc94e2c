import Testing

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
}
