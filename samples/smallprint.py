"""Small print at the foot of a bill: register, capital, penalties. Full of numbers that mislead."""

from samples.case import Case
from samples.identifiers import spaced
from samples.page import Sheet


def footer(c: Case, s: Sheet, y: float = 278) -> None:
    """Two or three lines of legal notice in the biller's language."""
    firm, wide = c.firm, s.size[0] - 30
    c.prints_account = c.prints_account or firm.country == "DE"
    town = c.address[-1].split(" ", 1)[-1].title()
    texts = {
        "FR": (
            f"{firm.legal} au capital de {c.rng.randrange(1, 90) * 1000} € - {c.address[0]},"
            f" {c.address[1]} - RCS {town} {spaced(firm.siren, 3)} - APE 3514Z - N° TVA"
            f" intracommunautaire {firm.vat}. En cas de retard de paiement, pénalités au taux de"
            " trois fois l'intérêt légal et indemnité forfaitaire de recouvrement de 40 € (art."
            " L441-10 du code de commerce). Pas d'escompte pour paiement anticipé."
        ),
        "GB": (
            f"{firm.legal}. Registered in England and Wales no. {c.number('0#######')}. Registered"
            f" office: {', '.join(c.address)}. VAT registration number {firm.vat}. We may charge a"
            " late payment fee of £12.00."
        ),
        "DE": (
            f"{firm.legal} · {', '.join(c.address)} · Amtsgericht {town} HRB {c.number('#####')} ·"
            f" USt-IdNr. {firm.vat} · {firm.site} · IBAN {c.iban()} · BIC {firm.bic}"
        ),
        "US": (
            f"{firm.legal} | {', '.join(c.address)} | Questions? Call {c.number('(555) 01#-####')}."
            " A $25.00 fee applies to returned checks."
        ),
    }
    s.para(
        15,
        y,
        wide,
        texts.get(firm.country, f"{firm.legal}, {', '.join(c.address)} - {firm.site}"),
        6.5,
        "#555555",
    )
