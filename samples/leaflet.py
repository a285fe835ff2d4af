# ruff: noqa: E501 (prose: one line is one paragraph)
"""The leaflet page sent with a bill: conditions, how to pay, advertisements with amounts and dates."""

from samples.page import Sheet

TITLES = {
    "fr": ("Informations utiles et conditions générales", "Nos offres du moment"),
    "en": ("Useful information and terms", "Offers for our customers"),
    "de": ("Wichtige Hinweise und Geschäftsbedingungen", "Unsere Angebote"),
}
TERMS = {
    "fr": (
        "Modes de paiement. Prélèvement automatique, TIP SEPA, chèque ou carte bancaire. Le montant à payer est celui qui figure sur la première page, à la rubrique « À payer ». Tout chèque impayé donne lieu à 15,24 € de frais.",
        "Retard de paiement. Passée la date limite de paiement, une pénalité de 7,50 € TTC minimum pourra être appliquée, sans pouvoir excéder 40,00 €.",
        "Réclamations. Écrivez-nous avant le 31/12/2027. Le médiateur peut être saisi dans un délai de deux mois, soit au plus tard 60 jours après notre réponse.",
        "Chèque énergie. Si vous en bénéficiez, il peut être déduit de votre facture. Montant moyen : 150,00 €. Date limite d'utilisation : 31 mars 2028.",
    ),
    "en": (
        "Ways to pay. Direct Debit, bank transfer, card or cheque. The total due is the one printed on the front page. A returned cheque costs £12.50.",
        "Late payment. If we have not received your payment by the due date we may charge £7.00 and interest at 8% a year.",
        "Complaints. Write to us before 31/12/2027. You may take the matter to the ombudsman after 8 weeks.",
        "Help with bills. You may be entitled to a discount of £150.00. Apply before 31 March 2028.",
    ),
    "de": (
        "Zahlungsweise. Lastschrift, Überweisung oder Dauerauftrag. Zu zahlen ist der Betrag auf der ersten Seite. Rücklastschriften kosten 3,50 €.",
        "Verzug. Ist der Betrag bei Fälligkeit nicht eingegangen, berechnen wir Mahnkosten von 2,50 €.",
        "Schlichtung. Beschwerden richten Sie bitte bis zum 31.12.2027 an unseren Kundenservice.",
        "Widerruf. Die Frist beträgt 14 Tage ab Vertragsschluss, spätestens bis zum 31. März 2028.",
    ),
}
OFFERS = {
    "fr": (
        "Parrainez un proche : 30,00 € offerts",
        "Entretien de chaudière dès 9,90 € par mois",
        "Valable jusqu'au 30/09/2027",
    ),
    "en": (
        "Refer a friend and get £50.00 each",
        "Boiler cover from £14.00 a month",
        "Offer ends 30/09/2027",
    ),
    "de": ("Freunde werben: 50,00 € Prämie", "Wartung ab 9,90 € im Monat", "Gültig bis 30.09.2027"),
}


def leaflet(s: Sheet, lang: str, tint: str) -> None:
    """One more page: two columns of small print, then an advertisement in a coloured box."""
    lang = lang if lang in TITLES else "en"
    s.page()
    s.text(15, 18, TITLES[lang][0], 13, "b", tint)
    for column in (0, 1):
        y = 28.0
        for turn in range(3):
            for clause in TERMS[lang]:
                number = 12 * column + 4 * turn + TERMS[lang].index(clause) + 1
                y = s.para(15 + 92 * column, y, 86, f"{number}. {clause}", 7) + 2
    s.box(15, 225, 178, 40, tint, "", 3)
    s.text(20, 235, TITLES[lang][1], 13, "b", "#ffffff")
    s.lines(20, 244, OFFERS[lang], 11, "", "#ffffff")
