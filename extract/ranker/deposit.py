"""A deposit that is asked now, before the rest: the balance of later is not what is due."""

import re
from dataclasses import replace

from extract.amount_due import Candidate
from extract.looked import Looked
from extract.rule_of_amount import money_of
from extract.squash import squash
from models.money import Money
from models.reading import Found

_ASKS = re.compile(
    r"(?:deposit|downpayment)(?:now|due|required|requested|request|invoice|tobepaid|payable|topay)|"
    r"pay(?:the|a|your|this|our)?(?:booking|initial|first)?(?:deposit|downpayment)|"
    r"acomptes?(?:averser|aregler|apayer|demande|exigible|alacommande|alasignature|alareservation)|"
    r"(?:demande|facture)d'acompte|(?:verser|regler|payer)(?:un|l'|votre|cet)?acompte|arrhes(?:a|demandees)|"
    r"anzahlungs?(?:anforderung|rechnung|fallig|zuzahlen|bei(?:auftrag|buchung|bestellung))|"
    r"(?:leisten|uberweisen|zahlen)sie(?:bitte)?(?:die|eine|ihre)anzahlung|"
    r"(?:anticipo|senal)(?:apagar|solicitad|requerid|alareserva|alpedido)|facturadeanticipo|"
    r"acconto(?:daversare|dapagare|richiesto|all'ordine|allaconferma)|fatturadiacconto|"
    r"aanbetaling(?:svoldoen|tevoldoen|tebetalen|bijopdracht|bijboeking|sfactuur)"
)
_DEPOSIT = re.compile(
    r"deposit|downpayment|acompte|arrhes|anzahlung|anticipo|senal|acconto|aanbetaling"
)
_PAID = re.compile(
    r"paid|received|less|moins|verse(?!r)|recu|regle(?!r)|deduit|paye(?!r)|erhalten|geleistet|abzuglich|"
    r"abzgl|pagad|descontad|versato|ricevut|detratt|betaald|ontvangen|voldaan"
)
_REST = re.compile(r"balance|remain|solde|reste|rest(?:betrag|zahlung)|saldo|resto|resta|resterend")
_ASKED = 80
"""The score of a label that asks ("amount due")."""
_DOUBTED = 0.6


def deposit_first(found: Found[Money], looked: Looked) -> Found[Money]:
    """The one deposit that the page asks for, never surely, where `found` is the whole or the balance of
    later; `found` itself where no deposit is asked, where one was paid, or where its own label asks.
    """
    if not any(_ASKS.search(squash(line)) for line in looked.lines):
        return found
    named = [one for one in looked.amounts if _DEPOSIT.search(squash(one.label))]
    asked = [one for one in named if one.seen.value > 0 and not _PAID.search(squash(one.label))]
    due = found.value.decimal
    if len(asked) != len(named) or not asked or any(_stands(one, due) for one in looked.amounts):
        return found
    if len({one.seen.value for one in asked}) > 1:
        return replace(found, confidence=min(found.confidence, _DOUBTED))
    first = asked[0]
    money, _ = money_of(replace(first, credit=False), looked)
    return looked.found(money, first.quote, _DOUBTED, first.cell, first.box)


def _stands(one: Candidate, due: object) -> bool:
    """Whether this amount is the one that was found, and its label says that it is what is due now."""
    label = squash(one.label)
    now = _DEPOSIT.search(label) or (one.score >= _ASKED and not _REST.search(label))
    return one.seen.value == due and bool(now)
