"""Rows of another agency, of each kind that an id of an address names; some of their owner's alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Actor, Viewer
from engine.domain.calendar import DayKind
from engine.domain.identifiers import fresh_id
from qms.accounts.api_tokens import CreateToken, TokenScope, create_token
from qms.accounts.sessions import open_session
from qms.accounts.tables import SignInSession
from qms.administration.authority import Basis
from qms.administration.places import PersonLeaves
from qms.administration.planning import plan_change
from qms.legal_time.changes import DraftChange, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.scopes import Scope
from qms.organisation.tables import Person
from qms.retention.tables import Disposal, LegalHold
from tests.office import Office
from tests.web.authority.drawn import drawn, first_save
from tests.web.authority.proposed import proposed

KEY: Final = "QT_P77_KHAC"


def rows_elsewhere(office: Office, person: UUID) -> dict[str, object]:
    """The ids by the names that the addresses give them."""
    with office.system.store.reading() as session:
        viewer = office.system.surroundings.directory.viewer(session, person, office.today)
    assert viewer is not None
    models = drawn(office, viewer, KEY)
    return {
        **models,
        "save": first_save(office, models["draft"]),
        **_of_the_person(office, viewer),
        **_decided(office, viewer),
        "change": _change(office, viewer),
        "proposal": proposed(office, viewer),
        "plan_id": _plan(office, viewer),
    }


def _of_the_person(office: Office, viewer: Viewer) -> dict[str, object]:
    store, now = office.system.store, office.now
    upload = StoreFile(viewer=viewer, name="ds.csv", media_type="text/csv", content=b"a,b\n1,2\n", task=None)
    asked = CreateToken(
        person=viewer.person, name="khác", scopes=frozenset(TokenScope), days=9, actor=Actor.system()
    )
    with store.transaction() as session:
        open_session(session, viewer.person, origin="t", browser="t", method="local", now=now)
        session.flush()
        chosen = session.scalars(
            select(SignInSession.id).where(SignInSession.person_id == viewer.person)
        ).one()
    return {
        "file": store_file(store, office.system.surroundings, upload, now),
        "token": create_token(store, asked, now).id,
        "chosen": chosen,
    }


def _decided(office: Office, viewer: Viewer) -> dict[str, object]:
    hold, disposal = fresh_id(), fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            LegalHold(
                id=hold,
                agency_id=viewer.agency,
                reason="thanh tra",
                basis="12/TB",
                placed_by=viewer.person,
                placed_at=office.now,
            )
        )
        session.add(
            Disposal(
                id=disposal,
                agency_id=viewer.agency,
                year=2026,
                number=1,
                proposed_by=viewer.person,
                proposed_at=office.now,
                reason="hết hạn",
                cases=0,
                list_sha256="0" * 64,
            )
        )
    return {"hold": hold, "disposal": disposal}


def _change(office: Office, viewer: Viewer) -> UUID:
    day = SetDay(
        day=office.today + timedelta(days=20), kind=DayKind.HOLIDAY, name="Ngày hội xã", basis="12/QĐ-UBND"
    )
    asked = DraftChange(
        viewer=viewer, origin="test", scope=Scope(agency=viewer.agency), title="Nghỉ", edits=[day]
    )
    return draft_change(office.system.store, office.system.surroundings, asked, office.now)


def _plan(office: Office, viewer: Viewer) -> UUID:
    officer, decided_on = fresh_id(), office.today
    with office.system.store.transaction() as session:
        session.add(
            Person(
                id=officer,
                agency_id=viewer.agency,
                full_name="Người Sắp Nghỉ",
                title="Công chức",
                email="",
                sort_key="nghi nguoi sap",
                locale="vi",
                active=True,
            )
        )
    basis = Basis(viewer=None, origin="test", decision="13/QĐ-UBND", decided_on=decided_on)
    leaving = PersonLeaves(basis=basis, person=officer, effective_on=decided_on + timedelta(days=30))
    return plan_change(office.system.store, leaving, office.now)
