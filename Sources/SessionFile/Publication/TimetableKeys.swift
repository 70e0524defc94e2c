import Diagnostics

/// The timetable.
enum TimetableKey: String, FormatKey {
  case runs
  case items

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .items }

  var japanese: [String] {
    switch self {
    case .runs: ["開始", "回"]
    case .items: ["項目"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .runs:
      Phrase(
        ja: "始まる時刻。二回行うなら [\"9:00\", \"13:30\"]", en: "When each run begins, as in [\"9:00\", \"13:30\"]")
    case .items: Phrase(ja: "項目を順に。「10 休憩」のように分と内容", en: "The items in order, as in “10 break”")
    }
  }

  var shape: Shape {
    switch self {
    case .runs: .clocks
    case .items: .list(of: .reference("timetableItem"))
    }
  }
}

/// A line of the timetable.
enum TimetableItemKey: String, FormatKey {
  case title
  case minutes
  case content
  case steps
  case lead
  case isBreak = "break"

  var isRequired: Bool { self == .title || self == .minutes }

  var wantsContent: Bool { self == .steps }

  var japanese: [String] {
    switch self {
    case .title: ["題名", "項目"]
    case .minutes: ["分"]
    case .content: ["内容"]
    case .steps: ["手順"]
    case .lead: ["担当"]
    case .isBreak: ["休憩"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .title: Phrase(ja: "項目の名前", en: "What it is called")
    case .minutes: Phrase(ja: "長さ（分）", en: "How long it takes, in minutes")
    case .content: Phrase(ja: "内容", en: "What happens in it")
    case .steps: Phrase(ja: "手順。「5 道を描く」のように分と内容", en: "Its parts, as in “5 draw the roads”")
    case .lead: Phrase(ja: "担当する人", en: "Who is in charge")
    case .isBreak: Phrase(ja: "休憩かどうか", en: "Whether everybody rests")
    }
  }

  var shape: Shape {
    switch self {
    case .title, .content, .lead: .text
    case .minutes: .count
    case .steps: .list(of: .reference("timetableStep"))
    case .isBreak: .onOff
    }
  }
}

/// A part of a timetable's item.
enum TimetableStepKey: String, FormatKey {
  case title
  case minutes

  var isRequired: Bool { true }

  var japanese: [String] {
    switch self {
    case .title: ["題名", "内容"]
    case .minutes: ["分"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .title: Phrase(ja: "すること", en: "What is done")
    case .minutes: Phrase(ja: "長さ（分）", en: "How long it takes, in minutes")
    }
  }

  var shape: Shape {
    switch self {
    case .title: .text
    case .minutes: .count
    }
  }
}
