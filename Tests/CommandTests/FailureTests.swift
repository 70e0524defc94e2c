import Foundation
import Testing

/// Whatever fails is told plainly, ends with 1, and leaves no half file.
@Suite struct FailureTests {
  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(RenderTests.small, into: "a.yaml")
    return terminal
  }

  @Test func aFullStandardOutput() throws {
    for line in [
      "tenken project a.yaml > /dev/full", "tenken --help > /dev/full",
      "tenken render a.yaml --year 2033 --format png --output - > /dev/full",
    ] {
      let reply = try terminal("ja_JP.UTF-8").type(line)
      #expect(reply.code == 1, "\(line)")
      #expect(reply.error.contains("標準出力に書けません。ディスクがいっぱいです。"), "\(line)")
      #expect(
        try terminal().type(line).error.contains("The standard output cannot be written: the disk is full."))
    }
  }

  /// Nobody means to count or to draw a workshop twice.
  @Test func aFileGivenTwiceIsUsedOnce() throws {
    let terminal = try terminal()
    try terminal.put(RenderTests.small, into: "b.yaml")
    let once = try terminal.type("tenken project a.yaml b.yaml")
    let twice = try terminal.type("tenken project a.yaml ./a.yaml b.yaml")
    #expect(twice.code == 0 && twice.output == once.output && !once.error.contains("given-twice"))
    #expect(twice.error.contains("‘./a.yaml’ is the same file as ‘a.yaml’; it is used once. [given-twice]"))
    let drawn = try terminal.type("tenken render a.yaml a.yaml --format svg --output out")
    #expect(drawn.code == 0 && drawn.error.contains("‘a.yaml’ is given twice; it is used once."))
    #expect(
      try terminal.files().filter { $0.hasPrefix("out/") }.allSatisfy { $0.hasPrefix("out/a-maps/") == false }
    )
    let checked = try terminal.type("tenken check a.yaml a.yaml --lang ja")
    #expect(checked.output.split(separator: "\n").count == 1)
    #expect(checked.error.contains("「a.yaml」が二度指定されています。一度だけ使います。"))
  }

  @Test func aClosedPipe() throws {
    // More than a pipe holds, so that the writer notices.
    let reply = try terminal().type(
      "tenken render a.yaml --year 2033 --format png --dpi 300 --output - | head -c 1 | wc -c; echo ${PIPESTATUS[0]}"
    )
    #expect(
      reply.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["1", "1"])
    #expect(
      reply.error.contains("The standard output cannot be written: the receiving program closed it early."))
    #expect(!reply.error.contains("Fatal"))
  }

  @Test func aFullDisk() throws {
    // A limit on the size of files stops the write as a full disk does: after some of it.
    let terminal = try terminal()
    let reply = try terminal.type("mkdir out && (ulimit -f 8; tenken a.yaml --format png --output out)")
    #expect(reply.code == 1)
    #expect(reply.error.contains("cannot be written: the file is too large for this place."))
    #expect(try terminal.files() == ["a.yaml", "out"], "no half file and nothing aside")
    // Nor a folder that was made for it, by whatever command.
    for line in [
      "tenken a.yaml", "tenken a.yaml --output new/er", "tenken export a.yaml",
      "tenken kit a.yaml --output kit/kit",
      "tenken newsletter a.yaml",
    ] {
      let reply = try terminal.type("(ulimit -f 1; \(line))")
      #expect(
        reply.error.contains("cannot be written: the file is too large for this place."), "\(line): \(reply)"
      )
      #expect(try terminal.files() == ["a.yaml", "out"], "\(line)")
    }
  }

  @Test func afterAFailureWhatWasThereIsThereStill() throws {
    let terminal = try terminal()
    #expect(try terminal.type("tenken render a.yaml --year 2033 --output a.png").code == 0)
    let before = try terminal.bytes(of: "a.png")
    let reply = try terminal.type("(ulimit -f 8; tenken render a.yaml --year 2043 --output a.png)")
    #expect(reply.code == 1)
    #expect(try terminal.bytes(of: "a.png") == before)
    #expect(try terminal.files() == ["a.png", "a.yaml"])
  }

  @Test func placesThatCannotBeWrittenTo() throws {
    let terminal = try terminal()
    let cases = [
      (
        "tenken a.yaml --output a.yaml/x",
        "The folder ‘a.yaml/x’ cannot be made: a part of the path is not a folder."
      ),
      (
        "tenken a.yaml --year 2033 --output nowhere/x.svg",
        "‘nowhere/x.svg’ cannot be written: there is no such folder."
      ),
      (
        "tenken a.yaml --year 2033 --output $(printf 'x%.0s' {1..300}).svg",
        "cannot be written: the name is too long."
      ),
      ("tenken a.yaml --output /proc/x", "The folder ‘/proc/x’ cannot be made: "),
      ("tenken project a.yaml --format csv --output /proc/x.csv", "‘/proc/x.csv’ cannot be written: "),
    ]
    for (line, message) in cases {
      let reply = try terminal.type(line)
      #expect(reply.code == 1, "\(line)")
      #expect(reply.output == "", "\(line)")
      #expect(reply.error.contains(message), "\(line): \(reply.error)")
    }
    #expect(try terminal.files() == ["a.yaml"])
  }

  @Test func aReadOnlyFolder() throws {
    let terminal = try terminal("ja_JP.UTF-8")
    // Root may write anywhere; without the capability to, it is bound by the folder's permissions as others are.
    let reply = try terminal.type(
      """
      mkdir out && chmod 555 out
      if [ "$(id -u)" = 0 ]; then as="setpriv --bounding-set=-dac_override"; fi
      ${as-} "$TENKEN" a.yaml --output out
      """)
    #expect(reply.code == 1, "\(reply)")
    #expect(reply.error.contains("「out/maps.pdf」に書けません。許可がありません。"), "\(reply.error)")
    #expect(reply.error.contains("--output で書き込めるフォルダーを指定してください。"))
    #expect(try terminal.files() == ["a.yaml", "out"])
  }

  @Test func nothingIsOverwrittenThatIsNotTenkens() throws {
    let terminal = try terminal()
    let draw = "tenken render a.yaml --year 2033 --output a.svg"
    try terminal.put("mine", into: "a.svg")
    let refused = try terminal.type(draw)
    #expect(refused.code == 1)
    #expect(
      refused.error.contains("‘a.svg’ is there already and is not Tenken’s, so it was not overwritten."))
    #expect(refused.error.contains("--force"))
    #expect(try terminal.bytes(of: "a.svg") == Data("mine".utf8))
    #expect(try terminal.type(draw + " --force").code == 0)
    #expect(try terminal.type("tenken render a.yaml --year 2043 --output a.svg").code == 0, "its own")
    let changed = try terminal.type("sed -i 's/<desc/<!-- mine --><desc/' a.svg; \(draw)")
    #expect(changed.code == 1)
    #expect(changed.error.contains("Somebody has worked on ‘a.svg’ since Tenken wrote it"))
  }

  @Test func theInputIsNeverWrittenTo() throws {
    let terminal = try terminal()
    let before = try terminal.bytes(of: "a.yaml")
    for line in [
      "ln -s a.yaml link.csv; tenken project a.yaml --format csv --output link.csv --force",
      "ln a.yaml twin.svg; tenken render a.yaml --year 2033 --output twin.svg --force",
      "tenken project a.yaml --format json --output ./a.yaml --force", "tenken new a.yaml",
    ] {
      let reply = try terminal.type(line)
      #expect(reply.code == 1, "\(line)")
      #expect(try terminal.bytes(of: "a.yaml") == before, "\(line)")
    }
  }

  @Test func csvIsReplacedUntilSomebodyWorksOnIt() throws {
    let terminal = try terminal()
    let write = "tenken project a.yaml --format csv --output a.csv"
    #expect(try terminal.type(write).code == 0)
    #expect(try terminal.type(write + " --horizons 5").code == 0)
    #expect(try terminal.type("echo mine >> a.csv; \(write)").code == 1)
    #expect(try terminal.type(write + " --force").code == 0)
  }

  /// A run that is killed cannot clear up after itself; the next one does.
  @Test func whatAKilledRunLeavesTheNextTakesAway() throws {
    let terminal = try terminal()
    let reply = try terminal.type(
      """
      mkdir out
      for pause in 0.02 0.05 0.08 0.11 0.14 0.17 0.2 0.3; do
        timeout --signal=KILL $pause "$TENKEN" a.yaml --force --dpi 200 --output out >/dev/null 2>&1
      done
      for file in out/*.pdf; do [ -e "$file" ] && qpdf --check "$file" >/dev/null || echo none; done
      : > out/.tenken-left.tmp
      tenken a.yaml --force --output out >/dev/null
      ls -A out | grep -c tmp
      """)
    #expect(reply.output.split(separator: "\n").last == "0", "\(reply)")
  }

  /// Two runs at once into one folder: each file is that of one of them, whole.
  @Test func twoRunsIntoOneFolder() throws {
    let terminal = try terminal()
    let reply = try terminal.type(
      """
      for turn in 1 2 3; do
        tenken a.yaml --output out >/dev/null & tenken a.yaml --output out >/dev/null
        code=$?; wait $! || code=$?; [ $code = 0 ] || echo "failed"
      done
      ls -A out | grep -c tmp
      qpdf --check out/maps.pdf >/dev/null && echo whole
      """)
    #expect(reply.output == "0\nwhole\n", "\(reply)")
  }

  /// A closed standard stream must not lend its number to a file that is written.
  @Test func closedStreams() throws {
    let terminal = try terminal()
    #expect(try terminal.type("tenken project a.yaml --format csv >&-").error.contains("it is closed"))
    #expect(try terminal.type("tenken check a.yaml <&- 2>&-").code == 0)
    #expect(
      try terminal.type(
        "tenken a.yaml --year 2033 --format svg --output out >&- 2>&-; tenken a.yaml --year 2033 --output b.svg; cmp out/*.svg b.svg"
      ).output.contains("b.svg"))
    #expect(try terminal.type("cmp out/*.svg b.svg").code == 0)
  }

  @Test func anInterruptionLeavesNothingHalf() throws {
    let terminal = try terminal()
    // Interrupted at many moments; whatever is there afterwards is whole.
    let reply = try terminal.type(
      """
      for pause in 0.02 0.05 0.08 0.11 0.14 0.17 0.2 0.3; do
        timeout --signal=INT $pause tenken a.yaml --force --dpi 200 --output out >/dev/null
      done
      ls -A out 2>/dev/null | grep -c tmp
      for file in out/*.pdf; do [ -e "$file" ] && qpdf --check "$file" >/dev/null || echo none; done
      for file in out/*.svg; do [ -e "$file" ] && xmllint --noout "$file" || echo none; done
      """)
    #expect(reply.output.hasPrefix("0\n"), "\(reply)")
    #expect(!reply.error.contains("error"), "\(reply.error)")
  }
}
