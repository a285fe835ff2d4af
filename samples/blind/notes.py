"""What fills the white of real bills: tariffs to come, fees, complaints, offers, other ways to pay.

{day} is a date after the issue date, {past} one before; {sum} and {fee} are amounts that nobody owes.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from samples.blind.draft import Draft
from samples.formats import de, en, fr, num
from samples.page import Sheet

Note = tuple[str, str]

FR = (
    (
        "Une réclamation ?",
        "Écrivez à notre service consommateurs, {street}, {town}. Sans réponse"
        " satisfaisante sous deux mois, vous pouvez saisir gratuitement le médiateur.",
    ),
    (
        "Bon à savoir",
        "Vos tarifs évoluent à partir du {day}. Le détail des nouveaux prix vous a été"
        " adressé par courriel le {past}. Vous pouvez refuser ces changements sans frais.",
    ),
    (
        "Parrainez vos proches",
        "{sum} offerts à vous et à votre filleul pour toute souscription avant le {day}."
        " Voir conditions sur notre site.",
    ),
    (
        "Frais éventuels",
        "Duplicata de facture : {fee}. Rejet de paiement : {fee}. Déplacement d'un"
        " technicien : {sum}. Ces prestations ne sont facturées que sur demande.",
    ),
    (
        "Vos données",
        "Vos données personnelles sont traitées pour la gestion de votre contrat. Vous"
        " disposez d'un droit d'accès et de rectification. Dernière mise à jour de la notice"
        " : {past}.",
    ),
    (
        "Fermeture exceptionnelle",
        "Nos bureaux seront fermés le {day}. Accueil sans rendez-vous du lundi au jeudi de"
        " 9h à 12h30. Tél. 0 806 70 41 22.",
    ),
)
GB = (
    (
        "Not happy with something?",
        "Tell us first on 0330 123 7788. If we can't put it right within eight weeks you"
        " can go to the Ombudsman free of charge. Complaints team, {street}, {town}.",
    ),
    (
        "Prices are changing",
        "From {day} our standard rates go up. We wrote to you about this on {past}. You can"
        " leave without paying an exit fee (normally {sum}).",
    ),
    (
        "Moving home?",
        "Give us 48 hours' notice. A final statement normally arrives within six weeks. Key"
        " cards cost {fee} to replace.",
    ),
    (
        "Tell a friend",
        "You'll both get {sum} when a friend joins us by {day}. Terms apply, see our website.",
    ),
    (
        "Need this in large print?",
        "Braille and audio versions are free. Join the Priority Services Register. Lines"
        " open 8am to 8pm, closed on {day}.",
    ),
)
US = (
    (
        "Moving?",
        "Call 1-800-555-0147 at least 5 business days ahead. A reconnection fee of {fee}"
        " may apply.",
    ),
    (
        "News you can use",
        "Go paperless by {day} and be entered to win a {sum} gift card. No purchase necessary.",
    ),
    (
        "Disputes",
        "If you think there is an error, write to us within 60 days at {street}, {town}."
        " Returned check charge: {fee}.",
    ),
    (
        "Notice",
        "Rates effective {day} were filed with the Commission on {past}. The average"
        " customer will see an increase of {fee} per month.",
    ),
    (
        "Help paying your bill",
        "You may qualify for a one-time credit of up to {sum}. Applications close {day}.",
    ),
)
DE = (
    (
        "Haben Sie Fragen?",
        "Sie erreichen uns montags bis freitags von 8 bis 18 Uhr unter 0800 444 12 34 oder"
        " schriftlich: {street}, {town}.",
    ),
    (
        "Preisanpassung",
        "Zum {day} ändern sich unsere Preise. Wir haben Sie am {past} darüber informiert."
        " Es besteht ein Sonderkündigungsrecht.",
    ),
    (
        "Kunden werben Kunden",
        "Sichern Sie sich {sum} Prämie für jede Empfehlung bis zum {day}.",
    ),
    (
        "Hinweis",
        "Mahnkosten {fee}, Rücklastschrift {fee}, Rechnungskopie {fee}. Es gelten unsere"
        " AGB in der Fassung vom {past}.",
    ),
)
ES = (
    (
        "Información",
        "Los precios se revisarán el {day}. Puede reclamar en {street}, {town}, o en el 900"
        " 100 200.",
    ),
    (
        "Consumo medio",
        "Su gasto medio diario ha sido de {fee}. Lectura anterior del {past}. Bono social:"
        " consulte si tiene derecho a un descuento de hasta {sum}.",
    ),
)
IT = (
    (
        "Comunicazioni",
        "Dal {day} cambiano le condizioni economiche, come comunicato il {past}. Reclami:"
        " {street}, {town}.",
    ),
    (
        "Porta un amico",
        "Per te un bonus di {sum} entro il {day}. Spese di sollecito: {fee}.",
    ),
)
NL = (
    (
        "Vragen?",
        "Bel 0800 0114 op werkdagen van 8 tot 20 uur of schrijf naar {street}, {town}."
        " Bezwaar kan tot {day}.",
    ),
    (
        "Goed om te weten",
        "Per {day} wijzigen onze tarieven. Herinneringskosten zijn {fee}. Nodig een vriend"
        " uit en ontvang {sum}.",
    ),
)
Written = tuple[tuple[Note, ...], Callable[[Decimal], str], str]
BY_LAND: dict[str, Written] = {
    "FR": (FR, fr, "d/m/Y"),
    "BE": (FR, fr, "d/m/Y"),
    "CA": (FR, lambda amount: fr(amount, "$"), "Y-m-d"),
    "GB": (GB, en, "d/m/Y"),
    "US": (US, lambda amount: en(amount, "$"), "m/d/Y"),
    "DE": (DE, de, "d.m.Y"),
    "ES": (ES, de, "d/m/Y"),
    "IT": (IT, de, "d/m/Y"),
    "NL": (NL, de, "d-m-Y"),
}


def white_space(d: Draft, s: Sheet, y: float, count: int) -> None:
    """Some notes of the biller's country in two columns below y."""
    size = 7.5
    texts, money, style = BY_LAND[d.country]

    def day(low: int, high: int) -> str:
        found: date = d.issued + timedelta(days=d.rng.randrange(low, high))
        return num(found, style)

    column = (s.size[0] - 36) / 2
    ends = [y, y]
    for place, (head, body) in enumerate(d.rng.sample(texts, min(count, len(texts)))):
        side = place % 2
        x = 15 + side * (column + 6)
        s.text(x, ends[side], head, size + 0.5, "b")
        text = body.format(
            day=day(35, 90),
            past=day(-80, -20),
            sum=money(Decimal(d.rng.choice((20, 25, 30, 50, 80)))),
            fee=money(d.money(2, 19)),
            street=d.seat[0],
            town=" ".join(d.seat[1:]),
        )
        ends[side] = s.para(x, ends[side] + size * 0.5, column, text, size) + size * 0.5
