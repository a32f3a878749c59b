// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A program and the libraries of qpv that it imports: no other one is compiled for it.
func program(
    _ name: String, _ libraries: String..., and others: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .executableTarget(
        name: name, dependencies: libraries.map { .product(name: $0, package: "qpv") } + others, exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "qpv", path: ".."), .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Seeded", swiftSettings: settings),
        program("planar-bench", "Planar", and: ["Seeded"], exclude: ["workload.py"]),
        program("coverage-bench", "QPVKit", "Planar"),
        program("geocoder-fuzz", "Gazetteer", and: ["Seeded"]),
        program(
            "reader-fuzz", "QPVService", "QPVKit",
            and: ["Seeded", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        program("geocoder-eval", "Gazetteer", "Interchange"),
    ]
)
