"""Invented addresses, telephone and register numbers of shops, by country.

`|` parts options, `;` the lines of one, `#` stands for a digit.
"""

TOWNS = {
    "MY": (
        "No. 12, Jalan Kenari 4,;Taman Cempaka Indah,;47199 Petaling Jaya, Selangor|"
        "Lot 3-08, Level 3, Plaza Bunga;Jalan Tun Mahsuri;50998 Kuala Lumpur|"
        "27 & 29, Jalan Besar 2/7;81399 Johor Bahru, Johor|GROUND FLOOR, BLOCK C;"
        "JLN PERINDUSTRIAN 9;14098 SEBERANG PERAI"
    ),
    "SG": "Blk 412 Sembawi Ave 3;#01-77;Singapore 750999|18 Harbourfront Walk;#02-11 S(098999)",
    "PH": "Unit 5 Rizal Arcade;Makati City 1299|Km. 21 National Road;Los Banos, Laguna",
    "US": (
        "4410 Juniper Ct;Fairmont, OR 97299|88 Depot Rd;Cedar Falls, IA 50699|"
        "1701 E 5th Ave Ste 110;Marlow City, TX 78799|23 W 9th St;New Harbor, NY 10099|"
        "6020 Lakeside Blvd;St. Alban, MN 55198"
    ),
    "CA": "210 Rideau Crossing;Kingsford, ON K7X 0A9|15 Salish Way;Port Arden, BC V9X 0Z1",
    "CAF": (
        "1250, rue des Érables;Chicoutimi (Québec) G7H 0Z9|75, boul. Talbot;"
        "Saint-Aubert (QC) G0R 9Z0"
    ),
    "GB": (
        "40 Station Road;Kelmarsh KM1 1AA|3 The Parade;Ashcombe;AS1 3DF|"
        "Unit 4 Weir Retail Park;Harrowdale HD1 9ZZ"
    ),
    "IE": "7 Quayside;Galway H91 X0Y0|1 Harbour Row;Limerick",
    "AU": "212 Bourke Esplanade;Wattle Bay VIC 3999|Shop 14 Banksia Plaza;Kooranga NSW 2799",
    "NZ": "9 Totara St;Kerimoana 0299",
    "ZA": "Shop 5 Protea Walk;Karooville 6799",
    "AE": "Al Noor Centre;P.O. Box 99012;Dubai",
    "IN": "No. 41, 2nd Cross, MG Layout;Bengaluru 560999|14/2 Station Road;Pune - 411999",
    "FR": (
        "8 quai de la Fosse-Neuve;44099 NANTES|14, rue des Tanneurs;35299 RENNES|"
        "Centre Commercial des Reflets;92099 LA DEFENSE|27 place du Marché;69098 LYON"
    ),
    "BE": "Quai des Ardennes 101;4099 LIEGE|Rue du Vieux Pont 8;5099 NAMUR",
    "DE": "Am Kraftwerk 1;04299 Lindenau|Hafenstr. 22;25899 Moorbek|Marktplatz 3;80999 Altdorf",
    "AT": "Hauptplatz 9;8099 Grauberg|Seegasse 14;5999 Neusee",
    "ES": "Calle Mayor 14;28099 Madrid|Avda. del Puerto 3;46998 Valencia",
    "IT": "Via Roma 8;20199 MILANO (MI)|Piazza Garibaldi 2;50199 FIRENZE",
    "NL": "Havenkade 33;3099 AB Rotterdam|Lindengracht 14;1099 ZZ Amsterdam",
    "CHF": "Rue du Stand 12;1099 Lausanne|Place du Bourg 4;1299 Grandval",
    "CHD": "Bahnhofstrasse 20;8099 Seewil|Dorfplatz 1;3099 Oberau",
}

PHONES = {
    "MY": "03-#### ####|TEL : 0#-###8####|012-#######",
    "SG": "6### ####|Tel: +65 6### ####",
    "PH": "(02) 8###-####",
    "US": "(555) 555-0###|555-0###|555.555.0###",
    "CA": "(555) 555-0###",
    "CAF": "418 555-0###",
    "GB": "01632 960###|Tel 01632 960 ###",
    "IE": "091 55####",
    "AU": "(03) 5550 ####",
    "NZ": "09 555 ####",
    "ZA": "021 555 ####",
    "AE": "04-555####",
    "IN": "080-2555####|98########",
    "FR": "02 99 00 ## ##|Tél : 01.99.00.##.##",
    "BE": "04 555 ## ##",
    "DE": "Tel. 0341 55####|Telefon: 04841/55###",
    "AT": "0662 55####",
    "ES": "96 555 ## ##",
    "IT": "055 55####",
    "NL": "020-555####",
    "CHF": "021 555 ## ##",
    "CHD": "044 555 ## ##",
}

REGISTERS = {
    "MY": (
        "(######-K)|Co. Reg No. : ######-X|GST ID : 00##########|"
        "GST Reg. No: 00##########|SST No : W10-####-########|(ROC NO. ######-U)"
    ),
    "SG": "GST REG NO: M#-########-#|UEN 20#######K",
    "PH": "VAT REG TIN: ###-###-###-000",
    "US": "Store #####|Store # ###|",
    "CA": "GST/HST# #########RT0001",
    "CAF": "TPS: #########RT0001;TVQ: ##########TQ0001",
    "GB": "VAT No: ### #### ##|VAT Reg GB#########|Company No. ########",
    "IE": "VAT No. IE#######T",
    "AU": "ABN ## ### ### ###|ABN: ## ### ### ###",
    "NZ": "GST No: ##-###-###",
    "ZA": "VAT NO: 4#########",
    "AE": "TRN: 100############",
    "IN": "GSTIN : 29ABCDE####F1Z#|FSSAI Lic. No. 1############3",
    "FR": (
        "SIRET ### ### ### #####|N° TVA : FR## #########|RCS ### ### ###|"
        "SIRET: ############## APE 5610A"
    ),
    "BE": "TVA BE 0###.###.###",
    "DE": "USt-IdNr. DE#########|St.-Nr. ###/####/####|UID Nr.: DE#########",
    "AT": "UID: ATU########",
    "ES": "CIF: B########|NIF B-########",
    "IT": "P.IVA ###########|P. IVA: ###########",
    "NL": "BTW nr: NL#########B01|KVK ########",
    "CHF": "CHE-###.###.### TVA",
    "CHD": "CHE-###.###.### MWST",
}
