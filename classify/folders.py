"""Where a bill's mail is filed."""

from typing import Literal

from models.verdict import Category, Kind

Lang = Literal["en", "fr"]

_NAMES: dict[Category, tuple[str, str]] = {
    Category.ENERGY: ("Énergie", "Energy"),
    Category.WATER: ("Eau", "Water"),
    Category.TELECOM: ("Télécom", "Telecom"),
    Category.RENT: ("Loyer", "Rent"),
    Category.INSURANCE: ("Assurance", "Insurance"),
    Category.TAX: ("Impôts", "Taxes"),
    Category.HEALTH: ("Santé", "Health"),
    Category.EDUCATION: ("Éducation", "Education"),
    Category.SHOPPING: ("Achats", "Shopping"),
    Category.TRANSPORT: ("Transport", "Transport"),
    Category.BANK: ("Banque", "Bank"),
    Category.SUBSCRIPTION: ("Abonnements", "Subscriptions"),
    Category.CHARITY: ("Dons", "Donations"),
    Category.OTHER: ("Divers", "Other"),
}


def folder_for(category: Category, kind: Kind, root: str, lang: Lang) -> str:
    """The folder, "/" between its parts ("Factures/Énergie"); "" when the mail is not filed.

    Only `kind` other is not filed. `root` is the person's setting and is used as it stands.
    """
    if kind is Kind.OTHER:
        return ""
    french, english = _NAMES[category]
    return f"{root}/{french if lang == 'fr' else english}"
