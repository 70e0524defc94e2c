import Diagnostics
import Workshop

/// Reads personas.
struct PersonaReader {
  /// The numbers a persona may bear.
  static let numbers = 1...999

  let report: Report

  func personas(_ node: Node?) -> [Persona] {
    var seen: [Int: Int] = [:]
    return SheetReader(report: report).list(node).enumerated().compactMap { index, node in
      guard let persona = persona(node, index + 1) else { return nil }
      if let line = seen[persona.number] {
        report.tellDuplicateID(node, String(persona.number), line: line)
        return nil
      }
      seen[persona.number] = node.line
      return persona
    }
  }

  private func persona(_ node: Node, _ place: Int) -> Persona? {
    guard let fields = Fields<PersonaKey>(node, what: Phrase(ja: "ペルソナ", en: "a persona"), report: report)
    else { return nil }
    let number = report.count(fields[.number], Self.numbers) ?? place
    let title = title(fields[.title])
    var answers: [PersonaField: [String]] = [:]
    for key in PersonaKey.allCases {
      guard let value = fields[key] else { continue }
      if case .table = value.content {
        parts(value, key, &answers)
      } else if let field = PersonaField(rawValue: key.rawValue) {
        answers[field] = report.lines(value)
        if key == .age { checkAge(value) }
      }
    }
    return Persona(
      number: number, title: title, portrait: portrait(fields[.portrait]),
      answers: answers.filter { !$0.value.isEmpty })
  }

  /// What stands under a portrait in large type, and again on each sheet that goes on.
  static let longestTitle = 200

  private func title(_ node: Node?) -> String {
    let lines = report.lines(node)
    let title = lines.joined(separator: "\n")
    if let node, lines.count > 2 {
      report.warning(
        .titleLines, at: report.place(node),
        Phrase(
          ja: "ペルソナの題名が\(lines.count)行あります。", en: "A persona's title has \(lines.count) lines."),
        hint: Phrase(
          ja: "題名は二行までです。くわしいことは性格や家族などの欄に書きます。",
          en: "It has at most two; write the rest under character, family and so on."))
    }
    guard let node, title.count > Self.longestTitle else { return title }
    report.error(
      .badValue, at: report.place(node),
      Phrase(
        ja: "ペルソナの題名は\(Self.longestTitle)文字までです。\(title.count)文字あります。",
        en: "A persona's title has at most \(Self.longestTitle) characters; this one has \(title.count)."),
      hint: Phrase(
        ja: "二行ほどの題名にして、くわしいことは性格や家族などの欄に書きます。",
        en: "Give it a title of about two lines, and write the rest under character, family and so on."))
    return String(title.prefix(Self.longestTitle))
  }

  /// An age or a decade of life that nobody reaches; whoever is described by other words is left alone.
  private func checkAge(_ node: Node) {
    guard let text = node.text?.folded.trimmed else { return }
    let digits = text.prefix(while: \.isNumber)
    guard ["", "歳", "才", "代", "歳代"].contains(String(text.dropFirst(digits.count)).trimmed),
      let age = NumberText.integer(String(digits)), age > Self.oldest
    else { return }
    report.error(
      .badAge, at: report.place(node),
      Phrase(ja: "「\(text.shortened)」は年齢や年代として読めません。", en: "“\(text.shortened)” is no age."),
      hint: Phrase(ja: "「30代」「75歳」のように書いてください。", en: "Write it as “30s” or “75”."))
  }

  /// As for residents of a map.
  private static let oldest = 130

  private func parts(_ node: Node, _ key: PersonaKey, _ answers: inout [PersonaField: [String]]) {
    let what = Phrase(ja: key.japanese.first ?? key.rawValue, en: "`\(key.rawValue)`")
    switch key {
    case .work: read(PersonaWorkKey.self, node, key, what, &answers)
    case .family: read(PersonaFamilyKey.self, node, key, what, &answers)
    case .character: read(PersonaCharacterKey.self, node, key, what, &answers)
    case .rhythm: read(PersonaRhythmKey.self, node, key, what, &answers)
    case .interests: read(PersonaInterestsKey.self, node, key, what, &answers)
    case .internet: read(PersonaInternetKey.self, node, key, what, &answers)
    case .number, .title, .portrait: break
    case .age, .sex, .home, .origin, .schooling, .pastWork, .relations, .daysOff, .access:
      _ = report.lines(node)
    }
  }

