"""Writes samples/hostile and the README that says what must happen to each file."""

from pathlib import Path

from samples.poison import others, pdfs

REFUSED = "a Problem with its reason, quarantined; the queue goes on"
FILES = (
    ("truncated.pdf", pdfs.truncated, f"{REFUSED}, or what is left is read; never a crash"),
    ("tree-loop.pdf", pdfs.tree_loop, f"{REFUSED}; the page tree is not followed for ever"),
    (
        "huge-page.pdf",
        pdfs.huge_page,
        "the text is read (84,20 €); rendering is scaled down or refused",
    ),
    ("one-long-line.pdf", pdfs.one_long_line, "read up to the limits, within ten seconds"),
    (
        "user-password.pdf",
        lambda: pdfs.locked("secret"),
        "a Problem that says the file asks for a password",
    ),
    (
        "owner-password.pdf",
        lambda: pdfs.locked(""),
        "read like any other: 84,20 € before 15/12/2026",
    ),
    ("deep-arrays.pdf", pdfs.deep_nesting, f"{REFUSED}; no stack overflow"),
    ("billion-laughs.xml", others.laughs, f"{REFUSED}; entities are never expanded"),
    ("external-entity.xml", others.external_entity, f"{REFUSED}; no file read, no host called"),
    ("deep.xml", others.deep_xml, REFUSED),
    ("bomb.zip", others.bomb_zip, "refused by its ratio before it is unpacked"),
    ("bomb-mail.eml", others.zip_mail, "the mail is kept, its attachment refused by its ratio"),
    ("giant.png", others.giant_png, "refused by its declared size before any pixel is decoded"),
    ("nested.eml", others.nested_mail, "read to the depth limit, the rest named as not read"),
    ("word-flood.eml", others.word_flood, "read within ten seconds, subject cut at the limit"),
    (
        "broken-base64.eml",
        others.broken_base64,
        "the mail is kept, its attachment named as damaged",
    ),
    (
        "no-charset.eml",
        others.no_charset,
        "read with replacement characters; the amount is still found",
    ),
    ("empty.pdf", lambda: b"", "a Problem that says the file is empty"),
    ("empty.eml", lambda: b"", "a Problem that says the file is empty"),
    (
        "really-a-png.pdf",
        others.giant_png,
        "judged by its first bytes, not by its name: as giant.png",
    ),
    (
        "really-a-pdf.png",
        lambda: pdfs.locked(""),
        "judged by its first bytes: read as owner-password.pdf",
    ),
)


def write(folder: Path) -> int:
    """Write all hostile files and their README; returns how many files."""
    lines = [
        "# Hostile files",
        "",
        "Made by `python -m samples.make`. What must happen to each:",
        "",
    ]
    for name, make, must in FILES:
        (folder / name).write_bytes(make())
        lines.append(f"- `{name}`: {must}.")
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(FILES)
