import Diagnostics

/// Present work in parts.
enum PersonaWorkKey: String, FormatKey {
  case kind
  case income

  var japanese: [String] {
    switch self {
    case .kind: ["職種"]
    case .income: ["収入"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .kind: Phrase(ja: "職種", en: "The kind of work")
    case .income: Phrase(ja: "収入", en: "What they earn")
    }
  }

  var shape: Shape {
    switch self {
    case .kind, .income: .lines
    }
  }
}

/// The family in parts.
enum PersonaFamilyKey: String, FormatKey {
  case married
  case children
  case care

  var japanese: [String] {
    switch self {
    case .married: ["結婚"]
    case .children: ["子ども", "子供"]
    case .care: ["介護", "世話"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .married: Phrase(ja: "結婚", en: "Whether they are married")
    case .children: Phrase(ja: "子ども", en: "Their children")
    case .care: Phrase(ja: "介護や世話", en: "Whom they care for")
    }
  }

  var shape: Shape {
    switch self {
    case .married, .children, .care: .lines
    }
  }
}

/// Character in parts.
enum PersonaCharacterKey: String, FormatKey {
  case values
  case aims

  var japanese: [String] {
    switch self {
    case .values: ["大切にしていること", "価値観"]
    case .aims: ["目標", "願い"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .values: Phrase(ja: "大切にしていること", en: "What matters to them")
    case .aims: Phrase(ja: "目標や願い", en: "What they aim at")
    }
  }

  var shape: Shape {
    switch self {
    case .values, .aims: .lines
    }
  }
}

/// A usual day in parts.
enum PersonaRhythmKey: String, FormatKey {
  case waking
  case commuting
  case meals

  var japanese: [String] {
    switch self {
    case .waking: ["起床"]
    case .commuting: ["通勤", "通学"]
    case .meals: ["食事"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .waking: Phrase(ja: "起きる・寝る時刻", en: "When they get up and go to bed")
    case .commuting: Phrase(ja: "通勤や通学", en: "How they get to work or school")
    case .meals: Phrase(ja: "食事", en: "What and with whom they eat")
    }
  }

  var shape: Shape {
    switch self {
    case .waking, .commuting, .meals: .lines
    }
  }
}

/// Interests in parts.
enum PersonaInterestsKey: String, FormatKey {
  case indoor
  case outdoor
  case music
  case magazines
  case films

  var japanese: [String] {
    switch self {
    case .indoor: ["家の中"]
    case .outdoor: ["外"]
    case .music: ["音楽"]
    case .magazines: ["雑誌", "本"]
    case .films: ["映画", "番組"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .indoor: Phrase(ja: "家の中で", en: "Indoors")
    case .outdoor: Phrase(ja: "外で", en: "Outdoors")
    case .music: Phrase(ja: "音楽", en: "Music")
    case .magazines: Phrase(ja: "雑誌や本", en: "Magazines and books")
    case .films: Phrase(ja: "映画や番組", en: "Films and programmes")
    }
  }

  var shape: Shape {
    switch self {
    case .indoor, .outdoor, .music, .magazines, .films: .lines
    }
  }
}

/// Internet use in parts.
enum PersonaInternetKey: String, FormatKey {
  case device
  case hours
  case services

  var japanese: [String] {
    switch self {
    case .device: ["使うもの", "機器"]
    case .hours: ["時間"]
    case .services: ["サービス"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .device: Phrase(ja: "使うもの", en: "What they use it with")
    case .hours: Phrase(ja: "一日の時間", en: "For how long a day")
    case .services: Phrase(ja: "よく使うサービス", en: "What they use there")
    }
  }

  var shape: Shape {
    switch self {
    case .device, .hours, .services: .lines
    }
  }
}
