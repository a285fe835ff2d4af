"""The mails that the tests of the road send on it, all about one bill."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.tables import Bill

BILL = """\
Bonjour,

Votre facture n° EV-2026-1177 du 02/11/2026 est disponible.

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
REMINDER = """\
Bonjour,

RELANCE : sauf erreur de notre part, votre facture n° EV-2026-1177 du 02/11/2026 reste impayée.

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
RECEIPT = """\
Bonjour,

Nous avons bien reçu votre paiement de 84,20 € pour la facture n° EV-2026-1177. Elle est réglée, merci.
Vous n'avez rien à faire.
"""
DEBIT = """\
Bonjour,

Votre facture n° EV-2026-1177 de 84,20 € sera prélevée automatiquement le 25/11/2026 sur votre compte.
Vous n'avez rien à faire.
"""
CHATTER = (
    "Bonjour Alice,\n\nOn se voit toujours samedi pour le marché ? Je prends le pain.\n\nBob\n"
)


def only_bill(wiring: Wiring) -> Bill:
    with Session(wiring.engine) as session:
        return session.scalars(select(Bill)).one()


FRAUD = """\
Bonjour,

Nous avons changé de banque. Merci de régler votre facture n° EV-2026-1177 sur notre nouveau compte bancaire :
IBAN FR76 3000 6000 0112 3456 7890 189

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
