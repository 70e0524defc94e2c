import CCairo
import CPango
import Diagnostics
import Picture

/// The typefaces of one renderer, and the Pango context in which its text is laid out.
///
/// Nothing is shared between two libraries, so that several threads can each have their own.
final class FontLibrary {
  /// Lays text out in points: one unit of the context is one point.
  let context: OpaquePointer
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let descriptions: [Weight: OpaquePointer]
  private let coverages: [Weight: OpaquePointer]
  /// From the baseline up, as a share of the type's size.
  let ascent: Double
  /// From the baseline down, as a share of the type's size.
  let descent: Double

  init(_ files: FontFiles) throws(BackendError) {
    guard let config = FcConfigCreate() else { throw FontFiles.missing }
    for file in files.all where FcConfigAppFontAddFile(config, file) == 0 {
      FcConfigDestroy(config)
      throw Self.unreadable(file)
    }
    // Pango asks fontconfig for the machine's own configuration before it takes ours: on a fresh machine that reads
    // every font there is, and complains where it may not write its cache. This answers the question beforehand, and
    // sees to it that text inside an icon is set in the same typeface.
    FcConfigSetCurrent(config)
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      FcConfigDestroy(config)
      throw FontFiles.missing
    }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    guard let context = pango_font_map_create_context(map) else {
      g_object_unref(map)
      FcConfigDestroy(config)
      throw FontFiles.missing
    }
    Self.prepare(context)

    var descriptions: [Weight: OpaquePointer] = [:]
    var coverages: [Weight: OpaquePointer] = [:]
    for weight in Weight.allCases where weight != .figures || files.figures != nil {
      let description = Self.describe(weight)
      descriptions[weight] = description
      coverages[weight] = Self.coverage(of: description, weight, in: context)
    }
    (ascent, descent) = Self.reach(of: descriptions[.regular], in: context)

    self.config = config
    self.map = map
    self.context = context
    self.descriptions = descriptions
    self.coverages = coverages
    // From here on `deinit` cleans up. A family that is not there is replaced silently: look what was loaded.
    if coverages.count < descriptions.count { throw FontFiles.missing }
  }

  deinit {
    descriptions.values.forEach(pango_font_description_free)
    coverages.values.forEach { g_object_unref(UnsafeMutableRawPointer($0)) }
    g_object_unref(UnsafeMutableRawPointer(context))
    // Pango 1.50 never gives back its own hold on the configuration, unless it is given another.
    pango_fc_font_map_set_config(OpaquePointer(map), nil)
    g_object_unref(map)
    FcConfigDestroy(config)
  }

  /// The family in this weight; its size is set span by span.
  func description(_ weight: Weight) -> OpaquePointer? { descriptions[weight] ?? descriptions[.regular] }

  /// Whether the typeface draws `scalar` itself.
  func covers(_ scalar: Unicode.Scalar, _ weight: Weight) -> Bool {
    guard let coverage = coverages[weight] ?? coverages[.regular] else { return false }
    return pango_coverage_get(coverage, Int32(scalar.value)) == PANGO_COVERAGE_EXACT
  }

  /// The same widths at every size and in every output: no hinting, nothing rounded to pixels.
  private static func prepare(_ context: OpaquePointer) {
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("ja"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// A size large enough that ascent and descent lose nothing to Pango's units.
  private static let probe = 1000.0

  private static func describe(_ weight: Weight) -> OpaquePointer? {
    let description = pango_font_description_new()
    pango_font_description_set_family(description, FontFiles.family(weight))
    pango_font_description_set_weight(
      description, weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(description, probe * Double(PANGO_SCALE))
    return description
  }

  private static func coverage(
    of description: OpaquePointer?, _ weight: Weight, in context: OpaquePointer
  ) -> OpaquePointer? {
    guard let description, let font = pango_context_load_font(context, description) else { return nil }
    defer { g_object_unref(font) }
    let found = pango_font_describe(font)
    defer { pango_font_description_free(found) }
    guard
      let family = pango_font_description_get_family(found),
      FontFiles.families(weight).contains(String(cString: family)),
      pango_font_description_get_weight(found) == pango_font_description_get_weight(description)
    else { return nil }
    return pango_font_get_coverage(font, pango_language_from_string("ja"))
  }

  /// How far the typeface reaches above and below the baseline, as shares of its size. Asked of Cairo: Pango would lay
  /// out a sample text to answer.
  private static func reach(
    of description: OpaquePointer?, in context: OpaquePointer
  ) -> (ascent: Double, descent: Double) {
    var extents = cairo_font_extents_t()
    if let description, let font = pango_context_load_font(context, description) {
      cairo_scaled_font_extents(pango_cairo_font_get_scaled_font(OpaquePointer(font)), &extents)
      g_object_unref(font)
    }
    return (extents.ascent / probe, extents.descent / probe)
  }

  private static func unreadable(_ file: String) -> BackendError {
    BackendError(
      .font,
      Phrase(
        ja: "書体のファイルを読めません: \(file)",
        en: "The file of the typeface cannot be read: \(file)"),
      hint: FontFiles.missing.hint)
  }
}
