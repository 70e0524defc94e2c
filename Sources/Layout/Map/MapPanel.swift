import Diagnostics
import Picture
import Workshop

extension MapLayout {
  /// The map in the state of the given index, in the panel it was laid out for.
  func draw(state: Int) -> Item {
    let ground = Path.rect(geometry.panel.rect, radius: .mm(1.6))
    var base: [Item] = [.shape(Shape(ground, fill: .solid(Theme.ground)))]
    let pattern = AreaPattern(geometry: geometry, taken: taken)
    for region in geometry.regions { base.append(pattern.draw(region)) }
    let band = LineBand(unit: geometry.unit)
    let courses = geometry.courses.enumerated().sorted {
      (LineBand.order($0.element.line.kind), $0.offset) < (LineBand.order($1.element.line.kind), $1.offset)
    }
    for (_, course) in courses { base.append(band.draw(course, names: lineNames.filter(\.isOnBand))) }
    var items: [Item] = [.group(Group(base, mark: Mark(.panel), clip: ground))]
    items += words()
    let landmark = LandmarkSymbol(detail: detail, type: type)
    for (number, center) in landmarks.enumerated() {
      items += landmark.draw(
        model.map.landmarks[number], number: number, at: center,
        bridge: bridges[number].map { ($0, Bridges.size(geometry)) })
    }
    for (number, center) in houses.enumerated() {
      let symbol = HouseSymbol(symbols: symbols, detail: details[number])
      items += symbol.draw(model.houses[number], metrics[number], state: state, at: center)
    }
    if let north {
      items.append(NorthArrow.draw(in: north, north: geometry.northward, language: language, type: type))
    }
    let summary = MapSummary(model: model, language: language)
    return .group(Group(items, role: .figure, alternative: summary.map(state: state)))
  }

  /// Names of lines and areas.
  private func words() -> [Item] {
    var items: [Item] = []
    let names = LineNames(geometry: geometry, type: type)
    for name in lineNames {
      let line = geometry.courses[name.course].line
      let color =
        switch line.kind {
        case .river: Theme.onWater
        case .railway: Theme.ink
        default: name.isOnBand ? Theme.onBand : Theme.muted
        }
      items.append(
        .group(Group([.text(names.text(name, color: color))], mark: Mark(.lineName, line.id))))
    }
    for name in areaNames {
      let kind = geometry.regions[name.region].area.kind
      let color = kind == .water ? Theme.onWater : Theme.onBand
      items.append(
        .group(
          Group(
            [.text(type.placeCentred(name.words, name.size, color: color, at: name.center))],
            mark: Mark(.areaName, "\(name.region)"))))
    }
    return items
  }
}
