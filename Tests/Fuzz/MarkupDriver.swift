import Workshop

/// What libFuzzer calls with every input: markup is read, or the slip in it is told where it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  check(RichText(plain: text).plain == text, "plain text stays as it is")
  do throws(RichText.Slip) {
    let read = try RichText(markup: text)
    check(read.runs.allSatisfy { !$0.text.isEmpty && $0.reading?.isEmpty != true }, "no run is empty")
    check(read.plain.unicodeScalars.count <= text.unicodeScalars.count, "nothing is added")
    let scalars = Set(text.unicodeScalars)
    check(!read.hasReadings || scalars.contains("{") || scalars.contains("｛"), "readings have braces")
    // Without the marks, text is its own markup.
    let marks: Set<Unicode.Scalar> = ["*", "{", "}", "|", "\\", "｛", "｝", "｜"]
    if scalars.isDisjoint(with: marks) { check(read == RichText(plain: text), "no mark, no change") }
  } catch {
    check((0..<max(1, text.unicodeScalars.count)).contains(error.offset), "a slip is inside of the text")
  }
  return 0
}
