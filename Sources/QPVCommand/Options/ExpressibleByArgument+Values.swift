public import ArgumentParser
public import Geodesy
public import QPVKit

// Values of the libraries that are arguments as they are.

extension CalendarDay: ExpressibleByArgument {
    /// `2023-12-31` or `31/12/2023`.
    public init?(argument: String) { self.init(argument) }
}

extension CRS: ExpressibleByArgument {
    /// `EPSG:2154`, `2154`, or a name.
    public init?(argument: String) { self.init(name: argument) }
}

extension Language: ExpressibleByArgument {}

extension PerimeterKind: ExpressibleByArgument {}

extension Rule: ExpressibleByArgument {}

extension StatisticsBasis: ExpressibleByArgument {}

extension StatisticsUnit: ExpressibleByArgument {}
