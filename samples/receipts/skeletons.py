"""The layout families: what stands where, in which face, on how wide a paper.

name | face | width mm | columns | head | meta | list | sums | stress | order | rule | trades.
order: h head, k client, u due date, t title, m meta, l list, s sums, p tender, d meta at the end, then tails:
c card slip, i tips, x taxes, o points, w other date, b bar code, e thanks, - a rule.
"""

from typing import NamedTuple

SHOPS = "grocery restaurant pharmacy hardware shop"
TABLE = f"""
asia-classic|courier|80|42|centred|labelled|code|edges|bold|hm-t-l-s-p-x-we|-|{SHOPS}
asia-tax|vera|80|44|centred|labelled|table|colon|bold|html-sp-xe|-|{SHOPS}
asia-roll|thermal|76|36|logo|row|mark|edges|plain|h-m-l-sp-xe|-|{SHOPS}
asia-office|helvetica|100|52|centred|labelled|table|inset|ruled|ht-ml-spx-e|_|{SHOPS}
asia-kopitiam|thermal-bold|58|30|big|labelled|count|edges|double|htm-l-sp-xe|=|restaurant
asia-old-till|matrix|58|26|centred|row|one|only|wide|hm-l-sp-e|-|{SHOPS}
asia-late-date|courier-bold|80|40|company|labelled|two|colon|tall|ht-l-s-px-de|-|{SHOPS}
asia-clinic|helvetica-bold|90|46|left|sides|one|near|bold|html-s-pwe|_|pharmacy
asia-mart|vera-grid|72|38|centred|sides|letter|edges|bold|h-t-m-l-sp-xoe|*|{SHOPS}
asia-fuel|thermal|76|34|centred|under|fuel|edges|plain|h-tl-s-pm-e|-|fuel
diner-check|thermal|80|36|centred|diner|count|edges|large|hm-l-s-ie|_|restaurant
diner-slip|courier|80|40|logo|sides|one|edges|bold|hm-l-s-pc-ie|-|restaurant
diner-stack|thermal-bold|80|34|logo|diner|count|stacked|double|hm-l-s-i-e|_|restaurant
super-us|matrix|80|42|big|row|letter|indented|plain|h-l-s-pc-bde|*|grocery pharmacy hardware
super-plain|thermal|58|32|late|plain|one|inset|bold|hml-s-p-oe|-|grocery shop
store-us|helvetica|80|42|logo|labelled|coded|edges|large|hm-l-s-p-cwb|_|shop hardware
gas-us|courier-bold|58|28|left|sides|fuel|near|plain|hm-l-spc-e|-|fuel
cab-us|courier|58|26|big|labelled|taxi|colon|wide|hm-l-s-pce|-|taxi
quick-us|vera|72|38|logo|diner|two|edges|tall|hm-lsp-de|=|restaurant
drug-us|times-grid|80|40|centred|row|letter|indented|bold|h-ml-s-po-w-e|-|pharmacy
uk-super|thermal-bold|80|38|logo|plain|letter|edges|large|h-l-s-pc-o-wde|_|grocery shop
uk-pub|vera-grid|72|36|big|two-sided|count|dots|double|hm-l-s-p-x-e|=|restaurant
uk-vat|courier|80|42|company|labelled|table|edges|ruled|htm-l-s-p-xe|-|{SHOPS}
uk-park|thermal|58|28|centred|plain|parking|stacked|double|html-s-pce|*|parking
fr-caisse|courier|80|40|centred|sides|letter|edges|double|h-m-l-s-p-x-oe|-|{SHOPS}
fr-resto|thermal|80|38|logo|labelled|count|edges|tall|htm-l-s-xpe|_|restaurant
fr-cb|courier-bold|58|24|left|plain|one|stacked|wide|tm-h-l-s-pc-e|-|restaurant shop taxi
fr-super|thermal-bold|72|40|logo|row|two|inset|large|h-l-s-p-x-w-mbe|=|grocery
fr-pharma|vera|80|42|company|labelled|table|colon|bold|hm-l-s-xp-e|_|pharmacy
fr-station|matrix|58|28|centred|labelled|fuel|colon|bold|htl-s-pcm-e|-|fuel
fr-parking|thermal|60|26|big|plain|parking|stacked|double|hl-s-pme|_|parking
fr-hotel|helvetica|100|56|left|labelled|hotel|inset|ruled|html-s-xpe|_|hotel
fr-boutique|times|80|44|late|two-sided|one|dots|bold|h-m-l-s-p-we|_|shop hardware
de-bon|thermal|80|38|centred|sides|letter|edges|large|h-l-s-p-x-mbe|-|{SHOPS}
de-gast|courier|80|40|big|labelled|count|edges|double|htm-l-s-pxie|=|restaurant
de-tank|matrix|72|34|company|under|fuel|edges|bold|h-l-s-x-pc-me|-|fuel
de-park|courier-bold|58|26|late|labelled|parking|near|tall|htl-sp-me|-|parking
south-bar|courier|76|36|logo|two-sided|count|dots|large|hm-l-s-p-x-e|-|restaurant grocery
south-fiscal|thermal-bold|80|42|company|plain|one|edges|tall|h-t-l-s-p-de|_|{SHOPS}
south-table|vera-grid|80|40|centred|labelled|table|inset|bold|html-s-x-pe|=|{SHOPS}
low-kassa|thermal|80|38|big|row|count|edges|bold|h-l-s-pc-x-me|-|{SHOPS}
world-hotel|times|100|54|logo|labelled|hotel|edges|ruled|ht-m-l-sx-pce|_|hotel
world-taxi|matrix|58|24|left|labelled|taxi|stacked|wide|hml-s-pe|*|taxi
world-fuel|vera|76|40|late|two-sided|fuel|colon|large|hm-tl-s-xpoe|_|fuel
world-park|vera-grid|58|26|company|under|parking|near|plain|htl-s-pm-e|-|parking
world-top-sum|helvetica|80|42|centred|plain|two|edges|double|h-s-mp-l-x-e|_|{SHOPS}
world-narrow|thermal-bold|50|24|centred|plain|two|stacked|plain|hml-s-p-e|-|{SHOPS}
form-a5|helvetica|148|74|left|sides|table|inset|ruled|ht-mk-l-s-pu-e|_|hardware shop
form-a5-mono|courier|148|72|centred|labelled|table|colon|bold|h-tm-k-l-s-p-xu|-|hardware shop pharmacy
form-a4|helvetica|210|96|logo|labelled|table|inset|boxed|htk-m-l-s-xpu-e|_|shop hardware
form-a4-times|times|210|92|company|under|table|indented|large|h-t-m-k-l-s-p-u-e|_|grocery shop
form-wide|vera|211|100|big|sides|table|inset|bold|tk-h-m-l-s-pu-x|-|shop pharmacy hardware
form-needle|matrix|211|84|centred|labelled|table|edges|plain|htmk-l-s-p-u-e|-|hardware grocery
world-wide|courier|112|56|left|sides|table|inset|plain|htm-l-spx-w-e|=|{SHOPS}
"""


