"""Terms of payment in words ("30 jours fin de mois", "innerhalb von 14 Tagen") to a due date."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from extract.squash import squash

_MOST_DAYS = 180
_DAYS = re.compile(
    r"(?<![\d./])(?<!\d,)(?P<days>\d{1,3})(?:\([a-z]+\))?-?(?:jours?|jrs|j(?![a-z])|days?|tagen?|"
    r"dagen|dgn|giorni|gg(?![a-z])|dias?(?!a))(?P<after>[^.;,]{0,40})"
    r"|net(?P<net>\d{1,3})(?!\d|[.,]\d|%|/|tag|day)"
)
_PAYING = re.compile(
    r"paiement|reglement|payable|payer|regler|payment|terms|paywithin|netto|zahl|uberweis|"
    r"begleich|fallig|"
    r"due|betal|pagament|pagar|pago|abonar|scaden|vencim|venc|fattura|factura|bonifico|transferencia|"
    r"rimessa|termin|findemois|fdm|datedefacture|echeance|modalite|condition|balance|(?<![a-z])net\d|"
    r"nets?days|virement|voldoen"
)
_NOT_TERMS = re.compile(
    r"retard|penalit|reclam|retract|contest|oppos|interet|interest|overdue|verzug|widerspruch|"
    r"ruckgabe|return|mahn|"
    r"valable|validite|valid|gultig|garantie|preavis|resili|kundig|cancel|avantechear|rembours|"
    r"refund|dispute|"
    r"lateor|latefee|suspen|expedi|livr|liefer|deliver|recouvrement|trial|essai|historique|"
    r"consommation|"
    r"ritardo|retraso|mora(?![a-z])|demora|interes|garan[tz]|validez|validita|recesso|devolu|disdetta|te?laat|"
    r"avantl'echeance|huissier|reminder|chargeback|prelev|facturation|abonnement|periode|incl"
)
_DISCOUNT = re.compile(
    r"(?<!da)(?<!re)(?<!se)(?<!ne)(?<!ge)skonto|escompte|discount|korting|\d%|abzug(?!lich)"
)
_NO_DISCOUNT = re.compile(
    r"(?:sans|aucun|pasd'|ohne|kein|keinen|no|without|netto)(?:jeden)?(?:escompte|skonto|discount|"
    r"abzug)|reinnetto"
)
_END_OF_MONTH = re.compile(
    r"finemese|findemes|einddermaand|findumois|findemois|fdm|endofmonth|eom|monatsende|eindemaand"
)
_AT_ONCE = re.compile(
    r"(?:paiement|reglement|payable|payer|payment|zahlbar|conditions?)[^.;]{0,40}?(?:a|"
    r"des)reception|areceptiondefacture|aucomptant|"
    r"paiementcomptant|(?:paiement|reglement)immediat|(?:due|payable|"
    r"payment)[a-z]{0,20}?(?:up)?on(?:receipt|presentation)|"
    r"sofort(?:ohneabzug)?(?:fallig|zahlbar)|(?:zahlbar|fallig)sofort|sofortnacherhalt|"
    r"immediatepayment|payableimmediately|dueimmediately"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """`days` after the day of issue; to the end of that month when said so; the words that say it."""

    days: int
    end_of_month: bool
    quote: str
    month_first: bool = False

    def due(self, issued: date) -> date:
        """The last day to pay a bill of that day of issue.

        "30 jours fin de mois" adds the days and then goes to the month's end; "fin de mois + 30
        jours" goes to the month's end first (Code de commerce L441-10 allows either).
        """
        if not self.end_of_month:
            return issued + timedelta(days=self.days)
        if self.month_first:
            return _month_end(issued) + timedelta(days=self.days)
        return _month_end(issued + timedelta(days=self.days))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def is_no_term(text: str) -> bool:
    """True where the words speak of late payment, guarantees, rights to object or the like."""
    return bool(_NOT_TERMS.search(squash(text)))


def terms_in(texts: Iterable[str]) -> Terms | None:
    """The terms that a document's lines state; the longest when several are offered, None if none.

    The days of an early payer's discount, of fees for late payment and of rights to object are
    no terms.
    """
    found: list[Terms] = []
    at_once: Terms | None = None
    for text in texts:
        for sentence in re.split(r"(?<=[^\W\d_]{3})[.;]\s", text):
            plain = squash(sentence)
            if _NOT_TERMS.search(plain):
                continue
            if at_once is None and _AT_ONCE.search(plain):
                at_once = Terms(0, end_of_month=False, quote=sentence.strip()[:200])
            if _PAYING.search(plain):
                found.extend(_stated(plain, sentence))
    return max(found, key=lambda t: t.days, default=at_once)


def _stated(plain: str, sentence: str) -> Iterable[Terms]:
    previous = 0
    for match in _DAYS.finditer(plain):
        days = int(match["days"] or match["net"])
        begin = max(previous, plain.rfind(",", 0, match.start()) + 1)
        around = plain[begin : match.end("after") if match["days"] else match.end()]
        previous = match.end("days") if match["days"] else match.end()
        if _DISCOUNT.search(_NO_DISCOUNT.sub("", around)) or not 0 < days <= _MOST_DAYS:
            continue
        end = _END_OF_MONTH.search(plain)
        month_first = bool(end and end.start() < match.start())
        yield Terms(days, bool(end), sentence.strip()[:200], month_first)
