"""What tills say in Spanish and Italian.

`~` in an option stands for the tax rate, `$` for the currency as printed; `|` parts options, `;` the
words of one entry.
"""

ES = {
    "sum": "Total|Suma|TOTAL",
    "branch": "Tienda {}|Sucursal {}|({})",
    "zero": "0,00%|Exento",
    "slogan": "Siempre fresco|Abierto todos los días|Como en casa",
    "title": "FACTURA SIMPLIFICADA|Factura simplificada|TICKET|Fra. Simplificada|Recibo||",
    "welcome": "BIENVENIDOS|||",
    "number": "Ticket|Nº ticket|Fra. simplificada|Factura|Núm.|Operación",
    "date": "Fecha|FECHA:|Fecha/Hora||",
    "staff": "Le atendió|Cajero|Caja|Camarero|Vendedor|Oper.",
    "table": "Mesa|Comensales|Mesa número",
    "head": "Descripción;Cant.;Precio;Importe|Artículo;Ud.;PVP;Total",
    "count": "Artículos|Total artículos|Núm. artículos|Unidades",
    "subtotal": "Subtotal|Suma|SUBTOTAL|Total bruto",
    "discount": "Descuento|Dto.|Promoción|Vale descuento",
    "service": "Servicio 10%",
    "tax": "IVA ~%|IVA|IVA incluido|Cuota IVA",
    "total": "TOTAL|Total|TOTAL A PAGAR|Total $|IMPORTE TOTAL|Total euros|A PAGAR|TOTAL COMPRA",
    "rounding": "Redondeo",
    "rounded": "Total redondeado",
    "cash": "EFECTIVO|Entregado|Efectivo entregado|Contado|Entrega",
    "change": "CAMBIO|Cambio|Devolución|A devolver",
    "card": "TARJETA|Tarjeta|VISA|Tarjeta bancaria|Pago con tarjeta",
    "paid": "Importe|Venta",
    "tip": "Propina",
    "with_tip": "Total con propina",
    "taxes": "IVA;%;Base;Cuota|Desglose IVA;Tipo;Base imp.;Cuota",
    "points": "Puntos|Saldo puntos",
    "member": "Tarjeta cliente|Socio",
    "later": "Vale válido hasta {}|Cambios hasta el {}",
    "bye": (
        "GRACIAS POR SU VISITA|Gracias por su compra|IVA incluido|Conserve su ticket|Hasta pronto"
    ),
    "fuel": "Surtidor;Litros;Euros/L;Sin plomo 95;Gasóleo A",
    "park": "Entrada;Salida;Tiempo;Estancia",
    "taxi": "Origen;Destino;Distancia;Servicio",
    "stay": "Habitación;Entrada;Salida;Noches;Alojamiento",
    "client": "Cliente|Facturar a",
    "due": "Vencimiento|Fecha de vencimiento",
    "billed": "FACTURA|Factura|Factura a crédito|Factura de venta|Factura pendiente",
    "asks": (
        "Forma de pago: transferencia|Pendiente de pago|Venta a crédito|NO PAGADO|"
        "Rogamos abonen el total|Importe por cobrar"
    ),
}
IT = {
    "sum": "Totale|TOTALE",
    "branch": "Punto vendita {}|Filiale di {}|({})",
    "zero": "ES 0%|Esente",
    "slogan": "Il buon gusto di casa|Sempre aperti|Qualità e convenienza",
    "title": (
        "DOCUMENTO COMMERCIALE;di vendita o prestazione|SCONTRINO FISCALE|RICEVUTA|"
        "Preconto|Ricevuta fiscale||"
    ),
    "welcome": "BENVENUTI|||",
    "number": "DOCUMENTO N.|Doc. N.|Scontrino n.|Ricevuta n.|N.",
    "date": "Data|DATA||Data e ora|",
    "staff": "Cassa|Operatore|Cameriere|Cassiere",
    "table": "Tavolo|Coperti",
    "head": "DESCRIZIONE;IVA;Q.TA';Prezzo(€)|Articolo;Qtà;Prezzo;Importo",
    "count": "Pezzi|N. articoli|Articoli|Q.tà",
    "subtotal": "Subtotale|SUBTOTALE|Totale parziale",
    "discount": "Sconto|SCONTO|Sconto fedeltà",
    "service": "Servizio 10%",
    "tax": "di cui IVA|IVA ~%|DI CUI IVA",
    "total": (
        "TOTALE COMPLESSIVO|TOTALE|TOTALE EURO|Totale $|TOTALE DA PAGARE|Importo totale|TOTALE €"
    ),
    "rounding": "Arrotondamento",
    "rounded": "Totale arrotondato|Importo da pagare",
    "cash": "CONTANTI|Contanti|Pagamento contante|CONTANTE",
    "change": "RESTO|Resto",
    "card": "Pagamento elettronico|CARTA DI CREDITO|Bancomat|POS|Carta",
    "paid": "Importo pagato|IMPORTO",
    "tip": "Mancia",
    "with_tip": "Totale con mancia",
    "taxes": "IVA;Aliq.;Imponibile;Imposta|Riepilogo IVA;%;Netto;IVA",
    "points": "Saldo punti|Punti",
    "member": "Tessera|Carta fedeltà",
    "later": "Buono valido fino al {}|Reso entro il {}",
    "bye": "GRAZIE E ARRIVEDERCI|Grazie per la visita|Arrivederci|Conservare lo scontrino",
    "fuel": "Pompa;Litri;Euro/L;Benzina;Gasolio",
    "park": "Ingresso;Uscita;Durata;Sosta",
    "taxi": "Partenza;Arrivo;Distanza;Corsa",
    "stay": "Camera;Arrivo;Partenza;Notti;Pernottamento",
    "client": "Cliente|Spett.le",
    "due": "Scadenza|Pagamento entro il",
    "billed": "FATTURA|Fattura|Fattura immediata|Fattura di vendita|Fattura differita",
    "asks": (
        "Pagamento: bonifico bancario|Da pagare|Merce venduta a credito|NON PAGATO|"
        "Si prega di saldare il totale|Importo non ancora corrisposto"
    ),
}
