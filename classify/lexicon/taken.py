"""Words that money changed hands or is asked for: they only limit how sure a kind may be."""

from classify.text import phrase

TAKEN = phrase(
    r"(?:credit |debit |gift )?cards?(?![a-z])",
    r"(?:carte|visa|master ?card|amex|cb|debit|paypal|apple pay|google pay)(?![a-z])",
    r"contactless|sans contact|kontaktlos|sin contacto",
    r"especes|(?:in|by) cash|cash(?:ier|-| )?(?:tend|paid|received|sale|[0-9£€$:])",
    r"change(?: due|:|\s?[0-9£€$])|rendu|tendered|gratuity|tip(?![a-z])",
    r"(?:bar|gegeben|ruckgeld|girocard|ec)(?![a-z])|\w*kart(?:e|en)?zahlung|\w*karte(?![a-z])",
    r"efectivo|tarjeta|cambio|contanti|bancomat|contant|wisselgeld",
    r"approved|auth(?:[a-z]{0,10})? ?(?:code|no|[0-9])|merchant|cashier|caissier\w*|kassier\w*",
    r"receipt|recu(?![a-z])|quittance|\w*quittung|quietanza|ricevuta|recibo|justificante de pago",
    r"kwitantie|kassabon|betaalbewijs|donation|spende\w*",
    r"(?:pagat|pagad|versat|bezahlt|betaald|beglichen|erhalten|cobrad|abonad|incassat|encaiss|gezahlt)"
    r"[a-z]{0,2}(?![a-z])",
    r"(?:paid|paye(?:es?|s)?|regle(?:es?|s)?|acquitte(?:es?|s)?|soldee?s?|received|voldaan|vereffend"
    r"|settled|acknowledged)(?![a-z])",
    r"(?:payment|betaling|pago|pagamento|paiement|reglement|zahlung)[^.!?]{0,24}[0-9]",
)
"""By card, in cash, change, an authorisation, a receipt's name, a word for "paid"."""
BY_DEBIT = phrase(
    r"domicilia(?:cion|d[oa]s?|zione)|adeudo|addebit(?:o|iamo|eremo|at[oa])|lsv|incasso|prelievo automatico"
)
"""Words of a debit in languages whose debits the signs do not know."""
FAILED = phrase(
    r"(?:prelevement|echeance|mensualite)[^.!?]{0,60} (?:a|ont) (?:ete )?(?:rejetee?s?|refusee?s?|echoue)",
    r"(?:a|ont) (?:rejete|refuse) (?:le|les|notre|votre) prelevement|rejet de (?:votre|notre) prelevement",
    r"direct debit[^.!?]{0,80} (?:was|were|has been) (?:returned|rejected|declined|unsuccessful)",
    r"(?:bank|they) (?:has |have )?(?:returned|rejected) (?:our|your|the|this) (?:direct debit|payment)",
    r"(?:were unable|weren't able|could not|couldn't) (?:to )?(?:take|collect) [^.!?]{0,30}(?:payment|debit)",
    r"lastschrift[^.!?]{0,90}(?:zuruckgegeben|zuruckgebucht|nicht eingelost)(?! w[eiu]rd)",
    r"(?:incasso|afschrijving)[^.!?]{0,60}(?:gestorneerd|geweigerd|mislukt|teruggeboekt)",
    r"(?:adeudo|recibo|domiciliacion)[^.!?]{0,60}(?:ha sido|fue) devuelt[oa]",
    r"addebito[^.!?]{0,60}(?:e stato respinto|non andato a buon fine)",
)
"""A debit that came back, as a fact: terms that only say what would follow are none."""
_SUM = (
    r"[^.!?]{0,60}?(?:(?:[\u00a3$\u20ac]|eur|usd|gbp|chf) ?[0-9]"
    r"|[0-9]{1,3}(?:[ .,'][0-9]{3})*[.,][0-9]{2} ?(?:\u20ac|eur|chf))"
)
_PLEASE = (
    r"(?:bitte )?uberweisen sie(?! (?:bitte )?(?:nicht|kein))",
    r"please (?:pay|transfer|send|settle)(?! nothing)",
    r"(?:merci de|veuillez|bien vouloir|remercions de|prions de) (?:nous )?"
    r"(?:regler|payer|virer|verser|acquitter)",
    r"(?:por favor|rogamos) [^.!?]{0,20}(?:transfier|pagu|abon|ingres)\w*",
    r"(?:preghiamo|prega|invitiamo) [^.!?]{0,20}(?:pagare|versare|bonific)\w*",
    r"(?:gelieve|verzoeken) [^.!?]{0,80}(?:betalen|over(?:maken|te maken|schrijven))",
    r"bitte [^.!?]{0,80}(?:uberweisen|zahlen)(?! sie)",
)
ASKS_BY_HAND = phrase(*_PLEASE)
"""Asks the reader to pay."""
ASKS_SUM = phrase(*(one + _SUM for one in _PLEASE[:5]))
"""Asks the reader to pay a sum that it names."""
