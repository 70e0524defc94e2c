import CairoBackend
import Picture
import Testing

/// What text measures, worked out by hand: a full-width character of this typeface is one em wide.
@Suite struct TypesettingTests {
  let typesetter: PangoTypesetter

  init() throws { typesetter = try Support.renderer().typesetter }

  private func extent(
    _ string: String, width: Length? = nil, alignment: TextAlignment = .leading, size: Double = 10
  ) -> TextExtent {
    typesetter.extent(of: TextBlock(string, Support.style(size), width: width, alignment: alignment))
  }

  /// Within Pango's unit, a 1024th of a point.
  private func expect(_ length: Length, _ points: Double, _ location: SourceLocation = #_sourceLocation) {
    #expect(abs(length.points - points) < 0.01, "\(length.points) is not \(points)", sourceLocation: location)
  }

  @Test func oneLineStandsOnItsOrigin() {
    let left = extent("農村地域")
    expect(left.logical.minX, 0)
    expect(left.logical.width, 40)
    expect(left.logical.height, 12.5)
    expect(left.logical.minY, -left.ascent.points)
    #expect(left.lines == 1)

    let middle = extent("農村地域", alignment: .center)
    expect(middle.logical.minX, -20)
    let right = extent("農村地域", alignment: .trailing)
    expect(right.logical.minX, -40)
    expect(right.logical.maxX, 0)
    #expect(left.logical.contains(left.ink), "nothing black outside the line")
    #expect(left.ink.height > .pt(7))
  }

  @Test func aBoxHangsFromItsCorner() {
    let box = extent("農村地域の点検を行う", width: .pt(50))
    expect(box.logical.minY, 0)
    #expect(box.lines == 2)
    expect(box.logical.height, 25)
    #expect(box.ink.minY > .zero)

    let right = extent("農村地域", width: .pt(100), alignment: .trailing)
    expect(right.logical.minX, 60)
    let middle = extent("農村地域", width: .pt(100), alignment: .center)
    expect(middle.logical.minX, 30)
  }

  @Test func textFitsIntoTheWidthThatWasMeasuredForIt() {
    for string in ["地域の点検", "3,200 people", "85歳以上", "○△■？"] {
      let width = extent(string).logical.width
      #expect(extent(string, width: width).lines == 1, "\(string)")
      #expect(extent(string, width: width - .pt(1)).lines > 1, "\(string)")
    }
  }

  @Test func spansShareOneBaseline() {
    let numeral = TextSpan("2043", Support.style(28, .bold))
    let unit = TextSpan("年", Support.style(10))
    let both = typesetter.extent(of: TextBlock([numeral, unit]))
    let alone = typesetter.extent(of: TextBlock([numeral]))
    expect(both.ascent, alone.ascent.points)
    expect(both.logical.height, 35)
    expect(both.logical.width, alone.logical.width.points + 10)
  }

  @Test func leadingTrackingAndIndentChangeWhatTheySay() {
    let wide = typesetter.extent(
      of: TextBlock("点検", TextStyle(size: .pt(10), color: Support.ink, leading: 2, tracking: .pt(3))))
    expect(wide.logical.height, 20)
    #expect(wide.logical.width > .pt(22.9))

    let plain = TextBlock("一二三四五六七八九十", Support.style(10), width: .pt(60))
    var hanging = plain
    hanging.hangingIndent = .pt(20)
    #expect(typesetter.lines(of: plain) == ["一二三四五六", "七八九十"])
    #expect(typesetter.lines(of: hanging) == ["一二三四五六", "七八九十"])
    var narrower = hanging
    narrower.spans = [TextSpan("一二三四五六七八九十壱弐参", Support.style(10))]
    #expect(typesetter.lines(of: narrower) == ["一二三四五六", "七八九十", "壱弐参"])
  }

  @Test func charactersAreCountedLineByLineWithoutWhatIsReadOverThem() {
    let plain = TextBlock("一二三四五六七八九十", Support.style(10), width: .pt(60))
    #expect((0...3).map { typesetter.characters(of: plain, onFirst: $0) } == [0, 6, 10, 10])
    let read = TextBlock(
      [TextSpan("点検", Support.style(10), reading: "てんけん"), TextSpan("をする町", Support.style(10))],
      width: .pt(40))
    #expect(typesetter.characters(of: read, onFirst: 1) == typesetter.lines(of: read).first?.count)
    #expect(typesetter.characters(of: read, onFirst: 9) == 6)
  }

