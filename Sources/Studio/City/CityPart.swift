import City
import Diagnostics
import Foundation
import Projection

/// A part of a city's runs as it is saved: the form is that of ``PartFile``, a line that says what it is and a line that
/// holds it.
public enum CityPart {
  private static let format = "tenken-city-part-2"

  /// The bytes of a part.
  public static func bytes(of record: CityRecord, shard: ChanceRun.Shard) throws(Trouble) -> [UInt8] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let body = try encoder.encode(record)
      let head = PartFile.Head(
        format: format, job: String(record.simulation.question.fingerprint, radix: 16), shard: shard.text,
        check: check(body), bytes: body.count)
      return Array(try encoder.encode(head)) + [0x0A] + Array(body) + [0x0A]
    } catch {
      throw Trouble(
        code: "cannot-write", Phrase(ja: "結果を書き出せません。", en: "The result cannot be written down."))
    }
  }

  /// Whether the file at `path` is a part of a city.
  public static func isPart(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let beginning = try? file.read(upToCount: 4096), let line = beginning.split(separator: 0x0A).first,
      let head = try? JSONDecoder().decode(PartFile.Head.self, from: Data(line))
    else { return false }
    return head.format == format
  }

  /// Reads parts of one job and puts them together, whatever their order.
  ///
  /// - Throws: A finding for every file that is damaged or comes from another job, and for runs that are missing.
  public static func merge(_ paths: [String]) throws(Trouble) -> CityRecord {
    var findings: [Finding] = []
    var whole: (path: String, record: CityRecord, shard: String)?
    for path in paths {
      do throws(Trouble) {
        let (record, shard) = try read(path)
        guard let first = whole else {
          whole = (path, record, shard)
          continue
        }
        whole?.record = try adding(record, path, to: (first.path, first.record))
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty, let whole else { throw Trouble(findings) }
    guard whole.record.isWhole else {
      let missing = MissingRuns(
        spans: whole.record.simulation.spans, runs: whole.record.runs, shard: whole.shard)
      throw Trouble([missing.finding])
    }
    return whole.record
  }

  private static func adding(
    _ record: CityRecord, _ path: String, to first: (path: String, record: CityRecord)
  ) throws(Trouble) -> CityRecord {
    var sum = first.record
    do throws(Simulation.MergeTrouble) {
      guard record.runs == sum.runs, record.rules == sum.rules, record.processes == sum.processes else {
        throw .otherJob
      }
      try sum.simulation.merge(record.simulation)
    } catch {
      let message =
        error == .otherJob
        ? Phrase(
          ja: "別の計算の一部です（名簿、決まり、年、種、回数のどれかが違います）。",
          en:
            "it is part of another job: the roster, the rules, the years, the seed or the number of runs differ."
        )
        : error.message
      throw Trouble(
        code: error == .otherJob ? "other-job" : error == .sameRuns ? "same-runs" : "damaged-part",
        Phrase(
          ja: "「\(path)」は「\(first.path)」と合わせられません。\(message.ja)",
          en: "‘\(path)’ cannot be put together with ‘\(first.path)’: \(message.en)"))
    }
    return sum
  }

  private static func read(_ path: String) throws(Trouble) -> (record: CityRecord, shard: String) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputReader.bytes(of: path, limit: PartFile.largest)
    } catch {
      throw Trouble(
        code: "cannot-read",
        Phrase(ja: "「\(path)」を読めません。\(error.reason.ja)。", en: "‘\(path)’ cannot be read: \(error.reason.en).")
      )
    }
    let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = lines.first,
      let head = try? JSONDecoder().decode(PartFile.Head.self, from: Data(first)), head.format == format
    else {
      throw Trouble(
        code: "no-part",
        Phrase(ja: "「\(path)」は名簿の計算の一部ではありません。", en: "‘\(path)’ is no part of a roster’s runs."))
    }
    var body = lines.count > 1 ? lines[1] : []
    if body.last == 0x0A { body = body.dropLast() }
    guard body.count == head.bytes, check(body) == head.check,
      let record = try? JSONDecoder().decode(CityRecord.self, from: Data(body)), record.simulation.isWhole
    else {
      throw Trouble(
        code: "damaged-part",
        Phrase(
          ja: "「\(path)」は壊れています（途中で切れたか、書きかえられています）。", en: "‘\(path)’ is damaged: it was cut off or changed."),
        hint: Phrase(ja: "--shard \(head.shard) をもう一度計算してください。", en: "Make --shard \(head.shard) again."))
    }
    return (record, head.shard)
  }

  private static func check(_ body: some Sequence<UInt8>) -> String {
    var check = Fingerprint()
    check.add(body)
    return check.text
  }
}
