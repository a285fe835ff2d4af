"""Names that frauds borrow, the domains that may carry them, and addresses that anyone can have."""

FREE_MAIL = frozenset(
    (  # noqa: SIM905 - a list of words reads best as one text
        "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com "
        "live.fr msn.com yahoo.com yahoo.fr ymail.com aol.com icloud.com me.com gmx.de gmx.net "
        "gmx.com gmx.fr web.de t-online.de mail.ru yandex.com yandex.ru proton.me "
        "protonmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr "
        "mail.com zoho.com tutanota.com btinternet.com comcast.net "
    ).split()
)

BRANDS: dict[str, tuple[str, ...]] = {
    "paypal": ("paypal.",),
    "netflix": ("netflix.",),
    "amazon": ("amazon.", "amazonses.", "amazonaws.", "amazonpay.", "awscloud."),
    "apple": ("apple.", "icloud."),
    "microsoft": (
        "microsoft.",
        "office.",
        "outlook.",
        "live.",
        "microsoftonline.",
        "azure.",
        "xbox.",
    ),
    "google": ("google.", "youtube.", "gmail."),
    "edf": ("edf.",),
    "engie": ("engie.", "gdfsuez.", "engie-mail."),
    "totalenergies": ("totalenergies.", "total."),
    "orange": ("orange.", "orange-business.", "sosh."),
    "sfr": ("sfr.", "red-by-sfr.", "altice."),
    "bouygues telecom": ("bouyguestelecom.", "bouygues-telecom.", "bbox."),
    "impots": ("gouv.", "dgfip."),
    "impots.gouv": ("gouv.",),
    "ameli": ("ameli.", "assurance-maladie.", "cnam."),
    "antai": ("gouv.", "antai."),
    "la poste": ("laposte.", "lapostemobile.", "labanquepostale.", "groupelaposte.", "colissimo."),
    "chronopost": ("chronopost.",),
    "colissimo": ("laposte.", "colissimo."),
    "dhl": ("dhl.", "deutschepost."),
    "fedex": ("fedex.",),
    "ups": ("ups.",),
    "usps": ("usps.",),
    "mcafee": ("mcafee.",),
    "norton": ("norton.", "nortonlifelock.", "gendigital.", "lifelock."),
    "spotify": ("spotify.",),
    "disney": ("disney", "disneyplus."),
    "dropbox": ("dropbox",),
    "docusign": ("docusign.",),
    "geek squad": ("geeksquad.", "bestbuy."),
    "best buy": ("bestbuy.",),
    "coinbase": ("coinbase.",),
    "metamask": ("metamask.",),
    "binance": ("binance.",),
    "credit agricole": ("credit-agricole.", "ca-"),
    "bnp paribas": ("bnpparibas.", "bnpparibas"),
    "societe generale": ("socgen.", "societegenerale.", "sg."),
    "caisse d'epargne": ("caisse-epargne.", "caisseepargne."),
    "sparkasse": ("sparkasse",),
    "telekom": ("telekom.", "t-online.", "magenta."),
    "vodafone": ("vodafone.",),
    "ovh": ("ovh.", "ovhcloud."),
    "stripe": ("stripe.",),
    "walmart": ("walmart.",),
    "costco": ("costco.",),
    "leclerc": ("leclerc", "e-leclerc"),
    "carrefour": ("carrefour",),
    "lidl": ("lidl.",),
    "aldi": ("aldi",),
}
"""A name a person knows -> how the domains that may carry it begin (each a label, or its start)."""
