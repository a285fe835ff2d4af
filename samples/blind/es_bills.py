"""Spanish bills: electricity by direct debit, a freelancer's invoice with income tax withheld."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.blind.parts import bars, latin
from samples.formats import de, num
from samples.tables import pairs, table


def power(d: Draft) -> Result:
    """The regulated electricity bill: summary box, fixed headings, chart of power, charge date."""
    d.firm(
        "Ibersol|Ibersol Clientes, S.A.U.",
        "Enerluz|Enerluz Energía XXI, S.L.",
        "Levante Luz|Levante Luz Comercializadora, S.A.",
    )
    s, due = d.sheet(), d.after(11)
    start, end = d.issued - timedelta(33), d.issued - timedelta(3)
    parts = [d.money(9, 22), d.money(20, 90), Decimal("1.25"), Decimal("0.81")]
    base = sum(parts, Decimal(0))
    tax = (base * Decimal("0.21")).quantize(Decimal("0.01"))
    total, number, contract = base + tax, d.no("21260############"), d.no("######")
    s.text(15, 20, d.trade, 20, "b", "#00893d")
    s.text(195, 20, "FACTURA DE ELECTRICIDAD", 12, "br")
    s.box(15, 32, 95, 46, "#eef6ee", "", 2)
    s.text(20, 40, "DATOS DE LA FACTURA", 9, "b")
    pairs(
        s,
        20,
        47,
        (
            ("IMPORTE FACTURA:", de(total)),
            ("Nº factura:", number),
            ("Fecha emisión factura:", latin(d.issued, "es")),
            ("Periodo de consumo:", f"{num(start)} a {num(end)}"),
            ("Fecha de cargo:", latin(due, "es")),
        ),
        38,
        size=8.5,
    )
    s.lines(125, 48, d.party, 9.5)
    s.text(15, 90, "RESUMEN DE LA FACTURA", 10, "b")
    rows = [
        ("Por potencia contratada", de(parts[0])),
        ("Por energía consumida", de(parts[1])),
        ("Impuesto electricidad 5,11269632 %", de(parts[2])),
        ("Alquiler del contador", de(parts[3])),
        ("IVA normal (21 %)", de(tax)),
        ("*TOTAL IMPORTE FACTURA", de(total)),
    ]
    table(s, 15, 98, (70, 30), (), rows, size=8.5)
    s.text(120, 90, "EVOLUCIÓN DEL CONSUMO kWh", 8, "b")
    bars(s, d, (120, 94), (75, 32), ("ENE", "MAR", "MAY", "JUL", "SEP", "NOV"))
    s.text(15, 142, "DATOS DEL CONTRATO", 10, "b")
    s.lines(
        15,
        148,
        (
            f"Titular: {d.party[0]}   NIF: {d.no('########')}L",
            f"Referencia contrato: {contract}   CUPS: ES{d.no('00##############')}JN0F",
            "Potencia punta: 4,6 kW   Potencia valle: 4,6 kW",
            f"Forma de pago: domiciliación bancaria {d.masked()}",
            f"Fin de contrato: {num(end.replace(year=end.year + 1, day=1))} (renovación anual automática)",
        ),
        8.5,
    )
    s.para(
        15,
        275,
        180,
        f"{d.legal}, {', '.join(d.seat)}. Inscrita en el Registro Mercantil, Tomo 17.002,"
        f" Folio 151. CIF A{d.no('########')}."
        " Averías 24 h: 900 000 111.",
        6.5,
    )
    return d.done(
        s,
        "to_be_debited",
        total,
        due=due,
        number=number,
        customer=contract,
        period=(start, end),
        means="direct_debit",
        skip=("customer_number",),
        traps=("vat", "chart"),
    )


def freelancer(d: Draft) -> Result:
    """A freelancer's invoice: VAT added, income tax withheld, so less is paid than net plus VAT."""
    d.firm(
        "Nuria Segarra Traducciones|Nuria Segarra Polo",
        "Estudio Arce|Estudio Arce, S.C.P.",
        "Iker Zubiri Fotografía|Iker Zubiri Lasa",
    )
    s, net = d.sheet("Times"), d.money(300, 2800)
    tax, held = (
        (net * Decimal("0.21")).quantize(Decimal("0.01")),
        (net * Decimal("0.15")).quantize(Decimal("0.01")),
    )
    total, due, number = net + tax - held, d.issued + timedelta(30), d.no(f"{d.issued.year}/0##")
    s.text(20, 24, d.trade, 16, "b")
    s.lines(20, 31, (f"NIF {d.no('########')}Z", *d.seat), 10)
    s.text(190, 24, "FACTURA", 16, "r")
    pairs(
        s,
        140,
        32,
        (("Número", number), ("Fecha", num(d.issued, "d-m-Y")), ("Vencimiento", num(due, "d-m-Y"))),
        50,
        "right",
        10,
    )
    s.lines(
        20,
        62,
        ("CLIENTE", "Gráficas del Turia, S.L.", "B46" + d.no("######"), *d.party[1:]),
        10,
        "h",
    )
    cost = d.split(net, 2)
    rows = [
        ("Servicios profesionales según presupuesto aceptado", de(cost[0])),
        ("Revisión y correcciones adicionales (6 h)", de(cost[1])),
    ]
    y = table(s, 20, 96, (130, 40), ("Concepto", "Importe"), rows, look="grid", size=10)
    sums = (
        ("Base imponible", de(net)),
        ("IVA 21 %", de(tax)),
        ("Retención IRPF 15 %", de(-held)),
        ("TOTAL A PAGAR", de(total)),
    )
    y = pairs(s, 120, y + 6, sums, 69, "right", 11, "b")
    s.text(20, y + 10, f"Forma de pago: transferencia bancaria a 30 días. IBAN: {d.iban()}", 10)
    s.para(
        20,
        y + 22,
        170,
        "En cumplimiento de la normativa de protección de datos le informamos de que sus datos se"
        " conservan únicamente con fines fiscales.",
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
        skip=("reference",),
        traps=("withholding", "vat"),
    )


DRAWERS = (("es-power", power), ("es-freelancer", freelancer))
