"""The ways of paying: every rail, in the order in which they are offered."""

from pay.rail import Rail
from pay.rails.biller_page import BillerPage
from pay.rails.by_hand import ByHand
from pay.rails.direct_debit import DirectDebit
from pay.rails.sepa_file.rail import SepaFile
from pay.rails.sepa_sheet.rail import SepaSheet

RAILS: tuple[Rail, ...] = (
    SepaSheet(),
    SepaFile(),
    BillerPage(),
    DirectDebit(),
    ByHand(),
)
"""Every rail. Its name is what `facteur pay --rail` takes."""
