"""Statements as banks write them, invented by us: the same household's January in each format.

Three movements stand in all of them: a direct debit of 84.20, a transfer of 650.00, wages of 2100.00.
"""

OWN = "FR7630006000011234567890189"
LANDLORD = "FR1420041010050500013M02606"
CREDITOR = "FR72ZZZ123456"

CAMT_ENTRIES = """
<Ntry><Amt Ccy="EUR">84.20</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>{book}</Sts>
 <BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt><AcctSvcrRef>B-0001</AcctSvcrRef>
 <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn></BkTxCd>
 <NtryDtls><TxDtls><Refs><EndToEndId>E2E-77</EndToEndId><MndtId>RUM-9</MndtId></Refs>
  {amount_84}<RltdPties><Cdtr>{open}<Nm>Énergie du Vallon</Nm><Id><PrvtId><Othr><Id>FR72ZZZ123456</Id>
  <SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id>{close}</Cdtr></RltdPties>
  <RmtInf><Ustrd>FACTURE F-2031</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">650.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>{book}</Sts>
 <BookgDt><DtTm>2026-01-07T09:30:00+01:00</DtTm></BookgDt><AcctSvcrRef>B-0002</AcctSvcrRef>
 <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
 <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
  {amount_650}<RltdPties><Cdtr>{open}<Nm>SCI des Tilleuls</Nm>{close}</Cdtr>
  <CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></RltdPties>
  <RmtInf><Strd><CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf></Strd></RmtInf>
 </TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">2100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>{book}</Sts>
 <BookgDt><Dt>2026-01-30</Dt></BookgDt><AcctSvcrRef>B-0003</AcctSvcrRef>
 <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
 <NtryDtls><TxDtls>{amount_2100}<RltdPties><Dbtr>{open}<Nm>Atelier Morel</Nm>{close}</Dbtr></RltdPties>
 <RmtInf><Ustrd>SALAIRE JANVIER</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
"""
_BALANCE = """<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"""
_ROOTS = {
    "052": ("BkToCstmrAcctRpt", "Rpt"),
    "053": ("BkToCstmrStmt", "Stmt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}


def camt(kind: str = "053", version: int = 2, entries: str = "", closing: str = "2365.80") -> bytes:
    """A camt file of one account that opens at 1000.00; `entries` instead of the three."""
    root, part = _ROOTS[kind]
    new = version >= 7
    said = entries or CAMT_ENTRIES
    for amount in ("84.20", "650.00", "2100.00"):
        way = "CRDT" if amount == "2100.00" else "DBIT"
        told = f'<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>' if version > 2 else ""
        said = said.replace(f"{{amount_{amount.split('.', maxsplit=1)[0]}}}", told)
    said = said.replace("{book}", "<Cd>BOOK</Cd>" if new else "BOOK")
    said = said.replace("{open}", "<Pty>" if new else "").replace(
        "{close}", "</Pty>" if new else ""
    )
    balances = "" if kind == "054" else _ends(closing)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version:02d}"><{root}>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-02-01T06:00:00</CreDtTm></GrpHdr>
<{part}><Id>S1</Id><CreDtTm>2026-02-01T06:00:00</CreDtTm>
<Acct><Id><IBAN>{OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>{balances}{said}
</{part}></{root}></Document>""".encode()


def _ends(closing: str) -> str:
    first = _BALANCE.format(kind="OPBD", amount="1000.00", day="2026-01-01")
    return first + _BALANCE.format(kind="CLBD", amount=closing, day="2026-01-31")


GERMAN = (
    f""":20:STARTUMS
:25:{OWN}
:28C:1/1
:60F:C260101EUR1000,00
:61:2601050105DR84,20N105NONREF//B-0001
:86:105?00SEPA-LASTSCHRIFT?10931?20EREF+E2E-77?21MREF+RUM-9?22CRED+{CREDITOR}?2
3SVWZ+FACTURE F-2031?30AGRIFRPP?32ENERGIE DU VALLON
:61:2601070107DR650,00N116NONREF//B-0002
:86:116?00SEPA-UEBERWEISUNG?20SVWZ+RF18539007547034?30PSSTFRPP?31{LANDLORD}?32SCI DES
 TILLEULS
:61:2601300130CR2100,00N166NONREF//B-0003
:86:166?00GUTSCHRIFT?20SVWZ+SALAIRE JANVIER?32ATELIER MOREL
:62F:C260131EUR2365,80
-
""".replace("DR84", "D84")
    .replace("DR650", "D650")
    .replace("CR2100", "C2100")
)

DUTCH = f"""{{1:F01INGBNL2AXXXX0000000000}}{{2:I940INGBNL2AXXXN}}{{4:
:20:P260131000000001
:25:{OWN}EUR
:28C:00000
:60F:C260101EUR1000,00
:61:2601050105D84,20NDDTE2E-77//B-0001
/TRCD/01016/
:86:/EREF/E2E-77//MARF/RUM-9//CSID/{CREDITOR}//CNTP///Energie du Vallon///
/REMI/USTD//FACTURE F-2031/
:61:2601070107D650,00NTRFEREF//B-0002
/TRCD/00100/
:86:/CNTP/{LANDLORD}/PSSTFRPP/SCI des Tilleuls///REMI/STRD/CUR/RF185390
07547034/
:61:2601300130C2100,00NTRFNONREF//B-0003
:86:/CNTP//AGRIFRPP/Atelier Morel///REMI/USTD//SALAIRE JANVIER/
:62F:C260131EUR2365,80
:64:C260131EUR2365,80
-}}
"""

FRENCH = f""":20:940S260131
:25:{OWN}
:28C:001
:60F:C260101EUR1000,00
:61:260105D84,20NDDTNONREF//B-0001
:86:PRLV SEPA ENERGIE DU VALLON ICS {CREDITOR}
RUM RUM-9 FACTURE F-2031
:61:260107D650,00NTRFNONREF//B-0002
:86:VIR SEPA EMIS SCI DES TILLEULS {LANDLORD}
RF18 5390 0754 7034
:61:260130C2100,00NTRFNONREF//B-0003
:86:VIR SEPA RECU ATELIER MOREL SALAIRE JANVIER
:62F:C260131EUR2365,80
"""

OFX_1 = f"""OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260201
<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
<STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260101<DTEND>20260131
<STMTTRN><TRNTYPE>DIRECTDEBIT<DTPOSTED>20260105<TRNAMT>-84,20<FITID>B-0001
<NAME>PRLV ENERGIE DU VALLON<MEMO>ICS {CREDITOR} RUM RUM-9 FACTURE F-2031</STMTTRN>
<STMTTRN><TRNTYPE>XFER<DTPOSTED>20260107<TRNAMT>-650,00<FITID>B-0002
<NAME>SCI DES TILLEULS<MEMO>VIR {LANDLORD} RF18539007547034</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260130<TRNAMT>+2100,00<FITID>B-0003
<NAME>ATELIER MOREL<MEMO>VIR SALAIRE JANVIER</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>2365,80<DTASOF>20260131</LEDGERBAL>
<AVAILBAL><BALAMT>2000,00<DTASOF>20260131</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""

OFX_2 = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>
<BANKACCTFROM><BANKID>BANK</BANKID><ACCTID>{OWN}</ACCTID></BANKACCTFROM>
<BANKTRANLIST><STMTTRN><TRNTYPE>DIRECTDEBIT</TRNTYPE><DTPOSTED>20260105120000.000[+1:CET]</DTPOSTED>
<TRNAMT>-84.20</TRNAMT><FITID>B-0001</FITID><NAME>Énergie du Vallon</NAME>
<MEMO>ICS {CREDITOR} RUM RUM-9 FACTURE F-2031 &amp; fils</MEMO></STMTTRN>
<STMTTRN><TRNTYPE>XFER</TRNTYPE><DTPOSTED>20260107</DTPOSTED><TRNAMT>-650.00</TRNAMT>
<FITID>B-0002</FITID><NAME>SCI des Tilleuls</NAME><BANKACCTTO><BANKID>X</BANKID>
<ACCTID>{LANDLORD}</ACCTID></BANKACCTTO><MEMO>RF18539007547034</MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260130</DTPOSTED><TRNAMT>2100.00</TRNAMT>
<FITID>B-0003</FITID><NAME>Atelier Morel</NAME><MEMO>VIR SALAIRE JANVIER</MEMO></STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>2365.80</BALAMT><DTASOF>20260131</DTASOF></LEDGERBAL></STMTRS>
</STMTTRNRS></BANKMSGSRSV1></OFX>
"""
