import Diagnostics
import SessionFile

/// What libFuzzer calls with every input: reading must end with a result that keeps its promises.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let result = SessionReader.read(bytes: bytes, file: "input.yaml")
  check((result.session == nil) == result.hasErrors, "a session exactly where there is no error")
  var last = (0, 0)
  for finding in result.findings {
    check(!finding.message.ja.isEmpty && !finding.message.en.isEmpty, "every message is there")
    guard let place = finding.place else { continue }
    check(place.line >= 1 && place.column >= 1 && place.length >= 0, "places count from 1")
    check(place.line <= result.source?.lineCount ?? 1, "no place behind the end")
    check((place.line, place.column) >= last, "in the order of the file")
    last = (place.line, place.column)
  }
  return 0
}
