"""Direct debit and by hand: rails on which Facteur does nothing but tell and keep."""

from hashlib import sha256

import pytest

from models.errors.orders import OrderInvalid, RailRefused
from pay.mandate import Mandate
from pay.rail import Proof
from pay.rails.by_hand import ByHand
from pay.rails.direct_debit import DirectDebit
from tests.pay.orders import handover, order, payee


def test_a_debit_is_never_paid_but_expected() -> None:
    mandate = Mandate("fr72 zzz 123456", "RUM-0001\n")
    made = DirectDebit().prepare([order()], handover(mandate=mandate))
    assert made.files == ()
    told = made.next_step.told("en")
    assert told.startswith("Do not pay: Eaux du Vallon debits 84.20 EUR on 23 November 2026.")
    lines = {line.label.sentence: line.copied for line in made.copy}
    assert lines["Creditor"] == "FR72ZZZ123456"
    assert lines["Mandate"] == "RUM-0001"
    assert "IBAN" not in lines


def test_a_debit_without_a_mandate_is_expected_too() -> None:
    made = DirectDebit().prepare([order(payee=payee(iban=None))], handover())
    assert {line.label.sentence for line in made.copy} == {"Payee", "Amount", "Reference", "Day"}


@pytest.mark.parametrize("creditor", ["", "FR73ZZZ123456", "FR72", "FR72ZZZ12345\u0663"])
def test_a_creditor_identifier_with_wrong_check_digits_cannot_be_made(creditor: str) -> None:
    with pytest.raises(OrderInvalid):
        Mandate(creditor)


def test_a_proof_is_kept_under_its_digest() -> None:
    proof = Proof("../../reçu\n.jpg", b"\xff\xd8\xff")
    made = ByHand().prepare([order()], handover(proof=proof))
    (file,) = made.files
    assert file.digest == sha256(proof.data).hexdigest()
    assert file.data == proof.data
    assert "/" not in file.name
    assert not file.name.startswith(".")
    assert made.notes == ()


def test_without_a_proof_that_is_said() -> None:
    made = ByHand().prepare([order()], handover())
    assert made.files == ()
    assert "No proof" in made.notes[0].told("en")


@pytest.mark.parametrize("data", [b"", bytes(20_000_001)])
def test_an_empty_or_huge_proof_is_refused(data: bytes) -> None:
    with pytest.raises(RailRefused, match="proof is"):
        ByHand().prepare([order()], handover(proof=Proof("x", data)))
