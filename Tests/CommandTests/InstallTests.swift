import Foundation
import Testing

/// An installation works from anywhere, by whatever name the program is called.
///
/// The binary is the one under test: it looks for what belongs to it just as a release binary does. `make smoke` does the
/// same with the release build.
@Suite struct InstallTests {
  @Test func installedElsewhereAndCalledThroughALink() throws {
    let terminal = try Terminal()
    try terminal.put(RenderTests.small, into: "a.yaml")
    let reply = try terminal.type(
      """
      set -e
      make -s -C "$REPOSITORY" install PREFIX="$PWD/stage place" TENKEN="$TENKEN" >/dev/null
      mkdir links elsewhere && ln -s "../stage place/bin/tenken" links/tenken
      export PATH="$PWD/links:/usr/bin:/bin"; cd elsewhere
      tenken render ../a.yaml --year 2033 --format svg
      """)
    #expect(reply.code == 0, "\(reply)")
    #expect(reply.output == "../a.yaml → ../a-maps/B-2033.svg\n")
    let installed = try terminal.files().filter { $0.hasPrefix("stage place/") }
    for file in [
      "bin/tenken", "share/tenken/Assets/icons/shrine.svg", "share/man/man1/tenken.1",
      "share/man/ja/man1/tenken.1",
      "share/bash-completion/completions/tenken", "share/zsh/site-functions/_tenken",
      "share/fish/vendor_completions.d/tenken.fish",
    ] {
      #expect(installed.contains("stage place/" + file), "\(file)")
    }
    #expect(
      try terminal.type(
        "PREFIX=\"$PWD/stage place\"; make -s -C \"$REPOSITORY\" uninstall PREFIX=\"$PREFIX\""
      ).code == 0)
    #expect(try terminal.type("find 'stage place' -type f").output == "")
  }

  @Test func withoutItsAssetsItSaysSo() throws {
    let terminal = try Terminal()
    try terminal.put(RenderTests.small, into: "a.yaml")
    let reply = try terminal.type("mkdir bin && cp \"$TENKEN\" bin/ && bin/tenken a.yaml")
    #expect(reply.code == 1)
    #expect(reply.error.contains("The files that belong to Tenken (the Assets folder) were not found."))
    #expect(!(try terminal.files()).contains("a-maps"))
  }

  @Test(arguments: ["en", "ja"]) func theManualPageInTheRepositoryIsUpToDate(_ language: String) throws {
    let terminal = try Terminal()
    let made = try terminal.type("tenken manual --format man --lang \(language)").output
    let file = Terminal.repository.appending(path: language == "en" ? "docs/tenken.1" : "docs/ja/tenken.1")
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(made == kept, "The help texts have changed: run ‘make manual’ and commit what it writes.")
  }

  @Test func theManualPageIsInOrder() throws {
    let terminal = try Terminal()
    let reply = try terminal.type(
      "tenken manual --format man > t.1; grep -c '^\\.SS' t.1; awk 'length > 2000' t.1 | wc -l")
    #expect(reply.code == 0)
    let text = try terminal.type("tenken manual --lang ja").output
    for command in ["render", "check", "project", "why"] { #expect(text.contains("tenken \(command)")) }
  }
}
