// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "qpv", path: "..")],
    targets: [
        .executableTarget(
            name: "planar-bench", dependencies: [.product(name: "QPVKit", package: "qpv")],
            exclude: ["workload.py"], swiftSettings: settings),
        .executableTarget(
            name: "geocoder-fuzz", dependencies: [.product(name: "QPVKit", package: "qpv")], swiftSettings: settings),
        .executableTarget(
            name: "geocoder-eval", dependencies: [.product(name: "QPVKit", package: "qpv")], swiftSettings: settings),
    ]
)
