"""Rules on countries: the same country by default, another one when ticked, SEPA at most."""

from collections.abc import Iterator

from models.said import Country, said
from models.words import mark
from pay.policy.facts import Facts
from pay.policy.flag import Flag, ask, stop
from pay.sepa_area import SEPA


def place_rules(facts: Facts) -> Iterator[Flag]:
    """outside_sepa (stop), other_country, country_of_vat (ask)."""
    iban, vat = facts.order.payee.iban, facts.bill.vat_country
    if iban is None:
        return
    country = iban.country
    if country not in SEPA:
        because = said(mark("The account is in {country}, outside SEPA."), country=Country(country))
        yield stop("outside_sepa", because)
        return
    if country != facts.home:
        because = said(mark("The account is abroad: in {country}."), country=Country(country))
        yield ask("other_country", because)
    if vat and _iban_country(vat) != country:
        because = said(
            mark("The account is in {country}, but the biller’s VAT number is of {vat}."),
            country=Country(country),
            vat=Country(_iban_country(vat)),
        )
        yield ask("country_of_vat", because)


def _iban_country(vat: str) -> str:
    """VAT numbers call Greece EL and Northern Ireland XI (Directive 2006/112/EC, article 215)."""
    return {"EL": "GR", "XI": "GB"}.get(vat, vat)
