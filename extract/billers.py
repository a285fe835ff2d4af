"""Who sends the bill: names on the page, weighed by what stands around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.amounts import amounts_in
from extract.dates import dates_in
from extract.identifiers import ibans_in, register_numbers_in
from extract.labels import words
from extract.sheet import Cell, Sheet
from extract.squash import squash
from models.reading import Box

_LEGAL_WORDS = (
    r"SARL|S\.A\.R\.L\.?|EURL|SASU|SAS|S\.A\.S\.?|SELARL|SELAS|SCP|SCI|SCOP|SNC|SEM|SCA|OGEC|"
    r"S\.A\.|SA d'HLM|SA|GIE|EPIC|"
    r"GmbH & Co\. ?KGa?A?|GmbH ?& ?Co\. ?KG|GmbH|mbH|gGmbH|UG|AG|KGaA|KG|OHG|e\. ?K\.|eG|e\. ?V\.|"
    r"a\. ?G\.|SE|"
    r"Ltd\.?|Limited|LLC|L\.L\.C\.|Inc\.?|PLC|plc|LLP|Corp\.?|Corporation|Pty|B\.? ?V\.?|"
    r"N\.? ?V\.?|VOF|"
    r"S\.?p\.?A\.?|S\.?r\.?l\.?|S\.?L\.?U?\.?|ApS|A/S|Oy|AB|Sp\. z o\.o\."
)
_LEGAL = re.compile(rf"(?<![\w.])(?:{_LEGAL_WORDS})(?![\w])")
_SPLIT = re.compile(r"\s*[|●•·◦∙▪;]\s*|\s+[-–—−]\s+|\s{3,}|\s*,\s+(?!Inc|LLC|Ltd|S\.)")
_SELLER = words(
    r"^(?:verkaufer|seller|vendor|supplier|fournisseur|vendeur|emetteur|prestataire|creancier|"
    r"leverancier|bailleur|proprietaire|serviceprovider|"
    r"issuedby|from|von|kreditor|lieferant|rechnungssteller|auftragnehmer|billedby|landlord)\b[:(]?"
)
_PAYEE = words(
    r"(?:titulaire(?:ducompte)?|alordrede|al'ordrede|beneficiaire|raisonsociale|"
    r"denominationsociale|kontoinhaber(?:in)?|kontoname|empfanger|zahlungsempfanger|"
    r"accountholder|accountname|payableto|payto|begunstigter|zugunstenvon|enfaveurde|payee|"
    r"tennamevan|t\.?n\.?v\.?|makechequespayableto|chequespayableto|creditorname|creancier|"
    r"glaubiger)"
)
_BUYER = words(
    r"bill(?:ed)?to|ship(?:ped)?to|soldto|invoiceto|invoiceaddress|deliveryaddress|serviceaddress|"
    r"deliverto|customer|client|livrea|facturea|adressede?(?:facturation|livraison)|"
    r"adressee|destinataire|factureea|acheteur|abonne|locataire|titulaireducontrat|assure|"
    r"adherent|lieudeconsommation|consommateur|payableby|payablepar|zahlbardurch|debiteur|"
    r"beneficiairedessoins|redevable|contribuable|"
    r"kaufer|leistungsempfanger|rechnungsempf|rechnungan|lieferanschrift|lieferadresse|"
    r"rechnungsadresse|rechnungsanschrift|empfanger|kunde|leistungsadresse|mieter|"
    r"versicherungsnehmer|warenempf|"
    r"klant|factuuradres|afleveradres|tenant|policyholder|patient|eleve|enfant|attn|attention|"
    r"alattention|z\.?hd|zuhanden|c/o|t\.?a\.?v"
)
_PERSON = re.compile(
    r"^(?:M\.|Mr\.?|Mme|Mlle|MM\.|M\. et Mme|Monsieur|Madame|Herrn?|Frau|Familie|Mrs\.?|Ms\.?|"
    r"Miss|Dhr\.?|Mevr\.?|De heer)(?:\s|$)"
)
_NOT_NAME = words(
    r"facture|invoice|rechnung|factuur|(?<![a-z])avoir|gutschrift|creditnote|page|seite|date|"
    r"datum|total|montant|amount|betrag|netapayer|\btva|n°|devis|"
    r"description|designation|quantit|telephone|^tel|^fax|fon\d|e-?mail|www\.|http|@|iban|bic|"
    r"siret|siren|rcs|client|kunde|customer|reference|"
    r"adresse|address|bonjour|madame,|monsieur,|dear|sehrgeehrte|guten|merci|thank|paiement|"
    r"payment|zahlung|echeance|"
    r"objet|subject|betreff|contrat|contract|vertrag|compte|account(?!ants?)|konto|"
    r"service(?:client|abonne)|customerservice|kundenservice|contact|"
    r"votre|vos|your|ihre?\b|notre|prelevement|reglement|conso|periode|period|espaceclient|"
    r"horaires|lundi|montag|monday|"
    r"cedex|recu$|receipt|ticket|quittance|avisd|echeancier|relance|rappel|mahnung|reminder|"
    r"statement|summary|resume|detail|copie|duplicata|original|"
    r"powered|visualisierung|stylesheet|beispiel-?rechnung|lesbarmachung|verkaufer|kaufer|seller|"
    r"buyer|steuer|menge|produkt|product|price|preis|prix|"
    r"germany|deutschland|france|suisse|schweiz|unitedstates|unitedkingdom|belgi|nederland|^name|"
    r"^nummer|^nr|^no\.?$|^le$|subtotal|shipto|billto|"
    r"order|commande|bestell|liefer|livraison|delivery|mode|titulaire|urgence|depannage|appel|"
    r"gratuit|^\W*$"
)
_STREET = re.compile(
    r"^\d{1,4}[a-zA-Z]?(?: ?bis| ?ter)?,?\s|\b(?:rue|avenue|boulevard|bd|chemin|place|allée|"
    r"impasse|quai|route|square|cours|BP|TSA|CS|"
    r"street|road|lane|avenue|ave|drive|terrace|close|court|way|blvd|suite|floor|P\.?O\.? Box|"
    r"Postfach)\b\.? ?|"
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan|plein)\s?\d|"
    r"\b\d{4,6}\s?[A-ZÀ-Ý][\w'-]+|\b[A-Z]{2},? \d{5}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)*\.[a-z]{2,10})", re.IGNORECASE
)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@.])([a-z0-9][a-z0-9-]{2,40}\.(?:fr|com|de|eu|net|org|io|be|ch|nl|co\.uk|example|lu|"
    r"at))(?![\w.])"
)
_FREE_MAIL = frozenset(
    ["gmail", "googlemail", "yahoo", "hotmail", "outlook", "live", "orange", "wanadoo", "free", "laposte", "sfr", "gmx", "web", "t-online", "icloud", "aol", "bbox"]
)
_CARRIER = re.compile(
    r"\b(?:la poste|poste ch|colissimo|chronopost|mondial relay|dhl|ups|dpd|gls|hermes|fedex|"
    r"postnl|royal mail|deutsche post)\b",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"\b(?:banque|bank|sparkasse|volksbank|raiffeisen|caisse d'épargne|crédit agricole|"
    r"credit mutuel|crédit mutuel|postbank|bred)\b|bank\b",
    re.IGNORECASE,
)
_REGISTER = words(
    r"capital|rcs|r\.c\.s|siret|siren|siegesocial|immatricul|registered(?:in|office|number)|"
    r"companyno|vat(?:no|reg|number)|amtsgericht|handelsregister|hrb\d|ust-?id|geschaftsfuhr|kvk|"
    r"orias"
)
_MOST_NAME, _MOST_WORDS = 64, 9
_LEAST_LETTERS = 2


@dataclass(slots=True)
class Name:
    """A name that may be the biller's: where it stands first and what speaks for it."""

    text: str
    cell: Cell
    score: float = 0.0
    why: list[str] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The box of the cell it was found in."""
        at = self.cell.text.find(self.text)
        return self.cell.box_of(at, at + len(self.text)) if at >= 0 else self.cell.box


def names_of(sheet: Sheet) -> list[Name]:
    """The names on the sheet, best first; scores above about 40 were mostly right where measured."""
    cells = [c for c in sheet.cells() if len(c.text) < 400]
    buyers = _buyer_cells(sheet)
    domains = set(_domains(c.text for c in cells))
    heights = sorted(c.height for c in cells)
    usual = heights[len(heights) // 2] if heights else 1.0
    found: dict[str, Name] = {}
    counts: Counter[str] = Counter()
    for cell in cells:
        for text, bonus, why in _pieces(sheet, cell):
            key = key_of(text)
            if not key:
                continue
            counts[key] += 1
            score = bonus + _weight(sheet, cell, text, usual, domains)
            if (cell.row, cell.column) in buyers:
                score -= 45
            best = found.get(key)
            if best is None or score > best.score:
                found[key] = Name(text, cell, score, [why])
    for key, name in found.items():
        others = sum(n for k, n in counts.items() if k == key or (len(key) > 4 and key in k)) - 1  # noqa: PLR2004
        name.score += min(others, 3) * 6
    return sorted(found.values(), key=lambda n: (-n.score, n.cell.row))


def key_of(text: str) -> str:
    """The name without legal form, accents, spaces and signs: what makes two spellings one biller."""
    return re.sub(r"[^a-z0-9]", "", squash(_LEGAL.sub(" ", text))) or re.sub(
        r"[^a-z0-9]", "", squash(text)
    )


def _domains(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for pattern in (_DOMAIN, _BARE_DOMAIN):
            for match in pattern.finditer(text):
                parts = match.group(1).lower().split(".")
                name = parts[-3] if len(parts) > 2 and parts[-2] in {"co", "com"} else parts[-2]  # noqa: PLR2004
                if name not in _FREE_MAIL:
                    yield re.sub(r"[^a-z0-9]", "", name)


def _buyer_cells(sheet: Sheet) -> set[tuple[int, int]]:
    """Cells of the customer: on the line of a buyer's label and the block below it."""
    marked: set[tuple[int, int]] = set()
    for cell in sheet.cells():
        person = _PERSON.match(cell.text)
        if not person and (
            len(cell.plain) > 40 or not _BUYER.search(cell.plain) or _SELLER.search(cell.plain)
        ):
            continue
        marked.add((cell.row, cell.column))
        if cell.text.rstrip().endswith(":") or not person:
            marked.update((c.row, c.column) for c in sheet.right_of(cell)[:1])
        last = cell
        for count, lower in enumerate(sheet.below(cell)):
            if count >= 5 or lower.box.top - last.box.top > 2.4 * max(lower.height, last.height):  # noqa: PLR2004
                break
            if _SELLER.search(lower.plain):
                break
            marked.add((lower.row, lower.column))
            marked.update(
                (c.row, c.column) for c in sheet.right_of(lower)[:1] if lower.text.endswith(":")
            )
            last = lower
    return marked


