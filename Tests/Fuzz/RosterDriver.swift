import City
import Diagnostics

/// What libFuzzer calls with every input: a roster is read, or what keeps it from being read is told. Its first byte says
/// in which pieces it comes in, how bad lines are taken, and whether the year is known; the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let (choice, bytes) = (start[0], UnsafeBufferPointer(start: start + 1, count: count - 1))
  let (whole, told) = read(bytes, choice, piece: max(1, bytes.count))
  for finding in told {
    check(!finding.message.ja.isEmpty && !finding.message.en.isEmpty, "every message is there")
    guard let place = finding.place else { continue }
    check(place.line >= 1 && place.column >= 1 && place.length >= 0, "places count from 1")
  }
  check(whole != nil || told.contains { $0.severity == .error }, "a roster, or an error")
  // In whatever pieces a file comes in, it says the same.
  let (pieces, again) = read(bytes, choice, piece: 1 + Int(choice >> 2))
  check(told == again, "the same is told of pieces")
  check((whole == nil) == (pieces == nil), "pieces give a roster where the whole gives one")
  if let whole, let pieces {
    check(whole.peopleCount == pieces.peopleCount && whole.houseCount == pieces.houseCount, "the same people")
    check(whole.housesByDistrict == pieces.housesByDistrict, "the same districts")
    check(whole.housesByDistrict.reduce(0, +) == whole.houseCount, "every house in a district")
  }
  return 0
}

private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ choice: UInt8, piece: Int) -> (Roster?, [Finding]) {
  let told = Told()
  var reader = RosterReader(
    file: "roster.csv", baseYear: choice & 1 == 0 ? 2023 : nil, onBadLine: choice & 2 == 0 ? .stop : .skip,
    tell: { told.findings.append($0) })
  do throws(RosterReader.Stopped) {
    var place = 0
    while place < bytes.count {
      let next = min(place + piece, bytes.count)
      try reader.read(UnsafeBufferPointer(rebasing: bytes[place..<next]))
      place = next
    }
    return (try reader.finish(), told.findings)
  } catch {
    return (nil, told.findings)
  }
}

private final class Told {
  var findings: [Finding] = []
}
