import Diagnostics
import Workshop

extension Report {
  /// The numbers of people, votes or notes that can be written.
  static let counts = 0...1_000_000
  /// What may stand behind a number.
  static let countUnits = ["人", "票", "件", "枚", "名", "分", "min"]

  /// A number of people, votes, notes or minutes.
  func count(_ node: Node?, _ range: ClosedRange<Int> = Report.counts) -> Int? {
    let what = Phrase(ja: "数", en: "a whole number")
    guard let node, let value = integer(node, units: Self.countUnits, what: what) else { return nil }
    guard range.contains(value) else {
      error(
        .badValue, at: place(node),
        Phrase(
          ja: "\(range.lowerBound) から \(range.upperBound) までの数を書きます。",
          en: "Expected a number from \(range.lowerBound) to \(range.upperBound)."))
      return nil
    }
    return value
  }

  /// `{買い物: 5, 交通: 3}`.
  func counts(_ node: Node?) -> [NamedCount] {
    guard let node else { return [] }
    guard case .table(let entries) = node.content else {
      tellWrongType(
        node, expected: Phrase(ja: "名前ごとの数（「買い物: 5」の形）", en: "names with numbers (“shopping: 5”)"))
      return []
    }
    return named(entries).compactMap { name, entry in
      let name = name.trimmed
      guard !entry.value.isNull else {
        error(
          .missingValue, at: place(entry.key),
          Phrase(ja: "「\(name.shortened)」の数がありません。", en: "`\(name.shortened)` has no number."),
          hint: Phrase(ja: "なければ 0 と書いてください。", en: "Write 0 if there were none."))
        return nil
      }
      return count(entry.value).map { NamedCount(name, $0) }
    }
  }
}

/// Reads votes, rankings, tallies, the questionnaire and who took part.
struct CountReader {
  let report: Report

  private func list(_ node: Node?) -> [Node] { SheetReader(report: report).list(node) }

  func votes(_ node: Node?) -> [Vote] {
    list(node).compactMap { node in
      guard let fields = Fields<VoteKey>(node, what: Phrase(ja: "投票", en: "a vote"), report: report) else {
        return nil
      }
      return Vote(title: report.text(fields[.title]) ?? "", entries: entries(fields[.entries]))
    }
  }

  private func entries(_ node: Node?) -> [VoteEntry] {
    var lines: [String: Int] = [:]
    return list(node).compactMap { node in
      guard let entry = entry(node) else { return nil }
      if let line = lines[entry.name], !entry.name.isEmpty {
        report.warning(
          .sameEntry, at: report.place(node),
          Phrase(
            ja: "候補「\(entry.name.shortened)」が二度書かれています。一度目は \(line) 行目です。",
            en: "The entry “\(entry.name.shortened)” is written twice; the first is in line \(line)."),
          hint: Phrase(
            ja: "同じ候補なら票を合わせて一つにし、別の候補なら名前を変えてください。",
            en: "If both are the same, make them one and add up the votes; if not, tell them apart by name."))
      }
      lines[entry.name] = lines[entry.name] ?? node.line
      return entry
    }
  }

  private func entry(_ node: Node) -> VoteEntry? {
    guard let fields = Fields<VoteEntryKey>(node, what: Phrase(ja: "候補", en: "an entry"), report: report)
    else { return nil }
    return VoteEntry(
      name: report.text(fields[.name]) ?? "", picture: report.pictureFile(fields[.picture]),
      votes: report.count(fields[.votes]) ?? 0, reasons: report.lines(fields[.reasons]))
  }

  func colourRankings(_ node: Node?) -> [ColourRanking] {
    list(node).compactMap { node in
      guard
        let fields = Fields<ColourRankingKey>(
          node, what: Phrase(ja: "色の順位", en: "a ranking of colours"), report: report)
      else { return nil }
      let place = fields[.ranking]
      let lines = report.lines(place)
      // Each colour of a list has a place of its own.
      var places: [Node] = []
      if case .list(let list)? = place?.content { places = list.filter { !$0.isNull } }
      let colours = lines.enumerated().map { index, text in
        colour(text, places.count == lines.count ? places[index] : place ?? node)
      }
      return ColourRanking(table: report.text(fields[.table]) ?? "", colours: colours)
    }
  }

