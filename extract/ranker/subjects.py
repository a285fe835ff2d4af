"""What words of six languages say that a figure beside them is: a total, a tax, a day of issue …

Everyday words of the languages, not the wordings of drawn bills; without accents, as `squash` leaves them.
A label that nobody taught is mostly made of words that a dictionary knows: with what `meanings` says of how
a bill stands, each label so says the same in all languages.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from extract.ranker.grams import BUCKETS, Buckets
from extract.ranker.meanings import meanings_of
from extract.squash import squash

_WORDS = {
    "total": "total totale totaal totaalbedrag gesamt gesamtbetrag gesamtsumme endbetrag summe suma somma"
    " somme sum grand overall eindbedrag ttc endsumme",
    "amount": "amount montant betrag importe importo bedrag rechnungsbetrag zahlbetrag factuurbedrag",
    "net": "net netto ht neto imponible imponibile base excl exclusive exkl hors zzgl",
    "gross": "gross brut brutto bruto incl inclusive inkl comprise compris incluido inclusief ivato",
    "tax": "tax taxes vat tva taxe mwst ust mehrwertsteuer umsatzsteuer steuer iva impuesto impuestos btw"
    " imposta belasting sales contribution contributions accise accises",
    "part": "subtotal sous-total zwischensumme subtotaal subtotale tussentotaal carried report ubertrag"
    " parziale",
    "price": "price prix preis precio prezzo prijs unit unitaire einzelpreis unitario eenheid unite stuck"
    " tarif tariff tarifa tariffa each rate taux satz arbeitspreis grundpreis",
    "quantity": "quantity qty quantite menge anzahl cantidad quantita aantal hours heures stunden horas ore"
    " uren units pieces kwh m3 kg litres liter min minutes minuten",
    "discount": "discount rebate remise rabais ristourne escompte rabatt skonto nachlass descuento"
    " bonificacion sconto korting reduction ermassigung ahorro gutschein promo",
    "advance": "advance deposit prepaid acompte acomptes avance arrhes anzahlung vorauszahlung abschlag"
    " abschlage anticipo acconto anticipos acconti voorschot voorschotten aanbetaling provision",
    "rest": "rest reste remaining remainder restant restante restbetrag resta restsumme resterend resterende"
    " saldo solde balance outstanding restzahlung rimanente pendiente",
    "change": "change rendu monnaie ruckgeld wechselgeld cambio resto wisselgeld tendered given gegeben"
    " entregado",
    "tip": "tip gratuity pourboire trinkgeld propina mancia fooi service",
    "rounding": "rounding arrondi rundung redondeo arrotondamento afronding",
    "date": "date datum fecha data day jour tag dia giorno dag am le il el den",
    "issue": "issue issued emis emise emission etabli etablie ausgestellt ausstellung ausstellungsdatum"
    " emitida emision expedicion emissione emesso emessa uitgifte uitgegeven drawn dated edite editee"
    " rechnungsdatum factuurdatum faktura erstellt erstellungsdatum opgemaakt",
    "until": "until by before latest avant jusqu'au bis spatestens antes hasta entro fino voor tot uiterlijk"
    " within deadline limite frist plazo termine termijn tard tardar",
    "due": "due echeance fallig falligkeit falligkeitsdatum vencimiento vence scadenza scade vervaldatum"
    " vervaldag betaaldatum zahlungsziel payable payer zahlbar zahlen pagar pagare betalen exigible",
    "from": "from du vom von desde del dal dall van depuis ab since debut beginn start inicio inizio begin",
    "to": "to au zum zu al fino end fin ende fine einde",
    "period": "period periode zeitraum leistungszeitraum abrechnungszeitraum periodo month mois monat mes"
    " mese maand quarter trimestre quartal kwartaal year annee jahr ano anno jaar term semestre rental saison"
    " season",
    "delivery": "delivery delivered livraison livre lieferung lieferdatum geliefert leistung leistungsdatum"
    " entrega consegna levering geleverd shipped expedie versand prestation intervention servicio"
    " prestazione",
    "order": "order commande bestellung auftrag pedido ordine bestelling devis quote offer angebot"
    " presupuesto preventivo offerte bon bestellnummer auftragsnummer",
    "contract": "contract contrat vertrag contrato contratto police policy polizza poliza polis subscription"
    " abonnement abonnementen abbonamento suscripcion licence lizenz",
    "birth": "birth ne nee naissance geboren geburtsdatum nacimiento nacido nato nata nascita geboortedatum"
    " born",
    "reading": "reading readings releve index compteur ablesung zahlerstand zahler lectura contador lettura"
    " contatore meterstand meter stand opname consumption consommation verbrauch consumo verbruik",
    "appointment": "appointment rendez-vous rdv termin cita appuntamento afspraak visit visite besuch visita"
    " bezoek meeting booking reservation buchung reserva prenotazione reservering arrival departure arrivee"
    " depart anreise abreise stay sejour",
    "valid": "valid validity valable gultig gultigkeit valido valida validez geldig expires expiry expire"
    " ablauf",
    "printed": "printed imprime gedruckt impreso stampato gedrukt created page seite pagina pag feuille"
    " blatt",
    "history": "history historique verlauf historial storico overzicht previous precedent precedente"
    " anterior vorherige vorige letzte dernier derniere last ultimo ultima",
    "next": "next prochain prochaine nachste nachster nachsten proximo proxima prossimo prossima volgende"
    " kunftige futur future upcoming nouveau nouvelle neue new nuevo nuova nieuwe",
    "annual": "annual annuel annuelle jahrlich jahres anual annuale annua jaarlijks jaarlijkse yearly"
    " estimated estime estimee geschatzt estimado stimato geschat voraussichtlich projected",
    "capital": "capital kapital stammkapital capitale kapitaal stamkapitaal",
    "limit": "limit plafond hochstbetrag maximum minimum franchise selbstbeteiligung limite massimo minimo",
    "share": "share part quote-part anteil parte quota aandeel patient reimbursed insured assure versicherte"
    " mutuelle",
    "fine": "late retard verzug mora ritardo laat penalty penalties penalite penalites indemnite"
    " verzugszinsen strafe recargo penale boete interest interets zinsen intereses rente",
    "law": "law article art loi gesetz ley legge wet decree decret verordnung since registered founded"
    " depuis gegrundet fondee",
    "bill": "bill invoice facture rechnung factura fattura bolletta factuur nota note statement recibo avis"
    " bescheid notice ricevuta ticket bon kassenbon receipt quittung",
    "number": "number no n num numero nr nummer ref reference referencia riferimento kenmerk referenz id"
    " code rechnungsnummer factuurnummer rechnungs-nr",
    "customer": "customer client kunde kunden cliente klant abonne member mitglied tenant locataire mieter"
    " inquilino account kundennummer klantnummer compte konto cuenta conto utenza insured holder usuario",
    "phone": "phone tel telephone telefon telefono telefoon fax mobile hotline mail email e-mail call"
    " appelez",
    "place": "street rue strasse calle via straat road avenue town ville stadt ciudad citta stad address"
    " adresse anschrift direccion indirizzo adres",
    "bank": "iban bic bank banque banca banco konto swift rib sepa account bankverbindung",
    "firm": "company societe firma gmbh sarl sas sa ag ltd limited llc inc plc bv nv srl spa sl siege"
    " registered handelsregister rcs siren siret kvk register office sitz sede zetel hrb directeur"
    " geschaftsfuhrer",
    "sender": "sender from issuer emetteur absender emisor emittente afzender issued supplier vendor"
    " fournisseur lieferant proveedor fornitore leverancier seller payee beneficiary beneficiaire empfanger"
    " creditor creancier glaubiger acreedor creditore begunstigde ordre order creanciere",
    "receiver": "receiver recipient destinataire empfanger destinatario ontvanger attention customer bill-to"
    " billed ship deliver mr mrs ms m mme monsieur madame herr frau sig don dona dhr mevr tenant payer",
    "carrier": "delivered carrier printed hosted by imprime printer druck druckerei agent collector inkasso"
    " huissier behalf compte nom auftrag cuenta conto recouvrement recovery",
}
_OF: dict[str, list[str]] = {}
for _name, _words in _WORDS.items():
    for _word in _words.split():
        _OF.setdefault(_word, []).append(_name)
_SIGNS = str.maketrans("", "", '.:,;()[]"*«»')


@lru_cache(maxsize=8192)
def said_by(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a text that says something, its subjects and meanings; in order."""
    return tuple(said for word in text.split() if (said := _said(word)))


