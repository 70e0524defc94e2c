import Diagnostics
import Picture
import Workshop

/// A further page for findings and actions that had no room beside the maps.
struct RemarksPage {
  let map: TableMap
  var scenario: String?
  let remarks: Remarks
  let options: SheetOptions
  let size: Size
  let type: Typesetter

  func pages(scale: Double) -> [Page] {
    var pages: [Page] = []
    var left = remarks
    // Each page takes at least one line of each box, so this ends.
    while !left.isEmpty {
      let margin = Length.mm(scale > 1 ? 15 : 12.5).points
      let frame = Box(margin, margin, size.width.points - margin, size.height.points - margin)
      let head = PageHead(map: map, scenario: scenario, options: options, type: type, scale: scale)
        .draw(in: frame)
      let largest = 10.5 * scale
      let place = Box(frame.x0, head.bottom + 14 * scale, frame.x1, frame.y1)
      let need = RemarksColumn.height(left, width: place.width, size: largest, isBeside: true)
      let box = Box(place.x0, place.y0, place.x1, min(place.y1, place.y0 + need))
      let column = RemarksColumn(left, in: box, usual: largest, largest: largest, isBeside: true)
      let title = PageWords.remarks(map, options.language)
      pages.append(Page(size: size, title: title, summary: title, items: head.items + column.items))
      let before = left.findings.count + left.actions.count
      left = column.rest
      if left.findings.count + left.actions.count == before { break }
    }
    return pages
  }
}
