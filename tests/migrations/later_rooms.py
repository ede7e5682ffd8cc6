"""What rooms after the second landed version leave: mandates, second factors, drafts, disposals."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sqlalchemy import select, update

from engine.domain.assignment import Actor
from engine.domain.mandates import MandateForm
from engine.execution.publishing import Publication, checked
from engine.execution.publishing import publish as engine_publish
from engine.store.tables import ModelVersion
from qms.accounts.tables import (
    ApiToken,
    ExternalIdentity,
    PasswordReset,
    RecoveryCode,
    SecondFactor,
)
from qms.administration.authority import Basis
from qms.administration.places import PersonLeaves
from qms.administration.planning import plan_change
from qms.delegation.absences import RecordAbsence, Substitute, record_absence
from qms.delegation.commands import RecordDelegation, delegate
from qms.demo_office.loading import person_id
from qms.designer.acting import Drawing
from qms.designer.comments import AddComment, add_comment
from qms.designer.tables import FormTemplate
from qms.designer.versions import WithdrawVersion, withdraw_version
from qms.organisation.tables import Agency, RoleAssignment, Unit
from qms.retention.archives import ExportArchive, export_archive
from qms.retention.classes import SetRetention, set_retention
from qms.retention.holds import PlaceHold, place_hold
from qms.retention.lines import DEFAULT_CODE
from tests.engine.cases import bundle, role
from tests.office import Office
from tests.qms.designer.drawing_office import begun
from tests.qms.retention.kept_cases import act, approve, carry_out, ended, propose

BEFORE_THE_LOOP: Final = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)
"""The morning on which the improvement loop of this office begins."""
LONG_AGO: Final = datetime(2023, 3, 1, 2, 0, tzinfo=UTC)
"""When the cases ended that are destroyed in November 2026."""


def destroyed_cases(office: Office) -> None:
    """Two cases of years ago; one was destroyed by minutes, the other is archived and held."""
    with office.system.store.transaction() as session:
        for table in (RoleAssignment, Unit, Agency):
            session.execute(update(table).values(valid_from=date(2020, 1, 1)))
    one, _ = ended(office, 2)
    office.clock.move_to(BEFORE_THE_LOOP)
    period = SetRetention(
        act=act(office, reason="Theo danh mục hồ sơ"),
        code=DEFAULT_CODE,
        name="Hồ sơ thử",
        models=[],
        years=1,
        basis="QĐ 12/QĐ-VP",
        confirmed=True,
        valid_from=date(2020, 1, 1),
    )
    set_retention(office.system.store, period, office.now)
    with tempfile.TemporaryFile() as target:
        export = ExportArchive(act=act(office), ended_until=office.today, again=False)
        export_archive(office.system.store, office.system.surroundings, export, target, office.now)
    disposal = propose(office, [one])
    approve(office, disposal)
    assert carry_out(office, disposal) == 1
    place_hold(
        office.system.store,
        PlaceHold(act=act(office, reason="Thanh tra"), basis="CV 3/TTr", first_day=None, last_day=None),
        office.now,
    )


def later_rooms(office: Office) -> None:
    """A row of everything else."""
    _mandates(office)
    _sign_in(office)
    _designer(office)
    leaving = PersonLeaves(
        basis=Basis(
            viewer=office.viewer("quantri"), origin="test", decision="9/QĐ-VP", decided_on=office.today
        ),
        person=person_id("taivu"),
        effective_on=office.today + timedelta(days=30),
    )
    plan_change(office.system.store, leaving, office.now)


def _mandates(office: Office) -> None:
    first, last = office.today, office.today + timedelta(days=20)
    delegate(
        office.system.store,
        RecordDelegation(
            viewer=office.viewer("quantri"),
            origin="test",
            principal=person_id("chanhvp"),
            delegate=person_id("phochanhvp"),
            form=MandateForm("TUQ"),
            first_day=first,
            last_day=last,
            decision="15/GUQ-VP",
            decided_on=first,
        ),
        office.now,
    )
    record_absence(
        office.system.store,
        RecordAbsence(
            viewer=office.viewer("quantri"),
            origin="test",
            person=person_id("camtien"),
            first_day=first + timedelta(days=5),
            last_day=last,
            reason="Nghỉ phép",
            substitutes=(Substitute(person=person_id("thuky")),),
            decision="16/QĐ-VP",
            decided_on=first,
        ),
        office.now,
    )


def _sign_in(office: Office) -> None:
    now, thuky = office.now, person_id("thuky")
    with office.system.store.transaction() as session:
        session.add(
            SecondFactor(person_id=thuky, secret=b"\1" * 40, begun_at=now, confirmed_at=now, last_step=1)
        )
        session.flush()
        session.add(RecoveryCode(person_id=thuky, code_hash=b"\2" * 32, used_at=None))
        session.add(
            PasswordReset(
                token_hash=b"\3" * 32,
                person_id=thuky,
                origin="test",
                requested_at=now,
                expires_at=now + timedelta(hours=1),
                used_at=None,
            )
        )
        session.add(ExternalIdentity(provider="so", subject="1", person_id=thuky, linked_at=now, seen_at=now))
        session.add(
            ApiToken(
                id=person_id("token"),
                person_id=thuky,
                name="Bảng tin",
                token_hash=b"\4" * 32,
                scopes=["inbox"],
                created_at=now,
                created_by=thuky,
                expires_at=now + timedelta(days=90),
                last_used_at=None,
                revoked_at=None,
                revoked_by=None,
            )
        )


def _designer(office: Office) -> None:
    draft = begun(office)
    drawing = Drawing(viewer=office.viewer("thuky"), origin="test")
    add_comment(
        office.system.store,
        AddComment(by=drawing, draft=draft, text="Thiếu bước trả kết quả", element="a"),
        office.now,
    )
    one = bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}, key="QMS_P85_RUT")
    ours = Publication(actor=Actor.system(), agency=office.viewer("thuky").agency)
    with office.system.store.transaction() as session:
        engine_publish(session, checked(one, {}), one, ours, office.now)
    with office.system.store.reading() as session:
        version = session.scalars(select(ModelVersion.id).where(ModelVersion.key == "QMS_P85_RUT")).one()
    withdraw_version(
        office.system.store,
        WithdrawVersion(
            by=Drawing(viewer=office.viewer("chanhvp"), origin="test"),
            version=version,
            withdrawn_from=office.today,
            decision="17/QĐ-VP",
            reason="Không còn dùng",
        ),
        office.now,
    )
    with office.system.store.transaction() as session:
        session.add(
            FormTemplate(
                id=person_id("mau"),
                agency_id=office.viewer("thuky").agency,
                code="Mẫu 05",
                name="Phiếu xin lỗi",
                legal_basis="118/2025/NĐ-CP",
                valid_from=date(2026, 1, 1),
                valid_to=None,
                content=b'{"type":"default","components":[]}',
                search_text="mau 05 phieu xin loi",
                withdrawn=False,
                recorded_at=office.now,
                recorded_by=None,
            )
        )
