"""A sync says at its end which of the bills that came may be one, in the words of `facteur list`."""

from tests.doors.conftest import Facteur
from tests.doors.test_own_day import connected
from tests.dovecot import Dovecot
from tests.flow.post import letter

BILL = """\
Bonjour,

Votre facture du 02/11/2026 est disponible.{more}

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""


def mail(number: str, more: str = "") -> bytes:
    return letter(BILL.format(more=more), number=number).replace(b"\n", b"\r\n")


def test_bills_that_came_and_may_be_one_are_named_once(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(mail("1"), user=user)
    connected(facteur, dovecot, user)
    assert "may be the same bill" not in facteur("sync").out
    dovecot.deliver(mail("2", " Merci."), user=user)
    told = facteur("sync").out
    assert "Bills 1 and 2 may be the same bill: compare them." in told
    assert "`facteur fix 2 --apart 1` says that they are two." in told
    dovecot.deliver(mail("3", " Bonne journée."), user=user)
    (report,) = facteur("sync", "--json").rows
    assert report["alike"] == [[1, 3], [2, 3]]
    (quiet,) = facteur("sync", "--json").rows
    assert quiet["alike"] == []
