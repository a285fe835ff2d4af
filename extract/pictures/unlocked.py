"""An encrypted PDF with its password becomes a plain one, so that every reader can look at it."""

from dataclasses import replace
from io import BytesIO

import pikepdf

from models.document import Document, Form
from models.errors.reading import Damaged, PasswordWrong


def unlocked(document: Document) -> Document:
    """The document without encryption; the same one when it has no password to try.

    Raises PasswordWrong, or Damaged when the file is no PDF.
    """
    if document.form is not Form.PDF or not document.password:
        return document
    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(document.data), password=document.password) as opened:
            opened.save(out, encryption=False)
    except pikepdf.PasswordError as cause:
        raise PasswordWrong(what=document.name) from cause
    except (pikepdf.PdfError, ValueError, RuntimeError) as cause:
        raise Damaged(what="PDF") from cause
    return replace(document, data=out.getvalue(), password="")
