"""One good file for every statement reader, in bytes."""

from tests.pay.evidence.csv_shapes import LAYOUTS
from tests.pay.evidence.shapes import DUTCH, FRENCH, GERMAN, OFX_1, OFX_2, camt

CAMT = {
    f"camt.{kind}.{version:02d}": camt(kind, version)
    for kind in ("052", "053", "054")
    for version in (2, 4, 7, 8, 13)
}
TEXTS = {
    "mt940_german": GERMAN.encode(),
    "mt940_dutch": DUTCH.encode(),
    "mt940_french": FRENCH.encode("cp1252"),
    "ofx_sgml": OFX_1.encode("cp1252"),
    "ofx_xml": OFX_2.encode(),
}
FILES: dict[str, bytes] = {
    **CAMT,
    **TEXTS,
    **{f"csv_{name}": data for name, data in LAYOUTS.items()},
}
