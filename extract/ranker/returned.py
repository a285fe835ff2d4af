"""A debit that the bank sent back: its amount and its day stand beside what is asked for now."""

import re
from dataclasses import replace

from extract.looked import Looked
from extract.rule_of_amount import money_of
from extract.squash import squash
from models.money import Money
from models.reading import Found

_RETURNED = re.compile(
    r"(?:prelevement|echeance)[^!?]{0,60}(?:(?:a|ont)ete(?:rejete|refuse)|revenue?s?impaye|n'apu)|"
    r"(?:a|ont)(?:rejete|refuse)(?:le|les|notre|votre)prelevement|(?:rejet|echec)de(?:votre|notre)prelevement|"
    r"directdebit[^!?]{0,80}(?:was|were|hasbeen|been)(?:returned|rejected|declined)|"
    r"(?:bank|they)(?:has|have)?(?:returned|rejected)(?:our|your|the|this)(?:directdebit|payment)|"
    r"^rucklastschrift(?!gebuhr)|lastschrift[^!?]{0,90}(?:zuruckgegeben|zuruckgebucht|nichteingelost)|"
    r"(?:incasso|afschrijving)[^!?]{0,60}(?:gestorneerd|geweigerd|mislukt|teruggeboekt)|"
    r"(?:adeudo|recibo|domiciliacion)[^!?]{0,60}(?:hasidodevuelto|fuedevuelto|devueltopor)|"
    r"addebito[^!?]{0,60}(?:estatorespinto|insoluto|nonandatoabuonfine)"
)
_ASKED = 80
"""The score of a label that asks ("amount due")."""
_DOUBTED = 0.6


def is_returned(looked: Looked) -> bool:
    """Whether the page tells of a debit that came back; terms that only say what would follow do not."""
    return bool(_rows_of_return(looked))


def after_return(found: Found[Money], looked: Looked) -> Found[Money]:
    """The one amount that a label asks for, where a debit came back; never surely another one than it."""
    told = _rows_of_return(looked)
    if not told:
        return found
    named = [one for one in looked.amounts if one.score >= _ASKED and not one.credit]
    asking = [one for one in named if one.cell.row not in told]
    asked = {one.seen.value for one in asking}
    if asked == {found.value.decimal}:
        return found
    confidence = min(found.confidence, _DOUBTED)
    if len(asked) != 1:
        return replace(found, confidence=confidence)
    money, _ = money_of(asking[0], looked)
    return looked.found(
        money, asking[0].quote, confidence / looked.trust, asking[0].cell, asking[0].box
    )


def _rows_of_return(looked: Looked) -> frozenset[int]:
    """The rows that tell of it, by their numbers; a sentence may go over two of them."""
    rows = [squash(line) for line in looked.lines]
    told: set[int] = set()
    for number, (row, following) in enumerate(zip(rows, [*rows[1:], ""], strict=True)):
        if _RETURNED.search(row):
            told.add(number)
        elif not _RETURNED.search(following) and _RETURNED.search(row + following):
            told |= {number, number + 1}
    return frozenset(told)
