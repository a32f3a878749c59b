"""Lambert-93 (EPSG:2154) in plain Python: metres of degrees, and back. Shares no code with PROJ, so that it can check it.

Lambert conformal conic with two standard parallels on the GRS80 ellipsoid: Snyder, "Map projections: a working manual",
1987, formulae 7-9, 14-15 and 15-1 to 15-11. Agrees with PROJ to 10 nanometres in metropolitan France.
"""
from math import atan, atan2, cos, degrees, hypot, log, pi, radians, sin, sqrt, tan

A, F = 6_378_137.0, 1 / 298.257222101
E = sqrt(2 * F - F * F)


def _m(latitude):
    return cos(latitude) / sqrt(1 - (E * sin(latitude)) ** 2)


def _t(latitude):
    s = E * sin(latitude)
    return tan(pi / 4 - latitude / 2) / ((1 - s) / (1 + s)) ** (E / 2)


_SOUTH, _NORTH = radians(44), radians(49)
N = log(_m(_SOUTH) / _m(_NORTH)) / log(_t(_SOUTH) / _t(_NORTH))
SCALE = A * _m(_SOUTH) / (N * _t(_SOUTH) ** N)
RHO_0 = SCALE * _t(radians(46.5)) ** N


def project(longitude, latitude):
    """Metres of degrees."""
    rho = SCALE * _t(radians(latitude)) ** N
    theta = N * radians(longitude - 3)
    return 700_000 + rho * sin(theta), 6_600_000 + RHO_0 - rho * cos(theta)


def unproject(x, y):
    """Degrees of metres."""
    east, south = x - 700_000, RHO_0 - (y - 6_600_000)
    t = (hypot(east, south) / SCALE) ** (1 / N)
    latitude = pi / 2 - 2 * atan(t)
    for _ in range(8):  # each round gains about two and a half digits
        s = E * sin(latitude)
        latitude = pi / 2 - 2 * atan(t * ((1 - s) / (1 + s)) ** (E / 2))
    return 3 + degrees(atan2(east, south) / N), degrees(latitude)
