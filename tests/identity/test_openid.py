"""Signing in at a real OpenID provider: the whole way, and every way round it that we could think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from engine.ports import RealClock
from engine.store.tables import AuditEvent
from qms.accounts.identity_settings import IdentitySettings, Matching, NewPeople
from qms.accounts.tables import Account, ExternalIdentity, SignInSession
from qms.demo_office.loading import agency_id, person_id
from qms.organisation.tables import Person, RoleAssignment
from tests.identity_servers.openid_provider import BASE_URL, RunningProvider
from tests.identity_servers.openid_settings import AGENCY, openid_settings
from tests.office import Office
from web.app import create_app


class Visitor:
    """A browser at our door, sent to the provider and back."""

    def __init__(self, office: Office, provider: RunningProvider, **settings: Any) -> None:
        self.provider = provider
        identity = IdentitySettings(openid=(openid_settings(provider.issuer, **settings),))
        system = replace(office.system, identity=identity, machine_clock=RealClock())
        self.client: FlaskClient = create_app(system).test_client()

    def begin(self, **asked: str) -> str:
        """Where the browser is sent."""
        answer = self.client.get("/sign-in/openid/tinh", query_string=asked)
        assert answer.status_code == 302, answer.text
        return answer.location

    def back(self, address: str) -> TestResponse:
        """What we answer to the address that the browser is sent back to."""
        assert address.startswith(BASE_URL), address
        return self.client.get(address.removeprefix(BASE_URL))

    def sign_in(self, sub: str, next_: str = "", **login: object) -> TestResponse:
        """The whole way."""
        return self.back(
            self.provider.sign_in(self.begin(**({"next": next_} if next_ else {})), sub, **login)
        )


@pytest.fixture
def email(office: Office) -> str:
    """The address of the officer `camtien`, as the register has it."""
    with office.system.store.reading() as session:
        return session.get_one(Person, person_id("camtien")).email


def _roles(office: Office, person: str = "camtien") -> set[str]:
    return {grant.role for grant in office.viewer(person).grants}


def _audited(office: Office, kind: str) -> list[str]:
    with office.system.store.reading() as session:
        return [row.data for row in session.scalars(select(AuditEvent).where(AuditEvent.kind == kind))]


def test_a_person_found_by_verified_mail_signs_in_and_roles_follow_the_groups(
    office: Office, provider: RunningProvider, email: str
) -> None:
    visitor = Visitor(office, provider)
    own = _roles(office)
    provider.knows(
        "u-1", name="Cẩm Tiên", email=email.upper(), email_verified=True, groups=["phap-che", "khac"]
    )

    answer = visitor.sign_in("u-1", "/mails/?a=1")

    assert (answer.status_code, answer.location) == (302, "/mails/?a=1")
    assert visitor.client.get("/mails/").status_code == 200
    assert _roles(office) == own | {"PHAP_CHE"}
    with office.system.store.reading() as session:
        held = session.scalars(select(RoleAssignment).where(RoleAssignment.decision.contains("nhóm"))).one()
        assert held.decision == "Theo nhóm “phap-che” của nhà cung cấp tinh"
        assert held.valid_from == office.today
        opened = session.scalars(select(SignInSession)).one()
        assert (opened.method, opened.second_factor_at) == ("tinh", None)

    # The mail changes hands, the subject does not; and the group is gone a day later.
    office.clock.move_to(office.now + timedelta(days=1))
    provider.knows("u-1", email="someone@else.example", email_verified=True, groups=[])
    assert visitor.sign_in("u-1").status_code == 302
    assert _roles(office) == own
    with office.system.store.reading() as session:
        assert session.get_one(RoleAssignment, held.id).valid_to == office.today
    assert len(_audited(office, "role.entered")) == len(_audited(office, "role.ended")) == 1


def test_a_second_factor_at_the_provider_counts_where_the_settings_trust_it(
    office: Office, provider: RunningProvider, email: str
) -> None:
    provider.knows("u-2", email=email, email_verified=True)

    assert Visitor(office, provider).sign_in("u-2", amr=["pwd", "otp"]).status_code == 302

    with office.system.store.reading() as session:
        assert session.scalars(select(SignInSession)).one().second_factor_at is not None


def test_whom_no_verified_mail_names_is_turned_away_and_nobody_is_created(
    office: Office, provider: RunningProvider, email: str
) -> None:
    visitor = Visitor(office, provider)
    strangers: tuple[dict[str, object], ...] = (
        {"email": email, "email_verified": False},
        {"email": email},
        {"email": "nobody@else.example", "email_verified": True},
        {"email": "", "email_verified": True},
    )
    for claims in strangers:
        provider.knows("u-3", name="Kẻ lạ", **claims)
        answer = visitor.sign_in("u-3")
        assert answer.status_code == 403
        assert "chưa có người dùng tương ứng" in answer.text

    with office.system.store.reading() as session:
        assert session.scalars(select(ExternalIdentity)).all() == []
        assert session.scalars(select(Person).where(Person.full_name == "Kẻ lạ")).all() == []
    assert len(_audited(office, "sign_in.refused")) == len(strangers)


def test_new_people_are_entered_only_where_the_settings_say_where(
    office: Office, provider: RunningProvider
) -> None:
    provider.knows(
        "u-4", name="Trần Văn Mới", email="moi@x.example", email_verified=True, preferred_username="Moi"
    )
    visitor = Visitor(
        office,
        provider,
        vouching={"new_people": NewPeople(agency=AGENCY, unit="")},
        client_id="quytrinh-public",
        client_secret="",
    )

    assert visitor.sign_in("u-4").status_code == 302

    with office.system.store.reading() as session:
        person = session.scalars(select(Person).where(Person.full_name == "Trần Văn Mới")).one()
        account = session.get_one(Account, person.id)
        assert person.agency_id == agency_id(AGENCY)
        assert (account.username, account.source, account.password_hash) == ("moi", "oidc", None)


def test_a_closed_account_stays_closed_and_a_second_identity_opens_nothing(
    office: Office, provider: RunningProvider, email: str
) -> None:
    visitor = Visitor(office, provider)
    provider.knows("u-5", email=email, email_verified=True)
    assert visitor.sign_in("u-5").status_code == 302
    provider.knows("u-6", email=email, email_verified=True)
    assert visitor.sign_in("u-6").status_code == 403, "the address was given to somebody else"

    with office.system.store.transaction() as session:
        session.get_one(Account, person_id("camtien")).disabled = True
    assert visitor.sign_in("u-5").status_code == 403


def test_a_provider_speaks_only_for_the_agencies_that_the_settings_name(
    office: Office, provider: RunningProvider, email: str
) -> None:
    provider.knows("u-7", email=email, email_verified=True, preferred_username="camtien")
    for matching in Matching:
        vouching = {"agencies": frozenset({"SKHCN-TN"}), "matching": matching}
        assert Visitor(office, provider, vouching=vouching).sign_in("u-7").status_code == 403


def _with(address: str, **changed: str) -> str:
    parts = urlsplit(address)
    asked = {key: values[0] for key, values in parse_qs(parts.query).items()} | changed
    return urlunsplit(parts._replace(query=urlencode(asked)))


def test_an_answer_opens_nothing_in_another_browser_nor_twice_nor_changed(
    office: Office, provider: RunningProvider, email: str
) -> None:
    provider.knows("u-8", email=email, email_verified=True)
    victim, attacker = Visitor(office, provider), Visitor(office, provider)

    # Login CSRF: the attacker's answer is put before the victim's browser, which began none or another one.
    stolen = provider.sign_in(attacker.begin(), "u-8")
    assert victim.back(stolen).status_code == 403
    victim.begin()
    assert victim.back(stolen).status_code == 403

    address = provider.sign_in(victim.begin(), "u-8")
    own = parse_qs(urlsplit(address).query)["state"][0]
    for changed in ({"state": own[:-1]}, {"state": ""}):
        assert victim.back(_with(address, **changed)).status_code == 403
    assert victim.back(address).status_code == 302
    assert victim.back(address).status_code == 403, "the same answer again"

    # Mix-up (RFC 9207), and the code of another sign-in under the own state: PKCE does not fit.
    address = provider.sign_in(victim.begin(), "u-8")
    assert victim.back(_with(address, iss="https://evil.example")).status_code == 403
    foreign = parse_qs(urlsplit(stolen).query)["code"][0]
    address = provider.sign_in(victim.begin(), "u-8")
    assert victim.back(_with(address, code=foreign)).status_code == 403


def test_where_somebody_goes_after_signing_in_never_leads_off_this_site(
    office: Office, provider: RunningProvider, email: str
) -> None:
    provider.knows("u-9", email=email, email_verified=True)
    visitor = Visitor(office, provider)
    for target in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert visitor.sign_in("u-9", target).location == "/", target


def test_a_forged_host_does_not_choose_where_codes_are_sent(
    office: Office, provider: RunningProvider
) -> None:
    answer = Visitor(office, provider).client.get("/sign-in/openid/tinh", headers={"Host": "evil.example"})
    assert "evil" not in answer.location


def test_who_cancels_is_told_so_and_may_try_again(office: Office, provider: RunningProvider) -> None:
    visitor = Visitor(office, provider)
    answer = visitor.back(provider.cancel(visitor.begin()))
    assert answer.status_code == 403
    assert "bạn đã hủy" in answer.text
    assert "access_denied" in _audited(office, "sign_in.refused")[0]


def test_the_page_offers_the_provider_and_signing_out_offers_its_sign_out(
    office: Office, provider: RunningProvider, email: str
) -> None:
    provider.knows("u-10", email=email, email_verified=True)
    visitor = Visitor(office, provider)
    page = visitor.client.get("/sign-in?next=/mails/").text
    assert 'href="/sign-in/openid/tinh?next=/mails/"' in page
    assert "Đăng nhập bằng Cổng của tỉnh" in page

    visitor.sign_in("u-10")
    csrf = visitor.client.get("/mails/").text.split('name="csrf_token" value="')[1].split('"')[0]
    left = visitor.client.post("/sign-out", data={"csrf_token": csrf})
    assert left.location == "/sign-in?left=tinh"
    assert 'href="/sign-out/openid/tinh"' in visitor.client.get(left.location).text
    farewell = visitor.client.get("/sign-out/openid/tinh").location
    assert farewell.startswith(f"{provider.issuer}/session/end?")
    assert provider.browser.get(farewell, timeout=5).status_code == 200


def test_a_provider_that_is_down_leaves_the_way_with_an_own_password(
    office: Office, provider: RunningProvider
) -> None:
    visitor = Visitor(office, replace(provider, issuer="http://127.0.0.1:9"))
    answer = visitor.client.get("/sign-in/openid/tinh")
    assert answer.status_code == 503
    assert "Hiện không kết nối được với Cổng của tỉnh" in answer.text
    assert visitor.client.get("/sign-in").status_code == 200
    assert visitor.client.get("/sign-in/openid/khac").status_code == 404
