import Foundation
import Gazetteer
import QPVKit
import TestSupport

/// The fictional sample: its perimeters and its gazetteer, compiled once.
enum SampleData {
    static let geodata = RealData.package.appendingPathComponent("geodata").path
    static let atlas = try! PerimeterFile.read("\(geodata)/perimetres-2024.geojson").atlas
    static let gazetteer: Gazetteer = {
        let folder = try! TemporaryFolder()
        _ = try! Gazetteer.build(inputs: ["\(geodata)/adresses.csv"], output: folder.path("sample.qpvg"))
        return try! Gazetteer(path: folder.path("sample.qpvg"))
    }()
    static let aliases = try! AliasTable(path: "\(geodata)/aliases.csv")
}
