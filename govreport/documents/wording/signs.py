"""What print shows for words of the standard, as `schema/print.json` says: marks, units, markers, dates."""

from collections.abc import Mapping

from govreport import resources

_PRINT = resources.read("print.json")

SIGNS: Mapping[str, str] = _PRINT["signs"]
UNITS: Mapping[str, str] = _PRINT["units"]
PHRASES: Mapping[str, str] = _PRINT["phrases"]
NOTE: str = _PRINT["markers"]["note"]
FINDING: str = _PRINT["markers"]["finding"]
