import Testing

@testable import Layout

/// Where words on a map go on to a second line.
@Suite struct LabelLinesTests {
  @Test(arguments: [
    ("山本内科クリニック", "山本内科|クリニック"), ("駅裏一区集会所前", "駅裏一区|集会所前"), ("二丁目集会所", "二丁目|集会所"),
    ("デイサービスひまわり", "デイサービス|ひまわり"), ("トラック運転手", "トラック|運転手"), ("介護福祉士", "介護|福祉士"),
    ("市役所職員", "市役所|職員"), ("小学校教諭", "小学校|教諭"), ("名張市総合福祉センター", "名張市総合福祉|センター"),
    ("サンシャインハイツ三丁目", "サンシャインハイツ|三丁目"), ("中央市民会館", "中央|市民会館"),
    ("会社員・農業", "会社員・|農業"), ("まちの保健室", "まちの|保健室"), ("セブン-イレブン", "セブン-|イレブン"),
    ("General Store", "General|Store"), ("retired farmer", "retired|farmer"),
    ("self-employed", "self-|employed"),
    ("スーパー丸の内 駅前店", "スーパー丸の内|駅前店"),
  ])
  func wordsBreakBetweenWords(_ words: String, _ lines: String) {
    #expect(LabelLines.halves(words, 8, Typesetter(FakeMeasurer())).joined(separator: "|") == lines)
  }

  @Test(arguments: ["コミュニティセンター", "accountant", "ショッピングモール", "おもいやり", "町役場", "農業"])
  func aWordIsNeverCut(_ word: String) {
    #expect(LabelLines.halves(word, 8, Typesetter(FakeMeasurer())) == [word])
  }
}