@lru_cache(maxsize=8192)
def _said(word: str) -> tuple[str, ...]:
    plain = squash(word).translate(_SIGNS)
    parts = [plain] if plain in _OF else plain.replace("'", "-").split("-")
    told = [name for part in parts for name in _OF.get(part, ())]
    return tuple(dict.fromkeys([*told, *(f"{name}!" for name in meanings_of(plain))]))


_BESIDE = frozenset((1, 3, 4, 5, 6, 7))
"""The places whose words are a label more often than not: before it, left, the row's first, above, the
column's head, the row before.
"""


def subject_buckets(texts: Sequence[str]) -> Buckets:
    """Bucket numbers of what is said in the texts around a candidate (0: its own, then Context.words):
    each by its place, two that follow one another, and each wherever a label may stand.
    """
    found: set[int] = set()
    for place, text in enumerate(texts):
        if text:
            found |= _placed(place, text)
            if place in _BESIDE:
                found |= _anywhere(text)
    return np.array(sorted(found), dtype=np.int64)


@lru_cache(maxsize=8192)
def _placed(place: int, text: str) -> frozenset[int]:
    said = said_by(text)
    alone = {name for word in said for name in word}
    pairs = {f"{one}>{two}" for a, b in pairwise(said) for one in a for two in b}
    return _buckets(str(place), alone | pairs or {"-"})


@lru_cache(maxsize=8192)
def _anywhere(text: str) -> frozenset[int]:
    return _buckets("around", {name for word in said_by(text) for name in word})


def _buckets(place: str, names: set[str]) -> frozenset[int]:
    return frozenset(crc32(f"{place}:{name}".encode()) % BUCKETS for name in names)
