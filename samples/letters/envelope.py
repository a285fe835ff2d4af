"""From a filled text to the bytes of a mail: headers, charsets, encodings, attachments, forwards."""

import email.policy
from datetime import UTC, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from random import Random

from samples.letters import shells
from samples.letters.paper import attached_pdf, terms_pdf
from samples.letters.template import Template, Values

WIRE = email.policy.SMTP
CHARSETS = (
    ("utf-8", "quoted-printable"),
    ("utf-8", "base64"),
    ("iso-8859-1", "quoted-printable"),
    ("windows-1252", "8bit"),
    ("utf-8", "8bit"),
    ("iso-8859-15", "quoted-printable"),
)
SENDERS = {
    "service": (
        "{f} <noreply@{s}>",
        "{f} Service Client <service-client@mail.{s}>",
        '"{f}" <facture@{s}>',
    ),
    "promo": ("{f} <news@infos.{s}>", "{f} <bonjour@offres.{s}>"),
    "person": ("{p} <{u}@courriel.example>",),
    "fraud": (
        "{f} <facture@{d}-facturation.test>",
        '"Service {f}" <no-reply@secure-{d}.test>',
        "{f} <contact@{d}.client-espace.test>",
    ),
    "human": ("{f} <contact@{s}>", "Compta {f} <compta@{s}>"),
}
FRIENDS = (
    "Bob Marchetti",
    "Léa Fontaine",
    "Nadia Haddad",
    "Oncle Paul",
    "Kate Byrne",
    "Jonas Weber",
)


def safe(text: str, charset: str) -> str:
    """The charset, or UTF-8 when the text does not fit into it."""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return "utf-8"
    return charset


def put_text(message: EmailMessage, text: str, how: tuple[str, str]) -> None:
    """The mail's only part, or its first: plain text."""
    message.set_content(text, charset=safe(text, how[0]), cte=how[1])


def put_page(message: EmailMessage, page: str, how: tuple[str, str], *, first: bool) -> None:
    """The HTML part, alone or beside the plain one; its meta names the charset in use."""
    charset = safe(page, how[0])
    page = page.replace('charset="utf-8"', f'charset="{charset}"')
    put = message.set_content if first else message.add_alternative
    put(page, subtype="html", charset=charset, cte=how[1])


def head(message: EmailMessage, template: Template, v: Values, rng: Random) -> None:
    """From, To, Date, Message-ID, Return-Path, Received, Authentication-Results, List-Unsubscribe."""
    site, friend = v.firm.site, rng.choice(FRIENDS)
    bare = site.removesuffix(".example")
    user = friend.lower().replace(" ", ".").replace("é", "e")
    pattern = rng.choice(SENDERS[template.who])
    sender = pattern.format(f=v.firm.name.replace(",", ""), s=site, d=bare, p=friend, u=user)
    domain = sender.rsplit("@", 1)[1].rstrip(">")
    moment = datetime.combine(v.sent, time(rng.randrange(6, 21), rng.randrange(60)), UTC)
    passed = "fail" if template.who == "fraud" and rng.random() < 0.6 else "pass"
    message["Return-Path"] = f"<bounce-{rng.randrange(10**6)}@{domain}>"
    message["Received"] = (
        f"from mta{rng.randrange(9)}.{domain} (203.0.113.{rng.randrange(2, 250)}) by"
        " mx.maison.example; " + format_datetime(moment + timedelta(seconds=4))
    )
    message["Authentication-Results"] = (
        f"mx.maison.example; dkim={passed} header.d={domain}; spf=pass; dmarc={passed}"
        f" header.from={domain}"
    )
    message["From"] = sender
    message["To"] = "alice@maison.example"
    message["Subject"] = template.subject.format(**v.printed)
    message["Date"] = format_datetime(moment)
    message["Message-ID"] = f"<{rng.randrange(10**12)}.{template.key}@{domain}>"
    if template.who == "promo":
        message["List-Unsubscribe"] = f"<https://infos.{site}/u/{rng.randrange(10**6)}>"
        message["List-Id"] = f"<news.{site}>"
        message["Precedence"] = "bulk"


