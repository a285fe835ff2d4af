"""The wheel as a user gets it, run from an empty folder: what is not packed would be missed here."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = {
    "inbox",
    "extract",
    "classify",
    "pay",
    "notify",
    "models",
    "flow",
    "jobs",
    "web",
    "cli",
    "samples",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


def test_it_holds_our_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert tops == OURS
    web = {"web/templates/share.html", "web/static/style.css", "web/static/copy.js"}
    catalogue = "models/locale/fr/LC_MESSAGES/facteur.mo"
    assert {*web, catalogue} <= set(names)
    assert all(name.startswith("samples/demo/") for name in names if name.startswith("samples/"))


@pytest.mark.slow
def test_the_demo_runs_from_it(wheel: Path, tmp_path: Path) -> None:
    target, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    zipfile.ZipFile(wheel).extractall(target)
    environment = {
        **os.environ, "PYTHONPATH": str(target), "XDG_CACHE_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path), "LANG": "C.UTF-8",
    }  # fmt: skip
    where = "import flow, cli.main; print(flow.__file__)"
    found = subprocess.run(
        [sys.executable, "-P", "-c", where],
        cwd=empty,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.startswith(str(target))
    done = subprocess.run(
        [sys.executable, "-P", "-c", "from cli.main import main; main()", "demo", "--json"],
        cwd=empty, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["new"] == len(list((ROOT / "samples/demo").glob("*.eml")))
    assert report["filed"] > 10
    assert list(empty.iterdir()) == []
