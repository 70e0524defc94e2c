import Foundation
import Testing

@testable import tenken

/// Help teaches in both languages, and says of every option that the parser takes what it does.
@Suite struct HelpTests {
  @Test(arguments: Guides.all) func everyTextIsThereInBothLanguages(_ guide: CommandGuide) {
    var phrases = [guide.abstract] + guide.paragraphs
    phrases += (guide.arguments + guide.options).map(\.text)
    phrases += guide.examples.map(\.text)
    #expect(!guide.examples.isEmpty)
    for phrase in phrases {
      #expect(containsJapanese(phrase.ja), "\(phrase)")
      #expect(!phrase.en.isEmpty && !containsJapanese(phrase.en), "\(phrase)")
    }
  }

  @Test func headingsAndFormatsAreThereInBothLanguages() {
    let phrases =
      [
        Headings.usage, Headings.commands, Headings.arguments, Headings.options, Headings.examples,
        Headings.exitStatus,
        Headings.more, FormatGuide.heading, EnvironmentGuide.heading,
      ] + (Headings.exitCodes + FormatGuide.entries + EnvironmentGuide.entries).map(\.1)
    for phrase in phrases {
      #expect(containsJapanese(phrase.ja), "\(phrase)")
      #expect(!phrase.en.isEmpty && !containsJapanese(phrase.en), "\(phrase)")
    }
  }

  @Test(arguments: Guides.all) func theScreenShowsEveryOption(_ guide: CommandGuide) throws {
    let terminal = try Terminal()
    for language in ["ja", "en"] {
      let reply = try terminal.type("COLUMNS=100 tenken \(guide.name) --help --lang \(language)")
      #expect(reply.code == 0)
      #expect(reply.error == "")
      for option in guide.arguments + guide.options { #expect(reply.output.contains(option.label)) }
      for example in guide.examples { #expect(reply.output.contains(example.line)) }
      #expect(
        reply.output == (try terminal.type("COLUMNS=100 tenken --lang \(language) help \(guide.name)").output)
      )
    }
  }

  @Test func linesFitTheScreen() throws {
    let terminal = try Terminal()
    for language in ["ja", "en"] {
      let page = try terminal.type("COLUMNS=60 tenken help --lang \(language)").output
      for line in page.split(separator: "\n") where !line.hasPrefix("  tenken") {
        let wide = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
        #expect(wide <= 60, "\(line)")
      }
    }
  }

  /// What the parser itself says it takes.
  struct Dump: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    struct Argument: Decodable {
      var kind: String
      var names: [Name]?
      var valueName: String?
      var abstract: String?
    }
    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var arguments: [Argument]?
      var subcommands: [Command]?
    }
    var command: Command
  }

  @Test(arguments: ["ja", "en"]) func guidesAndParserAgree(_ language: String) throws {
    let terminal = try Terminal()
    let reply = try terminal.type("tenken --experimental-dump-help --lang \(language)")
    let dump = try JSONDecoder().decode(Dump.self, from: Data(reply.output.utf8))
    let commands = (dump.command.subcommands ?? []).filter { $0.commandName != "help" }
    #expect(commands.map(\.commandName).sorted() == Guides.all.dropFirst().map(\.name).sorted())
    for command in commands {
      let guide = try #require(Guides.named(command.commandName))
      #expect(command.abstract == (language == "ja" ? guide.abstract.ja : guide.abstract.en))
      let told = guide.options.filter { !$0.names.contains("--help") }
      let taken = (command.arguments ?? []).filter {
        $0.kind != "positional" && $0.names?.contains { $0.name == "help" || $0.name == "version" } != true
      }
      #expect(
        Set(told.flatMap(\.names)) == Set(taken.flatMap { ($0.names ?? []).map(\.typed) }),
        "\(command.commandName)")
      for argument in taken {
        let option = try #require(
          told.first { !Set($0.names).isDisjoint(with: (argument.names ?? []).map(\.typed)) })
        #expect(argument.abstract == (language == "ja" ? option.text.ja : option.text.en))
        #expect((argument.kind == "flag") == (option.value == nil))
      }
      let positional = (command.arguments ?? []).filter { $0.kind == "positional" }
      #expect(positional.count == guide.arguments.count, "\(command.commandName)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionKnowsEveryCommand(_ shell: String) throws {
    let reply = try Terminal().type("tenken completion \(shell)")
    #expect(reply.code == 0)
    for guide in Guides.all.dropFirst() { #expect(reply.output.contains(guide.name)) }
  }

  /// `tenken FILE` is what people type most: where a command is offered, so are session files, and folders to them.
  @Test func bashOffersFilesInThePlaceOfACommand() throws {
    let reply = try Terminal().type(
      """
      tenken completion bash > c; mkdir maps; touch maps.yaml maps.txt merged.yml
      . ./c
      COMP_WORDS=(tenken m) COMP_CWORD=1 COMP_LINE='tenken m' COMP_POINT=8
      _tenken_or_file tenken m tenken
      printf '%s\\n' "${COMPREPLY[@]}" | sort
      COMP_WORDS=(tenken render --format '') COMP_CWORD=3 COMP_LINE='tenken render --format ' COMP_POINT=23
      COMPREPLY=()
      _tenken_or_file tenken '' --format
      echo "${COMPREPLY[@]}"
      """)
    #expect(
      reply
        == Terminal.Reply(
          code: 0, output: "manual\nmaps\nmaps.yaml\nmerge\nmerged.yml\nsvg pdf png\n", error: ""))
  }

  @Test func versionIsToldPlainly() throws {
    #expect(
      try Terminal().type("tenken --version")
        == Terminal.Reply(code: 0, output: "tenken \(Version.current)\n", error: ""))
  }

  /// groff finds nothing to say of the pages, though Japanese has no blanks at which to break a line.
  @Test(arguments: ["ja", "en"]) func theManualPageIsSound(_ language: String) throws {
    let reply = try Terminal().type(
      "set +e; tenken manual --format man --lang \(language) > p.1; groff -ww -K utf8 -T utf8 -man p.1 > p.txt; wc -l < p.txt"
    )
    #expect(reply.error == "")
    #expect((Int(reply.output.filter(\.isNumber)) ?? 0) > 200)
  }
}
