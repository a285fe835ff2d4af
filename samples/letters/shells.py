"""How companies dress a text in HTML: eight shells, from Outlook tables to plain paragraphs."""

import html
from collections.abc import Callable

from samples.letters.template import Values

Parts = list[str]
TINTS = ("#0b5cab", "#1d7a46", "#c0392b", "#5b2a86", "#e67e22", "#00838f")


def paragraphs(text: str) -> Parts:
    """The text's paragraphs."""
    return [part.strip("\n") for part in text.strip().split("\n\n")]


def as_plain(text: str) -> str:
    """The text for a plain part: table lines become "label : value", buttons become links."""
    lines = []
    for line in text.strip().split("\n"):
        if line.startswith("|"):
            label, value = (cell.strip() for cell in line.strip("| ").split("|", 1))
            lines.append(f"{label} : {value}")
        elif line.startswith("["):
            lines.append(f"{line[1:-1]} : https://espace.client.example/")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _block(part: str, cell: str, button: str) -> str:
    lines = part.split("\n")
    if lines[0].startswith("|"):
        rows = (line.strip("| ").split("|", 1) for line in lines)
        filled = "".join(
            f'<tr><td style="{cell}">{html.escape(a.strip())}</td><td'
            f' style="{cell};text-align:right"><strong>{html.escape(b.strip())}</strong></td></tr>'
            for a, b in rows
        )
        return f'<table width="100%" cellpadding="0" cellspacing="0">{filled}</table>'
    if lines[0].startswith("["):
        words = html.escape(lines[0][1:-1])
        return (
            '<p><a href="https://espace.client.example/f?id=81723"'
            f' style="{button}">{words}</a></p>'
        )
    return "<p>" + "<br>\n".join(html.escape(line) for line in lines) + "</p>"


def _blocks(parts: Parts, tint: str) -> str:
    cell = "padding:6px 0;border-bottom:1px solid #eeeeee;font-size:14px"
    button = (
        f"display:inline-block;background:{tint};color:#fff;padding:12px 24px;text-decoration:none"
    )
    return "\n".join(_block(part, cell, button) for part in parts)


def _page(body: str, extra: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">{extra}</head>\n{body}</html>\n'
    )


def card(parts: Parts, v: Values, tint: str) -> str:
    """Grey ground, white card of 600 px in nested tables, coloured head."""
    return _page(
        '<body bgcolor="#f2f2f2" style="margin:0;font-family:Arial,Helvetica,sans-serif"><table'
        ' width="100%" cellpadding="0" cellspacing="0"><tr><td align="center"><table width="600"'
        f' cellpadding="0" cellspacing="0" bgcolor="#ffffff"><tr><td bgcolor="{tint}"'
        f' style="padding:20px;color:#ffffff;font-size:22px">{v.firm.name}</td></tr><tr><td'
        f' style="padding:24px">{_blocks(parts, tint)}</td></tr><tr><td'
        f' style="padding:16px;font-size:11px;color:#888888">{v.firm.legal} -'
        f" {v.firm.site}</td></tr></table></td></tr></table></body>"
    )


def modern(parts: Parts, v: Values, tint: str) -> str:
    """Divs, rounded corners, a hidden preheader and a style sheet."""
    style = (
        "<style>body{margin:0;background:#fff;font:16px/1.5"
        " Helvetica}.w{max-width:560px;margin:auto}</style>"
    )
    hidden = html.escape(parts[0][:80])
    return _page(
        "<body><div"
        f' style="display:none;max-height:0;overflow:hidden">{hidden}&#847;&zwnj;&nbsp;</div><div'
        f' class="w"><h1 style="color:{tint}">{v.firm.name}</h1>{_blocks(parts, tint)}<hr><p'
        f' style="font-size:12px;color:#999">{v.firm.legal}</p></div><img'
        f' src="https://t.{v.firm.site}/o.gif?u=81723" width="1" height="1" alt=""></body>',
        style,
    )


