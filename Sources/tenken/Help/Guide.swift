import ArgumentParser
import Diagnostics

/// What there is to say about one option or argument; help, manual page, completions and errors all say it from here.
struct OptionGuide: Sendable {
  /// `--format`, or nothing for an argument that stands by itself.
  var names: [String]
  /// What stands for the value (`YEAR`, `svg,pdf,png`); nil for a flag.
  var value: String?
  /// What it does.
  var text: Phrase

  init(_ names: String..., value: String? = nil, ja: String, en: String) {
    self.names = names
    self.value = value
    text = Phrase(ja: ja, en: en)
  }

  /// As it stands in a list of options: `--format text|json`.
  var label: String {
    let name = names.joined(separator: ", ")
    guard let value else { return name }
    return name.isEmpty ? value : name + " " + value
  }

  /// What the argument parser is told, in the language of the run at hand.
  var help: ArgumentHelp {
    ArgumentHelp(stringLiteral: text.told).valued(value)
  }
}

extension ArgumentHelp {
  fileprivate func valued(_ name: String?) -> ArgumentHelp {
    var help = self
    help.valueName = name
    return help
  }
}

/// A line that can be typed, and what comes of it.
struct Example: Sendable {
  /// The line.
  var line: String
  /// What comes of it.
  var text: Phrase

  init(_ line: String, ja: String, en: String) {
    self.line = line
    text = Phrase(ja: ja, en: en)
  }
}

/// What there is to say about a command.
struct CommandGuide: Sendable {
  /// Its name; empty for `tenken` itself.
  var name: String
  /// What it does, in one line.
  var abstract: Phrase
  /// How it is typed, without `tenken` and its name.
  var usage: [String]
  /// More about it, a paragraph each.
  var paragraphs: [Phrase]
  /// Its arguments.
  var arguments: [OptionGuide]
  /// Its options.
  var options: [OptionGuide]
  /// Lines to try.
  var examples: [Example]

  init(
    _ name: String, abstract: Phrase, usage: [String], paragraphs: [Phrase] = [],
    arguments: [OptionGuide] = [],
    options: [OptionGuide] = [], examples: [Example]
  ) {
    self.name = name
    self.abstract = abstract
    self.usage = usage
    self.paragraphs = paragraphs
    self.arguments = arguments
    self.options = options
    self.examples = examples
  }

  /// The name as it is typed: `tenken check`.
  var fullName: String { name.isEmpty ? "tenken" : "tenken " + name }

  /// What the argument parser is told, in the language of the run at hand.
  var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name.isEmpty ? "tenken" : name, abstract: abstract.told)
  }
}
