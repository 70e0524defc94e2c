import Workshop

/// Invented people for the tests of persona sheets.
enum PersonaSamples {
  static let three = [
    Persona(
      number: 1, title: "同級生とは合わない\n中学生",
      answers: [
        .age: ["10代"], .sex: ["男"], .home: ["住宅団地"], .origin: ["市内"], .schooling: ["中学2年"],
        .character: ["まじめで人見知り", "話せる友だちは少ないが、誰かと関わりたい"],
        .family: ["忙しい母と二人暮らし", "家では一人"], .relations: ["家族", "図書館の人"],
        .services: ["動画、写真、メッセージ"], .hours: ["4時間"], .device: ["スマートフォン"],
        .access: ["学校", "本人あての手紙"], .daysOff: ["図書館で一日過ごす"], .waking: ["7時"],
      ]),
    Persona(
      number: 2, title: "ひきこもりが長い\n30代男性",
      answers: [
        .character: ["こだわりが強く、繊細", "目標が高く、後ろ向きになりやすい"], .family: ["両親と同居か独居"],
        .work: ["無職か収入は少なめ"], .relations: ["ネットの友だち"], .internet: ["動画とゲーム"], .access: ["コンビニ"],
      ]),
    Persona(
      number: 3, title: "職場と家を往復する\n40〜50代男性",
      answers: [
        .character: ["几帳面で口べた", "大人数は苦手"], .family: ["親と同居か独居"], .workKind: ["工場勤務、夜勤が多い"],
        .relations: ["職場の同僚"], .internet: ["動画とスマホゲーム"],
        .access: ["コンビニ、自販機", "スーパーのお惣菜売り場"],
      ]),
  ]

  static let fourth = Persona(
    number: 4, title: "夫の介護をする\n70代女性",
    answers: [
      .age: ["70代"], .sex: ["女"], .home: ["山あいの集落"], .origin: ["となりの町"], .schooling: ["高校"],
      .pastWork: ["縫製工場に30年"], .workKind: ["畑仕事"], .income: ["年金"], .married: ["している"],
      .children: ["二人、どちらも大阪"], .care: ["夫（要介護2）"], .values: ["人に迷惑をかけない"],
      .aims: ["この家で最後まで暮らす"], .waking: ["5時に起き、9時に寝る"], .commuting: ["バスは一日三本"],
      .meals: ["三食つくる、二人で食べる"], .indoor: ["編み物"], .outdoor: ["畑"], .music: ["演歌"],
      .magazines: ["農協の雑誌"], .films: ["時代劇"], .relations: ["隣の家", "畑の仲間", "老人会"],
      .device: ["折りたたみの携帯電話"], .hours: ["ほとんど使わない"], .services: ["電話だけ"],
      .daysOff: ["休みの日はない", "月に一度、通院のついでに買い物"], .access: ["診療所の待合室", "農協の直売所", "移動販売"],
    ])

  static let english = [
    Persona(
      number: 1, title: "A schoolgirl who\nfits in nowhere",
      answers: [
        .age: ["14"], .sex: ["girl"],
        .character: ["Earnest and shy", "Few friends to talk to, would like to know somebody"],
        .family: ["Lives with a busy mother"], .relations: ["Family"],
        .internet: ["Videos, photographs, messages"],
        .access: ["School", "A letter addressed to her"],
      ]),
    Persona(
      number: 2, title: "A man of thirty who\nrarely goes out",
      answers: [
        .age: ["30s"], .character: ["Particular, easily hurt"], .work: ["None, or little income"],
        .internet: ["Videos and games"],
        .access: ["The convenience store"],
      ]),
  ]

  /// A persona whose every row goes on for `sentences` sentences.
  static func long(_ number: Int, sentences: Int) -> Persona {
    func text(_ word: String) -> [String] {
      (1...sentences).map { "\(word)その\($0)、人と話すのは嫌いではないが、自分から声をかけるのは苦手で、誘われるのを待っている。" }
    }
    return Persona(
      number: number, title: "長い文章を書いた\n50代女性",
      answers: [
        .character: text("性格"), .family: text("家族"), .work: text("仕事"), .relations: text("関係"),
        .internet: text("通信"),
        .access: text("場所"), .daysOff: text("休日"), .rhythm: text("一日"), .interests: text("趣味"),
      ])
  }
}
