import Diagnostics
import Workshop

/// Reads residents, in shorthand or spelled out.
struct ResidentReader {
  let report: Report

  /// A list of residents, or one of them.
  func list(_ node: Node) -> [ResidentDraft] {
    switch node.content {
    case .null: return []
    case .list(let list): return list.flatMap { element($0) }
    case .scalar, .table: return element(node)
    }
  }

  /// One entry of a list, which may hold several people in a row (`○35 △33 ○3`).
  private func element(_ node: Node) -> [ResidentDraft] {
    switch node.content {
    case .scalar(let text): return row(Word.split(text), of: node)
    case .table: return spelledOut(node).map { [$0] } ?? []
    case .null:
      report.tellWrongType(node, expected: Phrase(ja: "人", en: "a person"))
      return []
    case .list:
      report.tellWrongType(node, expected: Phrase(ja: "人(○72 農業 など)", en: "a person, such as ○72 農業"))
      return []
    }
  }

  /// People in a row; each begins with a sign.
  func row(_ words: [Word], of node: Node) -> [ResidentDraft] {
    var groups: [[Word]] = []
    for word in words {
      if groups.isEmpty || Sign.beginsResident(word, after: groups.last?.last) {
        groups.append([word])
      } else {
        groups[groups.count - 1].append(word)
      }
    }
    return groups.compactMap { ResidentText.read($0, of: node, report: report) }
  }

  // MARK: - Spelled out

  private func spelledOut(_ node: Node) -> ResidentDraft? {
    guard let fields = Fields<ResidentKey>(node, what: Phrase(ja: "人", en: "a person"), report: report) else {
      return nil
    }
    var draft = ResidentDraft(spot: Spot(node: node))
    draft.sex = report.word(fields[.sex], Words.sexes, what: Phrase(ja: "性別", en: "sex")) ?? .unknown
    readAge(fields, into: &draft)
    draft.occupation = report.text(fields[.occupation])
    if let node = fields[.relation] {
      draft.relation = report.word(node, Words.relations, what: Phrase(ja: "続柄", en: "relation"))
      draft.relationSpot = Spot(node: node)
      if draft.relation != nil {
        RelationChecks(report: report).check(node.text ?? "", draft.sex, Spot(node: node))
      }
    }
    draft.name = report.text(fields[.name])
    draft.note = report.lines(fields[.note]).joined(separator: "\n").nonEmpty
    if let away = fields[.away], let text = report.text(away) {
      switch Words.switches[text] {
      case .some(true): draft.away = Away()
      case .some(false): break
      case .none: draft.away = Away(place: text == "？" || text == "?" ? nil : text)
      }
    }
    if let node = fields[.plans] { draft.plans = plans(node) }
    return draft
  }

  private func readAge(_ fields: Fields<ResidentKey>, into draft: inout ResidentDraft) {
    let given = [ResidentKey.age, .born, .band].filter { fields[$0] != nil }
    draft.isAgeUnread = given.count > 1 || (given.isEmpty && fields.hasUnknown)
    if given.count > 1, let second = fields.keyNode(given[1]) {
      report.error(
        .keysExcludeEachOther, at: report.place(second),
        Phrase(
          ja: "年齢、生年、年代は、どれか一つだけを書きます。", en: "Give only one of age, born and band."),
        hint: Phrase(ja: "確かなほうを残してください。", en: "Keep the one you are sure of."))
      // What is wrong with either is told all the same.
      for key in given { _ = fields[key].map { age($0, key) } }
      return
    }
    guard let key = given.first, let node = fields[key] else { return }
    draft.ageSpot = Spot(node: node)
    if let age = age(node, key) { draft.age = age } else { draft.isAgeUnread = true }
  }

  /// The age behind `key`; nil (and told) where it is none.
  private func age(_ node: Node, _ key: ResidentKey) -> Age? {
    guard let text = node.text else {
      report.tellWrongType(node, expected: Phrase(ja: "年齢", en: "an age"))
      return nil
    }
    let scalars = Array(text.folded.trimmed.unicodeScalars)
    if key == .born {
      if case .age(.born(let year), let end) = AgeText.prefix(scalars), end == scalars.count {
        return .born(year)
      }
      return report.year(node).map { .born($0) }
    }
    switch AgeText.prefix(scalars) {
    case .age(let age, let end) where end == scalars.count: return age
    case .bad(let message, let hint, _): report.error(.badAge, at: report.place(node), message, hint: hint)
    default:
      report.error(
        .badAge, at: report.place(node),
        Phrase(
          ja: "「\(text.shortened)」は\(key == .band ? "年代" : "年齢")として読めません。",
          en: "“\(text.shortened)” cannot be read as an \(key == .band ? "age band" : "age")."),
        hint: Phrase(ja: "72、70代、70代前半、65-69 のように書きます。", en: "Write 72, 70s, early 70s or 65-69."))
    }
    return nil
  }

  /// A list of plans, or several in one line.
  func plans(_ node: Node) -> [(plan: ResidentPlan, spot: Spot)] {
    switch node.content {
    case .null: return []
    case .list(let list): return list.flatMap { plans($0) }
    case .table:
      report.tellWrongType(node, expected: Phrase(ja: "予定(2035戻 など)", en: "plans, such as returns 2035"))
      return []
    case .scalar(let text):
      let words = Word.split(text)
      var result: [(plan: ResidentPlan, spot: Spot)] = []
      var index = 0
      while index < words.count {
        switch PlanText.read(words, at: index) {
        case .plan(let word):
          index += word.count
          let spot = Spot(node: node, range: word.range)
          if let plan = ResidentText.plan(word) { result.append((plan, spot)) } else { tellOfDwelling(spot) }
        case .bad(let code, let message, let hint, let range, let count):
          report.error(code, at: report.place(node, range), message, hint: hint)
          index += count
        case .none:
          if PlanText.stays.contains(words[index].scalars) {
            result.append((.stays, Spot(node: node, range: words[index].range)))
          } else {
            tellNoPlan(words[index], node, ofDwelling: false)
          }
          index += 1
        }
      }
      return result
    }
  }

  private func tellOfDwelling(_ spot: Spot) {
    report.error(
      .unknownWord, at: report.place(spot),
      Phrase(ja: "これは家に起こることで、人には書けません。", en: "This happens to a house, not to a person."),
      hint: PlanVerb.forms(ofDwelling: false))
  }

  func tellNoPlan(_ word: Word, _ node: Node, ofDwelling: Bool) {
    report.error(
      .unknownWord, at: report.place(node, word.range),
      Phrase(
        ja: "「\(word.text.shortened)」は、これから起こることとして読めません。",
        en: "“\(word.text.shortened)” cannot be read as something that will happen."),
      hint: PlanVerb.forms(ofDwelling: ofDwelling))
  }
}

extension String {
  /// Itself, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
