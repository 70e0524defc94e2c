import Diagnostics
import Workshop

extension MapWords {
  /// What a landmark is, in a legend.
  static func kind(_ kind: LandmarkKind) -> Phrase {
    switch kind {
    case .townHall: Phrase(ja: "役所", en: "town hall")
    case .meetingHall: Phrase(ja: "集会所", en: "meeting hall")
    case .shelter: Phrase(ja: "避難所", en: "shelter")
    case .school: Phrase(ja: "学校", en: "school")
    case .nursery: Phrase(ja: "保育園・幼稚園", en: "nursery")
    case .shop: Phrase(ja: "店", en: "shop")
    case .supermarket: Phrase(ja: "スーパー", en: "supermarket")
    case .clinic: Phrase(ja: "診療所", en: "clinic")
    case .hospital: Phrase(ja: "病院", en: "hospital")
    case .pharmacy: Phrase(ja: "薬局", en: "pharmacy")
    case .busStop: Phrase(ja: "バス停", en: "bus stop")
    case .station: Phrase(ja: "駅", en: "station")
    case .shrine: Phrase(ja: "神社", en: "shrine")
    case .temple: Phrase(ja: "寺", en: "temple")
    case .postOffice: Phrase(ja: "郵便局", en: "post office")
    case .aed: Phrase(ja: "AED", en: "AED")
    case .healthRoom: Phrase(ja: "まちの保健室", en: "health room")
    case .police: Phrase(ja: "交番", en: "police")
    case .fireStation: Phrase(ja: "消防署", en: "fire station")
    case .hydrant: Phrase(ja: "消火栓", en: "hydrant")
    case .playground: Phrase(ja: "公園", en: "playground")
    case .careHome: Phrase(ja: "介護施設", en: "care home")
    case .garbage: Phrase(ja: "ごみ集積所", en: "refuse collection point")
    case .cemetery: Phrase(ja: "墓地", en: "cemetery")
    case .publicLibrary: Phrase(ja: "図書館", en: "library")
    case .parking: Phrase(ja: "駐車場", en: "car park")
    case .bridge: Phrase(ja: "橋", en: "bridge")
    case .other: Phrase(ja: "そのほかの目印", en: "other landmark")
    }
  }
}
