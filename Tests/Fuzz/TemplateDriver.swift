import CairoBackend
import Diagnostics
import Picture

/// What libFuzzer calls with every input: a template is read, or what is wrong with it is told; and a text is made a QR
/// code, or is too long for one. What librsvg makes of the drawing is not asked: it is not ours, and not instrumented.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let reader = TemplateReader(bytes: bytes, file: "first.svg", artwork: "first")
  check((reader.page == nil) == !reader.findings.isEmpty, "a page exactly where nothing is wrong")
  for finding in reader.findings {
    check(!finding.message.ja.isEmpty && !finding.message.en.isEmpty, "every message is there")
    check(finding.place.map { $0.line >= 1 } ?? true, "lines count from 1")
  }
  if let page = reader.page {
    check(page.size.width > .zero && page.size.height > .zero, "a page has a size")
    check(!reader.drawing.isEmpty, "a page has a drawing")
    for slot in page.slots.values { check(slot.width > .zero && slot.height > .zero, "a slot has a size") }
  }
  if let text = String(validating: bytes.prefix(400), as: UTF8.self) {
    do throws(BackendError) {
      let code = try QRCode(text)
      check(code.side >= 21 && code.side <= 177 && code.side % 4 == 1, "a code has a side of the standard")
      check(code.isDark.count == code.side * code.side, "a code is a square")
    } catch {
      check(text.isEmpty || text.utf8.count > 300 || text.contains("\0"), "short texts fit into a code")
    }
  }
  return 0
}
