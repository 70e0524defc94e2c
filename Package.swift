// swift-tools-version: 6.2
import PackageDescription

/// In CI every warning is an error; on a facilitator's machine a newer compiler must not stop the build.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Layout's tests lay out thousands of maps: they are optimised in debug builds too, which takes a third of the time. (It
/// means that no other package can depend on these targets; nobody does, the product is a program.)
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house, with its tests in the folder of the same name.
func room(_ name: String, _ dependencies: [Target.Dependency], _ settings: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], _ settings: [SwiftSetting] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: strict + settings)
}

let package = Package(
  name: "tenken",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "tenken", targets: ["tenken"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo-pdf cairo-svg cairo-png",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo pangoft2",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CRsvg", pkgConfig: "librsvg-2.0",
      providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),
    .systemLibrary(
      name: "CQrencode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room("Diagnostics", []),
    room("Workshop", ["Diagnostics"]),
    room(
      "SessionFile", ["Diagnostics", "Workshop", .product(name: "Yams", package: "Yams")]),
    room("Projection", ["Diagnostics", "Workshop"]),
    room("City", ["Diagnostics", "Workshop", "Projection"]),
    room("Picture", ["Diagnostics"], quick),
    room("Layout", ["Diagnostics", "Workshop", "Projection", "Picture"], quick),
    room("CairoBackend", ["CCairo", "CPango", "CRsvg", "CQrencode", "CZlib", "Diagnostics", "Picture"]),
    room(
      "Studio",
      [
        "Diagnostics", "Workshop", "SessionFile", "Projection", "City", "Picture", "Layout", "CairoBackend",
      ]),
    .executableTarget(
      name: "tenken",
      dependencies: [
        "Studio", "City", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Commands run where they were called, so that those that never wait stay on the main thread.
      swiftSettings: strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
    // For the benchmark only. What users build (`make build`) names its product and never gets here.
    .executableTarget(
      name: "picture-dump",
      dependencies: [
        "Diagnostics", "Workshop", "SessionFile", "Projection", "Picture", "Layout", "CairoBackend",
      ],
      path: "Benchmarks/Dump", swiftSettings: strict),
    .executableTarget(
      name: "city-bench", dependencies: ["City", "Projection", "Workshop"], path: "Benchmarks/City",
      exclude: ["population.csv"],
      swiftSettings: strict),
    tests("Diagnostics", []),
    tests("SessionFile", ["Diagnostics", "Workshop"]),
    tests("Projection", ["Workshop"]),
    tests("City", ["Diagnostics", "Workshop", "Projection"]),
    tests(
      "Layout", ["Diagnostics", "Workshop", "SessionFile", "Projection", "Picture", "CairoBackend"],
      exclude: ["Goldens"], quick),
    tests("CairoBackend", ["Diagnostics", "Picture"], exclude: ["Goldens"]),
    tests("Studio", ["Diagnostics", "Workshop", "SessionFile", "Projection", "Picture", "CairoBackend"]),
    .testTarget(
      name: "CommandTests", dependencies: ["tenken"], path: "Tests/CommandTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
