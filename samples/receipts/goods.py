"""What is sold, by language and trade, with a usual price in units of the currency."""

from decimal import Decimal
from random import Random

EN_GROCERY = (
    "WHOLE MILK 2L 2.4|BANANAS LOOSE 1.2|BROWN BREAD 1.8|EGGS FREE RANGE 3.1|"
    "CHEDDAR 400G 4.2|TOMATO SOUP 1.1|RICE 5KG 12|ORANGE JUICE 2.9|DISH SOAP 2.2|"
    "PAPER TOWEL 6PK 5.6|COFFEE 200G 6.9|CARRIER BAG .1|BUTTER SALTED 2.6|"
    "CHICKEN BREAST 7.3|APPLES GALA KG 2.1|DOG FOOD 4KG 11.5"
)
EN_RESTAURANT = (
    "Cheeseburger 11.5|Fries 3.8|House Salad 7.9|Iced Tea 2.9|Soup of the Day 5.5|"
    "Club Sandwich 9.8|Draft Beer 6|Coffee 2.7|Ribeye 10oz 28|Fish Tacos 13.5|"
    "Chocolate Cake 6.5|Lemonade 3.2|Pad Thai 12.9|Garlic Bread 4.5|Kids Pasta 7"
)
STOCK: dict[str, dict[str, str]] = {
    "en": {
        "grocery": EN_GROCERY,
        "restaurant": EN_RESTAURANT,
        "pharmacy": (
            "IBUPROFEN 200MG 24 4.2|PLASTERS ASSTD 3.1|VITAMIN C 1000 8.9|"
            "COUGH SYRUP 6.5|HAND CREAM 5.2|RX 4471902 12|TOOTHPASTE 75ML 2.8|"
            "SUNSCREEN SPF50 13.9"
        ),
        "hardware": (
            "WOOD SCREWS 4X40 3.5|MASKING TAPE 2.9|PAINT WHITE 5L 32|LED BULB E27 6.4|"
            "HOSE CLAMP 1.3|DRILL BIT 6MM 4.8|PVC PIPE 20MM 5.2|SILICONE CLEAR 7.1|"
            "GLOVES L 4.4|EXT CORD 5M 14"
        ),
        "shop": (
            "NOTEBOOK A5 4.5|GEL PEN BLUE 1.6|PAPERBACK NOVEL 9.9|GIFT WRAP 3|"
            "RUNNING SOCKS 7.5|LEATHER BELT 24|USB CABLE 1M 8.9|PHOTO FRAME 12.5|"
            "BIRTHDAY CARD 2.8|SHOES 42 BLK 59"
        ),
    },
    "asia": {
        "grocery": (
            "MINYAK MASAK 1KG 6.7|TELUR GRED A 10S 4.9|BERAS WANGI 5KG 26|"
            "MEE GORENG 5S 4.6|SUSU PEKAT 3.2|GULA 1KG 2.95|TISSUE 4X170S 7.9|"
            "ORANGE CORDIAL 2L 8.5|KICAP MANIS 5.4|BISCUIT CREAM 6.3|TEA BAG 50S 5.9|"
            "PLASTIC BAG .2|100 PLUS CAN 2.1|BATTERY AA 4S 9.9"
        ),
        "restaurant": (
            "Nasi Lemak Ayam 9.5|Teh Tarik 2.2|Kopi O 1.8|Roti Canai 1.5|"
            "Char Kuey Teow 7.8|Iced Lemon Tea 3.9|Chicken Rice 8.5|Tom Yam Soup 15|"
            "Plain Rice 1.5|Mineral Water 2|Fried Fish Set 18.9|Dim Sum (3pcs) 6.8|"
            "Milo Ais 3.3|Kailan Garlic 12|Set Lunch B 13.9"
        ),
        "pharmacy": (
            "PANADOL 10S 5.2|MINYAK ANGIN 6.9|CONSULTATION 35|COUGH MIXTURE 12.5|"
            "SURGICAL MASK 5S 3.9|VITAMIN B 30S 21|EYE DROPS 14"
        ),
        "hardware": (
            "PVC ELBOW 20MM 1.2|CEMENT 5KG 7.5|PADLOCK 50MM 18.9|ENGINE OIL 4L 88|"
            "SAND PAPER 1.5|WIRE 2.5MM/M 2.4|TAP 1/2 INCH 15.9|GLUE GUN 22|"
            "CABLE TIE 100S 8.9"
        ),
        "shop": (
            "A4 PAPER 80G 12.9|EXERCISE BOOK 1.9|BALL PEN BLK .8|T-SHIRT M 19.9|"
            "PHONE CASING 25|FILE CLEAR 2.3|LAMINATE A4 2.5|PHOTOSTAT A4 .1|"
            "INK CARTRIDGE 48"
        ),
    },
    "fr": {
        "grocery": (
            "LAIT DEMI-ECREME 1L 1.05|BAGUETTE 1.1|JAMBON X4 3.2|YAOURT NATURE X8 1.9|"
            "TOMATES GRAPPE 2.6|BEURRE DOUX 250G 2.4|PATES 500G .95|EAU 6X1.5L 2.1|"
            "CAFE MOULU 3.6|LESSIVE 2L 8.9|OEUFS X12 3.4|POMMES KG 2.3|COMTE 300G 5.7|"
            "SAC CAISSE .15"
        ),
        "restaurant": (
            "Formule midi 15.9|Café 2|Entrecôte frites 21.5|Salade chèvre 13.5|"
            "Pichet rosé 50cl 11|Menu enfant 9.5|Crème brûlée 7.2|Perrier 3.8|"
            "Demi pression 4|Galette complète 10.4|Tarte aux pommes 6.5|Plat du jour 13"
        ),
        "pharmacy": (
            "DOLIPROX 1000 2.18|SERUM PHY 20X5 3.9|HONO DISPENSATION 1.02|"
            "CREME MAINS 6.4|SIROP TOUX 7.8|PANSEMENTS 4.5"
        ),
        "hardware": (
            "VIS BOIS 4X40 4.9|PEINTURE BLANC 10L 49|AMPOULE LED 5.9|TERREAU 40L 7.5|"
            "SCOTCH 3.2|ROBINET 18.9|CHEVILLES X50 5.4"
        ),
        "shop": (
            "ROMAN POCHE 8.4|CAHIER 96P 2.9|STYLO BLEU 1.8|SANDALES T39 45|CEINTURE 22|"
            "COUPE HOMME 23|CARTE VOEUX 3.5"
        ),
    },
    "de": {
        "grocery": (
            "VOLLMILCH 1L 1.19|BROETCHEN 6X 1.8|GOUDA JUNG 2.49|TOMATEN RISPE 2.2|"
            "EIER 10ER 2.99|APFELSAFT 1.39|PFAND .25|KAFFEE 500G 6.49|BUTTER 1.99|"
            "WASCHMITTEL 7.95|BANANEN KG 1.69|SCHOKOLADE 1.15"
        ),
        "restaurant": (
            "Schnitzel Pommes 16.9|Apfelschorle 0,4 3.9|Pils 0,5 4.6|Tagessuppe 5.2|"
            "Käsespätzle 13.5|Cappuccino 3.4|Apfelstrudel 6.2|Mineralwasser 2.9|"
            "Kinderteller 7.8"
        ),
        "pharmacy": (
            "IBU 400 20ST 4.95|NASENSPRAY 3.49|REZEPTGEBUEHR 5|HANDCREME 2.95|"
            "PFLASTER 3.2"
        ),
        "hardware": (
            "SCHRAUBEN 4X40 5.49|WANDFARBE 10L 39.9|LED LAMPE 4.99|BLUMENERDE 3.99|"
            "KLEBEBAND 2.79"
        ),
        "shop": (
            "TASCHENBUCH 12|HEFT A4 1.1|SOCKEN 3ER 9.99|HERRENSCHUH 79.95|HAARSCHNITT 24|"
            "KUGELSCHREIBER 2.5"
        ),
    },
    "es": {
        "grocery": (
            "LECHE ENTERA .95|PAN BARRA .8|TOMATE RAMA 2.1|ACEITE OLIVA 1L 7.9|"
            "HUEVOS DOCENA 2.3|AGUA 6X1,5 2.4|JAMON 150G 3.9|BOLSA .1"
        ),
        "restaurant": (
            "Menú del día 13.5|Caña 1.8|Copa vino 2.9|Calamares 9.5|Ensalada mixta 7|"
            "Café solo 1.4|Tortilla 6.2|Flan casero 4"
        ),
        "pharmacy": "PARACETAMOL 1G 2.5|CREMA SOLAR 14.9|TIRITAS 3.1",
        "hardware": "TORNILLOS 3.2|PINTURA 15L 38|BOMBILLA LED 4.5|CINTA 2.1",
        "shop": "LIBRO BOLSILLO 9.9|ZAPATO 38 42|CUADERNO 2.7|CAMISETA 15",
    },
    "it": {
        "grocery": (
            "LATTE FRESCO 1.6|PANE KG 3.2|PASTA 500G 1.1|MOZZARELLA 1.9|POMODORI 2.5|"
            "OLIO EVO 8.9|ACQUA 6X1,5 2.2|SHOPPER .1"
        ),
        "restaurant": (
            "Coperto 2|Spaghetti vongole 14|Margherita 6.5|Acqua nat. 2.5|"
            "Vino casa 1/2 6|Caffè 1.2|Tiramisù 5|Birra media 4.5"
        ),
        "pharmacy": "TACHIPIR 500 5.1|CREMA MANI 7.4|CEROTTI 3.3",
        "hardware": "VITI LEGNO 3.4|VERNICE 5L 29|LAMPADINA 4.2|NASTRO 2.3",
        "shop": "ROMANZO 11|QUADERNO 1.8|SCARPE 41 64|CAMICIA 32",
    },
    "nl": {
        "grocery": (
            "HALFVOLLE MELK 1.15|VOLKOREN 2.1|KAAS JONG 4.9|BANANEN 1.8|KOFFIE 5.2|"
            "STATIEGELD .25|EIEREN 10 2.8|BOTER 2.3"
        ),
        "restaurant": (
            "Uitsmijter 9.5|Koffie 2.8|Biertje 3.4|Kroketten 2st 8.9|Tosti 5.2|Thee 2.6|"
            "Appeltaart 4.4"
        ),
        "pharmacy": "PARACETAMOL 2.1|NEUSSPRAY 3.5|HANDCREME 4.4",
        "hardware": "SCHROEVEN 4.2|MUURVERF 10L 36|LEDLAMP 5.5|TAPE 2.8",
        "shop": "BOEK 14.9|SOKKEN 6.5|SCHRIFT 1.9|SCHOENEN 69",
    },
}  # fmt: skip


def basket(
    tongue: str, trade: str, count: int, scale: int, rng: Random
) -> list[tuple[str, Decimal]]:
    """`count` names with a unit price near the usual one times `scale`, to the cent."""
    stock = STOCK[tongue][trade].split("|")
    rows = rng.sample(stock, min(count, len(stock)))
    out = []
    for row in rows:
        name, price = row.rsplit(" ", 1)
        cents = int(Decimal(price) * 100 * scale * rng.randrange(70, 160) / 100)
        if rng.random() < 0.7:  # most shops end prices on 0, 5 or 9
            cents = cents // 10 * 10 + rng.choice((0, 0, 5, 9))
        out.append((name, Decimal(max(cents, 5)) / 100))
    return out
