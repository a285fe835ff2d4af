"""The same January as CSV, in the shapes of different banks; the figures and names are invented."""

from tests.pay.evidence.shapes import CREDITOR, LANDLORD, OWN

DEBIT = f"PRLV SEPA ENERGIE DU VALLON ICS {CREDITOR} RUM RUM-9 FACTURE F-2031"
RENT = f"VIR SEPA SCI DES TILLEULS {LANDLORD} RF18539007547034"
WAGES = "VIR ATELIER MOREL SALAIRE JANVIER"

BOURSO = (
    "\ufeffdateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;"
    "accountLabel;accountbalance\n"
    f'2026-01-05;2026-01-05;"{DEBIT}";Energie;Logement;"energie du vallon";-84,20;;00040123456;'
    "BoursoBank;2365.8\n"
    f'2026-01-07;2026-01-07;"{RENT}";Loyer;Logement;"sci des tilleuls";-650,00;;00040123456;'
    "BoursoBank;2365.8\n"
    f'2026-01-30;2026-01-30;"{WAGES}";Salaires;Revenus;"atelier morel";"2 100,00";;00040123456;'
    "BoursoBank;2365.8\n"
).encode()

CREDIT_AGRICOLE = f"""Téléchargement du 01/02/2026;


M. DUPONT CHARLIE;
Compte de Dépôt n° 12345678901;
Solde au 31/01/2026 2 365,80 €

Liste des opérations du compte entre le 01/01/2026 et le 31/01/2026;

Date;Libellé;Débit Euros;Crédit Euros;
30/01/2026;"VIREMENT EN VOTRE FAVEUR
 {WAGES}
";;2 100,00;
07/01/2026;"VIREMENT EMIS
{RENT}";650,00;;
05/01/2026;"PRELEVEMENT
{DEBIT}";84,20;;
""".encode("cp1252")

BANQUE_POSTALE = f"""Numéro Compte   ;1234567A020
Type         ;CCP
Compte tenu en  ;euros
Date            ;01/02/2026
Solde (EUROS)   ;2365,80
Solde (FRANCS)  ;15518,63

Date;Libellé;Montant(EUROS);Montant(FRANCS)
30/01/2026;"{WAGES}";2100,00;13775,10
07/01/2026;"{RENT}";-650,00;-4263,72
05/01/2026;"{DEBIT}";-84,20;-552,32
""".encode("cp1252")

BNP = f"""Compte de chèques;Compte de chèques;****1234;31/01/2026;;2 365,80
Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro
30-01-2026;VIR RECU;Virement reçu;{WAGES};2 100,00
07-01-2026;VIR EMIS;Virement émis;{RENT};-650,00
05-01-2026;PRLV;Prélèvement;{DEBIT};-84,20
""".encode()

CAISSE_EPARGNE = f"""Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;\
Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;\
Date de valeur;Pointage operation
30/01/2026;ATELIER MOREL;{WAGES};X1;;Virement recu;Revenus;Salaires;;+2100,00;30/01/2026;30/01/2026;0
07/01/2026;SCI DES TILLEULS;{RENT};X2;;Virement;Logement;Loyer;-650,00;;07/01/2026;07/01/2026;0
05/01/2026;ENERGIE DU VALLON;{DEBIT};X3;;Prelevement;Logement;Energie;-84,20;;05/01/2026;05/01/2026;0
""".encode()

CREDIT_MUTUEL = f"""Date;Date de valeur;Débit;Crédit;Libellé;Solde
05/01/2026;05/01/2026;-84,20;;{DEBIT};915,80
07/01/2026;07/01/2026;-650,00;;{RENT};265,80
30/01/2026;30/01/2026;;2 100,00;{WAGES};2365,80
""".encode("cp1252")

