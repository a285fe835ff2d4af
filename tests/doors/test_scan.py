"""`facteur scan`: one object a bill, in the order given; a bad file does not stop the rest."""

from pathlib import Path

from tests.doors.conftest import Facteur
from tests.extract.papers import listing

KEYS = {
    "file", "mail", "known", "bill", "biller", "amount", "currency", "due_date", "kind", "state",
    "to_review", "warnings", "like", "error",
}  # fmt: skip
PAPER = listing(
    "Énergie du Val",
    "Facture n° EV-2026-1177 du 02/11/2026",
    "Montant à payer : 84,20 €",
    "Date limite de paiement : 25/11/2026",
)


def test_a_folder_and_bad_files_and_the_same_again(facteur: Facteur, tmp_path: Path) -> None:
    folder = tmp_path / "bills"
    (folder / "below").mkdir(parents=True)
    (folder / "facture.PDF").write_bytes(PAPER)
    for name in (".hidden.pdf", "notes.txt", "below/deep.pdf"):
        (folder / name).write_bytes(b"nothing")
    (folder / "knot.pdf").symlink_to("knot.pdf")
    (folder / "gone.pdf").symlink_to("nowhere.pdf")
    (folder / "again").symlink_to(".")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing behind")
    (tmp_path / "empty.pdf").touch()
    said = facteur("scan", "bills", "bad.pdf", "empty.pdf", "--json")
    assert said.code == 1
    assert all(set(row) == KEYS for row in said.rows)
    names = ["bills/facture.PDF", "bills/gone.pdf", "bills/knot.pdf", "bad.pdf", "empty.pdf"]
    assert [row["file"] for row in said.rows] == names
    codes = [str(row["error"] or "").partition(":")[0] for row in said.rows]
    assert codes == ["", "file_unreadable", "file_unreadable", "damaged", "empty_file"]
    assert [bool(row["mail"]) for row in said.rows] == [True, False, False, True, False]
    assert said.rows[0]["amount"] == "84.20"
    assert "bills: files of other kinds that were left: 1." in said.err
    assert "bills: folders inside it that were left: 1." in said.err
    again = facteur("scan", "-", "--name", "encore.pdf", "--json", stdin=PAPER)
    assert again.code == 0
    assert (again.rows[0]["known"], again.rows[0]["bill"]) == (True, said.rows[0]["bill"])
    assert len(facteur("list", "--json").rows) == 1
    assert "facture.PDF" in facteur("show", str(said.rows[0]["bill"])).out


def test_a_bill_to_review_names_what_is_not_sure(facteur: Facteur, tmp_path: Path) -> None:
    (tmp_path / "vague.pdf").write_bytes(listing("Énergie du Val", "Facture", "84,20 €"))
    row = facteur("scan", "vague.pdf", "--json").rows[0]
    assert (row["state"], "due_on" in row["to_review"]) == ("review", True)  # type: ignore[operator]
    for width in ("80", "400"):
        text = " ".join(facteur("scan", "vague.pdf", COLUMNS=width).out.split())
        assert text.count("not sure: ") == 1
        assert "due date" in text.partition("not sure: ")[2].partition(";")[0]
    assert facteur("list", "--json").rows[0]["to_review"] == row["to_review"]


def test_a_link_out_of_a_folder_is_named_and_what_it_leads_to_is_not_kept(
    facteur: Facteur, tmp_path: Path
) -> None:
    folder, secret = tmp_path / "bills", tmp_path / "secret"
    folder.mkdir()
    secret.write_bytes(b"a stranger's secret")
    (folder / "real.pdf").write_bytes(PAPER)
    (folder / "same.pdf").symlink_to("real.pdf")
    (folder / "out.pdf").symlink_to(secret)
    said = facteur("scan", "bills", "--json")
    assert [row["file"] for row in said.rows] == ["bills/real.pdf", "bills/same.pdf"]
    assert "links that lead outside it were left: out.pdf" in said.err
    kept = [one for one in (tmp_path / "home").rglob("*") if one.is_file()]
    assert all(secret.read_bytes() not in one.read_bytes() for one in kept)
    assert facteur("scan", "bills/out.pdf", "--json").rows[0]["mail"]


def test_a_page_that_cannot_be_read_is_named_beside_the_bill(
    facteur: Facteur, tmp_path: Path
) -> None:
    (tmp_path / "one.pdf").write_bytes(PAPER)
    (tmp_path / "two.pdf").write_bytes(b"%PDF-1.7 nothing behind")
    (tmp_path / "none.jpg").touch()
    said = facteur("scan", "--together", "one.pdf", "two.pdf")
    assert (said.code, "(two.pdf) is damaged" in said.out) == (0, True), said.out
    assert "(two.pdf) is damaged" in facteur("scan", "--together", "one.pdf", "two.pdf").out
    empty = facteur("scan", "--together", "one.pdf", "none.jpg", "--json")
    assert str(empty.rows[0]["error"]).startswith("empty_page: none.jpg is empty")


def test_what_cannot_be_meant_is_refused_before_anything_is_kept(
    facteur: Facteur, tmp_path: Path
) -> None:
    assert facteur("scan").code == 2
    assert facteur("scan", "-", "-").code == 2
    assert facteur("scan", "-", "--password-stdin", stdin="1234\n").code == 2
    (tmp_path / "none").mkdir()
    said = facteur("scan", "none", "--json")
    assert said.code == 1
    assert str(said.rows[0]["error"]).startswith("folder_has_none: none holds no PDF")
    assert facteur("list", "--json").rows == []
