"""Messages and signals from the command line: who gets them, and how mistakes are told."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from engine.domain.values import load_values
from engine.store.tables import AuditEvent, Message
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.office import Office
from tests.processes import settings_of
from workers import work
from workers.cli import app


def quytrinh(office: Office, *arguments: str) -> Result:
    """The command in this process, on the database of the office."""
    settings = settings_of(office.system.settings.database_url)
    return CliRunner().invoke(app, arguments, env=dict(settings))


def test_a_message_from_the_command_line_reaches_the_case_that_waits(office: Office) -> None:
    publish(
        office,
        bundle(
            "s:start\n r:receive Tra_loi\n a:user\n e:end\n s > r > a > e",
            {"r": '<gov:message key="so"/>', "a": role("THU_KY_ISO")},
        ),
    )
    case = start(office, so="HS-1")
    said = quytrinh(
        office,
        *("message", "send", "Tra_loi", "--agency", AGENCY, "--key", "HS-1", "--days", "3"),
        *("--payload", '{"ngay": {"$": "date", "value": "2026-11-30"}, "so_trang": 2}'),
    )
    assert said.exit_code == 0, said.output
    with office.system.store.reading() as session:
        (row,) = session.scalars(select(Message))
        assert session.scalars(select(AuditEvent.kind).where(AuditEvent.kind == "message.sent")).all()
    assert (str(row.id), row.agency_id) == (said.stdout.strip(), agency_id(AGENCY))
    assert load_values(row.payload)["so_trang"] == 2
    office.clock.move_to(max(office.now, row.sent_at))
    work.run_processes(office.system, office.now)
    assert len(office.tasks(case)) == 1


def test_a_signal_from_the_command_line_says_how_many_it_reaches(office: Office) -> None:
    publish(
        office, bundle("s:start\n w:signal Dung\n a:user\n e:end\n s > w > a > e", {"a": role("THU_KY_ISO")})
    )
    for _ in range(2):
        start(office)
    said = quytrinh(office, "signal", "send", "Dung", "--agency", AGENCY)
    assert said.exit_code == 0, said.output
    assert "(2 " in said.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--agency", "KHONG-CO"), "no agency with the code “KHONG-CO”"),
        ((), "Name the agency"),
        (("--agency", AGENCY, "--payload", "[1]"), "JSON object"),
        (("--agency", AGENCY, "--payload", "{"), "JSON object"),
        (("--agency", AGENCY, "--days", "0"), "kept for more than no time"),
        (("--agency", AGENCY, "--key", "x" * 201), "correlation key"),
    ],
)
def test_mistakes_are_told_in_two_sentences_and_send_nothing(
    office: Office, arguments: tuple[str, ...], sentence: str
) -> None:
    said = quytrinh(office, "message", "send", "Tin", *arguments)
    assert said.exit_code == 1
    assert sentence in said.stderr
    assert "Traceback" not in said.output
    with office.system.store.reading() as session:
        assert session.scalars(select(Message)).all() == []