def _pieces(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, float, str]]:
    """Texts of this cell that may be a name, with what their place is worth."""
    label = _PAYEE.search(cell.plain) or _SELLER.search(cell.plain)
    if label and len(cell.plain) < 70:  # noqa: PLR2004
        yield from _after_label(sheet, cell)
    for piece in _SPLIT.split(cell.text):
        text = piece.strip(" :,.-–*")
        legal = _LEGAL.search(text)
        if legal and legal.start() and not _is_name(text):
            text = text[: legal.end()].strip(" :,-–")
        if _is_name(text):
            yield text, 0.0, "place"


def _after_label(sheet: Sheet, cell: Cell) -> Iterator[tuple[str, float, str]]:
    _, colon, after = cell.text.rpartition(":")
    if not colon:
        match = re.search(
            r"(?:l['’]ordre de|payable to|pay to|faveur de)\s+(.+)", cell.text, re.IGNORECASE
        )
        after = match.group(1) if match else ""
    weight = 30.0 if _PAYEE.search(cell.plain) else 45.0
    for piece in _SPLIT.split(after.strip()):
        if _is_name(piece.strip(" .,")):
            yield piece.strip(" .,"), weight, "label"
        break
    if after.strip():
        return
    for right in sheet.right_of(cell)[:1]:
        if _is_name(right.text):
            yield right.text, weight, "label"
    for count, lower in enumerate(sheet.below(cell)):
        near = lower.box.top - cell.box.top < (count + 2) * 1.8 * max(cell.height, lower.height)
        if not near or count > 3:  # noqa: PLR2004
            return
        text = lower.text
        beside = sheet.right_of(lower)
        if re.match(r"(?i)(?:name|nom|naam|firma|société)\s*:?$", text) and beside:
            text = beside[0].text
        if _is_name(text) and not list(ibans_in(text)):
            yield text, weight - 3 * count, "label"
            return


