"""Invented towns, streets and people, by country. Words are separated by "|"."""

from dataclasses import dataclass
from random import Random

SURNAMES = {
    "fr": "Roussel|Le Goff|Marchand|Delcourt|Fabre|Bonnet|Garnier|Chevallier|Perrin|Lemaire|Aubry"
    "|Besson|Carpentier|Dufour|Ferrand|Gaillard|Hamon|Joubert|Kerbrat|Lacombe|Maillard|Nicolas"
    "|Ollivier|Poirier|Quéré|Renaud|Sauvage|Tessier|Vasseur|Weber|Benali|Da Silva|Traoré|Nguyen",
    "en": "Russell|Ashworth|Barlow|Chadwick|Dunmore|Ellison|Fairweather|Garside|Holloway|Ingram"
    "|Jessop|Kirkham|Langton|Mercer|Norwood|O'Leary|Pemberton|Quayle|Radcliffe|Stubbs|Thornley"
    "|Underhill|Vickers|Whitlock|Yardley|Kaur|Okafor|Murphy|Kowalski|Patel|Brennan|Castillo",
    "de": "Brandt|Ackermann|Bergmann|Dietrich|Engelhardt|Fiedler|Grabowski|Hartwig|Ittner|Jansen"
    "|Kessler|Lindner|Marquardt|Naumann|Oberhuber|Pfeiffer|Quast|Reinhardt|Steiner|Thiele|Ullrich"
    "|Voigt|Wimmer|Yilmaz|Zeller|Öztürk|Müller-Lüdenscheid|Strasser|Kofler|Hürlimann|Bürgi",
    "es": "García|Álvarez|Bermejo|Castaño|Delgado|Escudero|Ferrer|Gallardo|Herranz|Iglesias"
    "|Jiménez|Lozano|Montero|Navarro|Ortega|Peñalver|Quesada|Redondo|Salcedo|Tejero|Urrutia"
    "|Vidal|Zamora|Puig|Etxeberria|Carballo",
    "it": "Bianchi|Amato|Bellini|Caruso|De Santis|Esposito|Ferrari|Gallo|Lombardi|Marini|Negri"
    "|Orlando|Pellegrini|Quaranta|Rinaldi|Sartori|Tedesco|Valentini|Zanetti|Dell'Acqua|Mancuso"
    "|Pedrini|Bernasconi",
    "nl": "de Vries|Bakker|van Dijk|Dekker|Evers|Fokkema|de Groot|Hendriks|Jacobs|Kuipers"
    "|van der Linden|Mulder|Nijhuis|Oosterhuis|Peeters|van Rijn|Smeets|Timmermans|Verbeke"
    "|Willems|Ydema|Claes|Maes|Wouters|Zijlstra",
}
FIRST = {
    "fr": "Alice|Étienne|Marie|Jean-Pierre|Nadia|Lucas|Camille|Hélène|Yann|Sophie|Karim|Agnès"
    "|Thomas|Claire|Bruno|Inès",
    "en": "Alice|Edward|Helen|Martin|Priya|Liam|Siobhan|Grace|Owen|Tanya|Robert|Denise|Aaron|Joyce",
    "de": "Anna|Eduard|Jürgen|Sabine|Mehmet|Katharina|Lukas|Franz|Ulrike|Stefan|Heike|Jörg|Maria",
    "es": "Alicia|Javier|María José|Antonio|Lucía|Pablo|Carmen|Íñigo|Rocío|Sergio|Montserrat",
    "it": "Alice|Marco|Giulia|Francesco|Paola|Luca|Chiara|Giovanni|Elena|Matteo|Silvia|Dario",
    "nl": "Anna|Pieter|Sanne|Joris|Fatima|Marieke|Bram|Ilse|Koen|Wouter|Lotte|Henk",
}
TITLES = {
    "fr": "M. |Mme |Monsieur |Madame |||M. ou Mme ",
    "en": "Mr |Ms |Mrs |Dr |||Mr & Mrs ",
    "de": "Frau |Herrn |Herr ||||Familie ",
    "es": "D. |D.ª |Sr. |Sra. ||",
    "it": "Sig. |Sig.ra |Gent. |Spett.le |||",
    "nl": "Dhr. |Mevr. |De heer |Mevrouw ||",
}
TOWNS = {
    "FR": "Montreval|Saint-Aubin-sur-Orge|Kervignac|La Roche-Blanche|Villeneuve-les-Prés|Auxelles"
    "|Pont-Sainte-Anne|Beauvoir|Castelmaure|Lormont-Haut|Trévérec|Chantelouve|Bourg-Neuf|Oisy",
    "BE": "Namêche|Bierwart|Ottrange|Sint-Amand|Wezemaal|Hofstade|Merlemont|Kluisdorp|Gavere-Zuid",
    "CH": "Montpreveyres|Oberwilen|Aarbrück|Vallorsin|Unterlangen|Bellarivo|Morcotino|Saint-Loup",
    "GB": "Kelmarsh|Harrowdale|Ashcombe|Little Wexham|Stanbridge|Penrose|Thornwick|Eastleigh Moor"
    "|Aberllan|Glenfarrow",
    "IE": "Ballycarra|Kilnamona|Dunlavin|Carrigmore|Rathbeg|Ennisfarne",
    "US": "Fairmont|Cedar Falls|Juniper Springs|Lakemont|Pine Hollow|Easton Ridge|Marlow|Red Bluff",
    "DE": "Lindenau|Moorbek|Altdorf|Neuenkirchen|Burgstädt|Hohenwald|Wiesenthal|Kleinmachnau"
    "|Bad Sulzingen|Ostermünde|Rheinfels|Oberndorf",
    "AT": "Sankt Veit|Mariental|Oberwang|Hallbrunn|Wiesern|Gmundberg|Steinach|Kirchdorf",
    "ES": "Villanueva del Río|San Martín de Abajo|Torrealta|Puerto Claro|Alcorcilla|Valdemoro Alto"
    "|Castellfort|Miraflores|Benicarlet|Ondarreta",
    "IT": "Montefiore|Castelrosso|San Donà|Borgoverde|Pietralta|Rivabella|Acquanera|Vallescura"
    "|Campolieto|Portovecchio",
    "NL": "Oosterwold|Zuidhaven|Nieuwland|Dijkendorp|Waterveen|Hoogezand|Lindehout|Kerkrijk",
}
STREETS = {
    "fr": "# rue des Hirondelles|#, avenue du Général Leclerc|# bis allée du Moulin|# quai Neuf"
    "|ZA des Quatre Vents|#, place du Marché|# chemin des Vignes|Lieu-dit La Croix"
    "|# boulevard Victor Hugo|Immeuble Le Phare - #, rue de l'Écluse|BP 10#|# impasse des Lilas",
    "en": "# Sparrow Lane|# Station Road|Unit #, Weir Works|# High Street|# Mill Road|PO Box #"
    "|Brunel House, # Canal Street|# The Parade|Suite #, Harbor Plaza|# Elm Avenue|# Church Close",
    "de": "Amselweg #|Deichstraße # b|Große Gasse #|Industriestraße #|Hafenstr. #|Am Kraftwerk #"
    "|Bahnhofstraße #|Postfach 10 20 #|Lindenallee #|Dorfplatz #|Schillerstr. #a|Ringstraße #",
    "es": "Calle Mayor, #|C/ de la Luna, #, 3º B|Avda. de la Constitución, #|Pol. Ind. El Sauce #"
    "|Plaza del Carmen, #|Paseo Marítimo, #, bajo|Ctra. de Burgos, km #|Rúa Nova, #",
    "it": "Via Garibaldi #|Via delle Rose, #|Corso Italia #/A|Piazza San Marco, #|Viale Europa #"
    "|Via dell'Artigianato, #|Strada Provinciale #|Vicolo Stretto #",
    "nl": "Lindengracht #|Havenkade #-2|Kerkstraat #|Industrieweg #|Dorpsstraat # A|Postbus #"
    "|Stationsplein #|Molenweg # bus 3",
}
STATES = "OR|IA|VT|NM|OH|WI|GA"