def outlook(parts: Parts, v: Values, tint: str) -> str:
    """Word-made HTML: MsoNormal paragraphs and conditional comments."""
    inner = "".join(
        f'<p class="MsoNormal"><span style="font-size:11.0pt;color:{tint if not i else "black"}">'
        + "<br>".join(html.escape(line.strip("[]")) for line in part.replace("|", " ").split("\n"))
        + "<o:p></o:p></span></p>"
        for i, part in enumerate(parts)
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso'
        ' 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang="FR"><div'
        f' class="WordSection1">{inner}<p class="MsoNormal">{v.firm.name}</p></div></body></html>\n'
    )


def sidebar(parts: Parts, v: Values, tint: str) -> str:
    """Two columns: a help column at the left, the message at the right."""
    aid = f"<p><b>{v.firm.name}</b></p><p>{v.firm.site}</p><p>&#9742; 09 69 30 00 00</p>"
    return _page(
        '<body style="font-family:Verdana;font-size:13px"><table width="680"><tr>'
        f'<td width="170" valign="top" style="background:{tint};color:#fff;padding:12px">{aid}</td>'
        f'<td valign="top" style="padding:12px">{_blocks(parts, tint)}</td></tr></table></body>'
    )


def bare(parts: Parts, v: Values, tint: str) -> str:
    """Hardly any HTML, as a small shop's program writes it."""
    return f'<div dir="ltr">{_blocks(parts, tint)}<div>--<br>{v.firm.name}</div></div>\n'


def banner(parts: Parts, v: Values, tint: str) -> str:
    """A remote picture as head, big title, social icons at the foot."""
    title, *rest = parts
    return _page(
        f'<body style="background:{tint}22"><center><img src="https://img.{v.firm.site}/head.png"'
        f' alt="{v.firm.name}" width="600"><h2'
        f' style="font-family:Georgia">{html.escape(title)}</h2><div'
        f' style="width:600px;text-align:left">{_blocks(rest, tint)}</div><a'
        f' href="https://social.example/{v.firm.site}"><img src="https://img.{v.firm.site}/s.png"'
        f' alt="Suivez-nous"></a><p style="font-size:10px">{v.firm.legal}</p></center></body>'
    )


SHELLS: tuple[Callable[[Parts, Values, str], str], ...] = (
    card,
    modern,
    outlook,
    sidebar,
    bare,
    banner,
)


def microdata(v: Values, *, due: bool) -> str:
    """A schema.org Invoice in attributes, as mail clients read it."""
    date = f'<meta itemprop="paymentDueDate" content="{v.due.isoformat()}">' if due else ""
    return (
        '<div itemscope itemtype="http://schema.org/Invoice"><meta itemprop="accountId"'
        f' content="{v.printed["customer"]}">{date}<div itemprop="totalPaymentDue" itemscope'
        ' itemtype="http://schema.org/PriceSpecification"><meta itemprop="price"'
        f' content="{v.amount}"><meta itemprop="priceCurrency" content="EUR"></div><div'
        ' itemprop="broker" itemscope itemtype="http://schema.org/Organization"><meta'
        f' itemprop="name" content="{v.firm.name}"></div></div>'
    )


def json_ld(v: Values, *, due: bool) -> str:
    """The same as JSON-LD."""
    date = f'"paymentDueDate": "{v.due.isoformat()}",' if due else ""
    return (
        '<script type="application/ld+json">{"@context": "http://schema.org", "@type":'
        f' "Invoice","accountId": "{v.printed["customer"]}", "confirmationNumber":'
        f' "{v.printed["number"]}", {date}"totalPaymentDue": {{"@type": "PriceSpecification",'
        f' "price": {v.amount}, "priceCurrency": "EUR"}},"provider": {{"@type": "Organization",'
        f' "name": "{v.firm.name}"}}}}</script>'
    )
