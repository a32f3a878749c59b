"""What people and machines do to a French address: each damage changes a draft, or says that it has nothing to change.

Damages of one group exclude each other; the groups are applied in the order of SLOTS.
"""

from . import number, name, spelling, place, around  # the order in which their sets are made
from .draft import DAMAGES, SLOTS, Draft, Place, filled

__all__ = ["DAMAGES", "SLOTS", "Draft", "Place", "filled", "number", "name", "spelling", "place", "around"]