def pick(rng: Random, words: str) -> str:
    """One of the words."""
    return rng.choice(words.split("|"))


def figures(rng: Random, pattern: str) -> str:
    """The pattern with each # replaced by a digit, the first one never 0."""
    first = pattern.find("#")
    return "".join(
        str(rng.randrange(1 if i == first else 0, 10)) if c == "#" else c
        for i, c in enumerate(pattern)
    )


def code(country: str, rng: Random) -> str:
    """A postal code."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    pair = rng.choice(letters) + rng.choice(letters)
    patterns = {
        "GB": f"{pair}{figures(rng, '# #')}{pair[::-1]}",
        "IE": f"{pair[0]}{figures(rng, '## ')}{pair}{figures(rng, '##')}",
        "NL": f"{figures(rng, '####')} {pair}",
        "US": figures(rng, "#####"),
    }
    short = country in ("CH", "BE", "AT")
    return patterns.get(country) or figures(rng, "####" if short else "#####")


def town_line(country: str, town: str, rng: Random) -> str:
    """Postal code and town in the country's order."""
    number = code(country, rng)
    if country == "US":
        return f"{town}, {pick(rng, STATES)} {number}"
    if country in ("GB", "IE"):
        return f"{town.upper() if rng.random() < 0.4 else town}  {number}"
    prefix = rng.choice(("", "", "", {"DE": "D-", "CH": "CH-", "AT": "A-"}.get(country, "")))
    return f"{prefix}{number} {town.upper() if rng.random() < 0.4 else town}"


def street(lang: str, rng: Random) -> str:
    """A street with its number."""
    return pick(rng, STREETS[lang]).replace("#", str(rng.randrange(1, 190)))


@dataclass(frozen=True)
class Party:
    """A customer: name and the lines of the address."""

    name: str
    lines: tuple[str, ...]
    company: bool


def party(lang: str, country: str, rng: Random, firm_name: str) -> Party:
    """A customer; `firm_name` when it is a company, empty for a person."""
    first, last = pick(rng, FIRST[lang]), pick(rng, SURNAMES[lang])
    person = rng.choice((f"{first} {last}", f"{last.upper()} {first}", f"{first[0]}. {last}"))
    name = firm_name or pick(rng, TITLES[lang]) + person
    town = pick(rng, TOWNS[country])
    lines = [name, street(lang, rng), town_line(country, town, rng)]
    if firm_name and rng.random() < 0.3:
        lines.insert(1, f"{first} {last}")
    return Party(name, tuple(lines), bool(firm_name))
