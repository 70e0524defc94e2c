import Diagnostics
import Picture
import Workshop

/// The method on one page: four steps, the signs, the rule, and an example house.
public struct MethodCard {
  private let rules: Rules
  private let language: Language
  private let pen: SheetPen

  private static let left = 18.0
  private static let width = 174.0

  /// - Parameter rules: those in force, said in the third step.
  public init(rules: Rules, language: Language, measurer: any TextMeasurer) {
    self.rules = rules
    self.language = language
    pen = SheetPen(measurer)
  }

  private struct Step {
    var title: Phrase
    var minutes: Phrase
    var text: [Phrase]
  }

  private var steps: [Step] {
    [
      Step(
        title: Phrase(ja: "近所の地図を描く", en: "Draw the neighbourhood"), minutes: Phrase(ja: "10分", en: "10 min"),
        text: [
          Phrase(ja: "はじめに道を、次に家を描きます。", en: "First the roads, then the houses."),
          Phrase(
            ja: "形は正確でなくて大丈夫。集会所やバス停など、目印になるものも描きましょう。",
            en: "It need not be exact. Add what everybody knows: the meeting hall, the bus stop."),
        ]),
      Step(
        title: Phrase(ja: "住んでいる人を書く", en: "Write who lives there"), minutes: Phrase(ja: "15分", en: "15 min"),
        text: [
          Phrase(
            ja: "家ごとに、夫婦、子ども（生まれた順）、親の順に書きます。男性は○、女性は△。",
            en:
              "House by house: the couple, the children in order of birth, then parents. ○ is a man, △ a woman."
          ),
          Phrase(
            ja: "中に年齢か年代（70代）、そばに職業。知らない家は？のままでかまいません。",
            en: "Age or age band (70s) inside, the occupation beside it. A house nobody knows stays “?”."),
        ]),
      Step(
        title: Phrase(ja: "10年後、20年後、30年後を描く", en: "Draw it in 10, 20 and 30 years"),
        minutes: Phrase(ja: "30分", en: "30 min"),
        text: [
          Phrase(
            ja: "同じ地図に、年を足して描きます。子どもは家を出るか、残るか、帰ってくるか。",
            en: "The same sheet, everybody older. Do children leave, stay or come back?"),
          KitWords.rules(rules),
          Phrase(ja: "住む人がいなくなった家は■（空き家）にします。", en: "A house with nobody left becomes ■, vacant."),
        ]),
      Step(
        title: Phrase(ja: "話し合う", en: "Talk"), minutes: Phrase(ja: "各テーブル5分で発表", en: "5 min a table"),
        text: [
          Phrase(
            ja: "気づいたことと、取り組むといいことを書き出します。むずかしい未来ほど、できることと並べて話しましょう。",
            en:
              "Write what you noticed and what would be good to do. The harder the future, the more it wants an idea beside it."
          ),
          Phrase(ja: "最後に、テーブルごとに全員へ伝えます。", en: "At the end each table tells the whole room."),
        ]),
    ]
  }