class Skeleton(NamedTuple):
    """One layout family; the fields are explained above."""

    name: str
    face: str
    width: float
    columns: int
    head: str
    meta: str
    goods: str
    sums: str
    stress: str
    order: str
    rule: str
    trades: tuple[str, ...]


def _row(line: str) -> Skeleton:
    name, face, width, columns, head, meta, goods, sums, stress, order, rule, trades = line.split(
        "|"
    )
    meta = "sides" if meta == "two-sided" else meta
    goods = "code" if goods == "coded" else goods
    return Skeleton(
        name, face, float(width), int(columns), head, meta, goods, sums, stress, order, rule,
        tuple(trades.split()),
    )  # fmt: skip


SKELETONS = tuple(_row(line) for line in TABLE.strip().splitlines())
HOMES = {
    "asia": ("MY", "SG"), "diner": ("US", "CA"), "super": ("US", "CA"), "store": ("US", "CA"),
    "gas": ("US",), "cab": ("US",), "quick": ("US", "CA"), "drug": ("US",),
    "uk": ("GB", "IE", "AU", "NZ"), "fr": ("FR", "BE", "CHF", "CAF"), "de": ("DE", "AT", "CHD"),
    "south": ("ES", "IT"), "low": ("NL", "BE"),
}  # fmt: skip


def at_home(skeleton: Skeleton, country: str) -> bool:
    """True when tills of that country usually print so; the world's skeletons are anywhere."""
    homes = HOMES.get(skeleton.name.split("-")[0])
    return homes is None or country in homes
