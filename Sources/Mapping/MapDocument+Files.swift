import GeoPackages
public import Interchange
import Perimeters

extension MapDocument {
    /// The map as one GeoJSON FeatureCollection (RFC 7946): longitude and latitude in WGS 84 with 7 decimals, exterior rings
    /// counter-clockwise; `layer` is the first property of each feature, whose order is that of the layers.
    public func geoJSON() -> OutputBuffer {
        var writer = GeoJSONWriter(precision: .decimals(7))
        for layer in layers {
            for feature in layer.features {
                var feature = feature
                let layerName = JSONObject.Member("layer", .string(layer.id))
                feature.properties = JSONObject([layerName] + feature.properties.members)
                writer.append(feature)
            }
        }
        writer.finish()
        return writer.output
    }

    /// The map as a GeoPackage, each layer a table of its own with the style that QGIS draws it in.
    ///
    /// - Throws: ``InterchangeError``.
    public func geoPackage() throws(InterchangeError) -> [UInt8] {
        // 4326 is among the systems that every GeoPackage has: its definition stands there.
        let reference = SpatialReference(organization: "EPSG", code: 4326, name: "WGS 84 geodetic", definition: "")
        return try GeoPackageWriter.bytes(layers.map(\.table), reference: reference)
    }
}

extension MapLayer {
    fileprivate var table: GeoPackageWriter.Layer {
        GeoPackageWriter.Layer(
            name: id, title: title, geometry: mark == .point ? .points : .areas,
            columns: fields.map { field in
                switch field.kind {
                case .text: .init(field.name, .text)
                case .year, .count: .init(field.name, .integer)
                case .real: .init(field.name, .real)
                }
            }, features: features, style: QGISStyle(self).text)
    }
}