  /// The card, A4 upright.
  public func page() -> Page {
    let title = Phrase(ja: "地域点検のやりかた", en: "How a district inspection goes")(in: language)
    pen.group(.heading1, mark: Mark(.title)) {
      pen.line(title, SheetType().style(25, .bold), x: Self.left, baseline: 29)
    }
    pen.paragraph(
      Prose(pen.measurer).block(
        Phrase(
          ja: "自分たちの近所を一枚の紙に描いて、10年後、20年後、30年後を見てみます。一つのテーブルは4〜6人です。",
          en:
            "We draw our own neighbourhood on one sheet and look at it in 10, 20 and 30 years. Four to six people sit at a table."
        )(in: language), SheetType().style(11, leading: 1.5), width: Self.width), x: Self.left, y: 35)
    pen.rule(x: Self.left, y: 52, width: Self.width, color: Theme.ink, weight: 0.5)
    let bottom = 208.0
    let prose = Prose(pen.measurer)
    let style = SheetType().style(11.5, leading: 1.5)
    let heights = steps.map { step in
      step.text.reduce(11.5) {
        $0 + prose.height(prose.block($1(in: language), style, width: Self.width - 20)) + 1.2
      }
    }
    let gap = max(2, (bottom - 58 - heights.reduce(0, +)) / Double(steps.count))
    var y = 58.0
    for (index, step) in steps.enumerated() {
      pen.disc(x: Self.left + 6, y: y + 5, radius: 6, Theme.accent)
      pen.centred(
        String(index + 1), SheetType().style(16, .bold, color: Theme.white), x: Self.left + 6, y: y + 5)
      pen.group(.heading2) {
        pen.line(step.title(in: language), SheetType().style(15, .bold), x: Self.left + 18, baseline: y + 7)
      }
      pen.line(
        step.minutes(in: language), SheetType().style(11, .bold, color: Theme.accent),
        x: Self.left + Self.width,
        baseline: y + 7, .trailing)
      var top = y + 11.5
      for text in step.text {
        pen.group(.paragraph) {
          top += pen.paragraph(
            prose.block(text(in: language), style, width: Self.width - 20), x: Self.left + 18, y: top)
        }
        top += 1.2
      }
      y += heights[index] + gap
    }
    drawExample(top: 214)
    return Page(size: .a4, title: title, summary: title, items: pen.take())
  }

  private func drawExample(top: Double) {
    let height = 66.0
    pen.panel(.mm(Self.left - 4, top, Self.width + 8, height), Theme.ground, radius: 3)
    let heading = Phrase(ja: "描きかたの例", en: "An example")(in: language)
    pen.line(heading, SheetType().style(12, .bold), x: Self.left + 2, baseline: top + 10)
    let alternative = Phrase(
      ja: "例：78歳の男性と75歳の女性の家は、10年後に空き家。44歳の男性と41歳の女性、9歳の子どもの家は、10年後に54歳、51歳、19歳。",
      en:
        "An example: the house of a man of 78 and a woman of 75 is vacant in 10 years; that of a man of 44, a woman of 41 and a child of 9 has people of 54, 51 and 19."
    )(in: language)
    pen.group(.figure, alternative: alternative) {
      let columns: [(String, [(KitSign, String)], [(KitSign, String)])] = [
        (
          KitWords.now(in: language), [(.man, "78"), (.woman, "75")],
          [(.man, "44"), (.woman, "41"), (.man, "9")]
        ),
        (KitWords.later(10)(in: language), [], [(.man, "54"), (.woman, "51"), (.man, "19")]),
      ]
      for (index, column) in columns.enumerated() {
        let x = Self.left + 2 + Double(index) * 68
        pen.line(
          column.0, SheetType().style(10, .bold, color: index == 0 ? Theme.muted : Theme.accent), x: x,
          baseline: top + 20)
        pen.panel(.mm(x, top + 51, 62, 5), Theme.band, radius: 0)
        for (place, people) in [column.1, column.2].enumerated() {
          let left = x + 3 + Double(place) * 29
          KitSign.house(on: pen, x: left, y: top + 24, width: 27, height: 25, filled: people.isEmpty)
          for (number, person) in people.enumerated() {
            let center = left + (number == 2 ? 13.5 : 8.5 + Double(number) * 10)
            person.0.draw(
              on: pen, x: center, y: top + (people.count > 2 ? (number == 2 ? 44.3 : 36.3) : 40.5), size: 7.4,
              age: person.1)
          }
        }
      }
    }
    let x = Self.left + 140
    for (index, sign) in KitSign.allCases.enumerated() {
      let y = top + 22 + Double(index) * 10
      sign.draw(on: pen, x: x + 3, y: y, size: 6)
      let label = Prose(pen.measurer).block(
        sign.label(in: language), SheetType().style(9), width: Self.width + 2 - 148.5)
      pen.paragraph(label, x: x + 8.5, y: y - pen.height(label) / 2)
    }
  }
}
