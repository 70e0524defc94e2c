import Foundation
import Testing

/// What the command line answers, beside the same rules written once more in Python from the documentation alone
/// (`Tests/Oracle`). A few invented neighbourhoods here, thousands by `make oracle`.
struct OracleTests {
  @Test(
    "Invented files come out as an independent reckoning has them",
    arguments: [
      "compare.py \"$TENKEN\" --files 20 --seed 100 --combinations 12",
      "compare_chances.py \"$TENKEN\" --files 10 --runs 500",
      "compare_reach.py \"$TENKEN\" --files 15",
      "compare_stories.py \"$TENKEN\" --files 8 --houses 1",
    ])
  func agrees(_ line: String) throws {
    let terminal = try Terminal()
    let reply = try terminal.type("python3 -B \"$REPOSITORY\"/Tests/Oracle/" + line)
    #expect(reply.code == 0, "\(reply.output)\(reply.error)")
    #expect(reply.output.contains(" files, 0 differ"))
  }
}
