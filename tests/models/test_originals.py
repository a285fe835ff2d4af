"""Originals: what was kept comes back byte for byte, or not at all."""

import errno
import hashlib
import os
import signal
import stat
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.files import DiskFull
from models.errors.store import OriginalDamaged, StoreDamaged
from models.originals import Originals

ROOT = Path(__file__).parents[2]


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def kept(originals: Originals) -> list[Path]:
    """The files that have a name, without what is being written."""
    return [p for p in originals.folder.glob("??/*") if p.is_file()]


@given(data=st.binary(max_size=5000))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    originals = Originals(tmp_path_factory.mktemp("originals"))
    digest = originals.write(data)
    assert digest == hashlib.sha256(data).hexdigest()
    assert originals.read(digest) == data


def test_the_same_mail_is_kept_once(originals: Originals) -> None:
    assert originals.write(b"mail") == originals.write(b"mail")
    assert len(kept(originals)) == 1


def test_only_the_owner_reads_them(originals: Originals) -> None:
    originals.write(b"mail")
    for path in (originals.folder, *originals.folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_changed_or_missing_original_is_told(originals: Originals) -> None:
    digest = originals.write(b"mail")
    [path] = kept(originals)
    path.write_bytes(b"mial")
    with pytest.raises(OriginalDamaged):
        originals.read(digest)
    path.unlink()
    with pytest.raises(OriginalDamaged):
        originals.read(digest)


def test_a_damaged_original_is_healed_when_the_mail_comes_again(originals: Originals) -> None:
    digest = originals.write(b"mail")
    [path] = kept(originals)
    path.write_bytes(b"")
    assert originals.write(b"mail") == digest
    assert originals.read(digest) == b"mail"


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"])
def test_a_name_that_is_no_digest_opens_nothing(originals: Originals, digest: str) -> None:
    originals.write(b"mail")
    with pytest.raises(OriginalDamaged):
        originals.read(digest)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_says_so_and_leaves_no_half_file(
    originals: Originals, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("models.originals.os.fsync", full)
    with pytest.raises(DiskFull):
        originals.write(b"mail")
    assert [p for p in originals.folder.rglob("*") if p.is_file()] == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("a file where the folder should be")
    with pytest.raises(StoreDamaged):
        Originals(tmp_path / "originals").write(b"mail")


def test_writers_of_the_same_mail_do_not_disturb_one_another(originals: Originals) -> None:
    data = os.urandom(200_000)
    digests: list[str] = []

    def write() -> None:
        digests.append(originals.write(data))

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(digests) == 8
    assert originals.read(digests[0]) == data


MORTAL = """
    import os, random, signal, sys
    from pathlib import Path
    from models import originals as module

    random.seed(int(sys.argv[2]))

    def maybe_die(function):
        def wrapped(*args, **kwargs):
            for _ in range(2):
                if random.random() < 0.15:
                    os.kill(os.getpid(), signal.SIGKILL)
                result = function(*args, **kwargs) if _ == 0 else result
            return result
        return wrapped

    module.os.fsync = maybe_die(os.fsync)
    module.Path.replace = maybe_die(Path.replace)
    originals = module.Originals(Path(sys.argv[1]))
    for number in range(20):
        originals.write(f"mail {number}".encode() * 5000)
"""


def test_a_killed_writer_leaves_whole_files_or_none(originals: Originals) -> None:
    deaths, seed = 0, 0
    while True:
        seed += 1
        child = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(MORTAL), str(originals.folder), str(seed)],
            check=False,
            cwd=ROOT,
        )
        assert child.returncode in {0, -signal.SIGKILL}
        for path in kept(originals):
            digest = path.parent.name + path.name
            assert hashlib.sha256(originals.read(digest)).hexdigest() == digest
        deaths += child.returncode != 0
        if child.returncode == 0 or deaths == 15:
            break
    assert deaths >= 5
    for number in range(20):
        originals.write(f"mail {number}".encode() * 5000)
    assert len(kept(originals)) == 20


def test_what_crashed_writers_left_is_swept_when_it_is_old(originals: Originals) -> None:
    originals.write(b"mail")
    left = originals.folder / "new" / "left"
    left.write_bytes(b"ma")
    assert originals.sweep() == 0
    os.utime(left, (0, 0))
    assert originals.sweep() == 1
    assert len(kept(originals)) == 1