  @Test func aLineFeedBeginsALine() {
    #expect(typesetter.lines(of: TextBlock("上\n\n下", Support.style(10))) == ["上", "", "下"])
    expect(extent("上\n\n下").logical.height, 37.5)
    #expect(extent("上\r\n下").lines == 2)
    #expect(extent("").lines == 1)
    #expect(typesetter.extent(of: TextBlock([])).lines == 0)
  }

  /// Each row: the text, the width in full-width characters, the lines. Between phrases where that takes no more
  /// lines (the second would take three), and nothing of one or two characters alone on the last line.
  @Test(arguments: [
    ("空き家が少しずつ増えていきます", 9.0, ["空き家が少しずつ", "増えていきます"]),
    ("跡継ぎが残るかどうかで決まる", 8, ["跡継ぎが残るかど", "うかで決まる"]),
    ("地域のLINEグループをつくる", 12, ["地域のLINEグループを", "つくる"]),
    ("公民館で、お祭りの話し合いをする", 10, ["公民館で、お祭りの", "話し合いをする"]),
    ("「見守り」の取り組みを広げる", 9, ["「見守り」の", "取り組みを広げる"]),
    ("車を運転しなくなると買い物に困る", 15, ["車を運転しなくなると", "買い物に困る"]),
    ("一二三四五六七八九十壱", 10, ["一二三四五六七八", "九十壱"]),
  ]) func linesAreBrokenBetweenPhrases(text: String, ems: Double, lines: [String]) {
    let block = TextBlock(text, Support.style(10), width: .pt(ems * 10))
    #expect(typesetter.lines(of: block) == lines)
  }

  /// One layout serves all colours of a block, and mixed colours keep their own, black included.
  @Test func colourChangesNothingButTheColour() throws {
    let renderer = try Support.renderer()
    func colors(_ spans: [TextSpan]) throws -> [String] {
      let text = Support.text(TextBlock(spans), 5, 10, by: renderer.typesetter)
      let svg = try renderer.svg(Page(size: .a4, title: "", summary: "", items: [text]))
      return String(decoding: svg, as: UTF8.self).matches(of: /<g fill="(#\w+)"/).map { String($0.output.1) }
    }
    let red = Support.style(9, .regular, Color(0xFF0000))
    let black = Support.style(9, .regular, Color(0))
    #expect(try colors([TextSpan("点検", red)]) == ["#ff0000"])
    #expect(try colors([TextSpan("点検", black)]) == ["#000000"])
    #expect(try colors([TextSpan("点", red), TextSpan("検", black)]) == ["#ff0000", "#000000"])
    #expect(try colors([TextSpan("点", black), TextSpan("検", red)]) == ["#000000", "#ff0000"])
  }

  @Test func noHyphenIsPutIntoALongWord() {
    let block = TextBlock("ＡＢＣＤＥＦＧＨＩＪ", Support.style(10), width: .pt(40))
    let lines = typesetter.lines(of: block)
    #expect(lines.joined() == "ＡＢＣＤＥＦＧＨＩＪ")
    #expect(typesetter.extent(of: block).ink.maxX <= .pt(40))
  }

  /// 志 is one em, こころざし two and a half: inside a line the character takes the room of its reading.
  @Test func readingsStandBesideEachOther() {
    let style = Support.style(10)
    func set(_ readings: [(String, String?)]) -> TextExtent {
      typesetter.extent(of: TextBlock(readings.map { TextSpan($0.0, style, reading: $0.1) }))
    }
    // Half of ten would be five: no reading is smaller than six.
    func small(_ string: String) -> Double { extent(string, size: 6).logical.width.points }
    let all = set([("村", nil), ("志", "こころざし"), ("掌", "てのひら"), ("村", nil)])
    expect(all.logical.width, 20 + small("こころざし") + small("てのひら"))
    #expect(all.ink.minX >= .zero && all.ink.maxX <= all.logical.maxX)
    expect(set([("農村", "のう")]).logical.width, 20)
    // At the ends of a line it is nearer to them, and still inside where there is room.
    #expect(set([("志", "こころざし"), ("農村", nil)]).ink.minX >= .zero)
  }

  @Test func everyTypesetterMeasuresTheSame() throws {
    let other = try Support.renderer().typesetter
    for size in stride(from: 5.0, to: 30, by: 0.7) {
      let block = TextBlock("山あいの集落 2043年 Akame", Support.style(size), width: .pt(90))
      #expect(typesetter.extent(of: block) == other.extent(of: block))
    }
  }

  /// The same picture at twice the size is the same picture: nothing is rounded to anything.
  @Test func widthsGrowWithTheType() {
    let one = extent("85歳以上 Akame", size: 6)
    let ten = extent("85歳以上 Akame", size: 60)
    #expect(abs(one.logical.width.points * 10 - ten.logical.width.points) < 0.1)
  }
}
