"""What tills say in German and Dutch.

`~` in an option stands for the tax rate, `$` for the currency as printed; `|` parts options, `;` the
words of one entry.
"""

DE = {
    "sum": "Summe|Gesamt|SUMME",
    "branch": "Filiale {}|Markt {}|({})|FILIALE: {}",
    "zero": "C 0%|0,0 %|steuerfrei",
    "slogan": "Frisch und nah|Wir lieben Lebensmittel aus der Region|Mo-Sa 7-22 Uhr|Ihr Markt um die Ecke",
    "title": "Rechnung|Quittung|Kassenbon|KASSENBELEG|Kundenbeleg|Bewirtungsbeleg|||",
    "welcome": "Herzlich willkommen|Willkommen bei||||",
    "number": "Bon-Nr.|Beleg-Nr.|Rechnungs-Nr.|Bon|Beleg|Rechnung Nr.|Vorgang|BNr",
    "date": "Datum|Datum:|vom|Uhrzeit/Datum|||",
    "staff": "Kasse|Bediener|Es bediente Sie|Verkäufer|Bed.|Kassierer/in|Kellner",
    "table": "Tisch|Gäste|Tisch Nr.",
    "head": "Bezeichnung;Menge;Preis;Betrag|Artikel;Anz;E-Preis;Summe|Text;Stk;Einzel;EUR",
    "count": "Anzahl Artikel|Artikel|Posten|Anzahl",
    "subtotal": "Zwischensumme|Zw.-Summe|SUBTOTAL|Warenwert",
    "discount": "Rabatt|Nachlass|Coupon|Kundenkarte Rabatt|Sofortrabatt",
    "service": "Bedienung 10%",
    "tax": "MwSt ~%|enth. MwSt|inkl. MwSt ~%|USt ~%|MWST",
    "total": (
        "SUMME|Summe|GESAMT|Gesamtbetrag|Zu zahlen|ZU ZAHLEN|SUMME $|Total|Endbetrag|"
        "Gesamtsumme|Rechnungsbetrag|BETRAG|Summe inkl. MwSt"
    ),
    "rounding": "Rundung|Rundungsdifferenz",
    "rounded": "Zu zahlen|Total gerundet|Endbetrag",
    "cash": "BAR|Geg. BAR|Bar|Gegeben|Bar gegeben|Gegeben Bar|Barzahlung",
    "change": "Rückgeld|RUECKGELD|Zurück|Rückgeld BAR|Wechselgeld",
    "card": "EC-Karte|girocard|Kartenzahlung|MASTERCARD|EC-Cash|VISA|Geg. EC|Karte kontaktlos",
    "paid": "Betrag|Bezahlt|Zahlung",
    "tip": "Trinkgeld|Tip",
    "with_tip": "Gesamt inkl. Trinkgeld|Total",
    "taxes": "Steuer;%;Netto;Steuer|MwSt;Satz;Netto;MwSt|Steuern;Kz;Netto;USt",
    "points": "Punktestand|Ihre Punkte|Treuepunkte",
    "member": "Kundenkarte|Kunden-Nr.|Karte",
    "later": "Gutschein gültig bis {}|Umtausch bis {}|Aktion bis {}|Treuepunkte verfallen am {}",
    "bye": (
        "Vielen Dank für Ihren Einkauf|Danke für Ihren Besuch|Auf Wiedersehen|"
        "Umtausch nur mit Bon|Bitte Beleg aufbewahren"
    ),
    "fuel": "Säule;Liter;EUR/L;Super E10;Diesel",
    "park": "Einfahrt;Ausfahrt;Dauer;Parkgebühr",
    "taxi": "Abfahrt;Ziel;Strecke;Fahrpreis",
    "stay": "Zimmer;Anreise;Abreise;Nächte;Übernachtung",
    "client": "Kunde|Rechnung an|Empfänger",
    "due": "Fällig am|Zahlbar bis|Zahlungsziel",
    "billed": "Rechnung|RECHNUNG|Rechnung auf Ziel|Sammelrechnung|Ausgangsrechnung|Warenrechnung",
    "asks": (
        "Bitte überweisen Sie den Betrag|Noch offen|Lieferung auf Rechnung, bitte zahlen|"
        "UNBEZAHLT|Betrag noch zu begleichen|Wir bitten um Überweisung|Auf Ihr Kundenkonto gebucht"
    ),
}
NL = {
    "sum": "Totaal|TOTAAL",
    "branch": "Filiaal {}|Vestiging {}|({})",
    "zero": "0 %|vrijgesteld",
    "slogan": "Altijd dichtbij|Elke dag vers|7 dagen open",
    "title": "KASSABON|Bon|Factuur|KLANTTICKET|Nota|",
    "welcome": "Welkom bij|||",
    "number": "Bonnummer|Bon|Transactie|Factuurnr.|Ticket",
    "date": "Datum|DATUM|Datum/tijd||",
    "staff": "Kassa|U bent geholpen door|Medewerker|Bediening",
    "table": "Tafel|Gasten",
    "head": "Omschrijving;Aantal;Prijs;Bedrag|Artikel;Aant.;Stukprijs;Totaal",
    "count": "Aantal artikelen|Artikelen|Aantal",
    "subtotal": "Subtotaal|SUBTOTAAL",
    "discount": "Korting|Bonus|Uw voordeel|Kassakorting",
    "service": "Bediening 10%",
    "tax": "BTW ~%|Incl. BTW|BTW",
    "total": "TOTAAL|Totaal|Te betalen|TOTAAL $|Totaal te voldoen|Totaalbedrag|TE BETALEN",
    "rounding": "Afronding",
    "rounded": "Te betalen|Totaal afgerond|Te voldoen",
    "cash": "CONTANT|Contant|Ontvangen|Betaald contant",
    "change": "WISSELGELD|Terug|Wisselgeld|Retour",
    "card": "PINNEN|PIN|Bankpas|Pinbetaling|V PAY|Maestro",
    "paid": "Bedrag|Totaal|Betaald",
    "tip": "Fooi",
    "with_tip": "Totaal met fooi",
    "taxes": "BTW;%;Over;Bedrag|BTW overzicht;Tarief;Excl.;BTW",
    "points": "Spaarpunten|Saldo punten",
    "member": "Klantenkaart|Klantnummer",
    "later": "Actie geldig t/m {}|Ruilen tot {}",
    "bye": "BEDANKT EN TOT ZIENS|Graag tot ziens|Ruilen met bon binnen 14 dagen|Eet smakelijk",
    "fuel": "Pomp;Liter;EUR/L;Euro95;Diesel",
    "park": "Inrijden;Uitrijden;Duur;Parkeren",
    "taxi": "Vertrek;Aankomst;Afstand;Rit",
    "stay": "Kamer;Aankomst;Vertrek;Nachten;Overnachting",
    "client": "Klant|Factuur aan",
    "due": "Vervaldatum|Te betalen voor",
    "billed": "Factuur|FACTUUR|Verkoopfactuur|Factuur op rekening|Rekening",
    "asks": (
        "Graag overmaken op onze rekening|Nog te betalen|Op rekening geleverd|NIET BETAALD|"
        "Gelieve het totaal te voldoen|Openstaand bedrag"
    ),
}
