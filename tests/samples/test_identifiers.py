"""Laws of the check digits: every printed identifier passes its official test."""

from random import Random

import pytest

from samples import identifiers as ids
from samples.companies import NAMES, company

COMPANIES = [
    company(country, trade, variant, Random(f"{country}{trade}{variant}"))
    for country, trades in NAMES.items()
    for trade, names in trades.items()
    for variant in range(len(names))
]


def test_known_numbers_pass() -> None:
    assert ids.iban_ok("FR1420041010050500013M02606")
    assert ids.iban_ok("DE89370400440532013000")
    assert ids.luhn_ok("732829320")
    assert ids.vat_fr("732829320") == "FR44732829320"
    assert ids.creditor_reference("539007547034") == "RF18539007547034"
    assert ids.qr_reference("21000000000313947143000901") == "210000000003139471430009017"


def test_a_wrong_digit_fails() -> None:
    assert not ids.iban_ok("DE89370400440532013001")
    assert not ids.luhn_ok("732829321")


@pytest.mark.parametrize("firm", COMPANIES, ids=lambda firm: f"{firm.country}-{firm.site}")
def test_every_company_has_valid_identifiers(firm: object) -> None:
    one = next(company for company in COMPANIES if company is firm)
    assert ids.luhn_ok(one.siren)
    assert ids.luhn_ok(one.siret)
    assert one.siret.startswith(one.siren)
    if one.iban:
        assert ids.iban_ok(one.iban)
        assert ids.iban_ok(one.other_iban)
        assert one.iban.startswith(one.country)


@pytest.mark.parametrize("seed", range(20))
def test_national_keys_are_right(seed: int) -> None:
    rng = Random(seed)
    french, belgian, note = (
        ids.iban_fr(rng)[4:],
        ids.iban_be(rng)[4:],
        ids.belgian_communication(rng),
    )
    bank, desk, account, key = (int(french[a:b]) for a, b in ((0, 5), (5, 10), (10, 21), (21, 23)))
    assert (89 * bank + 15 * desk + 3 * account + key) % 97 == 0
    assert (int(belgian[:10]) % 97 or 97) == int(belgian[10:])
    digits = "".join(char for char in note if char.isdigit())
    assert (int(digits[:10]) % 97 or 97) == int(digits[10:])


@pytest.mark.parametrize("seed", range(20))
def test_german_and_british_vat_numbers_are_right(seed: int) -> None:
    rng = Random(seed)
    product = 10
    number = ids.vat_de(rng)[2:]
    for char in number[:8]:
        product = 2 * ((int(char) + product) % 10 or 10) % 11
    assert (product + int(number[8])) % 10 == 1
    british = ids.vat_gb(rng)[2:]
    total = sum(int(c) * w for c, w in zip(british[:7], range(8, 1, -1), strict=True))
    assert (total + int(british[7:])) % 97 == 0
