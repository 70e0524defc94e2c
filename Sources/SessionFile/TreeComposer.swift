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

  /// The most keys that are told as written twice: every one costs another pass.
  private static let mostRepeats = 50

  init(report: Report) {
    self.report = report
    bytes = report.source.bytes
  }

  /// The tree, or nil where the grammar is too broken for one; what is wrong has then been reported.
  mutating func compose() -> Node? {
    if let heavy = AliasWeight(bytes).tooHeavy {
      tellTooManyAliases(at: report.source.place(ofByte: heavy))
      return nil
    }
    for _ in 0...TreeComposer.mostRepeats {
      do {
        let parser = try Parser(
          yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
        guard let root = try parser.nextRoot() else { return nil }
        budget = max(100_000, bytes.count)
        guard let tree = node(root) else { return nil }
        checkFurtherDocuments(parser)
        return tree
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        guard let key = duplicates.first, cover(key, at: context.mark) else { return nil }
      } catch let error as YamlError {
        YAMLProblem(error, report: report).tell()
        return nil
      } catch {
        return nil
      }
    }
    return nil
  }

  private func checkFurtherDocuments(_ parser: Parser) {
    do {
      guard let next = try parser.nextRoot() else { return }
      report.error(
        .severalDocuments,
        at: report.source.place(
          line: next.mark?.line ?? 1, scalarColumn: next.mark?.column ?? 1, scalarLength: 0),
        Phrase(
          ja: "ここから二つ目の文書が始まっています。一つのファイルに書けるのは一回分の記録だけです。",
          en: "A second document begins here. One file holds one workshop."),
        hint: Phrase(
          ja: "その前の「---」を消すか、別のファイルに分けてください。",
          en: "Remove the “---” before it, or put it into a file of its own."))
    } catch let error as YamlError {
      YAMLProblem(error, report: report).tell()
    } catch {
      return
    }
  }

  // MARK: - Keys written twice

  /// Writes over the key that begins at `mark`; false (and told) where that cannot be done.
  private mutating func cover(_ key: String, at mark: Yams.Mark) -> Bool {
    let start = offset(of: mark)
    let text = Array(key.utf8)
    guard covered.count < TreeComposer.mostRepeats, !text.isEmpty, start + text.count <= bytes.count,
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
    guard covered.count < TreeComposer.mostRepeats, end <= bytes.count, let quote = bytes[safe: start],
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
      }
    case .sequence(let sequence):
      var list: [Node] = []
      list.reserveCapacity(sequence.count)
      for element in sequence {
        guard let element = self.node(element) else { return nil }
        list.append(element)
      }
      result.content = .list(list)
    case .mapping(let mapping):
      guard let entries = entries(mapping) else { return nil }
      result.content = .table(entries)
    case .alias: return nil
    }
    return result
  }

  private mutating func entries(_ mapping: Yams.Node.Mapping) -> [Node.Entry]? {
    var entries: [Node.Entry] = []
    entries.reserveCapacity(mapping.count)
    var coveredHere: [String: Int] = [:]
    for (key, value) in mapping {
      guard var key = self.node(key), let value = self.node(value) else { return nil }
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
    let tag = node.tag.rawValue
    guard !TreeComposer.knownTags.contains(tag) else { return }
    let place = report.source.place(
      line: line, scalarColumn: column, scalarLength: tag.unicodeScalars.count)
    report.error(
      .tag, at: place,
      Phrase(
        ja: "「!」で始まる語は、この書式では特別な印(タグ)になり、文字として読まれません。",
        en: "A word that begins with “!” is a special mark (a tag) in this format, not text."),
      hint: Phrase(
        ja: "文字として書くときは、全体を引用符で囲んでください: \"\(tag)\"",
        en: "To write it as text, put it all in quotes: \"\(tag)\""))
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
