"""Invented addresses of billers and customers, by country."""

from dataclasses import dataclass
from random import Random

# "name|street|town", persons first, then companies that are customers too.
CUSTOMERS = {
    "FR": (
        "Mme Alice Roussel|12 rue des Hirondelles|44300 NANTES",
        "M. ROUSSEL Étienne|3 bis, allée du Moulin à Vent|35510 CESSON-SEVIGNE",
        "Alice ROUSSEL|Appt 14 - Bât. C, 88 boulevard Jean Moulin|69008 LYON",
        "M. ou Mme LE GOFF|Lieu-dit Kerbihan|56400 AURAY",
    ),
    "GB": (
        "Ms A Russell|14 Sparrow Lane|ASHCOMBE  AS4 7QT",
        "Mr Edward Russell|Flat 2, 91 Canal Street|KELMARSH  KM1 2BD",
        "Alice Russell|Rose Cottage, Mill Road|HARROWDALE  HD12 9PL",
    ),
    "US": (
        "Alice Russell|4410 Juniper Ct Apt 6|Fairmont, OR 97299",
        "EDWARD M RUSSELL|PO Box 118|Cedar Falls, IA 50699",
    ),
    "DE": (
        "Frau Alice Russell|Amselweg 12|04299 Lindenau",
        "Herrn Eduard Russell|Deichstraße 7 b|25899 Moorbek",
        "Alice Russell|Große Gasse 101|80999 Altdorf",
    ),
    "IE": ("Alice Russell|7 Quayside|Galway  H91 X0Y0", "E. Russell|22 Elm Park|Cork  T12 A0B1"),
    "NL": ("Mevr. A. Roussel|Lindengracht 14-2|1099 ZZ AMSTERDAM",),
    "BE": ("Mme Alice Roussel|Rue du Vieux Pont 8|5099 NAMUR",),
    "CH": ("Madame Alice Roussel|Chemin des Crêts 4|1099 Montpreveyres",),
    "CA": ("ALICE ROUSSEL|1250, rue des Érables app. 3|Chicoutimi (Québec)  G7H 0Z9",),
}
BUSINESSES = {
    "FR": (
        "SARL ROUSSEL MENUISERIE|ZA des Quatre Vents|44115 HAUTE-GOULAINE",
        "Boulangerie Aux Blés d'Or SAS|27 place du Marché|35000 RENNES",
    ),
    "GB": ("Russell Joinery Ltd|Unit 4, Weir Works|KELMARSH  KM3 8RT",),
    "US": ("Russell Woodworks LLC|88 Depot Rd|Fairmont, OR 97299",),
    "DE": ("Russell Möbelbau GmbH|Industriestraße 5|04299 Lindenau",),
}
STREETS = {
    "FR": (
        "8 quai de la Fosse-Neuve|44099 NANTES CEDEX 9",
        "Tour Horizon - 5 place des Reflets|92099 LA DEFENSE CEDEX",
        "120 avenue du Général Leclerc|35099 RENNES CEDEX",
        "4 rue de l'Écluse|31099 TOULOUSE",
    ),
    "GB": (
        "Brunel House, 40 Station Road|KELMARSH  KM1 1AA",
        "PO Box 771|HARROWDALE  HD1 9ZZ",
        "3 The Parade|ASHCOMBE  AS1 3DF",
    ),
    "US": ("1 Dam Road|Fairmont, OR 97299", "P.O. Box 60045|Cedar Falls, IA 50699"),
    "DE": (
        "Am Kraftwerk 1|04299 Lindenau",
        "Hafenstraße 22|25899 Moorbek",
        "Postfach 10 20 30|80999 Altdorf",
    ),
    "IE": ("1 Harbour Row|Limerick  V94 0A0A",),
    "NL": ("Havenkade 33|3099 AB ROTTERDAM",),
    "BE": ("Quai des Ardennes 101|4099 LIEGE",),
    "CH": ("Rue du Stand 12|1099 Lausanne",),
    "CA": ("75, boulevard Talbot|Chicoutimi (Québec)  G7H 9Z0",),
}


@dataclass(frozen=True)
class Party:
    """Name and address lines of a customer."""

    name: str
    street: str
    town: str

    @property
    def block(self) -> list[str]:
        """The three lines of the address."""
        return [self.name, self.street, self.town]


def customer(country: str, variant: int, *, business: bool = False) -> Party:
    """The `variant`th customer of that country; a company when `business`."""
    rows = (BUSINESSES if business else CUSTOMERS)[country]
    name, street, town = rows[variant % len(rows)].split("|")
    return Party(name, street, town)


def address(country: str, rng: Random) -> list[str]:
    """Two lines of a biller's address."""
    return rng.choice(STREETS[country]).split("|")
