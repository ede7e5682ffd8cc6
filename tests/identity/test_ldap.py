"""Signing in with the password of a real directory."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from engine.store.tables import AuditEvent
from qms.accounts.identity_settings import Encryption, IdentitySettings
from qms.accounts.ldap_directory import LdapDirectory
from qms.accounts.outside_refusals import ProviderUnreachable
from qms.accounts.tables import Account, SignInAttempt, SignInSession
from qms.accounts.throttling import FREE_PER_NAME
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from qms.organisation.tables import Person
from tests.identity_servers.ldap_server import RunningDirectory
from tests.identity_servers.ldap_settings import ldap_settings
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

PASSWORD = "mật khẩu ở danh bạ"
MAIL = "moi@tayninh.example"


def _browser(office: Office, directory: RunningDirectory, **settings: Any) -> Browser:
    identity = IdentitySettings(ldap=(ldap_settings(directory, **settings),))
    browser = Browser(create_app(replace(office.system, identity=identity)))
    browser.get("/sign-in")
    return browser


def _try(browser: Browser, username: str, password: str) -> int:
    browser.get("/sign-in")
    return browser.post(
        "/sign-in", {"username": username, "password": password, "next": "/mails/"}
    ).status_code


@pytest.mark.parametrize(
    "secured",
    [
        {"encryption": Encryption.LDAPS},
        {"encryption": Encryption.START_TLS, "plain": True},
    ],
)
def test_a_password_is_recognised_over_a_checked_line_by_the_first_server_that_answers(
    directory: RunningDirectory, secured: Mapping[str, Any]
) -> None:
    dn = directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    group = directory.group("phap-che", dn)
    port = directory.plain_port if secured.get("plain") else directory.secure_port
    settings = ldap_settings(
        directory, servers=(("127.0.0.1", 9), ("127.0.0.1", port)), encryption=secured["encryption"]
    )

    arrival = LdapDirectory(settings).recognise("moi", PASSWORD)

    assert arrival is not None
    assert (arrival.username, arrival.full_name, arrival.email) == ("moi", "Trần Văn Mới", MAIL)
    assert arrival.groups == {group}
    assert LdapDirectory(settings).recognise("moi", "sai") is None


@pytest.mark.parametrize("encryption", [Encryption.LDAPS, Encryption.START_TLS])
@pytest.mark.parametrize("wrong", ["authority", "host"])
def test_a_certificate_that_does_not_fit_ends_the_talk_before_any_password(
    directory: RunningDirectory, encryption: Encryption, wrong: str
) -> None:
    directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    port = directory.secure_port if encryption is Encryption.LDAPS else directory.plain_port
    settings = ldap_settings(
        directory,
        encryption=encryption,
        servers=(("localhost" if wrong == "host" else "127.0.0.1", port),),
        ca_file="" if wrong == "authority" else directory.ca_file,
    )
    with pytest.raises(ProviderUnreachable) as refused:
        LdapDirectory(settings).recognise("moi", PASSWORD)
    assert "certificate" in refused.value.why.lower()


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("moi", ""),
        ("", PASSWORD),
        ("*", PASSWORD),
        ("mo*", PASSWORD),
        ("moi)(uid=*", PASSWORD),
        ("moi)(|(uid=*", PASSWORD),
        ("*)(objectClass=*", PASSWORD),
        ("moi\\2a", PASSWORD),
        ("moi\0", PASSWORD),
        ("moi", PASSWORD + "\0"),
        ("x" * 300, PASSWORD),
    ],
)
def test_no_user_name_is_more_than_a_name_and_no_empty_password_is_one(
    directory: RunningDirectory, username: str, password: str
) -> None:
    directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    assert LdapDirectory(ldap_settings(directory)).recognise(username, password) is None


def test_a_directory_that_takes_and_says_nothing_is_left_after_the_timeout(
    directory: RunningDirectory,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = ldap_settings(
            directory, servers=(("127.0.0.1", silent.getsockname()[1]),), timeout_seconds=1.0
        )
        with pytest.raises(ProviderUnreachable):
            LdapDirectory(settings).recognise("moi", PASSWORD)


def test_a_newcomer_of_the_directory_signs_in_and_keeps_no_password_here(
    office: Office, directory: RunningDirectory
) -> None:
    dn = directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    directory.group("phap-che", dn)
    browser = _browser(office, directory)

    assert _try(browser, "moi", "sai") == 422
    assert _try(browser, "MOI", PASSWORD) == 200

    with office.system.store.reading() as session:
        person = session.scalars(select(Person).where(Person.full_name == "Trần Văn Mới")).one()
        account = session.get_one(Account, person.id)
        assert (account.source, account.password_hash) == ("ldap", None)
        assert session.scalars(select(SignInSession)).one().method == "ldap"
        assert session.scalars(select(SignInAttempt)).all() == []
        viewer = office.system.surroundings.directory.viewer(session, person.id, office.today)
        assert viewer is not None
        assert viewer.holds("PHAP_CHE")
        kinds = set(session.scalars(select(AuditEvent.kind)))
    assert {"account.linked", "role.entered", "sign_in.refused", "sign_in.done"} <= kinds


def test_a_name_of_the_directory_never_opens_an_account_with_a_password_here(
    office: Office, directory: RunningDirectory
) -> None:
    directory.enter("quantri", "Kẻ mạo danh", "x@y.example", PASSWORD)
    browser = _browser(office, directory)

    assert _try(browser, "quantri", PASSWORD) == 422
    assert _try(browser, "quantri", DEMO_PASSWORD) == 200
    with office.system.store.reading() as session:
        assert session.get_one(Account, person_id("quantri")).source == "local"


def test_a_name_that_only_the_directory_reads_as_another_gains_no_tries(
    office: Office, directory: RunningDirectory
) -> None:
    directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    folded = ("ｍｏｉ", "mo\u00adi", "moi\ufe0f")
    real = LdapDirectory(ldap_settings(directory))
    assert any(real.recognise(name, PASSWORD) for name in folded)  # why they are not asked about
    browser = _browser(office, directory)
    for name in folded:
        assert _try(browser, name, PASSWORD) == 422
    assert _try(browser, "Moi ", PASSWORD) == 200


def test_guessing_at_the_directory_is_slowed_down_and_its_silence_is_nobodys_failure(
    office: Office, directory: RunningDirectory
) -> None:
    directory.enter("moi", "Trần Văn Mới", MAIL, PASSWORD)
    browser = _browser(office, directory)
    down = _browser(office, directory, servers=(("127.0.0.1", 9),))
    for _failure in range(FREE_PER_NAME):
        assert down.post("/sign-in", {"username": "moi", "password": PASSWORD}).status_code == 422
    for _failure in range(FREE_PER_NAME):
        assert _try(browser, "moi", "sai") == 422
    assert _try(browser, "moi", PASSWORD) == 429