def compose(template: Template, v: Values, variant: int) -> EmailMessage:
    """The mail of one variant; the shape changes with the variant unless the template fixes it."""
    rng = Random(f"envelope-{template.key}-{variant}")
    text = template.body.format(**v.printed)
    shape = (
        template.shape if template.shape != "any" else rng.choice(("plain", "html", "both", "both"))
    )
    how, tint = rng.choice(CHARSETS), rng.choice(shells.TINTS)
    message = EmailMessage(policy=WIRE)
    head(message, template, v, rng)
    page = rng.choice(shells.SHELLS)(shells.paragraphs(text), v, tint)
    if shape in ("jsonld", "microdata"):
        mark = (shells.json_ld if shape == "jsonld" else shells.microdata)(
            v, due="due" in template.holes
        )
        page = page.replace("<p>", mark + "<p>", 1)
    if shape in ("plain", "both"):
        put_text(message, shells.as_plain(text), how)
    if shape != "plain":
        put_page(message, page, how, first=shape not in ("plain", "both"))
    _enclose(message, template, v, variant)
    return message


def _enclose(message: EmailMessage, template: Template, v: Values, variant: int) -> None:
    """The bill under one of the names bills travel by, and the leaflet."""
    rng = Random(f"names-{template.key}-{variant}")
    if template.pdf:
        word = {"fr": "Facture", "en": "Invoice", "de": "Rechnung"}[template.lang]
        pattern = rng.choice(("{w}_{n}.pdf", "{w}.pdf", "{n}.pdf", "{w} {n}.pdf", "document.pdf"))
        name = pattern.format(w=word, n=v.printed["number"].replace("/", "-"))
        kind = "octet-stream" if rng.random() < 0.2 else "pdf"
        pdf = attached_pdf(template, v, variant)
        message.add_attachment(pdf, maintype="application", subtype=kind, filename=name)
    if template.terms:
        name = {"fr": "Conditions générales.pdf", "en": "Terms.pdf", "de": "AGB.pdf"}[template.lang]
        pdf = terms_pdf(template, v)
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)


def forward_inside(inner: EmailMessage, rng: Random) -> EmailMessage:
    """Forwarded as message/rfc822 by a friend."""
    outer = _forward_head(inner, rng)
    outer.set_content(
        rng.choice(
            ("Bonjour, voilà le mail dont je te parlais.\n", "FYI, see below.\n", "Pour info\n")
        )
    )
    outer.add_attachment(inner)
    return outer


def forward_inline(inner: EmailMessage, text: str, rng: Random) -> EmailMessage:
    """Forwarded inline, with the quoted head that mail programs write."""
    outer = _forward_head(inner, rng)
    lines = rng.choice(
        (
            ("---------- Message transféré ---------", "De : ", "Date : ", "Objet : ", "À : "),
            ("-----Message d'origine-----", "De : ", "Envoyé : ", "Objet : ", "À : "),
            ("---------- Forwarded message ---------", "From: ", "Date: ", "Subject: ", "To: "),
        )
    )
    values = [str(inner[name]) for name in ("From", "Date", "Subject", "To")]
    top = "\n".join([lines[0], *(a + b for a, b in zip(lines[1:], values, strict=True))])
    outer.set_content(
        f"Tu peux t'en occuper ? Merci\n\n{top}\n\n{text}", charset="utf-8", cte="quoted-printable"
    )
    for part in inner.iter_attachments():
        outer.add_attachment(
            part.get_content(), maintype="application", subtype="pdf", filename=part.get_filename()
        )
    return outer


def _forward_head(inner: EmailMessage, rng: Random) -> EmailMessage:
    outer = EmailMessage(policy=WIRE)
    outer["From"] = "Bob Marchetti <bob@maison.example>"
    outer["To"] = "alice@maison.example"
    outer["Subject"] = rng.choice(("Fwd: ", "TR : ", "Tr: ", "Fw: ")) + str(inner["Subject"])
    outer["Date"] = inner["Date"]
    outer["Message-ID"] = f"<fw.{rng.randrange(10**12)}@maison.example>"
    return outer


def wire(message: EmailMessage, key: str) -> bytes:
    """The bytes, with boundaries that are the same at every run."""
    for index, part in enumerate(message.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_{key}_{index}_=")
    return message.as_bytes()
