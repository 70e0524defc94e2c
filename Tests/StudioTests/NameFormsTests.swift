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

  /// The same name with other letters, in kana.
  private static let kana = [
    Case("ヨシ子", "ヨシコの畑", true), Case("ヨシ子", "よし子の畑", true), Case("ヨシ子", "よしこさん", true),
    Case("よし子", "ヨシ子は元気", true),
    Case("ヨシコ", "よし子は元気", true), Case("よしこ", "ヨシ子は元気", true), Case("ﾖｼ子", "ヨシコ", true),
    Case("ハル江", "ハルエは元気", true),
    Case("ハルエ", "はる枝さん", true), Case("キミ代", "きみよさん", true), Case("佐藤 ヨシ子", "よし子さん", true),
    Case("佐藤 ヨシ子", "よし子は元気", true),
    Case("佐藤ヨシ子", "佐藤よし子", true),
    Case("ヨシ子", "男の子が二人", false), Case("トシ子", "年越しそば", false), Case("トシ子", "としこしそば", false),
    Case("うちのこ", "うちの子", false),
    Case("シヅ子", "シズ子さん", true), Case("キヱ", "キエさん", true), Case("サヽキ", "ササキさん", true),
    Case("いすゞ", "いすずさん", true),
    Case("オオタ", "オータさん", true), Case("サトー", "さとうさん", true), Case("サトウ", "ｻﾄｰさん", true),
    Case("コーポ花園", "コ−ポ花園", true),
    Case("コーポ花園", "ｺｰﾎﾟ花園", true), Case("コーポ花園", "コ―ポ花園", true), Case("ハマダ", "横浜だけの話", false),
    Case("鶴ヶ谷", "鶴が谷さん", true), Case("鶴ケ谷", "鶴ヶ谷の畑", true), Case("一ノ瀬", "一の瀬さん", true),
    Case("一の瀬", "一之瀬の畑", true),
    Case("山之内", "山の内がわに道がある", false), Case("八ッ橋", "八ツ橋の畑", true), Case("三ヶ月", "三か月後", false),
  ]

  /// Marks between the parts of a name, and blanks.
  private static let joined = ["コーポ・花園", "コーポ花園", "コーポ 花園", "コーポ･花園", "コーポ·花園", "コーポ-花園", "コーポ　花園"].flatMap {
    name in
    [
      Case(name, "コーポ・花園の角", true), Case(name, "コーポ花園の角", true), Case(name, "コーポ 花園の角", true),
      Case(name, "ｺｰﾎﾟ･花園の角", true), Case(name, "コーポ·花園の角", true), Case(name, "花園の角", name == "花園"),
    ]
  }

  private static let registers =
    ["渡辺", "渡邊", "渡邉"].flatMap { name in ["渡辺", "渡邊", "渡邉"].map { Case(name, "\($0)の畑", true) } }
    + ["斉藤", "斎藤", "齊藤", "齋藤"].flatMap { name in ["斉藤", "斎藤", "齊藤", "齋藤"].map { Case(name, "\($0)の畑", true) }
    }
    + [
      Case("髙橋", "高橋の畑", true), Case("岩﨑", "岩崎の畑", true), Case("岩崎", "岩嵜の畑", true), Case("田渕", "田淵の畑", true),
      Case("舩木", "船木の畑", true), Case("喜多", "㐂多の畑", true), Case("吉田", "𠮷田の畑", true), Case("苅田", "刈田の畑", true),
      Case("辻", "辻\u{E0101}さん", true), Case("角田", "⻆田の畑", true), Case("神田", "神\u{FE00}田の畑", true),
      Case("都築", "\u{FA26}築の畑", true),
    ]

  private static let latin = [
    Case("O'Brien", "O’Brien’s garden", true), Case("O’Brien", "the O'Briens will move", true),
    Case("O'Brien", "OBrien", true),
    Case("OBrien", "O‘Brien", true), Case("O'Brien", "OʼBRIEN", true), Case("O'Brien", "O′Brien", true),
    Case("O'Brien", "Ｏ＇Ｂｒｉｅｎ", true),
    Case("O'Brien", "O´Brien", true), Case("O'Brien", "O`Brien", true), Case("O'Brien", "O Brien", true),
    Case("O'Brien", "O-Brien", true),
    Case("O Brien", "O’Brien", true), Case("O'Brien", "Brien Street", false),
    Case("Wells", "we’ll go", false), Case("Shed", "she’d go", false),
    Case("Garcia", "García", true), Case("García", "GARCIA", true), Case("García", "Garci\u{301}a", true),
    Case("Müller", "MULLER", true),
    Case("Müller", "Mueller", true), Case("Mueller", "Mr Müller", true), Case("Muller", "MÜLLER", true),
    Case("Strauß", "Strauss", true),
    Case("Sørensen", "Sorensen", true), Case("Nguyễn", "Nguyen", true), Case("Łukasz", "Lukasz", true),
    Case("Ōta", "Ohta", true),
    Case("Satō", "Sato-san", true), Case("Satoh", "Satō-san", true), Case("Satou", "the sato fields", false),
    Case("Smith-Jones", "Smith Jones", true), Case("Smith Jones", "Smith–Jones", true),
    Case("Smith-Jones", "SmithJones", true),
    Case("Smith family", "the Smiths will move", true), Case("Hill family", "a hill", false),
    Case("SATO Kenji", "Kenji Sato", true, isPerson: true),
    Case("Mary O'Brien", "Mrs OBrien", true, isPerson: true),
    Case("Ann Lee", "Lee, Ann", true, isPerson: true),
    Case("Old Mill", "the mills", false), Case("Mary Hill", "hill-side", false, isPerson: true),
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
    Case("鈴木先生", "鈴木の畑", true), Case("鈴木サン", "鈴木の畑", true), Case("鈴木殿", "鈴木の畑", true),
    Case("鈴木邸", "鈴木の畑", true), Case("鈴木西さん", "鈴木さん", true), Case("中西さん", "中さん", false),
    Case("森", "森家族会議", false), Case("氏", "氏名を書く", false),
    Case("Mary Smith", "the Smiths will move", true, isPerson: true),
    Case("Mary Smith", "Mrs. Smith", true, isPerson: true),
    Case("Mary Brown", "a brown hedge", false, isPerson: true),
    Case("Mary Brown", "Brown’s garden", true, isPerson: true),
  ]

  @Test(arguments: spellings + kana + joined + registers + latin + single + parts)
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
