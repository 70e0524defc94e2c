/// Slips in the keys, the values and the grammar of a file.
extension Slip {
  // MARK: - Keys

  static let keys: [Slip] = [
    atTop("an unknown key", "⟦tilte2⟧: x", error("unknown-key"), hint: "title"),
    inMap(
      "a misspelt key of a map", "⟦houes⟧: {b1: '10,10'}", error("unknown-key"),
      hint: "houses"),
    inMap(
      "a misspelt Japanese key", "houses: {b1: '10,10'}\n⟦気ずいたこと⟧: [x]", error("unknown-key"), hint: "気づいたこと"),
    inMap(
      "half of a Japanese key", "houses: {b1: '10,10'}\n⟦気づた⟧: [x]", error("unknown-key"), hint: "気づいたこと"),
    inMap(
      "the beginning of a Japanese key", "houses: {b1: '10,10'}\n⟦気づき⟧: [x]", error("unknown-key"),
      hint: "気づいたこと"),
    inMap(
      "a key nobody could mean", "houses: {b1: '10,10'}\n⟦xyzzy⟧: 1", error("unknown-key"), hint: "title"),
    atTop("a key twice", "title: t\n⟦title⟧: u", error("duplicate-key"), hint: "一つ"),
    atTop("a key in both languages", "title: t\n⟦題名⟧: u", error("duplicate-key")),
    atTop(
      "a key three times", "title: t\n⟦title⟧: u\n⟦title⟧: v", error("duplicate-key"), error("duplicate-key")),
    atTop("a key in quotes, twice", "\"title\": t\n⟦\"title\"⟧: u", error("duplicate-key")),
    inMap(
      "two slips around a key that is there twice", "houses: {b1: '10,10 ○⟦700⟧'}\n⟦houses⟧: {}\n⟦nosuch⟧: 1",
      error("bad-age"), error("duplicate-key"), error("unknown-key")),
    atTop("a list as a key", "⟦[a, b]⟧: 1", error("bad-key")),
    Slip(
      name: "no format",
      marked: "⟦title: t⟧\ndate: 2023-02-07\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("missing-key")], hint: "tenken"),
    Slip(
      name: "maps, misspelt: told once, and read",
      marked:
        "tenken: 1\n⟦titel⟧: t\ndate: 2023-02-07\n⟦mpas⟧: [{id: A, title: t, houses: {b1: '1,1 ○⟦700⟧'}, actions: [a]}]\n",
      expected: [error("unknown-key"), error("unknown-key"), error("bad-age")], hint: "`maps`"),
    atTop("an empty title", "⟦title⟧:", error("missing-value"), hint: "title"),
    atTop("a null title", "⟦title⟧: null", error("missing-value")),
    atTop("a format of the future", "tenken: ⟦2⟧", error("format-version"), hint: "1"),
    atTop("a title that is a list", "title: ⟦[a, b]⟧", error("wrong-type")),
    inMap("houses in brackets", "houses: ⟦[b1, b2]⟧", error("wrong-type"), hint: "a1: ○72"),
    inMap("houses as a list", "houses:\n⟦- b1: ○72⟧", error("wrong-type"), hint: "- "),
  ]

  // MARK: - Values

  static let values: [Slip] = [
    atTop("a day that is not", "date: ⟦2023-02-30⟧", error("bad-date"), hint: nil),
    atTop("a month that is not", "date: ⟦2023-13-01⟧", error("bad-date")),
    atTop("no date at all", "date: ⟦春ごろ⟧", error("bad-date"), hint: "2023-02-07"),
    atTop(
      "no year at all", "maps: [{⟦id⟧: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\ndate:",
      error("missing-key"), hint: "2023"),
    atTop("a horizon of 0", "horizons: [10, ⟦0⟧]", error("bad-horizon"), hint: "0"),
    atTop("a horizon of 200", "何年後: [⟦200⟧]", error("bad-horizon")),
    atTop("a calendar year for a horizon", "horizons: [⟦2033⟧]", error("bad-horizon"), hint: "基準年"),
    atTop("a horizon twice", "horizons: [10, 20, ⟦10⟧]", warning("duplicate-horizon")),
    atTop("no horizon", "horizons: ⟦[]⟧", error("empty-list")),
    atTop("no maps", "⟦maps⟧: []", error("empty-list")),
    atTop("a language there is not", "language: ⟦fr⟧", error("unknown-word"), hint: "ja"),
    atTop("a rule that is no number", "rules: {deceased-at: ⟦never⟧}", error("bad-value")),
    atTop("a rule of 0", "rules: {deceased-at: ⟦0⟧}", error("bad-value"), hint: "off"),
    atTop("driving until 0", "rules: {drives-until: ⟦0⟧}", error("bad-value"), hint: "off"),
    atTop("driving until before one may", "rules: {運転をやめる歳: ⟦８⟧}", error("bad-value"), hint: "18歳以上"),
    atTop("driving until an age nobody reaches", "rules: {drives-until: ⟦121⟧}", error("bad-value")),
    atTop("giving back the licence", "rules: {⟦免許返納⟧: 80}", error("unknown-key"), hint: "運転をやめる歳"),
    atTop("driving until a word", "rules: {drives-until: ⟦never⟧}", error("bad-value")),
    atTop("a switch that is none", "rules: {relet: ⟦maybe⟧}", error("unknown-word"), hint: "on, off"),
    inMap("a sheet of one number", "sheet: ⟦[180]⟧\nhouses: {b1: '10,10'}", error("bad-value")),
    inMap("a sheet of nothing", "sheet: ⟦[0, 120]⟧\nhouses: {b1: '10,10'}", error("bad-value")),
    inMap(
      "a kind of road there is not",
      "houses: {b1: '10,10'}\nroads: [{id: r, kind: ⟦stret⟧, points: [[0, 1], [9, 9]]}]",
      error("unknown-word"), hint: "street"),
    inMap(
      "a landmark there is not", "houses: {b1: '10,10'}\nlandmarks: [{kind: ⟦公眠館⟧, at: [1, 1]}]",
      error("unknown-word"), hint: "公民館"),
    inMap("a point of three numbers", "houses: {b1: {at: ⟦[1, 2, 3]⟧}}", error("bad-value")),
    inMap(
      "an id with a point in it", "houses: {⟦b.1⟧: '10,10'}", error("bad-id"),
      hint: "b1"),
    inMap("an id like one who moves in", "houses: {⟦b@2030⟧: '10,10'}", error("bad-id"), hint: "b1"),
    inMap(
      "a unit like one who moves in", "houses: {c1: {at: [9, 9], units: {⟦1@2030⟧: ？}}}", error("bad-id")),
    inMap(
      "a house that is called like a unit",
      "houses:\n  c1: {at: [9, 9], units: {101: ？}}\n  ⟦c1-101⟧: '90,90'",
      error("duplicate-id"), hint: "名前"),
    inMap("a gap for an id", "houses: {⟦_⟧: '10,10'}", error("bad-id")),
    atTop(
      "a map's id with a slash", "maps: [{id: ⟦A/B⟧, title: t, actions: [a], houses: {b1: '1,1'}}]",
      error("bad-id")),
    atTop(
      "two maps of one id",
      "maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1'}}, {id: ⟦Ａ⟧, title: t, actions: [a], houses: {b1: '1,1'}}]",
      error("duplicate-id"), hint: "名前"),
    inMap("two houses of one id", "houses:\n  b1: '10,10'\n  ⟦ｂ１⟧: '90,90'", error("duplicate-id")),
    inMap("two houses of the very same id", "houses:\n  b1: '10,10'\n  ⟦b1⟧: '90,90'", error("duplicate-id")),
    inMap(
      "two units of one number", "houses:\n  c1: {at: [9, 9], units: {101: ？, ⟦１０１⟧: ？}}",
      error("duplicate-id")),
    inMap("too many units", "houses:\n  c1: {at: [9, 9], units: ⟦900⟧}", error("bad-value")),
  ]

  // MARK: - Grammar

  static let grammar: [Slip] = [
    Slip(
      name: "all colons full-width",
      marked:
        "⟦tenken：1⟧\n⟦title：t⟧\n⟦date：2023-01-01⟧\n⟦maps：⟧\n  - ⟦id：A⟧\n    ⟦title：t⟧\n    ⟦actions：x⟧\n    ⟦houses：⟧\n      ⟦b1：9,9 ○70⟧\n",
      expected: Array(repeating: error("missing-colon"), count: 9), hint: "半角"),
    Slip(
      name: "a road that cannot be read is no unknown one",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps:\n  - id: A\n    title: t\n    actions: [a]\n    roads:\n      - {id: 道, points: [⟦0 60⟧, [9, 9]]}\n      - ⟦小道⟧\n    along:\n      - {road: 道, side: 北, houses: [b1]}\n      - {road: 小道, side: 北, houses: [b2]}\n    houses: {b1: ？, b2: ？}\n",
      expected: [error("bad-value"), error("wrong-type")], hint: "30, 90"),
    Slip(
      name: "tabs", marked: "tenken: 1\ntitle: t\nmaps:\n⟦\t⟧- id: A\n⟦\t\t⟧title: t\n",
      expected: [error("tab"), error("tab")], hint: "二つ"),
    Slip(
      name: "what else is wrong in a file with tabs",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nhorizons: [⟦0⟧]\nmaps:\n- id: A\n  title: t\n  houses:\n⟦\t\t\t⟧b1: {at: [9, 9], people: [○⟦700⟧]}\n  actions: [a]\n",
      expected: [error("bad-horizon"), error("tab"), error("bad-age")], hint: "二つ"),
    Slip(
      name: "wide spaces",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\nrules:\n⟦　⟧relet: on\n",
      expected: [error("wide-space-indent")], hint: "半角"),
    Slip(
      name: "a line out of place below a wide space",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps:\n- id: A\n  title: t\n  actions: [a]\n  houses:\n    b1: 1,1\n⟦　　⟧b2: 1,9\n     ⟦b3: 9,1⟧\n    b4: 9,9\n",
      expected: [error("wide-space-indent"), error("indentation")], hint: "半角"),
    Slip(
      name: "an open quote",
      marked:
        "tenken: 1\ntitle: ⟦\"t⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unclosed-quote")], hint: "引用符"),
    Slip(
      name: "an open bracket",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: ⟦[⟧{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}\nrules: {relet: on}\n",
      expected: [error("unclosed-bracket")], hint: "4"),
    Slip(
      name: "a comma forgotten",
      marked:
        "tenken: 1\ntitle: t\nrules: {relet: \"on\" ⟦d⟧eceased-at: 85}\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unclosed-bracket")],
      hint: ","),
    Slip(
      name: "a wide colon",
      marked:
        "tenken: 1\n⟦title：農村⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("missing-colon")],
      hint: "全角"),
    Slip(
      name: "a colon in the text",
      marked:
        "tenken: 1\ntitle: 農村⟦:⟧ 山あい\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unexpected-colon")], hint: "\"…\""),
    Slip(
      name: "a dash behind a key",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: ⟦-⟧ id: A\n    title: t\n    actions: [a]\n    houses: {b1: '1,1'}\n",
      expected: [error("indentation")],
      hint: "- "),
    Slip(
      name: "a key out of line",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps:\n  - id: A\n   ⟦title: t⟧\n    actions: [a]\n    houses: {b1: '1,1'}\n",
      expected: [error("indentation")], hint: "空白"),
    inMap(
      "an entry without a blank behind its dash",
      "houses: {b1: '10,10'}\nfindings:\n  ⟦-⟧空き家が増える\n  - 跡継ぎがいない", error("indentation"), hint: "空白"),
    inMap(
      "an entry behind a full-width dash", "houses: {b1: '10,10'}\nfindings:\n  ⟦－⟧空き家が増える\n  - 跡継ぎがいない",
      error("indentation"), hint: "半角"),
    inMap(
      "an entry indented more than the one above",
      "houses: {b1: '10,10'}\nfindings:\n  - 空き家が増える\n   ⟦- 跡継ぎがいない⟧",
      error("indentation"), hint: "空白"),
    inMap(
      "one entry behind a key, without a blank", "houses: {b1: '10,10'}\nfindings: ⟦-⟧空き家が増える",
      error("indentation"),
      hint: "空白"),
    inMap("a dash within a text", "houses: {b1: '10,10'}\nfindings: [冬 - 雪で道が細い, -5度になる]"),
    Slip(
      name: "an at sign",
      marked:
        "tenken: 1\ntitle: ⟦@⟧home\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("reserved-character")],
      hint: "\"…\""),
    Slip(
      name: "a star before a word",
      marked:
        "tenken: 1\ntitle: ⟦*重要⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unknown-alias")],
      hint: "\"…\""),
    Slip(
      name: "a reference to nothing",
      marked:
        "tenken: 1\ntitle: ⟦*abc⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unknown-alias")], hint: "\"…\""),
    Slip(
      name: "an exclamation mark before a word",
      marked:
        "tenken: 1\ntitle: ⟦!注意 x⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("tag")], hint: "\"…\""),
    Slip(
      name: "a local tag",
      marked:
        "tenken: 1\ntitle: ⟦!abc⟧ x\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("tag")], hint: "\"!abc x\""),
    Slip(
      name: "a backslash in quotes",
      marked:
        "tenken: 1\ntitle: \"C:\\⟦\\x⟧\"\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n"
        .replacing("\\⟦\\x⟧", with: "⟦\\q⟧"),
      expected: [error("syntax")], hint: "\\\\"),
    Slip(
      name: "two documents",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n---\n⟦⟧tenken: 1\n",
      expected: [error("several-documents")], hint: "---"),
    Slip(
      name: "far too deep", marked: "tenken: " + String(repeating: "[", count: 3000) + "\n",
      expected: [error("too-deep")]),
    Slip(
      name: "nothing but remarks", marked: "# nothing\n\n", expected: [error("empty-file")],
      hint: "tenken new"),
    Slip(
      name: "a table of a spreadsheet", marked: "⟦name,people⟧\n赤目,5\n", expected: [error("wrong-type")],
      hint: "tenken new"),
    Slip(name: "nothing", marked: "", expected: [error("empty-file")], hint: "tenken new"),
  ]
}
