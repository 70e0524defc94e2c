/// A persona alone: where a slot is wide, the portrait stands beside the rows, for a table of one column would be mostly
/// white; else it is such a table, as is one whose rows are long.
struct OnePersona: FlowItem {
  let card: PersonaCard
  let table: PersonaTable

  private static let narrowest = 130.0
  private static let highest = 120.0

  init(_ grid: PersonaGrid, pictures: [String: String]) {
    card = PersonaCard(grid, pictures: pictures)
    table = PersonaTable(grid, pictures: pictures)
  }

  private func best(_ width: Double) -> any FlowItem {
    width >= Self.narrowest && card.height(width: width) <= Self.highest ? card : table
  }

  var spaceBefore: Double { table.spaceBefore }
  var told: String { table.told }
  var stretch: Double { min(card.stretch, table.stretch) }

  func height(width: Double) -> Double { best(width).height(width: width) }

  func squeezed(width: Double, room: Double) -> (any FlowItem)? {
    best(width).squeezed(width: width, room: room)
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    best(width).split(width: width, room: room)
  }

  func torn(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    table.torn(width: width, room: room)
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    best(width).draw(on: pen, x: x, y: y, width: width, height: height)
  }
}
