import Diagnostics
import Picture
import Workshop

/// Shares a panel out between the parts of a map, and where that leaves too little to some of them, shares it out anew.
///
/// The sheet is shared out at first by what houses with their ages would take. Where these find no room, rows of small
/// houses need less of it, and a block or a landmark beside them more.
struct SharedGround {
  let model: MapModel
  let panel: Box
  let needs: MapNeeds
  let language: Language
  let type: Typesetter

  /// A ground with what is laid out on it.
  struct Found {
    var ground: MapGround
    var trial: LayoutTrial
    /// The richest that fits, and how many stages of detail were too rich; nil where nothing fits.
    var solved: (solution: LayoutTrial.Solution, stage: Int)?
  }

  /// The ground on which the map can show most; the first `known` stages of detail are known to be too rich.
  func best(from known: Int) -> Found {
    var best = lay(nil, from: known, upTo: .max)
    for least in [Detail.leastSymbols, .leastCounts] {
      guard let (before, stage) = best.solved, before.detail.content >= least.content else { break }
      let other = lay(best.trial.needs(least), from: known, upTo: stage)
      guard let (after, now) = other.solved else { continue }
      if now < stage || after.detail.size > before.detail.size
        || after.detail.size == before.detail.size && after.loss < before.loss
      {
        best = other
      }
    }
    // The same where a row is pushed to one end of its road, or landmarks have little room, while others have more than they
    // need.
    guard let (before, stage) = best.solved, before.detail.lines == 1 else { return best }
    let usual = best.trial.usualWidth(before)
    guard before.loss > 1 || before.unrest > usual else { return best }
    let other = lay(best.trial.needs(before.detail), from: known, upTo: stage)
    guard let (after, now) = other.solved else { return best }
    let isCalmer = after.unrest < before.unrest * 0.6 && after.loss <= before.loss + 0.5
    let isFuller = after.loss < before.loss / 2 && after.unrest <= max(usual, before.unrest)
    let isAsLarge = after.detail.size > before.detail.size * 0.85
    return now < stage || isAsLarge && (isCalmer || isFuller) ? other : best
  }

  /// Lays the map out on a panel that is shared out by what was measured, or by what ages would take.
  private func lay(_ measured: RoomNeeds?, from known: Int, upTo last: Int) -> Found {
    let ground = MapGround(model, panel: panel, measured: measured, type: type)
    let trial = LayoutTrial(
      model: model, needs: needs, geometry: ground.geometry, language: language, type: type,
      start: ground.index, beside: ground.beside, bridges: ground.bridges)
    return Found(ground: ground, trial: trial, solved: trial.best(from: known, upTo: last))
  }
}
