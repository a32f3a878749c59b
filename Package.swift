// swift-tools-version: 6.3
import PackageDescription

/// What every target is compiled with: Swift 6, imports internal unless said otherwise.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A library target: its name, the targets that it imports, and what it needs beside them.
func source(
    _ name: String, _ targets: String = "", and others: [Target.Dependency] = [], embedding files: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies(targets) + others, resources: files.map { .embedInCode($0) },
        swiftSettings: settings)
}

/// The names between spaces.
func names(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

func dependencies(_ list: String) -> [Target.Dependency] { names(list).map { .init(stringLiteral: $0) } }

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: exclude, swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// The libraries that QPVKit exports.
let libraries = """
    Sheets Mapping Actions Residences Statistics Coverage Comparing Reports Disclosure Verdicts Perimeters Tables \
    Provenance Wording Topology Geodesy Gazetteer GeoPackages Interchange Communes Planar
    """

let package = Package(
    name: "qpv",
    products: [
        .executable(name: "qpv", targets: ["QPVCommand"]),
        .library(name: "QPVKit", targets: ["QPVKit"] + names(libraries)),
        .library(name: "QPVService", targets: ["QPVService"]),
    ] + names(libraries).map { .library(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "QPVCommand",
            dependencies: [
                "QPVService", "QPVKit", "Geodesy", "Gazetteer", "Interchange", "Planar",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        // Arrows point down only. CONTRIBUTING has the same list, and a test holds it against the imports.
        source("QPVService", "QPVKit Topology Geodesy Gazetteer Interchange Planar"),
        source("QPVKit", libraries),
        source(
            "Sheets",
            """
            Statistics Coverage Comparing Reports Disclosure Verdicts Perimeters Tables Provenance Wording \
            Threads Topology Geodesy Gazetteer Interchange Planar
            """),
        source(
            "Mapping",
            """
            Coverage Reports Disclosure Verdicts Perimeters Tables Provenance Wording Geodesy Gazetteer GeoPackages \
            Interchange Planar
            """,
            embedding: ["page.html", "page.css", "view.js", "page.js"].map { "Page/\($0)" }),
        source("Actions", "Reports Verdicts Perimeters Tables Provenance Wording Gazetteer Interchange"),
        source("Residences", "Reports Verdicts Perimeters Tables Provenance Wording Gazetteer Interchange"),
        source(
            "Statistics",
            "Reports Disclosure Verdicts Perimeters Tables Provenance Wording Threads Gazetteer Interchange"),
        source(
            "Coverage",
            """
            Reports Verdicts Perimeters Tables Provenance Wording Threads Topology Geodesy Gazetteer \
            Interchange Planar
            """),
        source(
            "Comparing",
            "Verdicts Perimeters Tables Provenance Threads Topology Geodesy Gazetteer Interchange Planar"),
        source("Reports", "Disclosure Tables Provenance Wording Interchange"),
        source("Disclosure"),
        source("Verdicts", "Perimeters Tables Provenance Threads Geodesy Gazetteer Interchange Communes Planar"),
        source(
            "Perimeters",
            "Tables Provenance Wording Threads Topology Geodesy Gazetteer GeoPackages Interchange Communes Planar",
            and: [.product(name: "Algorithms", package: "swift-algorithms")]),
        source("Tables", "Provenance Interchange"),
        source("Provenance", "Interchange"),
        source("Wording", "Interchange"),
        source("Threads"),
        source("Topology", "Planar", and: ["CGEOS"]),
        source("Geodesy", "Planar", and: ["CPROJ"]),
        source("Gazetteer", "Interchange Planar", and: [.product(name: "Algorithms", package: "swift-algorithms")]),
        // Apart from Interchange, so that what stands on Interchange need not wait until SQLite's library is compiled.
        source(
            "GeoPackages", "Interchange Planar",
            and: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        source("Interchange", "Planar", and: ["CConfinement", "CZlib", "CCrypto", "CExpat", "CXLSXWriter"]),
        source("Communes", and: ["CCommunes", .product(name: "Algorithms", package: "swift-algorithms")]),
        // Imports nothing, not even the C library, so the linker must be told where square roots come from.
        .target(
            name: "Planar", swiftSettings: settings,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

        // A table of facts: its bytes are in the program, so that a binary copied alone has them.
        .target(
            name: "CCommunes", path: "Sources/C/CCommunes", exclude: ["communes.tsv", "make.py", "counts.py"],
            cSettings: [.headerSearchPath(".")]),
        // Starts a program without network and with few files in sight.
        .target(name: "CConfinement", path: "Sources/C/CConfinement"),
        library("CGEOS", pkgConfig: "geos", debian: "libgeos-dev"),
        library("CPROJ", pkgConfig: "proj", debian: "libproj-dev"),
        library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
        library("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
        library("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
        library("CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),

        .executableTarget(name: "SampleCommune", swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests(of: "Communes"),
        tests(of: "Planar"),
        tests(of: "Interchange", ["GeoPackages", "Planar"]),
        tests(of: "Gazetteer", ["Interchange", "Planar"]),
        tests(of: "Geodesy", ["Planar"]),
        tests(of: "Topology", ["Geodesy", "Planar"]),
        tests(
            of: "QPVKit",
            dependencies(libraries + " Threads") + [.product(name: "GRDB", package: "GRDB.swift")]),
        tests(of: "QPVService", dependencies("QPVKit Tables Topology Geodesy Gazetteer Interchange Planar")),
        tests(of: "QPVCommand", ["QPVKit", "Gazetteer", "Interchange", "Tables"], exclude: ["Golden"]),
        tests(of: "SampleCommune"),
    ]
)
