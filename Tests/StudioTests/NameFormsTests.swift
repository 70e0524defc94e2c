import Testing

@testable import Studio

/// Names are found as people write and say them, and what only looks like one passes.
@Suite struct NameFormsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var isFound: Bool
    var isPerson = false
    var testDescription: String { "\(name) in \(text)" }
    init(_ name: String, _ text: String, _ isFound: Bool, isPerson: Bool = false) {
      (self.name, self.text, self.isFound, self.isPerson) = (name, text, isFound, isPerson)
    }
  }

  private static let spellings = [
    Case("高橋", "髙橋さんの家", true), Case("渡辺", "渡邉さん", true), Case("渡邊", "渡辺さん", true), Case("斎藤", "斉藤さん", true),
    Case("山崎", "山﨑さん", true), Case("浜田", "濱田さん", true), Case("国分", "國分さん", true), Case("佐々木", "佐佐木さん", true),
    Case("葛城", "葛\u{E0100}城さん", true), Case("佐々木", "佐\u{AD}々\u{200B}木さん", true),
    Case("ハマダ", "ﾊﾏﾀﾞさん", true), Case("はまだ", "ﾊﾏﾀﾞさん", true), Case("ハマダ", "人はまだ少ない", false),
    Case("タナカ", "たなかさん", true), Case("ヤマモト", "やまもとの畑", true), Case("マリ", "あまり人がいない", false),
    Case("佐々木", "佐**々木**さん", true), Case("佐々木", "{佐|さ}{々|さ}{木|き}さん", true),
    Case("ささき", "{佐|さ}{々|さ}{木|き}さん", true), Case("佐々木", "佐 々 木さん", true),
  ]

  private static let single = ["林", "森", "原", "東", "星"].flatMap { name in
    [
      Case(name, "\(name)さんの家が遠い", true), Case(name, "\(name)宅のとなり", true), Case(name, "\(name)が深い", false),
      Case(name, "小\(name)さんの家", false), Case(name, "\(name)の家", false), Case(name, "\(name) 先生", true),
    ]
  }

  private static let parts = [
    Case("佐々木 一郎", "佐々木さんの家", true), Case("佐々木　一郎", "佐々木の畑", true), Case("佐々木 一郎", "一郎さん", true),
    Case("望月 未来", "未来の地図", false), Case("佐々木一郎", "佐々木さんの家", true), Case("佐々木一郎", "佐々の川", false),
    Case("林一郎", "林さんが言う", true, isPerson: true), Case("皆川明", "皆さんへ", false, isPerson: true),
    Case("多田一郎", "多様な人", false, isPerson: true), Case("中村さん", "中村の畑", true), Case("酒屋さん", "酒屋がない", false),
    Case("息子さん", "息子が帰る", false), Case("県営 住宅", "住宅が古い", false), Case("県営 住宅", "県営の施設", false),
    Case("鈴木（次郎）", "鈴木さんがひとりになる", true), Case("鈴木 (次郎)", "次郎さん帰る", true),
    Case("鈴木A", "鈴木さんがひとり", true), Case("鈴木Ａ", "鈴木さん", true), Case("鈴木①", "鈴木さん", true),
    Case("鈴木2", "鈴木さん", true), Case("鈴木西", "鈴木さん", true), Case("鈴木邸", "鈴木さん", true),
    Case("旧鈴木", "鈴木さん", true), Case("旧・小林邸", "小林さん", true), Case("鈴木？", "鈴木さん", true),
    Case("鈴木/田中", "田中さん", true), Case("ヤマダ電器", "ヤマダさん", true), Case("鈴木西", "西さん側の道", false),
    Case("鈴木2", "2さいの子", false), Case("空き家2", "空き家が増える", false), Case("旧道A", "旧道の角", false),
    Case("森", "森家族会議", false), Case("氏", "氏名を書く", false),
    Case("Mary Smith", "the Smiths will move", true, isPerson: true),
    Case("Mary Smith", "Mrs. Smith", true, isPerson: true),
    Case("Mary Brown", "a brown hedge", false, isPerson: true),
    Case("Mary Brown", "Brown’s garden", true, isPerson: true),
  ]

  @Test(arguments: spellings + single + parts)
  func namesAreFound(_ one: Case) {
    let index = WordIndex([NameForms(one.name, isPerson: one.isPerson).forms])
    #expect(!index.found(in: one.text).isEmpty == one.isFound)
  }

  @Test func aPermittedTextLetsOnlyItselfPass() {
    let index = WordIndex([NameForms("佐々木", isPerson: false).forms])
    let permitted = PermittedTexts(["佐々木商店", "木商店街"])
    #expect(index.found(in: "佐々木商店街の角", outside: permitted) == [])
    #expect(index.found(in: "佐々木商店と佐々木さん", outside: permitted) == [0])
    #expect(
      WordIndex([NameForms("林", isPerson: false).forms]).found(in: "林さん", outside: PermittedTexts(["林"]))
        == [])
  }
}
