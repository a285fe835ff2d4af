"""Words that ask for a payment by hand by a day, and that only offer a debit: they limit how sure it is."""

from classify.text import phrase

_DAY = (
    r" ?:?(?: (?:the|le|dem|den|il|el|op))?(?: [a-z]{3,10},?)?"
    r" ?(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:20)?[0-9]{2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]"
    r"|[0-3]?[0-9](?:er|st|nd|rd|th|\.)? (?:de )?[a-z]{3,10}|[a-z]{3,9}\.? [0-3]?[0-9](?![0-9%]))"
)
PAY_BY = phrase(
    r"(?:a (?:payer|regler)|payez|reglez|payable|payer|regler)[^.!?;]{0,50} (?:avant|au plus tard"
    rf"|jusqu'au|d'ici)(?: le)?{_DAY}",
    r"(?:please pay|pay (?:us )?|payable|payment is due|please settle|remit|to pay)[^.!?;]{0,40} "
    rf"?(?:by|before|no later than|until){_DAY}",
    rf"(?:zahl|uberweis|begleich)\w*[^.!?;]{{0,50}} (?:bis|spatestens)(?: zum| am| spatestens)?{_DAY}",
    rf"(?:bis|spatestens)(?: zum| am)?{_DAY}[^.!?;]{{0,40}} (?:zu zahlen|zu uberweisen|uberweisen|zahlen)",
    rf"(?:pagar|pague|abonar|abone|pagadero)[^.!?;]{{0,50}} (?:antes del|hasta el|a mas tardar el){_DAY}",
    rf"(?:da pagare|pagare|paghi|versare|versi|pagabile)[^.!?;]{{0,50}} entro(?: e non oltre)?{_DAY}",
    rf"(?:betaal|betalen|voldoen|voldoet|overmaken)[^.!?;]{{0,50}} (?:uiterlijk(?: op)?|voor|tot){_DAY}",
    rf"(?:uiterlijk(?: op)?|voor){_DAY}[^.!?;]{{0,40}} (?:betalen|te betalen|over te maken|voldoen)",
)
"""Asks the reader to pay by a day that it names."""
OFFERED = phrase(
    r"en cas de paiement en ligne|si vous payez en ligne",
    r"(?:optez|opter|optant) pour le prelevement",
    r"(?:pour les|aux) (?:abonnes|clients|usagers)[^.!?]{0,20} (?:mensualis|preleve)\w*",
    r"(?:customers|those|if you are|anyone) (?:who )?pay(?:ing)? by direct debit",
    r"(?:or|alternatively,?)[^.!?]{0,20} (?:pay|sign up|enrol+)[^.!?]{0,15} (?:by|to|for|in) (?:direct debit"
    r"|auto-?pay)",
    r"(?:enrol+|sign up)[^.!?]{0,12} (?:in|for|to) (?:auto-?pay|direct debit)",
    r"nutzen sie[^.!?]{0,30} lastschrift\w*|bei erteilte\w+[^.!?]{0,30}(?:mandat|lastschrift|einzug)\w*",
    r"si domicilia|(?:clientes|quienes)[^.!?]{0,20} domicili\w+",
    r"per chi ha[^.!?]{0,30} domiciliazione|se attiva[^.!?]{0,30} (?:domiciliazione|addebito)",
    r"bij automatische incasso|(?:klanten|wie)[^.!?]{0,20} automatische incasso",
)
"""Speaks of a debit for those who choose it."""