  private func read<Key: FormatKey>(
    _: Key.Type, _ node: Node, _ topic: PersonaKey, _ what: Phrase, _ answers: inout [PersonaField: [String]]
  ) {
    guard let fields = Fields<Key>(node, what: what, report: report) else { return }
    for key in Key.allCases {
      if let field = PersonaField(rawValue: "\(topic.rawValue).\(key.rawValue)") {
        answers[field] = report.lines(fields[key])
      }
    }
  }

  /// A figure's name, or the path of a picture.
  private func portrait(_ node: Node?) -> PortraitChoice? {
    guard let text = report.text(node), let node else { return nil }
    if let figure = Words.portraits[text] { return .figure(figure) }
    if PictureFile.isPicture(text) { return .file(text) }
    report.error(
      .unknownWord, at: report.place(node),
      Phrase(ja: "似顔絵「\(text.shortened)」はありません。", en: "There is no portrait “\(text.shortened)”."),
      hint: Suggestion.hint(for: text, among: Words.portraits.words)
        ?? Phrase(
          ja: "似顔絵の名前（落ち着いた高齢男性 など）か、画像のファイル（.svg、.png、.jpg）を書きます。",
          en: "Write a figure's name, such as older-man-calm, or the name of an .svg, .png or .jpg file."))
    return nil
  }
}

/// Names of picture files.
enum PictureFile {
  static func isPicture(_ name: String) -> Bool {
    [".svg", ".png", ".jpg", ".jpeg"].contains { name.lowercased().hasSuffix($0) }
  }
}

extension Words {
  static let portraits = Vocabulary<Portrait>([
    (.childBoyCurious, [Portrait.childBoyCurious.rawValue, "男の子"]),
    (.childGirlCheerful, [Portrait.childGirlCheerful.rawValue, "女の子"]),
    (.teenBoyThoughtful, [Portrait.teenBoyThoughtful.rawValue, "少年"]),
    (.teenGirlCheerful, [Portrait.teenGirlCheerful.rawValue, "少女"]),
    (.youngManQuiet, [Portrait.youngManQuiet.rawValue, "物静かな若い男性"]),
    (.youngManCalm, [Portrait.youngManCalm.rawValue, "落ち着いた若い男性"]),
    (.youngWomanTired, [Portrait.youngWomanTired.rawValue, "疲れた若い女性"]),
    (.youngWomanCheerful, [Portrait.youngWomanCheerful.rawValue, "明るい若い女性"]),
    (.middleManTired, [Portrait.middleManTired.rawValue, "疲れた中年男性"]),
    (.middleManCheerful, [Portrait.middleManCheerful.rawValue, "明るい中年男性"]),
    (.middleWomanCalm, [Portrait.middleWomanCalm.rawValue, "落ち着いた中年女性"]),
    (.middleWomanThoughtful, [Portrait.middleWomanThoughtful.rawValue, "考えている中年女性"]),
    (.olderManCalm, [Portrait.olderManCalm.rawValue, "落ち着いた高齢男性"]),
    (.olderManThoughtful, [Portrait.olderManThoughtful.rawValue, "考えている高齢男性"]),
    (.olderWomanCalm, [Portrait.olderWomanCalm.rawValue, "落ち着いた高齢女性"]),
    (.olderWomanCheerful, [Portrait.olderWomanCheerful.rawValue, "明るい高齢女性"]),
    (.anyoneScarf, [Portrait.anyoneScarf.rawValue, "だれか・えりまき"]),
    (.anyoneCollar, [Portrait.anyoneCollar.rawValue, "だれか・えり"]),
    (.anyoneStripes, [Portrait.anyoneStripes.rawValue, "だれか・しま"]),
    (.anyonePocket, [Portrait.anyonePocket.rawValue, "だれか・ポケット"]),
  ])
}