def _is_name(text: str) -> bool:
    plain = squash(text)
    if not (sum(c.isalpha() for c in text) >= _LEAST_LETTERS) or len(text) > _MOST_NAME:
        return False
    if len(text.split()) > _MOST_WORDS or sum(c.isdigit() for c in text) > max(4, len(text) // 4):
        return False
    if _NOT_NAME.search(plain) or _STREET.search(text) or _PERSON.match(text):
        return False
    if text[:1].islower() and not _LEGAL.search(text):
        return False
    return not (amounts_in(text) or dates_in(text) or text.endswith(("?", "!")))


def _weight(sheet: Sheet, cell: Cell, text: str, usual: float, domains: set[str]) -> float:
    width, height = sheet.sizes[cell.page]
    score = 0.0
    top = cell.box.top / max(height, 1.0)
    if cell.page == 1:
        score += 16 * max(0.0, 1 - top / 0.35)
        score += 6 if cell.row == 0 else 0
        score += 4 if cell.box.x0 < width / 2 and top < 0.25 else 0  # noqa: PLR2004
    if cell.page == 1 and top < 0.4:  # noqa: PLR2004
        score += min(max(cell.height / max(usual, 1.0) - 1.0, 0.0), 1.5) * 14
    legal = _LEGAL.search(text)
    score += 18 if legal and legal.start() else 0
    score += _domain_weight(text, domains)
    row = squash(sheet.text_of(cell.row))
    if _REGISTER.search(row) and top > 0.6:  # noqa: PLR2004
        score += 14
    elif _REGISTER.search(squash(sheet.text_of(cell.row + 1))):
        score += 8
    if list(register_numbers_in(cell.text)):
        score += 4
    if _CARRIER.search(text):
        score -= 25
    if _BANK.search(text) and (
        re.search(r"bic|iban|swift|blz|giro", row) or cell.page > 1 or top > 0.5
    ):
        score -= 40
    if len(text.split()) > 5 and not legal:  # noqa: PLR2004
        score -= 10
    if re.search(r"[.;:]\s", text) and not legal:
        score -= 10
    return score


def _domain_weight(text: str, domains: set[str]) -> float:
    key = key_of(text)
    if not key or not domains:
        return 0.0
    for domain in domains:
        if key == domain or (
            len(domain) > 3 and (key.startswith(domain) or (domain.startswith(key) and len(key) > 3))
        ):
            return 28.0
        if (len(domain) > 3 and domain in key) or (len(key) > 4 and key in domain):  # noqa: PLR2004
            return 20.0
    tokens = [t for t in re.split(r"[^a-z0-9]+", _spaced(text)) if len(t) > 3]  # noqa: PLR2004
    if any(t in d or d in t for t in tokens for d in domains if len(d) > 3):  # noqa: PLR2004
        return 12.0
    return 0.0


def _spaced(text: str) -> str:
    return " ".join(squash(word) for word in text.split())
