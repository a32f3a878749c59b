"""Writes the zones and points that planar-bench reads, in Lambert-93 metres (EPSG:2154).

    workload.py [--zones QP_METROPOLE_LB93.shp] --points points_1m.csv --out workload.bin

Zones: any vector file in EPSG:2154 or 4326 (others are projected vertex by vertex; ids are the row order; invalid
geometry is left as it is: the even-odd rule of both sides is the same); none are zones of no shape. Points: a CSV with
columns lon and lat. Needs geopandas (see rivals/requirements.txt).
"""
import argparse
import sys
from pathlib import Path

import geopandas
import numpy
import pandas
import pyproj
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plain import workload  # noqa: E402


def shapes(path, project):
    """Lists of rings, without the vertex that closes them."""
    frame = geopandas.read_file(path)
    found = numpy.asarray(frame.geometry.values)
    if abs(frame.total_bounds).max() <= 180:
        west, south, east, north = frame.bounds.values.T
        found = found[(west > -5.3) & (east < 9.8) & (south > 41.2) & (north < 51.3)]
        found = shapely.transform(found, lambda xy: numpy.column_stack(project(xy[:, 0], xy[:, 1])))
    return [
        [shapely.get_coordinates(ring)[:-1].tolist() for ring in shapely.get_rings(shapely.get_parts(shape))]
        for shape in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zones")
    parser.add_argument("--points", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    project = pyproj.Transformer.from_crs(4326, 2154, always_xy=True).transform
    zones = shapes(arguments.zones, project) if arguments.zones else []
    csv = pandas.read_csv(arguments.points, sep=None, engine="python", usecols=["lon", "lat"]).dropna()
    points = numpy.column_stack(project(csv.lon.to_numpy(), csv.lat.to_numpy())).tolist()
    workload.write(arguments.out, zones, points)
    print(f"{len(zones)} zones, {sum(map(len, zones))} rings, {len(points)} points")


if __name__ == "__main__":
    main()
