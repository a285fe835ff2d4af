"""`facteur caps`: what holds, what comes from when, and what comes no more."""

from datetime import UTC, datetime

import pyotp

from tests.doors.conftest import Facteur


def test_a_cut_says_what_waited_and_does_not_come_any_more(indoors: Facteur) -> None:
    facteur = indoors
    secret = facteur("secret", "--json").rows[0]["secret"]
    code = pyotp.TOTP(str(secret)).at(datetime.now(UTC))
    codes = facteur("secret", "--code", code, "--json").rows[0]["recovery_codes"]
    assert isinstance(codes, list)
    facteur("caps", "--transfer", "50", "--month", "500")
    raised = facteur("caps", "--transfer", "90", "--code", codes[0])
    assert raised.out.count("for one payment 90.00 EUR") == 1
    later = facteur("caps", "--json").rows[0]["later_from"]
    month = facteur("caps", "--month", "300")
    assert (month.code, "does not come any more" in month.out) == (0, False)
    assert facteur("caps", "--json").rows[0]["later_from"] == later
    ended = facteur("caps", "--transfer", "40", "--json").rows[0]
    assert (ended["withdrawn"], ended["later_from"]) == ({"transfer": "90.00 EUR"}, None)
    again = facteur("caps", "--transfer", "none", "--code", codes[1])
    assert "From " in again.out
    cut = facteur("caps", "--transfer", "30")
    assert "does not come any more: for one payment no cap." in cut.out