REVOLUT = f"""Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TRANSFER,Current,2026-01-05 08:00:00,2026-01-05 08:00:01,{DEBIT},-84.20,0.00,EUR,COMPLETED,915.80
TRANSFER,Current,2026-01-07 08:00:00,2026-01-07 08:00:01,{RENT},-650.00,0.00,EUR,COMPLETED,265.80
CARD_PAYMENT,Current,2026-01-20 10:00:00,,Bookshop,-12.00,0.00,EUR,PENDING,
CARD_PAYMENT,Current,2026-01-21 10:00:00,2026-01-22 10:00:00,Bookshop,-12.00,0.00,EUR,REVERTED,
TOPUP,Current,2026-01-30 08:00:00,2026-01-30 08:00:01,{WAGES},2100.00,0.00,EUR,COMPLETED,2365.80
""".encode()

N26 = f'''"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name",\
"Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2026-01-05,2026-01-05,"Energie du Vallon","","Direct Debit","ICS {CREDITOR} RUM RUM-9 FACTURE F-2031",\
"Main Account",-84.20,,,
2026-01-07,2026-01-07,"SCI des Tilleuls","{LANDLORD}","Debit Transfer","RF18539007547034","Main Account",\
-650.00,,,
2026-01-30,2026-01-30,"Atelier Morel",,"Credit Transfer","SALAIRE JANVIER","Main Account",2100.00,,,
'''.encode()

WISE = f""""TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance",\
"Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,\
"Total fees"
TRANSFER-3,30-01-2026,2100.00,EUR,"Received money from Atelier Morel","SALAIRE JANVIER",2365.80,,,,\
"Atelier Morel",,,,0.00
TRANSFER-2,07-01-2026,-650.00,EUR,"Sent money to SCI des Tilleuls",RF18539007547034,265.80,,,,,\
"SCI des Tilleuls",{LANDLORD},,0.00
DIRECT_DEBIT-1,05-01-2026,-84.20,EUR,"Direct debit {CREDITOR} RUM RUM-9","FACTURE F-2031",915.80,,,,,\
"Energie du Vallon",,,0.00
""".encode()

ING_NL = f'''"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)",\
"Mutatiesoort","Mededelingen","Saldo na mutatie","Tag"
"20260130","Atelier Morel","{OWN}","","OV","Bij","2100,00","Overschrijving","SALAIRE JANVIER","2365,80",""
"20260107","SCI des Tilleuls","{OWN}","{LANDLORD}","GT","Af","650,00","Online bankieren",\
"RF18539007547034","265,80",""
"20260105","Energie du Vallon","{OWN}","","IC","Af","84,20","Incasso",\
"{CREDITOR} Kenmerk machtiging: RUM-9 FACTURE F-2031","915,80",""
'''.encode("utf-16")

SPARKASSE = f'''"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";\
"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";\
"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"{OWN}";"30.01.26";"30.01.26";"GUTSCHRIFT";"SALAIRE JANVIER";"";"";"";"";"Atelier Morel";"";"";\
"2.100,00";"EUR";"Umsatz gebucht"
"{OWN}";"07.01.26";"07.01.26";"UEBERWEISUNG";"RF18539007547034";"";"";"NOTPROVIDED";"";\
"SCI des Tilleuls";"{LANDLORD}";"";"-650,00";"EUR";"Umsatz gebucht"
"{OWN}";"05.01.26";"05.01.26";"FOLGELASTSCHRIFT";"FACTURE F-2031";"{CREDITOR}";"RUM-9";"E2E-77";"";\
"Energie du Vallon";"";"";"-84,20";"EUR";"Umsatz gebucht"
'''.encode("cp1252")

LAYOUTS = {
    "bourso": BOURSO,
    "credit_agricole": CREDIT_AGRICOLE,
    "banque_postale": BANQUE_POSTALE,
    "bnp": BNP,
    "caisse_epargne": CAISSE_EPARGNE,
    "credit_mutuel": CREDIT_MUTUEL,
    "revolut": REVOLUT,
    "n26": N26,
    "wise": WISE,
    "ing_nl": ING_NL,
    "sparkasse": SPARKASSE,
}
