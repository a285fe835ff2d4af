"""A setting that is kept changes its own line and nothing else."""

from pathlib import Path

import pytest

from flow.kept_setting import keep_setting
from flow.settings import load
from models.errors.files import FileUnwritable
from models.errors.settings import SettingInvalid

ADDRESS = "https://bills.example.org"
BEFORE = '# mine\nmonths = 3  # not more\n\n# lang = "fr"\n'


def kept(home: Path, value: str = ADDRESS) -> str:
    keep_setting(load({"FACTEUR_HOME": str(home)}), "web_address", value, "--address")
    return (home / "facteur.toml").read_text()


def test_every_other_line_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "facteur.toml").write_text(BEFORE)
    assert kept(tmp_path) == f'web_address = "{ADDRESS}"\n{BEFORE}'
    changed = kept(tmp_path, "http://localhost:8420")
    assert changed == f'web_address = "http://localhost:8420"\n{BEFORE}'
    settings = load({"FACTEUR_HOME": str(tmp_path)})
    assert (settings.months, settings.link("/s/x")) == (3, "http://localhost:8420/s/x")


def test_without_a_file_one_is_made_and_without_an_address_there_is_no_link(tmp_path: Path) -> None:
    home = tmp_path / "new"
    assert load({"FACTEUR_HOME": str(home)}).link("/s/x") == ""
    assert kept(home) == f'web_address = "{ADDRESS}"\n'


def test_a_settings_file_behind_a_link_stays_behind_it(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.toml"
    real.write_text(BEFORE)
    home = tmp_path / "home"
    home.mkdir()
    (home / "facteur.toml").symlink_to(real)
    kept(home)
    assert (home / "facteur.toml").is_symlink()
    assert ADDRESS in real.read_text()


@pytest.mark.parametrize(
    "value",
    [
        "bills.example.org", "https://bills.example.org/path", "https://me:pw@example.org",
        "ftp://example.org", "https://", "https://a b", 'https://x"\nlang = "fr', "https://-x.org",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_nothing_is_written(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        kept(tmp_path, value)
    assert "--address" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_left_as_it_is(tmp_path: Path) -> None:
    settings = load({"FACTEUR_HOME": str(tmp_path)})
    path = tmp_path / "facteur.toml"
    path.write_text("months = = 3\n")
    with pytest.raises(SettingInvalid):
        keep_setting(settings, "web_address", ADDRESS, "--address")
    assert path.read_text() == "months = = 3\n"
    path.unlink()
    path.mkdir()
    with pytest.raises(FileUnwritable):
        keep_setting(settings, "web_address", ADDRESS, "--address")
