import Testing

@testable import Diagnostics

/// Japanese characters are two columns wide, and lines break where a reader expects it.
@Suite struct TextColumnsTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("空き家", 6), ("ｱﾊﾟｰﾄ", 5), ("Ａ１", 4), ("か\u{3099}", 2), ("が", 2), ("○△■？", 8),
      ("6（5〜8）", 9),
      ("髙邉", 4), ("𠮷", 2), ("é", 1),
    ])
  func widths(_ text: String, _ width: Int) {
    #expect(TextColumns.width(of: text) == width, "\(text)")
  }

  @Test func padding() {
    #expect(TextColumns.padded("空き家", to: 8) == "空き家  ")
    #expect(TextColumns.padded("12", to: 4, trailing: true) == "  12")
    #expect(TextColumns.padded("空き家", to: 3) == "空き家")
  }

  @Test(
    arguments: [
      ("one two three", 8, ["one two", "three"]),
      ("地図を描きました。", 16, ["地図を描きまし", "た。"]),
      ("地図（赤目）を", 6, ["地図", "（赤", "目）を"]),
      ("セッションファイルを読む", 10, ["セッションファイル", "を読む"]),
      ("b3 の家を見る", 7, ["b3 の家", "を見る"]),
      ("a\n\nb", 10, ["a", "", "b"]),
    ] as [(String, Int, [String])])
  func breaking(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(TextColumns.wrapped(text, to: columns) == lines)
  }
}
