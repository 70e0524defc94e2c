import Diagnostics
import Workshop

/// Checks that what is placed by points lies on the sheet, and not on top of each other.
struct SheetChecks {
  let report: Report
  let sheet: Sheet

  /// Nearer than this share of the sheet's longer side, two symbols cannot be told apart on A4.
  static let nearest = 0.02

  func check(_ houses: [HouseDraft], _ landmarks: [LandmarkDraft], lines: Fields<MapKey>) {
    var placed: [(point: SheetPoint, name: String, spot: Spot)] = []
    for draft in houses {
      guard case .point(let point) = draft.house.placement, let spot = draft.pointSpot else { continue }
      if isOff(point) {
        tellOff(draft.house.id, point, spot)
      } else {
        placed.append((point, draft.house.id, spot))
      }
    }
    for draft in landmarks {
      guard case .point(let point) = draft.landmark.placement, let spot = draft.pointSpot, isOff(point) else {
        continue
      }
      tellOff(draft.landmark.name ?? draft.landmark.kind.rawValue, point, spot)
    }
    checkDistances(placed)
    checkLines(lines)
  }

  private func isOff(_ point: SheetPoint) -> Bool {
    point.x < 0 || point.y < 0 || point.x > sheet.width || point.y > sheet.height
  }

  private func tellOff(_ name: String, _ point: SheetPoint, _ spot: Spot) {
    report.error(
      .offTheSheet, at: report.place(spot),
      Phrase(
        ja: "「\(name.shortened)」の位置が紙の外です。紙は横 \(number(sheet.width))、縦 \(number(sheet.height)) です。",
        en:
          "`\(name.shortened)` lies off the sheet, which is \(number(sheet.width)) by \(number(sheet.height))."
      ),
      hint: Phrase(
        ja: "位置は左上からの [横, 縦] です。紙の大きさは「用紙」で変えられます。",
        en: "A point is [x, y] from the upper left corner. The size is set by `sheet`."))
  }

  // MARK: - On top of each other

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// By a grid of cells as wide as the distance: only neighbours need be looked at.
  private func checkDistances(_ placed: [(point: SheetPoint, name: String, spot: Spot)]) {
    let least = max(sheet.width, sheet.height) * SheetChecks.nearest
    guard least > 0 else { return }
    var cells: [Cell: [Int]] = [:]
    for (index, entry) in placed.enumerated() {
      let cell = Cell(x: Int(entry.point.x / least), y: Int(entry.point.y / least))
      var near: Int?
      search: for x in (cell.x - 1)...(cell.x + 1) {
        for y in (cell.y - 1)...(cell.y + 1) {
          for other in cells[Cell(x: x, y: y)] ?? [] where distance(placed[other].point, entry.point) < least
          {
            near = other
            break search
          }
        }
      }
      if let near {
        // One neighbour is enough to tell; a heap of houses is not kept in the grid twice.
        tellNear(entry.name, placed[near].name, placed[near].spot.node.line, entry.spot)
      } else {
        cells[cell, default: []].append(index)
      }
    }
  }

  private func distance(_ a: SheetPoint, _ b: SheetPoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  private func tellNear(_ name: String, _ other: String, _ line: Int, _ spot: Spot) {
    report.warning(
      .onTopOfEachOther, at: report.place(spot),
      Phrase(
        ja: "「\(name.shortened)」が「\(other.shortened)」(\(line) 行目)と重なります。",
        en: "`\(name.shortened)` lies on top of `\(other.shortened)` (line \(line))."),
      hint: Phrase(ja: "位置を少し離してください。", en: "Move them a little apart."))
  }

  // MARK: - Roads, rivers and areas

  /// A road may run off the sheet; one that is nowhere on it, or far outside, is a slip.
  private func checkLines(_ fields: Fields<MapKey>) {
    let sheets = SheetReader(report: Report(source: report.source))
    for key in [MapKey.roads, .rivers, .railways, .areas] {
      for node in sheets.list(fields[key]) {
        guard case .table(let entries) = node.content,
          let points = entries.first(where: { ["points", "点", "点の列"].contains($0.key.text?.asKey ?? "") })?
            .value,
          case .list(let list) = points.content
        else { continue }
        for element in list {
          guard let point = sheets.report.point(element), isFarOff(point) else { continue }
          report.warning(
            .offTheSheet, at: report.place(element),
            Phrase(
              ja: "この点は紙の外です。紙は横 \(number(sheet.width))、縦 \(number(sheet.height)) です。",
              en: "This point lies off the sheet, which is \(number(sheet.width)) by \(number(sheet.height))."
            ),
            hint: Phrase(ja: "数の打ち間違いがないか見てください。", en: "Look for a slip in the numbers."))
        }
      }
    }
  }

  private func isFarOff(_ point: SheetPoint) -> Bool {
    let margin = 0.1
    return point.x < -sheet.width * margin || point.y < -sheet.height * margin
      || point.x > sheet.width * (1 + margin) || point.y > sheet.height * (1 + margin)
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
