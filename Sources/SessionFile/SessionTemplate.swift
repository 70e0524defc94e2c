import Diagnostics

/// The commented file to start from that `tenken new` writes: a small lane of invented people, with everything that is
/// typed most, explained beside it. It is read without a finding and draws a map as it stands.
public enum SessionTemplate {
  /// The file in `language`, ending with a line feed.
  public static func text(in language: Language) -> String {
    switch language {
    case .ja: japanese
    case .en: english
    }
  }

  private static let japanese = """
    # 地域点検の記録ファイル(書式 1)
    #
    # このまま「tenken このファイル」とすると、下の見本の地図ができます。見本を消しながら、紙に書いたことを写してください。
    # ・「#」から行の終わりまでは覚え書きで、読まれません。
    # ・字下げは半角の空白です(タブや全角の空白は使えません)。「:」と「,」は半角で、後ろに空白を一つ入れます。
    # ・数字は全角でも半角でもかまいません。
    # ・まちがいがないかは「tenken check このファイル」で確かめられます。

    tenken: 1                        # 書式の番号。いつも 1
    題名: ひなた通りの地域点検
    日付: 2023-02-07                 # この年が「今」(基準年)になります
    時間: 14:00〜16:30
    会場: 市民センター

    # 何年後: [10, 20, 30]           # 書かなければ 10年後、20年後、30年後の地図を描きます
    # 決まり: {亡くなったとみなす歳: 85, 子が家を出る歳: 20}   # 書かなければこのとおり
    #   確率で見るとき(tenken project --chance)の率も変えられます。決まり: {確率: {戻る: 0.02, 取り壊し: off}}

    地図:                            # テーブルごとに一つ。二つ目も「- 番号: B」から書きます
      - 番号: A
        題名: ひなた通り
        副題: 子どもが残るかどうかが分かれ道
        用紙: [180, 120]             # 紙の横と縦。単位は自由。左上が [0, 0] です

        道:                          # 通る点を [横, 縦] で順に。種類は 幹線、通り、小道、細道
          - {番号: 県道, 種類: 幹線, 点: [[0, 64], [90, 58], [180, 62]]}
          - {番号: 中道, 種類: 小道, 点: [[90, 58], [96, 0]]}

        沿い:                        # どの道のどちら側に、どの家が並ぶか。_ は一軒分の空き
          - {道: 県道, 側: 北, 家: [a1, a2, _, a3]}     # 西から東へ
          - {道: 県道, 側: 南, 家: [a4, _, a5, a6]}

        家:                          # 家の名前: [住む人]。夫婦、子(生まれた順)、夫婦の親の順に
          a1: [○78 農業, △75, ○48 会社員 他出 大阪]     # ○は男、△は女。他出は別の所に住む人
          a2: [○55 農業, △52 パート, ○19 学生 2026出, △16]   # 2026出: 2026年に家を出る
          a3: 空き家 2019                              # 2019年から空き家
          a4: [○70代前半 大工, △60代, ○40代 役場 残]     # 年代でも書けます。残: 家に残る
          a5: ？                                       # だれかが住んでいるが、わからない
          a6: [△83]
          # ほかの書き方
          #   2035戻(戻ってくる)  2031婚(結婚して相手が来る)  2038施設(施設に入る)  35歳戻(35歳になる年に戻る)
          #   [○81, 2035解体]  2030入居 ○35 △33 ○3(家族が入居する)
          #   空き地  店  施設  {種類: 集合住宅, 部屋: {101: [○34 会社員], 102: ？, 103: 空き家}}

        目印:                        # 集会所、避難所、学校、店、診療所、バス停、神社、寺、郵便局、AED など
          - {種類: 集会所, 名前: 公民館, 位置: [120, 30]}
          - {種類: バス停, 名前: 県道口, 位置: [24, 78]}

        気づいたこと:
          - 県道の北側は、次の10年で空き家が続くかもしれない
          - 買い物に車で行ける人がへっていく
        取り組むといいこと:          # 将来の地図を見せるときは、ここも必ず書いてください
          - 月に一度、公民館で朝市をひらく
          - 空き家になる前に、家のこれからを話す日をつくる

    もしも:                          # 「こうなったら」を比べたいときに。b1 の三人目は b1.3 です
      大阪から戻ってくる:
        人: {a1.3: 2028戻}
        # 家族: {2030: 2, どの家族も: ○35 △33 ○3}      空き家に入る家族

    """

  private static let english = """
    # A session file of a district inspection (format 1)
    #
    # "tenken THIS-FILE" draws the example below as it stands. Overwrite it with what your sheets of paper say.
    # - Everything from a "#" to the end of its line is a remark and is not read.
    # - Indent by spaces, never by tabs. After every ":" and "," comes a space.
    # - "tenken check THIS-FILE" tells every slip.

    tenken: 1                        # the format's number, always 1
    title: District inspection of Mill Lane
    date: 2023-02-07                 # its year is "now", the base year
    time: 14:00-16:30
    venue: Village hall
    language: en

    # horizons: [10, 20, 30]         # years after the base year; these if nothing is said
    # rules: {deceased-at: 85, children-leave-at: 20}   # these if nothing is said
    #   rates for "tenken project --chance" can be set, too: rules: {chance: {returning: 0.02, demolition: off}}

    maps:                            # one for each table; a second begins with "- id: B"
      - id: A
        title: Mill Lane
        subtitle: Much depends on who stays
        sheet: [180, 120]            # width and height of the paper in any unit; the upper left corner is [0, 0]

        roads:                       # their course as points [x, y]; kinds are main, street, lane and path
          - {id: High Street, kind: main, points: [[0, 64], [90, 58], [180, 62]]}
          - {id: Mill Lane, kind: lane, points: [[90, 58], [96, 0]]}

        along:                       # which houses stand on which side of which road; _ is a gap of one house
          - {road: High Street, side: north, houses: [a1, a2, _, a3]}    # from west to east
          - {road: High Street, side: south, houses: [a4, _, a5, a6]}

        houses:                      # name: [people]; the couple first, then children by birth, then their parents
          a1: [M78 farmer, F75, M48 clerk away Bristol]    # M (or ○) is a man, F (or △) a woman; away: lives elsewhere
          a2: [M55 farmer, F52 teacher, M19 student leaves 2026, F16]
          a3: vacant 2019                                  # vacant since 2019
          a4: [M early 70s joiner, F60s, M40s council stays]    # bands of age; stays: does not leave
          a5: unknown                                      # somebody lives there, nobody knows who
          a6: [F83]
          # More that can be said
          #   returns 2035   marries 2031 (the partner moves in)   care 2038 (moves into a care home)
          #   returns at 35 (in the year in which they are 35)
          #   [M81, demolished 2035]   moves-in 2030 M35 F33 M3 (a family moves in)
          #   empty-lot   shop   facility   {kind: apartment, units: {101: [M34], 102: unknown, 103: vacant}}

        landmarks:                   # meeting-hall, shelter, school, shop, clinic, bus-stop, shrine, post-office, aed …
          - {kind: meeting-hall, name: Village hall, at: [120, 30]}
          - {kind: bus-stop, name: High Street, at: [24, 78]}

        findings:
          - North of High Street, houses may fall vacant one after the other
          - Fewer and fewer can drive to the shops
        actions:                     # never show the future without these
          - A market in the hall once a month
          - A day to talk about what becomes of a house, before it stands empty

    scenarios:                       # "what if", to compare; the third person of a1 is a1.3
      back from Bristol:
        people: {a1.3: returns 2028}
        # families: {2030: 2, each: M35 F33 M3}      families that take vacant houses

    """
}
