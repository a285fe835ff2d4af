"""Small mails for the tests of receiving: their bytes are all that matters."""


def mail(
    subject: str, *, size: int = 200, message_id: str | None = None, header: str = ""
) -> bytes:
    """A mail from Charlie to Alice, about `size` bytes, with CRLF ends."""
    own = f"<{subject.replace(' ', '.')}@example.org>" if message_id is None else message_id
    lines = [
        "From: Charlie <charlie@example.org>",
        "To: Alice <alice@example.org>",
        f"Subject: {subject}",
        "Date: Mon, 02 Nov 2026 09:00:00 +0100",
        *([f"Message-ID: {own}"] if own else []),
        *([header] if header else []),
        "",
        *(f"{subject} {number:08}" for number in range(max(1, size // (len(subject) + 11)))),
        "",
    ]
    return "\r\n".join(lines).encode()


def mails(count: int, *, size: int = 200, name: str = "mail") -> list[bytes]:
    return [mail(f"{name} {number}", size=size) for number in range(count)]
