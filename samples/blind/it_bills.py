"""Italian bills: electricity with a pre-printed postal slip, a courtesy copy of an e-invoice."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import euro_first, latin, span
from samples.formats import de, num
from samples.tables import pairs, table


def power(d: Draft) -> Result:
    """A two-monthly electricity bill of the new model: "scontrino dell'energia", postal slip."""
    d.firm(
        "Elettrama|Elettrama Energia S.p.A.",
        "Luce Viva|Luce Viva Mercato Libero S.r.l.",
        "Padana Gas e Luce|Padana Gas e Luce S.p.A.",
    )
    s, total, due = d.sheet(), d.money(58, 260), d.after(20)
    first, last = span(d, 2)
    number, client = d.no("00####0######"), d.no("7## ### ###")
    s.text(15, 20, d.trade.lower(), 22, "b", "#e6007e")
    s.text(195, 18, "Bolletta per la fornitura di energia elettrica", 11, "br")
    s.text(
        195,
        24,
        "La presente non è valida ai fini fiscali: la fattura elettronica è nel tuo cassetto fiscale",
        6.5,
        "r",
    )
    s.lines(
        15, 34, ("Numero cliente", client, "Codice fiscale", "RSSMRC80A01" + d.no("A###") + "K"), 8
    )
    s.lines(115, 42, d.party, 9.5)
    s.box(15, 66, 85, 40, "#fdeaf4", "", 2)
    asked = (("Quanto devo pagare?", euro_first(total)), ("Entro quando?", latin(due, "it")))
    for y, (label, value) in zip((74, 91), asked, strict=True):
        s.text(20, y, label, 9)
        s.text(20, y + 9, value, 16, "b")
    s.lines(
        110,
        72,
        (
            f"N. fattura elettronica {number}",
            f"del {num(d.issued)}",
            f"Periodo: {num(first)} - {num(last)}",
            f"POD IT001E{d.no('########')}",
            "Potenza impegnata 3 kW - disponibile 3,3 kW",
        ),
        8.5,
    )
    cost = d.split(total - 9, 4)
    rows = [
        ("Quota consumi", "241 kWh x 0,1874 €/kWh", de(cost[0])),
        ("Quota fissa e quota potenza", "2 mesi x 13,25 €/mese", de(cost[1])),
        ("Accise e IVA 10%", "", de(cost[2] + cost[3])),
        ("Canone di abbonamento alla televisione per uso privato", "", de(Decimal(9))),
        ("*Totale bolletta", "", de(total)),
    ]
    table(s, 15, 120, (90, 50, 35), ("Scontrino dell'energia", "", ""), rows, size=8.5)
    s.para(
        15,
        155,
        180,
        "Le bollette precedenti risultano pagate. Grazie!"
        " In caso di ritardo saranno applicati interessi di mora"
        " pari al tasso BCE maggiorato di 3,5 punti. Servizio clienti 800 900 000. Consumo annuo 1.624 kWh.",
        8,
    )
    s.cut(200)
    s.text(15, 208, "CONTI CORRENTI POSTALI - Ricevuta di Versamento", 8, "b")
    s.text(15, 216, f"sul C/C n. {d.no('########')}   di Euro {de(total, '')}", 9)
    s.text(15, 222, f"Intestato a {d.legal.upper()}", 8)
    s.text(15, 228, f"Scadenza {num(due)}   Codice bollettino {number}47", 8)
    s.text(
        15,
        280,
        f"<{number}47>  {int(total):08d}+{int(total * 100) % 100:02d}>  {d.no('########')}<  896>",
        9,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        customer=client.replace(" ", ""),
        period=(first, last),
        skip=("means", "reference"),
        traps=("slip", "tv_fee"),
    )


def courtesy(d: Draft) -> Result:
    """A consultant's courtesy copy: pension contribution, withheld tax, "netto a pagare"."""
    d.firm(
        "Studio Legale Bassani|Avv. Chiara Bassani",
        "Geom. Aldo Ferri",
        "Progetto Tre|Progetto Tre Studio Associato",
    )
    s, fee = d.sheet("Times"), d.money(350, 3200)
    fund = (fee * Decimal("0.04")).quantize(Decimal("0.01"))
    tax = ((fee + fund) * Decimal("0.22")).quantize(Decimal("0.01"))
    held, days = (fee * Decimal("0.20")).quantize(Decimal("0.01")), 30
    total, due, number = (
        fee + fund + tax - held,
        d.issued + timedelta(days),
        d.no(f"##/{d.issued.year}"),
    )
    s.lines(
        20,
        22,
        (d.trade, *d.seat, f"P.IVA {d.no('0##########')} - C.F. BSSCHR75T{d.no('##')}H501X"),
        10.5,
        "h",
    )
    s.text(190, 22, "Copia di cortesia", 10, "ir")
    s.text(190, 28, "priva di valore fiscale", 8, "ir")
    s.lines(120, 50, ("Spett.le", "Officine Brenta S.r.l.", *d.party[1:]), 10)
    s.text(20, 86, f"Fattura n. {number} del {num(d.issued)}", 13, "b")
    rows = [
        ("Onorario per assistenza professionale", de(fee)),
        ("Contributo cassa previdenza 4%", de(fund)),
        ("Imponibile IVA", de(fee + fund)),
        ("IVA 22%", de(tax)),
        ("Totale fattura", de(fee + fund + tax)),
        ("Ritenuta d'acconto 20% su " + de(fee), de(-held)),
        ("*NETTO A PAGARE", de(total)),
    ]
    table(s, 20, 98, (125, 45), ("Descrizione", "Importo"), rows, look="grid", size=10)
    pairs(
        s,
        20,
        152,
        (
            ("Modalità di pagamento", "Bonifico bancario"),
            ("Scadenza", f"{num(due)} ({days} gg data fattura)"),
            ("IBAN", d.iban()),
            ("Causale", f"Saldo fattura {number}"),
        ),
        45,
        size=10,
    )
    s.para(
        20,
        270,
        170,
        "Documento trasmesso in formato elettronico tramite il Sistema di"
        " Interscambio ai sensi dell'art. 1 D.Lgs."
        " 127/2015. Bollo non dovuto.",
        8,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        iban=True,
        means="transfer",
        biller=(d.trade.removeprefix("Geom. "),),
        skip=("reference",),
        traps=("withholding", "vat", "copy"),
    )


DRAWERS = (("it-power", power), ("it-courtesy", courtesy))
