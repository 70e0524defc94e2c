import Diagnostics
import Yams

/// Composes the YAML of a source into a tree of ``Node``; the only place that knows Yams.
///
/// Yams stops at the first table that has a key twice. So that everything is found in one pass, the first of the two
/// is then written over by as many letters nobody types (from a private area of Unicode), which moves nothing else,
/// and the text is composed again.
struct TreeComposer {
  private let report: Report
  private var bytes: [UInt8]
  /// The true text of keys that were written over.
  private var covered: [String: String] = [:]
  private var nextCover: UInt32 = 0xF0000
  private var budget = 0
  /// How many times the text was gone through.
  private(set) var passes = 0

  /// The most keys that are told as written twice: every one costs another pass.
  private let mostRepeats: Int

  init(report: Report, mostRepeats: Int = 50) {
    self.report = report
    self.mostRepeats = mostRepeats
    bytes = report.source.bytes
  }

  /// What composing a text comes to.
  enum Outcome {
    case tree(Node)
    /// There is nothing in it.
    case nothing
    /// There is a second document, which begins here.
    case further(GrammarSlip.Spot)
    /// The grammar is broken; without a slip what is wrong has been reported, and there is no going on.
    case stopped(GrammarSlip?)
  }

  mutating func compose() -> Outcome {
    if let heavy = AliasWeight(bytes).tooHeavy {
      tellTooManyAliases(at: report.source.place(ofByte: heavy))
      return .stopped(nil)
    }
    for _ in 0...mostRepeats {
      passes += 1
      do {
        let parser = try Parser(
          yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
        guard let root = try parser.nextRoot() else { return .nothing }
        if let next = try parser.nextRoot() {
          return .further(GrammarSlip.Spot(line: next.mark?.line ?? 1, column: next.mark?.column ?? 1))
        }
        budget = max(100_000, bytes.count)
        return node(root).map(Outcome.tree) ?? .stopped(nil)
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        guard let key = duplicates.first, cover(key, at: context.mark) else { return .stopped(nil) }
      } catch let error as YamlError {
        let slip = YAMLProblem(report.source).slip(error)
        if slip == nil {
          report.error(
            .syntax, at: nil,
            Phrase(ja: "このファイルは YAML として読めません。", en: "This file cannot be read as YAML."))
        }
        return .stopped(slip)
      } catch {
        return .stopped(nil)
      }
    }
    return .stopped(nil)
  }

  func tellFurtherDocument(_ spot: GrammarSlip.Spot) {
    report.error(
      .severalDocuments,
      at: report.source.place(line: spot.line, scalarColumn: spot.column, scalarLength: 0),
      Phrase(
        ja: "ここから二つ目の文書が始まっています。一つのファイルに書けるのは一回分の記録だけです。",
        en: "A second document begins here. One file holds one workshop."),
      hint: Phrase(
        ja: "その前の「---」を消すか、別のファイルに分けてください。",
        en: "Remove the “---” before it, or put it into a file of its own."))
  }

  // MARK: - Gaps

  /// A letter nobody types (from a private area of Unicode) that stands for something that could not be read. It is
  /// left out of the tree; the table or list it stood in knows that something is missing.
  static func gap(_ number: Int) -> Character {
    Character(Unicode.Scalar(firstGap + UInt32(clamping: number) % 0x8000) ?? "\u{F4000}")
  }

  private static let firstGap: UInt32 = 0xF4000

  private static func isGap(_ text: String?) -> Bool {
    text?.unicodeScalars.first.map { (firstGap..<firstGap + 0x8000).contains($0.value) } ?? false
  }

  /// Whether a dash with blanks around it stands in the text.
  private static func hasLooseDash(_ text: String) -> Bool {
    let (blank, dash) = (UInt8(ascii: " "), UInt8(ascii: "-"))
    var met = 0
    for byte in text.utf8 {
      if met == 2, byte == blank { return true }
      met = byte == blank ? 1 : met == 1 && byte == dash ? 2 : 0
    }
    return false
  }

  // MARK: - Keys written twice

  /// Writes over the key that begins at `mark`; false (and told) where that cannot be done.
  private mutating func cover(_ key: String, at mark: Yams.Mark) -> Bool {
    let start = offset(of: mark)
    let text = Array(key.utf8)
    guard covered.count < mostRepeats, !text.isEmpty, start + text.count <= bytes.count,
      bytes[start..<start + text.count].elementsEqual(text)
    else { return coverQuoted(key, at: mark) }
    replace(start..<start + text.count, scalars: key.unicodeScalars.count, key: key)
    return true
  }

  /// The same for a key in quotes; the quotes are written over with it.
  private mutating func coverQuoted(_ key: String, at mark: Mark) -> Bool {
    let start = offset(of: mark)
    let text = Array(key.utf8)
    let end = start + text.count + 2
    guard covered.count < mostRepeats, end <= bytes.count, let quote = bytes[safe: start],
      quote == 0x22 || quote == 0x27, bytes[end - 1] == quote, bytes[start + 1..<end - 1].elementsEqual(text)
    else {
      report.error(
        .duplicateKey,
        at: report.source.place(
          line: mark.line, scalarColumn: mark.column, scalarLength: key.unicodeScalars.count),
        Phrase(ja: "「\(key)」が二度書かれています。", en: "“\(key)” is written twice."),
        hint: Phrase(ja: "どちらか一つを消してください。", en: "Remove one of the two."))
      return false
    }
    replace(start..<end, scalars: key.unicodeScalars.count + 2, key: key)
    return true
  }

  private mutating func replace(_ range: Range<Int>, scalars: Int, key: String) {
    var cover = ""
    for _ in 0..<max(1, scalars) {
      cover.unicodeScalars.append(Unicode.Scalar(nextCover) ?? "\u{F0000}")
    }
    nextCover += 1
    covered[cover] = key
    bytes.replaceSubrange(range, with: Array(cover.utf8))
  }

  private func offset(of mark: Mark) -> Int {
    let text = SourceText(file: "", bytes: bytes)
    let prefix = (text.line(mark.line) ?? "").unicodeScalars.prefix(max(0, mark.column - 1))
    return text.startOfLine(mark.line) + String(String.UnicodeScalarView(prefix)).utf8.count
  }

  // MARK: - From Yams's nodes to ours

  private mutating func node(_ node: Yams.Node) -> Node? {
    budget -= 1
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    guard budget >= 0 else {
      if budget == -1 {
        tellTooManyAliases(
          at: report.source.place(line: line, scalarColumn: column, scalarLength: 1))
      }
      return nil
    }
    var result = Node(content: .null, style: .plain, line: line, column: column)
    checkTag(node, line, column)
    switch node {
    case .scalar(let scalar):
      result.style = TreeComposer.style(scalar.style)
      if result.style != .plain || !TreeComposer.nulls.contains(scalar.string) {
        result.content = .scalar(scalar.string)
        if result.style == .plain, TreeComposer.hasLooseDash(scalar.string) {
          checkSwallowed(scalar.string, line, column)
        }
      }
    case .sequence(let sequence):
      var list: [Node] = []
      list.reserveCapacity(sequence.count)
      for element in sequence {
        guard let element = self.node(element) else { return nil }
        if TreeComposer.isGap(element.text) {
          result.hasGap = true
        } else {
          list.append(element)
        }
      }
      result.content = .list(list)
    case .mapping(let mapping):
      guard let entries = entries(mapping, hasGap: &result.hasGap) else { return nil }
      result.content = .table(entries)
    case .alias: return nil
    }
    return result
  }

  /// Entries of a list that do not line up, or whose first has no blank behind its dash, are one long text to YAML.
  private func checkSwallowed(_ text: String, _ line: Int, _ column: Int) {
    let lines = ScannedLines(source: report.source)
    let scan = lines[line]
    let head = String(String.UnicodeScalarView(scan.scalars[min(column - 1, scan.end)..<scan.end]))
    guard let next = lines.after(line), lines[next].isItem, text.hasPrefix(head + " - ") else { return }
    let start = LineScan(head)
    let spot =
      start.startsWithBareDash
      ? GrammarSlip.Spot(line: line, column: column)
      : GrammarSlip.Spot(line: next, column: lines[next].indent + 1)
    let kind: GrammarSlip.Kind = start.startsWithBareDash ? .dashWithoutBlank : .outOfLine
    GrammarMessages(GrammarSlip(kind: kind, spot: spot, stop: spot), report: report).tell()
  }

  private mutating func entries(_ mapping: Yams.Node.Mapping, hasGap: inout Bool) -> [Node.Entry]? {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(mapping.count)
    var coveredHere: [String: Int] = [:]
    for (key, value) in mapping {
      guard var key = self.node(key), let value = self.node(value) else { return nil }
      if TreeComposer.isGap(key.text) {
        hasGap = true
        continue
      }
      var earlier: Int?
      if !covered.isEmpty, let text = key.text {
        if let original = covered[text] {
          key.content = .scalar(original)
          if let before = coveredHere[original] {
            earlier = before
          } else {
            coveredHere[original] = entries.count
          }
        } else {
          earlier = coveredHere[text]
        }
      }
      entries.append(Node.Entry(key: key, value: value, earlier: earlier))
    }
    return entries
  }

  /// YAML 1.2, section 10.3.2: the plain scalars that mean nothing.
  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

  private static func style(_ style: Yams.Node.Scalar.Style) -> Node.Style {
    switch style {
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal, .folded: .block
    case .any, .plain: .plain
    }
  }

  private static let knownTags: Set<String> = [
    "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:int",
    "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
    "tag:yaml.org,2002:timestamp",
  ]

  private func checkTag(_ node: Yams.Node, _ line: Int, _ column: Int) {
    guard !TreeComposer.knownTags.contains(node.tag.rawValue) else { return }
    // As it was typed: Yams knows the tag by its full name.
    var typed = String(
      String.UnicodeScalarView(
        report.source.scalars(ofLine: line, from: column).prefix { !" \t,]}".unicodeScalars.contains($0) }))
    let length = typed.unicodeScalars.count
    if let text = node.string, !text.isEmpty { typed += " " + text }
    report.error(
      .tag, at: report.source.place(line: line, scalarColumn: column, scalarLength: length),
      Phrase(
        ja: "「!」で始まる語は、この書式では特別な印(タグ)になり、文字として読まれません。",
        en: "A word that begins with “!” is a special mark (a tag) in this format, not text."),
      hint: Phrase(
        ja: "文字として書くときは、全体を引用符で囲んでください: \"\(typed)\"",
        en: "To write it as text, put it all in quotes: \"\(typed)\""))
  }

  private func tellTooManyAliases(at place: Place) {
    report.error(
      .tooManyAliases, at: place,
      Phrase(
        ja: "「*」による参照が互いに重なり、ファイルの大きさをはるかに超えてふくらみます。読むのをやめました。",
        en:
          "References (“*”) refer to each other until they swell far beyond the file's size. Reading stopped."
      ),
      hint: Phrase(
        ja: "「&」と「*」を使わずに、そのまま書いてください。",
        en: "Write things out instead of using “&” and “*”."))
  }
}
