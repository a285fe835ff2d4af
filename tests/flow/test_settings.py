"""Settings: defaults < facteur.toml < environment, each refusal names the setting."""

from pathlib import Path

import pytest

from flow.settings import load, misspelt
from models.errors.files import FileUnreadable
from models.errors.settings import SettingInvalid


def test_defaults_need_nothing(tmp_path: Path) -> None:
    settings = load({"FACTEUR_HOME": str(tmp_path)})
    assert settings.home == tmp_path
    assert settings.url == f"sqlite:///{tmp_path / 'facteur.db'}"
    assert settings.lang == "en"


def test_the_file_beats_the_defaults_and_the_environment_beats_the_file(tmp_path: Path) -> None:
    (tmp_path / "facteur.toml").write_text('months = 3\nroot_folder = "Mes factures"\n')
    environment = {"FACTEUR_HOME": str(tmp_path), "FACTEUR_MONTHS": "24"}
    settings = load(environment)
    assert (settings.months, settings.root_folder) == (24, "Mes factures")
    assert dict(settings.sources)["months"] == "FACTEUR_MONTHS"
    assert dict(settings.sources)["root_folder"] == str(tmp_path / "facteur.toml")


def test_the_option_beats_everything(tmp_path: Path) -> None:
    environment = {"FACTEUR_HOME": str(tmp_path), "FACTEUR_LANG": "en", "LANG": "en_GB.UTF-8"}
    assert load(environment, lang="fr").lang == "fr"


@pytest.mark.parametrize(("tag", "lang"), [("fr_FR.UTF-8", "fr"), ("de_DE", "en"), ("C", "en")])
def test_the_locale_chooses_the_language(tmp_path: Path, tag: str, lang: str) -> None:
    assert load({"FACTEUR_HOME": str(tmp_path), "LANG": tag}).lang == lang


def test_a_secret_may_be_named_by_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgresql://alice:pw@localhost/f\n")
    environment = {"FACTEUR_HOME": str(tmp_path), "FACTEUR_DATABASE_URL_FILE": str(secret)}
    settings = load(environment)
    assert settings.url == "postgresql://alice:pw@localhost/f"
    assert "pw" not in repr(settings)


def test_a_missing_secret_file_is_a_problem(tmp_path: Path) -> None:
    environment = {"FACTEUR_HOME": str(tmp_path), "FACTEUR_DATABASE_URL_FILE": "/nowhere"}
    with pytest.raises(FileUnreadable):
        load(environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MONTHS", "0"),
        ("MONTHS", "many"),
        ("SURE", "1.5"),
        ("LANG", "de"),
        ("ROOT_FOLDER", " / "),
        ("ROOT_FOLDER", "a\nb"),
        ("SURE", "nan"),
    ],
)
def test_an_unusable_value_names_its_setting(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingInvalid) as caught:
        load({"FACTEUR_HOME": str(tmp_path), f"FACTEUR_{name}": value})
    assert caught.value.details["name"] == name.lower()


@pytest.mark.parametrize(
    "text",
    [
        "monthz = 3\n",
        "months = = 3\n",
        "months = [1]\n",
        "months = true\n",
        "root_folder = [1, 2]\n",
        "oauth_client_id = 5\n",
        "database_url = {a = 1}\n",
    ],
)
def test_a_wrong_file_is_a_problem_and_no_traceback(tmp_path: Path, text: str) -> None:
    (tmp_path / "facteur.toml").write_text(text)
    with pytest.raises(SettingInvalid):
        load({"FACTEUR_HOME": str(tmp_path)})


def test_the_key_lies_outside_the_data_folder(tmp_path: Path) -> None:
    settings = load({"FACTEUR_HOME": str(tmp_path)})
    assert not settings.key_file.is_relative_to(tmp_path)


def test_a_refusal_says_what_is_allowed_and_where_the_value_came_from(tmp_path: Path) -> None:
    with pytest.raises(SettingInvalid) as caught:
        load({"FACTEUR_HOME": str(tmp_path), "FACTEUR_MONTHS": "0"})
    said = str(caught.value)
    assert "allowed: 1 to 240" in said
    assert "FACTEUR_MONTHS" in said
    (tmp_path / "facteur.toml").write_text("sure = 7\n")
    with pytest.raises(SettingInvalid) as caught:
        load({"FACTEUR_HOME": str(tmp_path)})
    assert str(tmp_path / "facteur.toml") in str(caught.value)


def test_a_misspelt_variable_is_named() -> None:
    environment = {
        "FACTEUR_MONTHSS": "3", "FACTEUR_MONTHS": "3", "FACTEUR_HOME": "/x", "FACTEUR_KEY": "k",
        "FACTEUR_KEY_FILE": "f", "FACTEUR_DATABASE_URL_FILE": "f", "PATH": "/bin",
    }  # fmt: skip
    assert misspelt(environment) == ("FACTEUR_MONTHSS",)


def test_a_home_that_is_no_folder_leaves_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for home in (file, file / "below", Path("/proc/nothing"), tmp_path / ("x" * 300)):
        assert load({"FACTEUR_HOME": str(home)}).months == 12
