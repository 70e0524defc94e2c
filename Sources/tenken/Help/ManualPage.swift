import Diagnostics

/// Everything that help says, in one piece.
struct ManualPage {
  var language: Language

  /// The pages of help one after the other.
  func text(columns: Int) -> String {
    let rule = String(repeating: "─", count: columns / 2)
    let pages = Guides.all.map { guide in
      let page = HelpPage(guide: guide, language: language, columns: columns).text
      return guide.name.isEmpty ? page : "\n\(rule)\n\(guide.fullName)\n\n\(page)"
    }.joined()
    let rest = [
      (FormatGuide.heading, FormatGuide.entries), (EnvironmentGuide.heading, EnvironmentGuide.entries),
    ]
    let sections = rest.map { heading, entries in
      let lines = entries.flatMap { label, text in
        ["  " + label] + TextColumns.wrapped(text(in: language), to: columns - 6).map { "      " + $0 }
      }
      return "\n\(rule)\n\(heading(in: language))\n" + lines.joined(separator: "\n") + "\n"
    }
    return pages + sections.joined()
  }

  /// The page as man reads it (`man ./tenken.1`).
  var roff: String {
    var page = Roff()
    page.line(".\\\" Made by: tenken manual --format man --lang \(language.rawValue)")
    page.line(".TH TENKEN 1 \"\" \"tenken \(Version.current)\"")
    // Options and names of files are not to be hyphenated, and lines of Japanese have no blanks to stretch.
    page.line(".nh")
    if language == .ja { page.line(".ad l") }
    page.section(Phrase(ja: "名前", en: "NAME")(in: language))
    page.line("tenken \\- " + Roff.escaped(Guides.tenken.abstract(in: language)))
    page.section(Headings.usage(in: language))
    for guide in Guides.all {
      for usage in guide.usage {
        page.line(".br")
        page.line("\\fB" + Roff.escaped(guide.fullName) + "\\fR " + Roff.escaped(usage))
      }
    }
    page.section(Phrase(ja: "説明", en: "DESCRIPTION")(in: language))
    for paragraph in Guides.tenken.paragraphs { page.paragraph(paragraph(in: language)) }
    page.section(Headings.commands(in: language))
    for guide in Guides.all where !guide.name.isEmpty {
      page.subsection(guide.fullName)
      page.paragraph(guide.abstract(in: language))
      for paragraph in guide.paragraphs { page.paragraph(paragraph(in: language)) }
      for option in guide.arguments + guide.options
      where option.names.first != "-h" && option.names != ["--lang"] {
        page.entry(option.label, option.text(in: language))
      }
      page.paragraph(Headings.examples(in: language))
      for example in guide.examples { page.entry(example.line, example.text(in: language)) }
    }
    page.section(Headings.options(in: language))
    for option in Guides.tenken.options { page.entry(option.label, option.text(in: language)) }
    page.section(Headings.examples(in: language))
    for example in Guides.tenken.examples { page.entry(example.line, example.text(in: language)) }
    page.section(Headings.exitStatus(in: language))
    for (code, text) in Headings.exitCodes { page.entry(code, text(in: language)) }
    page.section(FormatGuide.heading(in: language))
    for (label, text) in FormatGuide.entries { page.entry(label, text(in: language)) }
    page.section(EnvironmentGuide.heading(in: language))
    for (label, text) in EnvironmentGuide.entries { page.entry(label, text(in: language)) }
    return page.text
  }
}

/// The few requests of man's language that a manual page takes.
private struct Roff {
  var text = ""

  mutating func line(_ line: String) { text += line + "\n" }
  mutating func section(_ title: String) { line(".SH " + Roff.escaped(title)) }
  mutating func subsection(_ title: String) { line(".SS " + Roff.escaped(title)) }

  mutating func paragraph(_ words: String) {
    line(".PP")
    line(Roff.escaped(words))
  }

  mutating func entry(_ label: String, _ words: String) {
    line(".TP")
    line("\\fB" + Roff.escaped(label) + "\\fR")
    line(Roff.escaped(words))
  }

  /// Text that stands for itself: no hyphen that a search for an option would miss, no line taken for a request.
  static func escaped(_ text: String) -> String {
    var escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    if escaped.first == "." || escaped.first == "'" { escaped = "\\&" + escaped }
    return withBreaks(escaped)
  }

  /// Japanese has no blanks at which troff could break a line: it is told where it may (`\\:`), which is between any
  /// two letters but before what closes and behind what opens.
  private static func withBreaks(_ text: String) -> String {
    var result = ""
    var before: Character?
    for character in text {
      if let before, isWide(before) || isWide(character), before != " ", character != " ", before != "\\",
        !opening.contains(before), !closing.contains(character)
      {
        result += "\\:"
      }
      result.append(character)
      before = character
    }
    return result
  }

  private static let opening: Set<Character> = ["（", "「", "『", "{", "[", "("]
  private static let closing: Set<Character> = [
    "、", "。", "）", "」", "』", "ー", "々", "っ", "ッ", "ゃ", "ゅ", "ょ", "ャ", "ュ", "ョ", "・", "？", "}", "]", ")", ",",
    ".",
    ":", ";", "…", "％",
  ]

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map {
      (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
    }
      ?? false
  }
}
