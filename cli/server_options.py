"""Options that name a mail server and how it is reached."""

from pathlib import Path
from typing import Annotated

import typer

from models.words import mark

Port = Annotated[int | None, typer.Option("--port", min=1, max=65535, help=mark("Its port."))]
User = Annotated[str | None, typer.Option("--user", help=mark("User name, if not the address."))]
Tls = Annotated[bool, typer.Option("--tls", help=mark("Encrypted from the start (usual)."))]
StartTls = Annotated[bool, typer.Option("--starttls", help=mark("Encrypted after a hello."))]
Plain = Annotated[
    bool, typer.Option("--plain", help=mark("Not encrypted: this machine's own server only."))
]
Authority = Annotated[
    Path | None, typer.Option("--ca", help=mark("Certificate authority to trust."))
]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help=mark("Read the password from standard input."))
]
