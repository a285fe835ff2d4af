"""`facteur read`: one object a line, in the order given; a bad file does not stop the rest."""

from pathlib import Path

from tests.doors.conftest import Facteur

SAMPLES = Path(__file__).parents[2] / "samples"
KEYS = {
    "file", "kind", "biller", "amount", "currency", "due_date", "issue_date", "invoice_number",
    "customer_number", "period", "iban", "reference", "means", "confidence", "evidence", "warnings",
    "lines", "seconds", "error",
}  # fmt: skip


def some_bill() -> Path:
    return next(SAMPLES.glob("bills/*.pdf"))


def test_the_order_is_kept_and_the_rest_goes_on(facteur: Facteur, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing behind")
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    bill, mail = some_bill(), next(SAMPLES.glob("demo/*.eml"))
    files = [str(bill), str(bad), str(tmp_path / "missing.pdf"), str(empty), str(mail)]
    said = facteur("read", *files, "--json")
    assert said.code == 1
    assert [row["file"] for row in said.rows] == files
    assert all(set(row) == KEYS for row in said.rows)
    assert [bool(row["error"]) for row in said.rows] == [False, True, True, True, False]
    assert facteur("read", *files, "--json", "--workers", "1").out.count("\n") == len(files)


def test_every_value_has_its_proof(facteur: Facteur) -> None:
    row = facteur("read", str(some_bill()), "--json").rows[0]
    confidence, evidence = row["confidence"], row["evidence"]
    assert isinstance(confidence, dict)
    assert isinstance(evidence, dict)
    for name in ("biller", "amount", "issue_date", "invoice_number", "iban"):
        if row[name] is not None:
            assert 0 <= confidence[name] <= 1
            assert set(evidence[name]) == {"source", "quote", "page", "box"}


def test_standard_input_is_a_file_too(facteur: Facteur) -> None:
    said = facteur("read", "-", "--json", stdin=some_bill().read_bytes())
    assert said.code == 0
    assert said.rows[0]["file"] == "-"
    assert said.rows[0]["amount"]


def test_it_needs_no_data_folder_and_makes_none(facteur: Facteur, tmp_path: Path) -> None:
    assert facteur("read", str(some_bill())).code == 0
    assert not (tmp_path / "home").exists()


def test_errors_speak_french_too(facteur: Facteur, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing behind")
    assert "abîmé" in str(facteur("read", str(bad), "--json", "--lang", "fr").rows[0]["error"])


def test_a_person_reads_the_sentence_and_a_script_the_code(
    facteur: Facteur, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.pdf")
    for lang in ("en", "fr"):
        row = facteur("read", missing, "--json", "--lang", lang).rows[0]
        code, _, sentence = str(row["error"]).partition(": ")
        assert code == "file_unreadable"
        shown = facteur("read", missing, "--lang", lang, COLUMNS="400").out
        assert sentence in shown
        assert code not in shown


def test_amounts_of_files_are_written_as_the_language_does(facteur: Facteur) -> None:
    bill = str(some_bill())
    amount = str(facteur("read", bill, "--json").rows[0]["amount"])
    assert f"{amount} " in facteur("read", bill).out
    assert f"{amount.replace('.', ',')} " in facteur("read", bill, "--lang", "fr").out
