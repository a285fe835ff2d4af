"""Which countries a SEPA transfer reaches (EPC409-09, list of SEPA scheme countries, 2026)."""

_IN_THE_EEA = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
_OUTSIDE = "AD AL CH GB GI MC MD ME MK RS SM VA"

EEA = frozenset(_IN_THE_EEA.split())
"""A payment code needs no BIC for an account here (EPC069-12, version 002)."""
SEPA = EEA | frozenset(_OUTSIDE.split())
"""By the first two letters of the IBAN; overseas parts of France have French accounts."""
