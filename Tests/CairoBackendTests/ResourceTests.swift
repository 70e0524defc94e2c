import CairoBackend
import Foundation
import Testing

/// `Assets` is found wherever the program is installed.
@Suite struct ResourceTests {
  private func make(_ folders: [String], in root: String) throws {
    for folder in folders {
      try FileManager.default.createDirectory(atPath: root + "/" + folder, withIntermediateDirectories: true)
    }
  }

  private func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  @Test func besideTheProgramEvenThroughALink() throws {
    let root = try Scratch.folder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    try make(["opt/bin", "opt/share/tenken/Assets/icons", "elsewhere"], in: root)
    let program = root + "/opt/bin/tenken"
    try "".write(toFile: program, atomically: true, encoding: .utf8)
    let link = root + "/elsewhere/tenken"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../opt/bin/tenken")
    for executable in [program, link] {
      let found = try ResourceFolder.find(environment: [:], executable: executable)
      #expect(found.path == real(root) + "/opt/share/tenken")
    }
  }

  @Test func upwardsFromTheProgramInACheckout() throws {
    let root = try Scratch.folder()
    defer { try? FileManager.default.removeItem(atPath: root) }
    try make(["Assets/icons", ".build/x86/debug"], in: root)
    let found = try ResourceFolder.find(environment: [:], executable: root + "/.build/x86/debug/tenken")
    #expect(found.path == real(root))
    #expect(found.icon("shrine") == real(root) + "/Assets/icons/shrine.svg")
  }

  @Test func whereTheUserSaysAndNowhereElse() throws {
    let found = try ResourceFolder.find(environment: ["TENKEN_HOME": Support.root], executable: nil)
    #expect(found.path == Support.root)
    let error = #expect(throws: BackendError.self) {
      try ResourceFolder.find(
        environment: ["TENKEN_HOME": "/nowhere"], executable: Support.root + "/.build/debug/tenken")
    }
    #expect(error?.code == .resources)
    #expect(error?.message.ja.contains("/nowhere") == true)
    #expect(throws: BackendError.self) { try ResourceFolder.find(environment: [:], executable: "/bin/ls") }
    #expect(throws: BackendError.self) { try ResourceFolder.find(environment: [:], executable: nil) }
  }
}
