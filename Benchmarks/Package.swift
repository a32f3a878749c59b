// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A program and the libraries of qpv that it imports: no other one is compiled for it.
func program(_ name: String, _ libraries: String..., exclude: [String] = []) -> Target {
    .executableTarget(
        name: name, dependencies: libraries.map { .product(name: $0, package: "qpv") }, exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "qpv", path: "..")],
    targets: [
        program("planar-bench", "Planar", exclude: ["workload.py"]),
        program("coverage-bench", "QPVKit", "Planar"),
        program("geocoder-fuzz", "Gazetteer"),
        program("geocoder-eval", "Gazetteer", "Interchange"),
    ]
)
