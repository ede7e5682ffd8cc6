"""People and roles brought in line with a directory."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.domain.assignment import Actor
from qms.accounts.directory_sync import Synchronise, SyncReport, synchronise
from qms.accounts.identity_settings import Arrival, LdapSettings
from qms.accounts.ldap_directory import LdapDirectory
from qms.accounts.outside_refusals import TooManyWouldLeave
from qms.accounts.sessions import open_session
from qms.accounts.tables import Account, SignInSession
from qms.organisation.roles import Role
from qms.organisation.tables import Person
from tests.identity_servers.ldap_server import PEOPLE, READER, READER_PASSWORD, RunningDirectory
from tests.identity_servers.ldap_settings import AGENCY, LEGAL, ldap_settings
from tests.office import Office
from tests.processes import settings_of
from tests.workers.test_cli import quytrinh, refused


def _sync(
    office: Office,
    settings: LdapSettings,
    people: Sequence[Arrival] | None = None,
    *,
    dry_run: bool = False,
    force: bool = False,
) -> SyncReport:
    command = Synchronise(
        vouching=settings.vouching,
        people=LdapDirectory(settings).people() if people is None else people,
        actor=Actor.system(),
        dry_run=dry_run,
        force=force,
    )
    return synchronise(office.system.store, command, office.now, office.today)


def test_a_synchronisation_lists_first_and_then_adds_renames_gives_roles_and_closes(
    office: Office, directory: RunningDirectory
) -> None:
    moi = directory.enter("moi", "Trần Văn Mới", "moi@x.example", "một mật khẩu")
    cu = directory.enter("cu", "Lê Thị Cũ", "cu@x.example", "một mật khẩu")
    directory.group("phap-che", moi, cu)
    settings = ldap_settings(directory)

    tried = _sync(office, settings, dry_run=True)
    assert sorted(tried.added) == ["Lê Thị Cũ", "Trần Văn Mới"]
    with office.system.store.reading() as session:
        assert session.scalars(select(Person).where(Person.email == "cu@x.example")).all() == []

    done = _sync(office, settings)
    assert (sorted(done.added), sorted(done.roles)) == (
        sorted(tried.added),
        ["Lê Thị Cũ: +PHAP_CHE", "Trần Văn Mới: +PHAP_CHE"],
    )
    assert _sync(office, settings) == SyncReport(), "a second time there is nothing to do"

    with office.system.store.transaction() as session:
        left = session.scalars(select(Person).where(Person.email == "cu@x.example")).one().id
        open_session(session, left, origin="test", browser="", method="ldap", now=office.now)
    office.clock.move_to(office.now + timedelta(days=1))
    directory.rename(moi, "Trần Thị Mới")
    directory.group("phap-che", cu)
    directory.remove(cu)
    changed = _sync(office, settings)

    assert changed.changed == ["Trần Thị Mới"]
    assert changed.roles == ["Trần Thị Mới: -PHAP_CHE"]
    assert changed.left == ["Lê Thị Cũ"]
    with office.system.store.reading() as session:
        assert session.get_one(Account, left).disabled
        assert session.scalars(select(SignInSession.ended_at)).one() == office.now
        viewer = office.system.surroundings.directory.viewer(session, left, office.today)
        assert viewer is not None
        assert viewer.grants == ()


def _arrival(number: int, **others: object) -> Arrival:
    values: dict[str, object] = {
        "subject": f"s-{number}",
        "username": f"nguoi{number}",
        "full_name": f"Người Số {number}",
        "email": f"nguoi{number}@x.example",
        "email_verified": True,
        "groups": frozenset[str](),
        **others,
    }
    return Arrival(**values)  # type: ignore[arg-type]


def test_a_directory_that_suddenly_lacks_many_changes_nothing_unless_somebody_says_so(
    office: Office, directory: RunningDirectory
) -> None:
    settings = ldap_settings(directory)
    people = [_arrival(number) for number in range(15)]
    _sync(office, settings, people)

    for remaining in (people[:11], []):
        with pytest.raises(TooManyWouldLeave):
            _sync(office, settings, remaining)
    assert len(_sync(office, settings, people[:12]).left) == 3, "a fifth may leave"
    assert len(_sync(office, settings, people[:9], force=True).left) == 3

    back = _sync(office, settings, people[:10])
    assert back.returned == ["Người Số 9"], "opening an account again is for the administrator"


def test_a_group_makes_no_second_head_and_a_person_without_a_place_is_passed_over(
    office: Office, directory: RunningDirectory
) -> None:
    head = replace(LEGAL, group="lanh-dao", role=Role.AGENCY_HEAD)
    nowhere = replace(LEGAL, group="phong", role=Role.OFFICER, unit="KHONG-CO")
    settings = ldap_settings(directory, vouching={"roles": (head, nowhere)})
    people = [
        _arrival(1, groups=frozenset({"lanh-dao", "phong"})),
        _arrival(2, full_name="  "),
        _arrival(3, username="thuky"),
    ]

    report = _sync(office, settings, people)

    assert report.added == ["Người Số 1"]
    assert report.roles == []
    assert [line.rpartition(": ")[2] for line in report.passed_over] == ["no name", "the user name is taken"]


def test_an_operator_tries_a_synchronisation_at_the_command_line(
    office: Office, directory: RunningDirectory, tmp_path: Path
) -> None:
    directory.enter("moi", "Trần Văn Mới", "moi@x.example", "một mật khẩu")
    file = tmp_path / "identity.toml"
    file.write_text(
        f"""
        [[ldap]]
        code = "so"
        name_vi = "Danh bạ"
        name_en = "Directory"
        servers = ["ldaps://127.0.0.1:{directory.secure_port}"]
        ca_file = "{directory.ca_file}"
        bind_dn = "{READER}"
        bind_password_env = "QUYTRINH_LDAP_SO"
        people_base = "{PEOPLE}"
        match = "email"
        create = true
        agency = "{AGENCY}"
        """,
        encoding="utf-8",
    )
    environment = {
        **settings_of(office.system.settings.database_url),
        "QUYTRINH_IDENTITY": str(file),
        "QUYTRINH_LDAP_SO": READER_PASSWORD,
    }

    tried = quytrinh(environment, "ldap", "sync", "--dry-run")
    assert "so: 1 mới / new, 0 đổi / changed" in tried.stdout, tried.output
    assert "+ Trần Văn Mới" in tried.stdout
    done = quytrinh(environment, "ldap", "sync", "so", "--json")
    assert json.loads(done.stdout)["added"] == ["Trần Văn Mới"]
    unlinked = quytrinh(environment, "identity", "unlink", "moi", "so", "--reason", "Lập lại")
    assert unlinked.exit_code == 0, unlinked.output
    again = quytrinh(environment, "identity", "unlink", "moi", "so", "--reason", "Lập lại")
    assert "không gắn với nguồn đăng nhập so" in refused(again)
    assert "Không có nguồn đăng nhập khac" in refused(quytrinh(environment, "ldap", "sync", "khac"))
