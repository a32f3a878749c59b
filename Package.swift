// swift-tools-version: 6.3
import PackageDescription

/// What every target is compiled with: Swift 6, imports internal unless said otherwise.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

func source(_ name: String, _ dependencies: [Target.Dependency] = [], embedding files: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: files.map { .embedInCode($0) }, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: exclude, swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// The targets that know geometry, files and addresses, and nothing of perimeters.
let leaves: [Target.Dependency] = ["Topology", "Geodesy", "Gazetteer", "Interchange", "Planar"]

/// What every idea above verdicts may use.
let middle: [Target.Dependency] = ["Verdicts", "Perimeters", "Tables", "Provenance", "Threads", "Wording"] + leaves

/// A target each: what is made of verdicts.
let ideas: [Target.Dependency] = [
    "Sheets", "Mapping", "Actions", "Residences", "Statistics", "Coverage", "Comparing",
]

let package = Package(
    name: "qpv",
    products: [
        .executable(name: "qpv", targets: ["QPVCommand"]),
        .library(name: "QPVService", targets: ["QPVService"]),
        .library(name: "QPVKit", targets: ["QPVKit", "Gazetteer", "Interchange", "Geodesy", "Topology", "Planar"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        .executableTarget(
            name: "QPVCommand",
            dependencies: [
                "QPVService", "QPVKit", "Geodesy", "Gazetteer", "Interchange", "Planar", "Topology", "Tables", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        source("QPVService", ["QPVKit"] + ideas + ["Reports", "Disclosure"] + middle),

        // Every library under one name.
        source("QPVKit", ideas + ["Reports", "Disclosure"] + middle),
        source("Sheets", ["Reports", "Statistics", "Coverage", "Comparing", "Disclosure"] + middle),
        source(
            "Mapping", ["Reports", "Coverage", "Disclosure"] + middle,
            embedding: ["page.html", "page.css", "view.js", "page.js"].map { "Page/\($0)" }),
        source("Actions", ["Reports"] + middle),
        source("Residences", ["Reports"] + middle),
        source("Statistics", ["Reports", "Disclosure"] + middle),
        source("Coverage", ["Reports"] + middle),
        source("Comparing", middle),
        source("Reports", ["Disclosure", "Tables", "Provenance", "Wording", "Interchange"]),
        source("Disclosure"),
        source("Verdicts", ["Perimeters", "Tables", "Provenance", "Threads", "Wording"] + leaves),
        source(
            "Perimeters",
            ["Tables", "Provenance", "Threads", "Wording", .product(name: "Algorithms", package: "swift-algorithms")]
                + leaves),
        source("Tables", ["Provenance", "Geodesy", "Interchange"]),
        source("Provenance", ["Interchange"]),
        source("Wording", ["Interchange"]),
        source("Threads"),
        source("Topology", ["Planar", "CGEOS"]),
        source("Geodesy", ["Planar", "CPROJ"]),
        source("Gazetteer", ["Interchange", .product(name: "Algorithms", package: "swift-algorithms")]),
        source(
            "Interchange",
            [
                "Planar", "CZlib", "CCrypto", "CExpat", "CXLSXWriter", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // Imports nothing, not even the C library, so the linker must be told where square roots come from.
        .target(
            name: "Planar", swiftSettings: settings,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

        library("CGEOS", pkgConfig: "geos", debian: "libgeos-dev"),
        library("CPROJ", pkgConfig: "proj", debian: "libproj-dev"),
        library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
        library("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
        library("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
        library("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),

        .executableTarget(name: "SampleCommune", swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests(of: "Planar"),
        tests(of: "Interchange", ["Planar"]),
        tests(of: "Gazetteer", ["Interchange", "Planar"]),
        tests(of: "Geodesy", ["Planar"]),
        tests(of: "Topology", ["Geodesy", "Planar"]),
        tests(of: "QPVKit", ideas + ["Reports", "Disclosure"] + middle),
        tests(of: "QPVService", ["QPVKit"] + middle),
        tests(of: "QPVCommand", ["QPVKit", "Interchange", "Tables"], exclude: ["Golden"]),
        tests(of: "SampleCommune"),
    ]
)
