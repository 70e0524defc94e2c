/// Slips about where things stand, and about a map as a whole.
extension Slip {
  // MARK: - Where things are

  static let places: [Slip] = [
    inMap("off the sheet", "houses: {b1: '⟦300,10⟧'}", error("off-the-sheet"), hint: "sheet"),
    inMap(
      "a landmark off the sheet", "houses: {b1: '10,10'}\nlandmarks: [{kind: temple, at: ⟦[10, 200]⟧}]",
      error("off-the-sheet")),
    inMap(
      "a road far off the sheet", "houses: {b1: '10,10'}\nroads: [{id: r, points: [[0, 1], ⟦[1800, 1]⟧]}]",
      warning("off-the-sheet")),
    inMap(
      "on top of each other", "houses: {b1: {at: [10, 10]}, b2: {at: ⟦[11, 10]⟧}}",
      warning("on-top-of-each-other")),
    inMap(
      "a road that is not",
      "houses: {b1: ？}\nroads: [{id: 県道, points: [[0, 1], [9, 9]]}]\nalong: [{road: ⟦県堂⟧, side: north, houses: [b1]}]",
      error("unknown-road"), hint: "県道"),
    inMap(
      "a road, but none is there", "houses: {b1: '1,1'}\nalong: [{road: ⟦県道⟧, side: north, houses: []}]",
      error("unknown-road")),
    inMap(
      "a house that is not",
      "houses: {b12: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [⟦b13⟧]}]",
      error("unknown-house"), hint: "b12"),
    inMap(
      "a house that is not, in one line",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: '0,1 9,9'}]\nalong: [{road: r, side: north, houses: _ ⟦c7⟧ _}]",
      error("unknown-house")),
    inMap(
      "a side that is not",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: ⟦上⟧, houses: []}]",
      error("unknown-word"), hint: "北"),
    inMap(
      "from the wrong end",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, from: ⟦south⟧, houses: []}]",
      error("bad-value")),
    inMap(
      "a road of one point", "houses: {b1: '1,1'}\nroads: [{id: r, points: ⟦[[0, 1]]⟧}]",
      error("too-few-points"), hint: "[[0, 60]"),
    inMap(
      "two roads of one id",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}, ⟦{id: r, points: [[0, 1], [9, 9]]}⟧]",
      error("duplicate-id")),
    inMap(
      "in two rows",
      "houses: {b1: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong:\n  - {road: r, side: north, houses: [b1]}\n  - {road: r, side: south, houses: [⟦b1⟧]}",
      warning("in-two-rows")),
    inMap(
      "in a row and at a point",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [⟦b1⟧]}]",
      note("point-and-row")),
    inMap(
      "a row with Japanese commas",
      "houses: {b1: ？, b2: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [b1、b2，⟦b9⟧]}]",
      error("unknown-house")),
    inMap(
      "rows, but the houses are misspelt: they are read all the same",
      "⟦huoses⟧: {b1: ○⟦700⟧}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [b1, ⟦b9⟧]}]",
      error("unknown-key"), error("bad-age"), error("unknown-house"), hint: "`houses`"),
    inMap(
      "rows, but no houses: one of them is told",
      "roads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [⟦b1⟧, b2, b3]}]",
      warning("no-houses"), error("unknown-house")),
    inMap(
      "rows, but the houses cannot be read",
      "houses: ⟦[b1, b2]⟧\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [b1, b2]}]",
      error("wrong-type")),
    inMap(
      "a point behind a key that is not known", "houses:\n  b1: {people: ○72, ⟦whereabouts⟧: [1, 2]}",
      error("unknown-key")),
    inMap(
      "two roads of one name, one without a course",
      "houses: {b1: '1,1'}\nroads:\n  - {id: r, points: [[0, 1], [9, 9]]}\n  - {id: r, kind: ⟦mian⟧, points: [[0, 10]]}",
      error("duplicate-id"), error("unknown-word"), error("too-few-points")),
    inMap(
      "within a house whose name is taken", "houses:\n  b1: '1,1'\n  ⟦b1⟧: {people: [○⟦700⟧], at: [50, 1]}",
      error("duplicate-id"), error("bad-age")),
    inMap("nowhere", "houses: {⟦b1⟧: ？}", note("nowhere-placed"), hint: "沿い"),
    inMap(
      "two rows on one side",
      "houses: {b1: ？, b2: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong:\n  - {road: r, side: north, houses: [b1]}\n  - {⟦road⟧: r, side: north, houses: [b2]}",
      warning("rows-overlap"), hint: "_"),
    inMap(
      "units of a shop", "houses: {c1: {kind: shop, at: [1, 1], ⟦units⟧: 3}}", error("units-elsewhere"),
      hint: "apartment"),
    inMap(
      "people beside units", "houses: {c1: {at: [1, 1], units: 3, ⟦people⟧: [○3]}}",
      error("keys-exclude-each-other")),
    inMap(
      "a family that moves into a block", "houses: {c1: {at: [1, 1], units: 3, plans: [⟦2030入居⟧ ○3]}}",
      error("keys-exclude-each-other")),
    inMap(
      "an apartment block without units", "houses: {⟦c1⟧: {kind: apartment, at: [1, 1]}}", note("no-units"),
      hint: "12"),
  ]

  // MARK: - The map as a whole

  static let whole: [Slip] = [
    atTop("no houses", "maps: [{id: ⟦A⟧, title: t, actions: [a]}]", warning("no-houses"), hint: "b1"),
    atTop(
      "no actions", "maps: [{id: ⟦A⟧, title: t, houses: {b1: '1,1'}}]", warning("no-actions"),
      hint: "取り組むといいこと"),
    atTop(
      "no actions written yet", "maps: [{id: A, title: t, houses: {b1: '1,1'}, ⟦actions⟧: }]",
      warning("no-actions")),
  ]
}
