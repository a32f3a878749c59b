// Every library of the package under one name: `import QPVKit` is enough.

@_exported public import Actions
@_exported public import Communes
@_exported public import Comparing
@_exported public import Coverage
@_exported public import Disclosure
@_exported public import Gazetteer
@_exported public import GeoPackages
@_exported public import Geodesy
@_exported public import Interchange
@_exported public import Mapping
@_exported public import Perimeters
@_exported public import Planar
@_exported public import Provenance
@_exported public import Reports
@_exported public import Residences
@_exported public import Sheets
@_exported public import Statistics
@_exported public import Tables
@_exported public import Topology
@_exported public import Verdicts
@_exported public import Wording
