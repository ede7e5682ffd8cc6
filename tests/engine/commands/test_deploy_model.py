"""Publishing models: one version a bundle, for ever; running cases keep theirs."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from engine.commands.deploy_model import ModelDeployed
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle, read_bundle
from engine.domain.definition import ModelRefused
from engine.domain.refusals import ModelNotFound
from engine.store.tables import AuditEvent, ModelFile, ModelVersion
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, at_once, bundle, form, publish, role, start
from tests.office import P06, Office, entry

SECRETARY = role("THU_KY_ISO")
ONE = bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY})
TWO = bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", {"a": SECRETARY, "b": SECRETARY})


def versions(office: Office) -> list[tuple[str, int]]:
    with office.system.store.reading() as session:
        rows = session.execute(
            select(ModelVersion.key, ModelVersion.version).where(ModelVersion.key == "QMS_P99_THU")
        )
        return sorted((row.key, row.version) for row in rows)


def test_the_same_bundle_again_is_the_same_version(office: Office) -> None:
    first, again = publish(office, ONE), publish(office, ONE)
    assert (first.version, first.created) == (1, True)
    assert (again.version_id, again.version, again.created) == (first.version_id, 1, False)
    assert versions(office) == [("QMS_P99_THU", 1)]


def test_the_shipped_model_again_changes_nothing(office: Office) -> None:
    again = publish(office, read_bundle(P06))
    assert (again.version, again.created) == (1, False)


def test_a_changed_bundle_is_the_next_version_and_running_cases_keep_theirs(office: Office) -> None:
    publish(office, ONE)
    old = start(office)
    second = publish(office, TWO)
    assert (second.version, second.created) == (2, True)
    new = start(office)
    for case in (old, new):
        office.complete("thuky", office.tasks(case)[0].id, {})
    assert office.instance(old).state == "completed"
    assert [task.name for task in office.tasks(new)] == ["Bước a", "Bước b"]
    assert office.instance(new).state == "running"


def test_a_changed_form_is_a_new_version_too(office: Office) -> None:
    drawing, with_form = "s:start\n a:user\n e:end\n s > a > e", role("THU_KY_ISO", '<gov:form key="phieu"/>')
    for number, label in enumerate(("Ghi chú", "Ghi chú thêm"), start=1):
        fields = form({"type": "textfield", "key": "ghi_chu", "label": label})
        files = bundle(drawing, {"a": with_form}, forms={"phieu": fields})
        assert publish(office, files).version == number


def test_of_several_publishing_at_once_each_bundle_becomes_one_version(office: Office) -> None:
    answers = at_once(*(partial(publish, office, files) for files in (ONE, TWO, ONE, TWO, ONE)))
    published = [answer for answer in answers if isinstance(answer, ModelDeployed)]
    assert len(published) == 5
    assert sum(answer.created for answer in published) == 2
    assert len({answer.version_id for answer in published}) == 2
    assert versions(office) == [("QMS_P99_THU", 1), ("QMS_P99_THU", 2)]


@pytest.mark.parametrize(
    "files",
    [
        {"model.bpmn": b"<not xml"},
        {"model.bpmn": ONE.files["model.bpmn"].replace(b"userTask", b"scriptTask")},
        {"forms/a.json": b"{}"},
    ],
    ids=["not xml", "a script", "no drawing"],
)
def test_a_refused_model_publishes_nothing(office: Office, files: dict[str, bytes]) -> None:
    before = _rows(office)
    with pytest.raises(ModelRefused) as refused:
        publish(office, Bundle(files=files))
    assert refused.value.findings
    assert _rows(office) == before
    with pytest.raises(ModelNotFound):
        start(office)


def _rows(office: Office) -> list[int | None]:
    with office.system.store.reading() as session:
        return [
            session.scalar(select(func.count()).select_from(table))
            for table in (ModelVersion, ModelFile, AuditEvent)
        ]


@pytest.mark.parametrize("step", ["throw message Tin", "throw signal Tin", "receive Tin", "send Tin"])
def test_what_passes_between_cases_is_published(office: Office, step: str) -> None:
    drawing = f"s:start\n a:user\n h:{step}\n e:end\n s > a > h > e"
    assert publish(office, bundle(drawing, {"a": role("CHUYEN_VIEN")})).created


def test_a_publication_is_an_act_of_authority_and_written_down(office: Office) -> None:
    deployed = publish(office, ONE)
    with office.system.store.reading() as session:
        said = session.scalars(select(AuditEvent.data).where(AuditEvent.kind == "model.deployed")).all()
    assert f'"key":"{deployed.key}","version":1' in said[-1]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE model_version SET name = 'khác'",
        "DELETE FROM model_version",
        "UPDATE model_file SET content = ''",
        "DELETE FROM model_file",
        "TRUNCATE model_file",
        "TRUNCATE model_version CASCADE",
    ],
)
def test_the_database_refuses_to_change_what_is_published(office: Office, statement: str) -> None:
    with pytest.raises(DatabaseError), office.system.store.transaction() as session:
        session.execute(text(statement))
    instance = office.register(entry("1/2026/NĐ-CP", effective_on=office.today))
    assert [task.name for task in office.tasks(instance)] == ["Sàng lọc văn bản"]


def test_a_model_that_nobody_published_cannot_be_started(office: Office) -> None:
    command = StartProcess(
        key="QMS_P98", agency=agency_id(AGENCY), series="X", variables={}, actor=Actor.system()
    )
    with pytest.raises(ModelNotFound, match="QMS_P98"):
        start_process(office.system.store, office.system.surroundings, command, office.now)


def test_cases_started_at_once_get_numbers_without_gaps(office: Office) -> None:
    publish(office, ONE)
    cases = at_once(*[partial(start, office)] * 8)
    codes = sorted(office.instance(case).code for case in cases if not isinstance(case, Exception))
    assert codes == [f"THU-2026-{number:04d}" for number in range(1, 9)]


def test_a_form_that_could_not_be_shown_is_refused_at_its_task(office: Office) -> None:
    fields = form({"type": "select", "key": "ket_luan", "label": "Kết luận"})
    files = bundle(
        "s:start\n a:user\n e:end\n s > a > e",
        {"a": role("THU_KY_ISO", '<gov:form key="phieu"/>')},
        forms={"phieu": fields},
    )
    with pytest.raises(ModelRefused) as refused:
        publish(office, files)
    found = {(finding.rule, finding.element_id) for finding in refused.value.findings}
    assert found == {("form-unusable", "a")}
