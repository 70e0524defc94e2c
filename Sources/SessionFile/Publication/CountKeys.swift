import Diagnostics

/// A vote.
enum VoteKey: String, FormatKey {
  case title
  case entries

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .entries }

  var japanese: [String] {
    switch self {
    case .title: ["題名", "投票したこと"]
    case .entries: ["候補"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .title: Phrase(ja: "何の投票か", en: "What was voted on")
    case .entries: Phrase(ja: "候補", en: "What could be voted for")
    }
  }

  var shape: Shape {
    switch self {
    case .title: .text
    case .entries: .list(of: .reference("voteEntry"))
    }
  }
}

/// Something that could be voted for.
enum VoteEntryKey: String, FormatKey {
  case name
  case picture
  case votes
  case reasons

  var isRequired: Bool { self == .name || self == .votes }

  var japanese: [String] {
    switch self {
    case .name: ["名前"]
    case .picture: ["絵", "画像"]
    case .votes: ["票", "得票"]
    case .reasons: ["理由"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .name: Phrase(ja: "候補の名前", en: "What it is called")
    case .picture: Phrase(ja: "画像のファイル。この記録ファイルから見た場所", en: "A picture's file, seen from this file")
    case .votes: Phrase(ja: "票の数", en: "How many votes it got")
    case .reasons: Phrase(ja: "選んだ理由", en: "Why it was chosen")
    }
  }

  var shape: Shape {
    switch self {
    case .name: .text
    case .picture: .picture(or: [])
    case .votes: .count
    case .reasons: .lines
    }
  }
}

/// A table's ranking of theme colours.
enum ColourRankingKey: String, FormatKey {
  case table
  case ranking

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .ranking }

  var japanese: [String] {
    switch self {
    case .table: ["テーブル", "班"]
    case .ranking: ["順位", "色"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .table: Phrase(ja: "テーブルの名前", en: "The table's name")
    case .ranking:
      Phrase(
        ja: "合う順に色を並べる。「若草色 #A8C97F」", en: "Colours from fitting to unfitting, as in “spring green #A8C97F”")
    }
  }

  var shape: Shape {
    switch self {
    case .table: .text
    case .ranking: .linesMatching(SchemaPattern.colour)
    }
  }
}

/// Themes with counts.
enum TallyKey: String, FormatKey {
  case title
  case counts

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .counts }

  var japanese: [String] {
    switch self {
    case .title: ["題名"]
    case .counts: ["件数", "数"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .title: Phrase(ja: "何を数えたか", en: "What was counted")
    case .counts: Phrase(ja: "テーマごとの件数", en: "How often each theme was named")
    }
  }

  var shape: Shape {
    switch self {
    case .title: .text
    case .counts: .counts
    }
  }
}

/// The closing questionnaire.
enum QuestionnaireKey: String, FormatKey {
  case respondents
  case questions

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .questions }

  var japanese: [String] {
    switch self {
    case .respondents: ["回答者", "回答数"]
    case .questions: ["質問", "設問"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .respondents: Phrase(ja: "回答した人の数", en: "How many handed it in")
    case .questions: Phrase(ja: "質問", en: "The questions")
    }
  }

  var shape: Shape {
    switch self {
    case .respondents: .count
    case .questions: .list(of: .reference("question"))
    }
  }
}

/// A question and its answers.
enum QuestionKey: String, FormatKey {
  case question
  case answers
  case respondents
  case several
  case about

  var isRequired: Bool { self == .question || self == .answers }

  var wantsContent: Bool { self == .answers }

  var japanese: [String] {
    switch self {
    case .question: ["質問", "設問"]
    case .answers: ["答え", "回答"]
    case .respondents: ["回答者", "回答数"]
    case .several: ["複数回答"]
    case .about: ["たずねること"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .question: Phrase(ja: "質問の文", en: "The question")
    case .answers: Phrase(ja: "答えごとの人数", en: "How many gave each answer")
    case .respondents:
      Phrase(ja: "この質問に答えた人の数。アンケート全体と違うときだけ", en: "How many answered it, where that differs")
    case .several: Phrase(ja: "いくつも選べるか", en: "Whether several answers could be given")
    case .about:
      Phrase(
        ja: "人のこと(person)か考え(opinion)か。人のことの、一人か二人の答えはまとめて載せます",
        en: "person or opinion; of what asks about people, answers of one or two are printed together")
    }
  }

  var shape: Shape {
    switch self {
    case .question: .text
    case .answers: .counts
    case .respondents: .count
    case .several: .onOff
    case .about: .words(Words.asked.words)
    }
  }
}

/// Who took part, counted.
enum ParticipantsKey: String, FormatKey {
  case total
  case departments
  case sexes
  case ages

  var wantsContent: Bool { self != .total }

  var japanese: [String] {
    switch self {
    case .total: ["合計", "人数"]
    case .departments: ["所属", "部署"]
    case .sexes: ["性別"]
    case .ages: ["年齢", "年代"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .total: Phrase(ja: "全員の人数", en: "Everybody")
    case .departments: Phrase(ja: "所属ごとの人数", en: "By department or group")
    case .sexes: Phrase(ja: "性別ごとの人数", en: "By sex")
    case .ages: Phrase(ja: "年代ごとの人数", en: "By age")
    }
  }

  var shape: Shape {
    switch self {
    case .total: .count
    case .departments, .sexes, .ages: .counts
    }
  }
}
