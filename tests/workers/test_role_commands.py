"""`quytrinh role grant` and `role end`: what operators type, what is kept and what is refused."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from engine.store.tables import AuditEvent
from qms.demo_office.loading import person_id
from qms.organisation.tables import RoleAssignment
from tests.office import Office
from tests.processes import settings_of
from tests.workers.test_cli import quytrinh, refused

DECIDED = ("--decision", "15/QĐ-VP")


def held(office: Office, role: str) -> list[tuple[date, date | None, str]]:
    with office.system.store.reading() as session:
        rows = session.scalars(
            select(RoleAssignment).where(
                RoleAssignment.person_id == person_id("camtien"), RoleAssignment.role == role
            )
        )
        return [(row.valid_from, row.valid_to, row.decision) for row in rows]


def test_a_role_is_given_and_ended_by_day_and_decision_and_both_are_kept(office: Office) -> None:
    environment = settings_of(office.system.settings.database_url)
    since = ("--since", "2026-11-20", "--until", "2027-12-31")
    given = quytrinh(environment, "role", "grant", "camtien", "VAN_THU", *since, *DECIDED)
    assert given.exit_code == 0, given.output
    assert held(office, "VAN_THU") == [(date(2026, 11, 20), date(2028, 1, 1), "15/QĐ-VP")]
    mail = "camtien@vp.tayninh.example"
    ended = quytrinh(environment, "role", "end", mail, "VAN_THU", "--last-day", "2027-06-30", *DECIDED)
    assert (ended.exit_code, ended.stdout) == (0, given.stdout)
    assert held(office, "VAN_THU")[0][1] == date(2027, 7, 1)
    with office.system.store.reading() as session:
        kinds = session.scalars(select(AuditEvent.kind).where(AuditEvent.kind.startswith("role.")))
        assert sorted(kinds) == ["role.ended", "role.granted"]


def test_what_the_pages_refuse_the_command_line_refuses_too(office: Office) -> None:
    environment = settings_of(office.system.settings.database_url)
    for said, arguments in {
        "là của một đơn vị": ("grant", "camtien", "LD_PHONG"),
        "Không tìm thấy người dùng ai_do": ("grant", "ai_do", "VAN_THU"),
        "P-XX": ("grant", "camtien", "CHUYEN_VIEN", "--unit", "P-XX"),
        "phải sau ngày bắt đầu": (
            *("grant", "camtien", "VAN_THU", "--since", "2027-01-02", "--until", "2026-12-31"),
        ),
        "Không có vai trò này": ("end", "camtien", "TAI_VU", "--last-day", "2027-01-01"),
    }.items():
        assert said in refused(quytrinh(environment, "role", *arguments, *DECIDED)), arguments
