"""Writes the zones and points that planar-bench reads, in Lambert-93 metres (EPSG:2154).

    workload.py --zones QP_METROPOLE_LB93.shp --points points_1m.csv --out workload.bin

Zones: any vector file in EPSG:2154 or 4326 (others are projected vertex by vertex; ids are the row order; invalid
geometry is left as it is: the even-odd rule of both sides is the same). Points: a CSV with columns lon and lat.

The file: little-endian, the 8 bytes "QPVBENCH"; UInt64 zones, rings, vertices, points; per ring UInt32 zone, UInt32
number of vertices; vertices as pairs of Float64; points as pairs of Float64.
"""
import argparse

import geopandas
import numpy
import pandas
import pyproj
import shapely


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zones", required=True)
    parser.add_argument("--points", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    project = pyproj.Transformer.from_crs(4326, 2154, always_xy=True).transform

    frame = geopandas.read_file(arguments.zones)
    shapes = numpy.asarray(frame.geometry.values)
    if abs(frame.total_bounds).max() <= 180:
        west, _, east, _ = frame.bounds.values.T
        south, north = frame.bounds.values.T[1], frame.bounds.values.T[3]
        shapes = shapes[(west > -5.3) & (east < 9.8) & (south > 41.2) & (north < 51.3)]
        shapes = shapely.transform(shapes, lambda xy: numpy.column_stack(project(xy[:, 0], xy[:, 1])))
    parts, zone_of_part = shapely.get_parts(shapes, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    vertices, ring_of_vertex = shapely.get_coordinates(rings, return_index=True)
    counts = numpy.bincount(ring_of_vertex, minlength=len(rings))
    table = numpy.column_stack([zone_of_part[part_of_ring], counts]).astype("<u4")

    csv = pandas.read_csv(arguments.points, usecols=["lon", "lat"])
    points = numpy.column_stack(project(csv.lon.to_numpy(), csv.lat.to_numpy()))
    with open(arguments.out, "wb") as file:
        file.write(b"QPVBENCH")
        file.write(numpy.array([len(shapes), len(rings), len(vertices), len(points)], "<u8").tobytes())
        for array in (table, vertices.astype("<f8"), points.astype("<f8")):
            file.write(numpy.ascontiguousarray(array).tobytes())
    print(f"{len(shapes)} zones, {len(rings)} rings, {len(vertices)} vertices, {len(points)} points")


if __name__ == "__main__":
    main()