  /// `若草色 #A8C97F`, `若草色`, `#A8C97F`.
  private func colour(_ text: String, _ node: Node) -> NamedColour {
    guard let sign = text.folded.firstIndex(of: "#") else { return NamedColour(name: text) }
    let folded = text.folded
    let digits = folded[folded.index(after: sign)...].trimmingSuffix
    let name = String(folded[..<sign]).trimmed
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let rgb = UInt32(digits, radix: 16) else {
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "「#\(digits.shortened)」は色として読めません。", en: "“#\(digits.shortened)” cannot be read as a colour."),
        hint: Phrase(
          ja: "# のあとに 0〜9 と A〜F を六文字書きます（#A8C97F）。引用符で囲んでください。",
          en: "Write # and six of 0–9 and A–F, as in “spring green #A8C97F”, in quotation marks."))
      return NamedColour(name: name)
    }
    return NamedColour(name: name.isEmpty ? "#\(digits)" : name, rgb: rgb)
  }

  func tallies(_ node: Node?) -> [Tally] {
    list(node).compactMap { node in
      guard let fields = Fields<TallyKey>(node, what: Phrase(ja: "まとめ", en: "a tally"), report: report) else {
        return nil
      }
      return Tally(title: report.text(fields[.title]) ?? "", counts: report.counts(fields[.counts]))
    }
  }

  func questionnaire(_ node: Node?) -> Questionnaire? {
    guard let node,
      let fields = Fields<QuestionnaireKey>(
        node, what: Phrase(ja: "アンケート", en: "the questionnaire"), report: report)
    else { return nil }
    let respondents = report.count(fields[.respondents])
    return Questionnaire(
      respondents: respondents ?? 0,
      questions: list(fields[.questions]).compactMap { question($0, respondents) })
  }

  /// - Parameter everybody: nil where that could not be read, which has been told.
  private func question(_ node: Node, _ everybody: Int?) -> Question? {
    guard let fields = Fields<QuestionKey>(node, what: Phrase(ja: "質問", en: "a question"), report: report)
    else { return nil }
    let question = Question(
      title: report.text(fields[.question]) ?? "", answers: report.counts(fields[.answers]),
      respondents: report.count(fields[.respondents]), allowsSeveral: report.onOff(fields[.several]) ?? false,
      about: report.word(
        fields[.about], Words.asked, what: Phrase(ja: "質問がたずねること", en: "what a question asks about")))
    guard let people = question.respondents ?? everybody else { return question }
    let place = report.place(fields.keyNode(.answers) ?? node)
    if let most = question.answers.map(\.count).max(), most > people {
      report.error(
        .tooManyAnswers, at: place,
        Phrase(
          ja: "一つの答えに \(most) 人いますが、回答した人は \(people) 人です。",
          en: "One answer has \(most) people, but only \(people) answered."),
        hint: Phrase(ja: "人数か「回答者」を確かめてください。", en: "Check the number, or `respondents`."))
    } else if !question.allowsSeveral, question.answers.total > people {
      report.warning(
        .tooManyAnswers, at: place,
        Phrase(
          ja: "答えを合わせると \(question.answers.total) 人になり、回答した \(people) 人より多くなります。",
          en: "The answers add up to \(question.answers.total), more than the \(people) who answered."),
        hint: Phrase(
          ja: "いくつも選べる質問なら「複数回答: はい」を書き足してください。",
          en: "If several answers could be given, add `several: on`."))
    }
    return question
  }

  func participants(_ node: Node?) -> Participants? {
    guard let node,
      let fields = Fields<ParticipantsKey>(
        node, what: Phrase(ja: "参加者", en: "the participants"), report: report)
    else { return nil }
    let participants = Participants(
      total: report.count(fields[.total]), departments: report.counts(fields[.departments]),
      sexes: report.counts(fields[.sexes]), ages: report.counts(fields[.ages]))
    let lists: [(key: ParticipantsKey, counts: [NamedCount])] = [
      (.departments, participants.departments), (.sexes, participants.sexes), (.ages, participants.ages),
    ]
    for (key, counts) in lists where !counts.isEmpty && counts.total != participants.everybody {
      let sum = counts.total
      let name = key.name(likeJapanese: fields.isJapanese)
      let total = participants.everybody ?? 0
      report.warning(
        .totalsDiffer, at: report.place(fields.keyNode(key) ?? node),
        Phrase(
          ja: "「\(name)」を合わせると \(sum) 人ですが、ほかでは \(total) 人です。",
          en: "`\(name)` adds up to \(sum), but elsewhere there are \(total)."),
        hint: Phrase(
          ja: "答えなかった人がいれば「無回答」も書くと、合計が合います。",
          en: "If some did not say, add a line for them, and the sums agree."))
    }
    return participants
  }
}

extension Substring {
  /// Without blanks at the end.
  fileprivate var trimmingSuffix: String { String(self).trimmed }
}

extension Report {
  /// The name of a picture file.
  func pictureFile(_ node: Node?) -> String? {
    guard let name = text(node), let node else { return nil }
    if PictureFile.isPicture(name) { return name }
    error(
      .badValue, at: place(node),
      Phrase(ja: "「\(name.shortened)」は画像のファイルではありません。", en: "“\(name.shortened)” is no picture file."),
      hint: Phrase(ja: "使えるのは .svg、.png、.jpg です。", en: "It can be an .svg, .png or .jpg file."))
    return nil
  }
}
