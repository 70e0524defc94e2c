import Diagnostics

/// A text in which ⟦ and ⟧ mark where a finding must point.
struct MarkedText {
  /// The text without its marks.
  var text: String
  /// The marked places, in order.
  var places: [Place] = []

  init(_ marked: String) {
    text = ""
    var line = 1
    var column = 1
    var open: Place?
    for character in marked {
      switch character {
      case "⟦": open = Place(file: "f", line: line, column: column)
      case "⟧":
        if var place = open {
          // Behind the end of its line a mark has no length.
          place.length = place.line == line ? column - place.column : 0
          places.append(place)
        }
        open = nil
      default:
        text.append(character)
        if character.isNewline {
          line += 1
          column = 1
        } else {
          column += 1
        }
      }
    }
  }
}
