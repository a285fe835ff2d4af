"""Invented addresses of shops: the words of a country put together anew for each shop.

`|` parts options, `;` the lines of one address. {w} {v}: a word of the country, {n} a number below 90,
{N} one below 3000, {d} a digit, {c} a letter, {t} a town. What stands alone on a line - an estate, a mall,
a county - is what readers take for the shop's name.
"""

from random import Random
from typing import NamedTuple


class Streets(NamedTuple):
    """words: for {w}; heads, tails: the two halves of a town's name; lines: whole addresses."""

    words: str
    heads: str
    tails: str
    lines: str


MALAY = Streets(
    "Kenari Cempaka Melati Mawar Kasturi Damai Setia Sentosa Maju Ria Permai Impian Anggun Seroja Teratai "
    "Perdana Harmoni Mewah Indah Utama Rimba Pinggir Suria Wawasan Tanjung Berjaya Megah Kemuning",
    "Bandar |Bandar Baru |Taman |Kampung |Kota |Seri |Bukit |Sungai |Ulu |Batu |Pekan ",
    "Cempaka|Melati|Setia|Maju|Damai|Perdana|Kasturi|Rimba|Berlian|Kencana|Mutiara",
    "NO.{n}, JALAN {w} {n},;TAMAN {v},;{N}00 {t}.|No. {n}, Jalan {w} {n}/{n},;Taman {v} {w},;{N}0 {t},"
    "|Lot {n} & {n}, Jalan {w} {d},;{t},;{N}0 {s}|LOT {n}-{n}, LEVEL {d},;{w} MALL,;JALAN {v},;{t}"
    "|Lot P.T. {N}, Jalan {w},;Taman {v};{N}0 {t}, {s}|G-{n}, GROUND FLOOR, WISMA {w};{t}"
    "|Lorong {w} {d},;Kawasan Perindustrian {v},;{s}|{n}-{d}, Jln {w} {n}/{d}{c}, {t};{N}0 {s}"
    "|BLOK {c}, PLAZA {w};PERSIARAN {v};{N}0 {t}|Seksyen {n},;{N}0 {t}.;{s}|Kompleks {w};{t}"
    "|({w} {t} OUTLET);LOT {N} & {N}, JALAN {v} {d};KAWASAN PERUSAHAAN {w};{N}0 {s}"
    "|{n}, JLN {w} {d}, {t}, {N}0 {s}|Unit {c}-{n}, Menara {w};{t};{s}",
)
ENGLISH = Streets(
    "Station Church Mill Victoria Oak Bridge Market Park King Queen Abbey Castle Meadow Chapel River Field "
    "Garden Harbour Orchard Priory School Spring Water West North Grove Manor Forge Windmill Elm",
    "Kel|Ash|Wood|Hart|Bram|Thorn|Wick|Stan|Mar|Penn|Hol|Lang|Far|Win|Cor|Nether|Dun|Ald|Brook|Mill|Elm",
    "marsh|combe|ham|ton|ford|bury|ley|wick|mouth|field|bridge|minster|well|stead|by|hurst|dale",
    "{n} {w} Street,;{t}|{n} {w} Road;{t};{C}|Unit {d}, {w} Retail Park;{t} {p}|{w} SHOPPING CENTRE;{t}"
    "|{n}-{n} High Street, {t} {p}|The {w} Centre;{v} Lane;{t}, {C} {p}|{w} SQUARE;{t};{p}|{t} STORE;{w} WAY"
    "|{w} Parade, {t}|{n} {w} Lane;{t}, {C}|{t};{C}|Shop {n} {w} Plaza;{t}",
)
AMERICAN = Streets(
    "Main Oak Maple Lincoln Washington Jefferson Lake Park Cedar Pine Highland Sunset Franklin Jackson "
    "Walnut Hillcrest Madison Spruce Prairie Mission Valley Market Ridge College Harbor Canyon Mesa Willow",
    "Fair|Cedar |Green|Spring|Oak|Pine |Clay|River|Lake|Ash|Mill|George|Brook|Hunts|Mon|Glen|Stan|West",
    "view|ville|field| Falls|port|ton|mont|wood|dale| City|burg|haven| Heights| Springs|boro|side",
    "{N} {w} St;{t}, {S} {z}|{N} {c} {w} Ave;{t}, {S} {z}|{N} {w} Blvd. Ste {N};{t}, {S}. {z}"
    "|{N} E. {w} Rd;{t} {S} {z}|{w} PLAZA;{N} STATE HWY {n};{t}, {S}|{t}, {S}|{n} W {d}th St, {t}, {S} {z}"
    "|{w} Square Mall;{t}, {S} {z}|STORE #{N};{N} {w} PKWY;{t}, {S} {z}|{t.u};{N} N {w.u} AVE",
)
FRENCH = Streets(
    "Tanneurs Tilleuls République Gare Moulin Fontaine Acacias Église Château Marronniers Halles Forges "
    "Lavoir Bleuets Vignes Carmes Cordeliers Peupliers Remparts Écoles Libération Lilas Merisiers Pêcheurs",
    "Saint-|Villeneuve-|Mont|Beau|Roque|Ville|Champ|Font|Clair|Bois-|Val-|Pont-|Neuf",
    "Aubin|Marcel|fort|lieu|mont|ville|bourg|val|maure|sur-Orne|d'Anne|le-Roi|Martin|le-Vieux",
    "{n} rue des {w};{z} {t.u}|{n}, avenue de la {w};{z} {t}|Centre Commercial {w};{z} {t.u}"
    "|ZAC des {w};{z} {t.u} CEDEX|{n} bis rue du {w} - {z} {t}|Place {w};{t.u}|ZI LES {w.u};RUE {v.u};{t.u}"
    "|Galerie {w};{z} {t}|QUARTIER {w.u};{z} {t.u}|{t.u} {w.u}|C.C. LES {w.u};RN {n};{z} {t.u}",
)
GERMAN = Streets(
    "Linden Bahnhof Garten Schiller Mühlen Ring Berg Wald Haupt Rosen Kirch Schul Post Hafen Brunnen Kaiser "
    "Ufer Wiesen Tannen Eichen Sonnen Markt Burg Birken Ahorn Park",
    "Lin|Moor|Alt|Stein|Grau|Neu|Wald|Eich|Rot|Hohen|Ober|Unter|Schwarz|Bad ",
    "dorf|bek|berg|feld|hausen|heim|stadt|ach|see|bach|kirchen|burg|au",
    "{w}straße {n};{z} {t}|{w}str. {n};{z} {t}|Am {w}platz {d};{z} {t}|{w}-Center;{v}allee {n};{z} {t}"
    "|Einkaufszentrum {w};{z} {t}|{w}weg {n}, {z} {t}|Gewerbepark {w};{t}|FILIALE {t.u};{w}str. {n}"
    "|Passage {w}hof;{z} {t.u}|{t};{w}gasse {n}",
)
SOUTHERN = Streets(
    "Mayor Sol Roma Garibaldi Mar Alameda Puerto Verdi Olivos San_Marco Norte Europa Cavour Mercado Pinos "
    "Libertà Estación Molino Ancona Delicias Vittoria Colón Dante Naranjos",
    "Villa|Monte|San |Santa |Castel|Torre|Rocca|Campo|Fuente|Ponte|Valle",
    "nueva|vecchio|rossa|real|franco|mare|alta|bella|longo|fiorito|seco",
    "Calle {w} {n};{z} {t}|Avda. {w}, {n};{z} {t}|C.C. {w};{z} {t.u}|Plaza {w} s/n;{t.u}"
    "|Via {w} {n};{z} {t} ({c}{c})"
    "|Piazza {w} {d};{z} {t.u}|Corso {w}, {n} - {t}|Pol. Ind. {w};{t}|Zona Industriale {w};{z} {t}"
    "|Centro Commerciale {w};{t.u} ({c}{c})",
)
DUTCH = Streets(
    "Haven Linden Kerk Dorps School Molen Stations Markt Prins Julianaplein Nieuwe Oude Wilgen Zee Dijk Park",
    "Nieuw|Oud|Zand|Water|Lage|Oost|West|Berg|Linden|Heer",
    "dam|voort|huizen|veld|recht|land|dorp|hoven|mond|lo",
    "{w}straat {n};{N} {c}{c} {t}|{w}plein {d};{t}|{w}kade {n};{N} {c}{c}  {t.u}|Winkelcentrum {w};{t}"
    "|{w}laan {n}, {t}|{w}weg {n};{t}",
)
COUNTRIES = {
    "MY": MALAY, "SG": MALAY, "GB": ENGLISH, "IE": ENGLISH, "AU": ENGLISH, "NZ": ENGLISH, "ZA": ENGLISH,
    "AE": ENGLISH, "IN": ENGLISH, "US": AMERICAN, "CA": AMERICAN, "PH": AMERICAN, "FR": FRENCH,
    "BE": FRENCH, "CHF": FRENCH, "CAF": FRENCH, "DE": GERMAN, "AT": GERMAN, "CHD": GERMAN,
    "ES": SOUTHERN, "IT": SOUTHERN, "NL": DUTCH,
}  # fmt: skip
STATES = [
    "OR",
    "IA",
    "TX",
    "NY",
    "MN",
    "CA",
    "FL",
    "OH",
    "WA",
    "GA",
    "NC",
    "PA",
    "IL",
    "AZ",
    "CO",
    "MI",
    "VA",
]
REGIONS = [
    "Selangor",
    "Johor",
    "Perak",
    "Kuala Lumpur",
    "Selangor Darul Ehsan",
    "SELANGOR D.E.",
    "Pulau Pinang",
    "Wilayah Persekutuan",
    "Pahang Darul Makmur",
    "NEGERI SEMBILAN",
    "Melaka",
    "Kedah",
]
COUNTIES = [
    "Kent",
    "Surrey",
    "Co. Meath",
    "Devon",
    "CO.CORK",
    "Norfolk",
    "Essex",
    "Co. Clare",
    "Cumbria",
    "Fife",
    "Dorset",
]


