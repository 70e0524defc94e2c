/// Slips in the chances of the rules.
extension Slip {
  private static func inChance(
    _ name: String, _ chance: String, _ expected: Expected..., hint: String? = nil
  ) -> Slip {
    var slip = atTop(name, "rules: {chance: {\(chance)}}")
    slip.expected = expected
    slip.hint = hint
    return slip
  }

  static let chances: [Slip] = [
    inChance("a misspelt chance", "⟦deth⟧: on", error("unknown-key"), hint: "death"),
    inChance("a misspelt Japanese chance", "⟦亡くなる人⟧: on", error("unknown-key"), hint: "亡くなる"),
    inChance("a chance in both languages", "death: on, ⟦亡くなる⟧: off", error("duplicate-key")),
    atTop("chances switched on", "rules: {chance: ⟦on⟧}", error("wrong-type"), hint: "--chance"),
    atTop("chances as a list", "rules: {chance: ⟦[death]⟧}", error("wrong-type")),
    inChance("a chance in per cent without the sign", "returning: ⟦10⟧", error("bad-value"), hint: "10%"),
    inChance("a chance of 120 %", "returning: ⟦120%⟧", error("bad-value")),
    inChance("a chance below 0", "filling: ⟦-0.1⟧", error("bad-value")),
    inChance("a misspelt word for a rate", "care: ⟦rulee⟧", error("bad-value"), hint: "rule"),
    inChance("a word nobody could mean", "care: ⟦xyzzy⟧", error("bad-value"), hint: "10%"),
    inChance("a workbook of rates", "death: ⟦rates.xlsx⟧", error("bad-value"), hint: "CSV"),
    inChance("a list of rates", "death: ⟦[0.1, 0.2]⟧", error("wrong-type")),
    inChance("rates by nothing", "death: ⟦{}⟧", error("wrong-type")),
    inChance("dwellings by age", "letting: ⟦{18-29: 0.1}⟧", error("wrong-type")),
    inChance("a file for dwellings", "letting: ⟦rates.csv⟧", error("bad-value"), hint: "0.1"),
    inChance(
      "ages that overlap", "leaving-home: {18-29: 0.1, ⟦29-39⟧: 0.02}", error("overlapping-ages"), hint: "30"),
    inChance("an age twice", "leaving-home: {30: 0.1, ⟦30歳⟧: 0.02}", error("overlapping-ages")),
    inChance("ages the wrong way round", "leaving-home: {⟦29-18⟧: 0.1}", error("bad-age")),
    inChance("an age of 150", "leaving-home: {⟦100-150⟧: 0.1}", error("bad-age")),
    inChance("an age that is none", "leaving-home: {⟦young⟧: 0.1}", error("bad-age"), hint: "18-29"),
    inChance("a year of birth for an age", "leaving-home: {⟦1951年生⟧: 0.1}", error("bad-age")),
    inChance("an age without a rate", "leaving-home: {⟦18-29⟧: }", error("missing-value")),
    inChance("a rate by age of 2", "leaving-home: {18-29: ⟦2⟧}", error("bad-value"), hint: "2%"),
    inChance("a list for a rate by age", "leaving-home: {18-29: ⟦[0.1]⟧}", error("wrong-type")),
    inChance("ages among sexes", "death: {male: on, ⟦18-29⟧: 0.1}", error("unknown-word"), hint: "male:"),
    inChance("a sex twice", "death: {male: on, ⟦男⟧: off}", error("duplicate-key")),
    inChance("sexes among sexes", "death: {male: ⟦{female: 0.1}⟧}", error("wrong-type")),
    inChance("the workshop's rule for men", "death: {male: ⟦rule⟧}", error("bad-value"), hint: "rule"),
    inChance(
      "following parents, switched on", "return-when-parents-gone: ⟦on⟧", error("bad-value"), hint: "0.1"),
    inChance("following parents by age", "return-when-parents-gone: ⟦{60: 0.1}⟧", error("wrong-type")),
    inChance("couples by a number", "couples-together: ⟦0.5⟧", error("unknown-word"), hint: "on"),
    inChance("families switched on", "families-a-year: ⟦on⟧", error("bad-value"), hint: "0.5"),
    inChance("fewer families than none", "families-a-year: ⟦-1⟧", error("bad-value")),
    inChance("families by age", "families-a-year: ⟦{60: 1}⟧", error("wrong-type")),
    inChance(
      "families beside filling", "families-a-year: 1, ⟦filling⟧: 0.2", warning("rule-without-effect"),
      hint: "Remove"),
    atTop(
      "a slip in a scenario's chances", "scenarios: {x: {rules: {chance: {deth: on}}}}", error("unknown-key"),
      hint: "death"),
  ]
}
