import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Projection
import SessionFile
import Workshop

/// Writes the display list of a session's maps as lines of text, for the programs that Tenken is measured
/// against: `picture-dump session.yaml table a3-landscape > maps.txt`.
///
/// Lengths are points. Text comes as single lines at their places, hatches as the lines they are made of, so
/// that every program draws the very same things.
@main struct Dump {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let audience = Audience(rawValue: arguments[2]),
      let paper = Paper(rawValue: arguments[3])
    else { throw Usage(description: "picture-dump SESSION table|public PAPER") }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
    let read = SessionReader.read(bytes: Array(bytes), file: arguments[1])
    guard let session = read.session else {
      throw Usage(description: read.findings.map(\.message.en).joined(separator: "\n"))
    }
    let typesetter = try PangoTypesetter(resources: ResourceFolder.find())
    var writer = Writer(typesetter: typesetter)
    for (map, projection) in zip(session.maps, session.project()) {
      let options = SheetOptions(
        audience: audience, language: session.language,
        header: SheetHeader(session, language: session.language),
        paper: paper)
      let sheet = MapSheet(map: map, projection: projection, options: options, measurer: typesetter)
      for page in sheet.allPages() { writer.write(page) }
    }
    FileHandle.standardOutput.write(Data(writer.lines.joined(separator: "\n").utf8))
    FileHandle.standardOutput.write(Data("\n".utf8))
  }

  struct Usage: Error, CustomStringConvertible {
    var description: String
  }
}

/// One line for each thing.
struct Writer {
  let typesetter: PangoTypesetter
  var lines: [String] = []

  mutating func write(_ page: Page) {
    lines.append("page \(number(page.size.width)) \(number(page.size.height)) \(page.title)")
    write(page.items)
  }

  private mutating func write(_ items: [Item]) {
    for item in items {
      switch item {
      case .shape(let shape): write(shape)
      case .text(let text): write(text)
      case .icon(let icon):
        let side = min(icon.frame.width, icon.frame.height)
        let corner = Point(icon.frame.midX - side / 2, icon.frame.midY - side / 2)
        lines.append("icon \(icon.name) \(number(corner.x)) \(number(corner.y)) \(number(side))")
      case .group(let group):
        if let clip = group.clip { lines.append("clip \(outline(clip))") }
        write(group.items)
        if group.clip != nil { lines.append("end") }
      }
    }
  }

  private mutating func write(_ shape: Shape) {
    switch shape.fill {
    case .solid(let color): lines.append("fill \(hex(color)) \(outline(shape.path))")
    case .hatch(let hatch):
      if let ground = hatch.ground { lines.append("fill \(hex(ground)) \(outline(shape.path))") }
      if let box = shape.path.bounds {
        lines.append("clip \(outline(shape.path))")
        let stroke = Stroke(hatch.color, width: hatch.width)
        write(stroke, hatch.lines(over: box))
        lines.append("end")
      }
    case nil: break
    }
    if let stroke = shape.stroke { write(stroke, shape.path) }
  }

  private mutating func write(_ stroke: Stroke, _ path: Path) {
    let dash = stroke.dash.isEmpty ? "-" : stroke.dash.map { number($0) }.joined(separator: ",")
    let ends = stroke.isRound ? "round" : "plain"
    lines.append("stroke \(hex(stroke.color)) \(number(stroke.width)) \(ends) \(dash) \(outline(path))")
  }

  private mutating func write(_ text: PlacedText) {
    for run in typesetter.runs(of: text.block) {
      let style = run.style
      lines.append(
        "text \(number(text.origin.x)) \(number(text.origin.y)) \(number(.pt(text.rotation))) "
          + "\(number(.pt(run.x))) \(number(.pt(run.baseline))) \(number(style.size)) \(style.weight.rawValue) "
          + "\(hex(style.color)) \(run.string)")
    }
  }

  private func outline(_ path: Path) -> String {
    path.steps.map { step in
      switch step {
      case .move(let to): "M \(pair(to))"
      case .line(let to): "L \(pair(to))"
      case .curve(let a, let b, let to): "C \(pair(a)) \(pair(b)) \(pair(to))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  private func number(_ length: Length) -> String { String((length.points * 1000).rounded() / 1000) }

  private func hex(_ color: Color) -> String {
    [color.red, color.green, color.blue].map {
      let digits = String($0, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