def town(country: str, rng: Random) -> str:
    """A town that does not exist, as they are called there."""
    streets = COUNTRIES[country]
    return rng.choice(streets.heads.split("|")) + rng.choice(streets.tails.split("|"))


def address(country: str, rng: Random) -> list[str]:
    """The lines of one address; the same numbers of `rng` give the same."""
    streets, place = COUNTRIES[country], town(country, rng)
    one, two = (word.replace("_", " ") for word in rng.sample(streets.words.split(), 2))
    said = {
        "w": one, "v": two, "w.u": one.upper(), "v.u": two.upper(), "t": place, "t.u": place.upper(),
        "s": rng.choice(REGIONS), "S": rng.choice(STATES), "C": rng.choice(COUNTIES),
        "p": _figures("@#@ #@@", rng), "z": _figures("#####", rng),
    }  # fmt: skip
    lines = rng.choice(streets.lines.split("|"))
    for slot, text in said.items():
        lines = lines.replace(f"{{{slot}}}", text)
    shout = rng.random() < 0.3  # some tills print capitals only
    drawn = [_numbered(line, rng) for line in lines.split(";")]
    return [line.upper() for line in drawn] if shout else drawn


def _numbered(line: str, rng: Random) -> str:
    """Each number or letter that is still open, drawn one by one."""
    for slot, low, high in (("{n}", 1, 90), ("{N}", 100, 3000), ("{d}", 1, 9)):
        while slot in line:
            line = line.replace(slot, str(rng.randrange(low, high)), 1)
    while "{c}" in line:
        line = line.replace("{c}", rng.choice("ABCDEFGMNPRSTW"), 1)
    return line


def _figures(pattern: str, rng: Random) -> str:
    """# a digit, @ a letter."""
    return "".join(
        str(rng.randrange(1, 10)) if c == "#" else rng.choice("ABCDEGHKLMNPRSTW") if c == "@" else c
        for c in pattern
    )
