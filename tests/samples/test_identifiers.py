"""Laws of the check digits: every printed identifier passes another's test (python-stdnum)."""

from random import Random

import pytest
from stdnum import iban, iso11649
from stdnum.be import iban as belgian_iban
from stdnum.be import ogm_vcs
from stdnum.ch import esr
from stdnum.de import vat as german_vat
from stdnum.fr import siren, siret, tva
from stdnum.gb import vat as british_vat

from samples import identifiers as ids
from samples.companies import NAMES, Company, company

COMPANIES = [
    company(country, trade, variant, Random(f"{country}{trade}{variant}"))
    for country, trades in NAMES.items()
    for trade, names in trades.items()
    for variant in range(len(names))
]
VAT = {"FR": tva, "DE": german_vat, "GB": british_vat}


@pytest.mark.parametrize("firm", COMPANIES, ids=lambda firm: f"{firm.country}-{firm.site}")
def test_every_company_has_valid_identifiers(firm: Company) -> None:
    assert siren.is_valid(firm.siren)
    assert siret.is_valid(firm.siret)
    assert firm.siret.startswith(firm.siren)
    if firm.country in VAT:
        assert VAT[firm.country].is_valid(firm.vat)
    for account in filter(None, (firm.iban, firm.other_iban)):
        assert iban.is_valid(account)
        assert account.startswith(firm.country)


def test_companies_have_invented_sites_and_distinct_names() -> None:
    assert all(firm.site.endswith(".example") for firm in COMPANIES)
    assert len({firm.name for firm in COMPANIES}) > 100


@pytest.mark.parametrize("seed", range(20))
def test_national_keys_are_right(seed: int) -> None:
    rng = Random(seed)
    french, note = ids.iban_fr(rng)[4:], ids.belgian_communication(rng)
    bank, desk, account, key = (int(french[a:b]) for a, b in ((0, 5), (5, 10), (10, 21), (21, 23)))
    assert (89 * bank + 15 * desk + 3 * account + key) % 97 == 0
    assert belgian_iban.is_valid(ids.iban_be(rng))
    assert ogm_vcs.is_valid(note)


@pytest.mark.parametrize("seed", range(20))
def test_payment_references_are_right(seed: int) -> None:
    stem = ids.digits(Random(seed), 10)
    assert iso11649.is_valid(ids.creditor_reference(stem))
    assert esr.is_valid(ids.qr_reference(stem))


def test_a_wrong_digit_fails() -> None:
    good = ids.iban_fr(Random(1))
    assert not iban.is_valid(good[:-1] + str((int(good[-1]) + 1) % 10))
    assert not ids.luhn_ok("732829321")
