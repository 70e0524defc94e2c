import Diagnostics

/// The chances that hold where somebody asks for chances.
enum ChanceKey: String, FormatKey {
  case death
  case leavingHome = "leaving-home"
  case returning, care, letting, filling, demolition, partnering, births
  case returnWhenParentsGone = "return-when-parents-gone"
  case couplesTogether = "couples-together"
  case familiesAYear = "families-a-year"

  var japanese: [String] {
    switch self {
    case .death: ["亡くなる", "死亡"]
    case .leavingHome: ["家を出る"]
    case .returning: ["戻る"]
    case .care: ["施設に移る"]
    case .letting: ["次の入居"]
    case .filling: ["空き家に入居"]
    case .demolition: ["取り壊し"]
    case .partnering: ["結婚"]
    case .births: ["出生"]
    case .returnWhenParentsGone: ["親がいなくなったら戻る"]
    case .couplesTogether: ["夫婦で移る"]
    case .familiesAYear: ["移り住む家族"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .death:
      Phrase(
        ja: "一年のうちに亡くなる確率。書かなければ生命表(on)", en: "Passing away within a year; otherwise the life table (on)")
    case .leavingHome: Phrase(ja: "子が家を出る確率。書かなければ on", en: "A child leaves; otherwise on")
    case .returning: Phrase(ja: "他出した人が戻る確率。書かなければ on", en: "Somebody away comes back; otherwise on")
    case .care: Phrase(ja: "施設に移る確率。書かなければ on", en: "Moving into a care home; otherwise on")
    case .letting: Phrase(ja: "空いた賃貸に次の人が入る確率。書かなければ on", en: "A rented unit is let again; otherwise on")
    case .filling: Phrase(ja: "空き家に人が入る確率。書かなければ on", en: "Somebody takes a vacant house; otherwise on")
    case .demolition: Phrase(ja: "空き家が取り壊される確率。書かなければ on", en: "A vacant house is taken down; otherwise on")
    case .partnering: Phrase(ja: "結婚して相手が来る確率。書かなければ off", en: "A partner moves in; otherwise off")
    case .births: Phrase(ja: "子が生まれる確率。書かなければ off", en: "A child is born; otherwise off")
    case .returnWhenParentsGone:
      Phrase(
        ja: "最後の親がいなくなった翌年に、他出した子が戻る確率。書かなければ off",
        en: "A child away comes back in the year after the last parent has gone; otherwise off")
    case .couplesTogether:
      Phrase(
        ja: "夫婦の一人が施設に移るとき、もう一人も移るか。書かなければ off",
        en: "Whether one of a couple goes along when the other moves into care; otherwise off")
    case .familiesAYear:
      Phrase(
        ja: "毎年、地図に移り住む家族の数。空き家に順に入る。書かなければ off",
        en: "How many families come each year and take vacant houses; otherwise off")
    }
  }

  var shape: Shape {
    switch self {
    case .death, .leavingHome, .returning, .care, .partnering, .births: .rate
    case .letting, .filling, .demolition: .share(words: ["on", "off", "rule"])
    case .returnWhenParentsGone: .share(words: ["off"])
    case .couplesTogether: .onOff
    case .familiesAYear: .families
    }
  }
}
