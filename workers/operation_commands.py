"""The commands that intervene in running cases: `quytrinh instance …` and `quytrinh incident …`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Final, TypeAlias
from uuid import UUID

import typer

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.move_token import MoveToken, move_token
from engine.commands.resolve_incident import (
    AnswerIncident,
    CloseIncident,
    SkipIncident,
    answer_incident,
    close_incident,
    skip_incident,
)
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.errors import Invalid
from engine.domain.interventions import Intervention
from engine.domain.values import Value
from engine.domain.variable_types import VariableType, read_value, type_of, write_value
from engine.execution.interventions import reason_of
from engine.queries.incidents import IncidentRecord, incident_records
from engine.queries.interventions import CaseForRepair, Effect, StandingPlace, case_for_repair, preview_move
from engine.queries.migrations import instances_named
from qms.bootstrap import System
from workers.installation import running_system
from workers.migration_commands import CaseUnclear

Command: TypeAlias = Callable[..., None]
ORIGIN: Final = "command line"
Case = Annotated[str, typer.Argument(metavar="CASE", help="Mã hồ sơ hoặc id. / Case code or id.")]
Reason = Annotated[str, typer.Option(help="Lý do, lưu vào lịch sử. / The reason, kept in the history.")]
AsJson = Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")]

incident = typer.Typer(no_args_is_help=True, help="Sự cố. / Incidents.")


class AssignmentUnreadable(Invalid):
    """A change that is not given as name and value."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” chưa đúng; xin viết TÊN=GIÁ TRỊ, ví dụ so_luong=5.",
            en=f"“{text}” is not right; write NAME=VALUE, for example so_luong=5.",
        )


class PlaceUnclear(Invalid):
    """The case stands at the step not at all, or more than once."""

    def __init__(self, name: str, found: tuple[StandingPlace, ...]) -> None:
        ids = ", ".join(place.id for place in found)
        super().__init__(
            vi=f"Hồ sơ đứng ở “{name}” {len(found)} chỗ; xin nêu id của chỗ muốn chuyển. {ids}".rstrip(),
            en=f"The case stands at “{name}” {len(found)} times; name the id of the place. {ids}".rstrip(),
        )


class AnswerUnreadable(Invalid):
    """An answer that is no JSON value, or several of them."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f'“{text}” không phải là một giá trị JSON, ví dụ 5, "xong" hoặc {{"so": 5}}.',
            en=f'“{text}” is not one JSON value, for example 5, "done" or {{"so": 5}}.',
        )


class ResolutionUnclear(Invalid):
    """How the incident is to end must be said, once."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn đúng một cách: --answer JSON, --skip hoặc --close.",
            en="Choose exactly one way: --answer JSON, --skip or --close.",
        )


def add_operations(
    app: typer.Typer, instance: typer.Typer, told_plainly: Callable[[Command], Command]
) -> None:
    """Hang these commands into the command line."""
    of_cases: Mapping[str, Command] = {
        "places": places,
        "suspend": suspend,
        "resume": resume,
        "cancel": cancel,
        "set": set_variables,
        "move": move,
        "retry": retry_case,
        "restart": restart,
    }
    of_incidents: Mapping[str, Command] = {"list": list_incidents, "retry": retry, "resolve": resolve}
    for group, commands in ((instance, of_cases), (incident, of_incidents)):
        for name, command in commands.items():
            group.command(name)(told_plainly(command))
    app.add_typer(incident, name="incident")


def places(case: Case, *, as_json: AsJson = False) -> None:
    """Hồ sơ đang đứng ở đâu, có biến gì. / Where a case stands and what it knows."""
    with running_system() as system:
        view = _case(system, case)
    report = _case_report(view)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    typer.echo(f"{view.code} {view.title}: {view.state.value}")
    for place in view.places:
        typer.echo(f"  {place.id} {place.step.element}: {place.step.name} {place.step.title}".rstrip())
    for each in view.scopes:
        typer.echo(f"{each.step.name} {each.scope.id}:" if each.step else "process:")
        for name, value in sorted(each.scope.variables.items()):
            typer.echo(f"  {name} = {write_value(value)}")


def suspend(case: Case, *, reason: Reason) -> None:
    """Tạm dừng; thời hạn pháp lý vẫn chạy. / Suspend a case; legal time runs on."""
    with running_system() as system:
        command = SuspendInstance(instance=_instance(system, case), intervention=_why(reason))
        suspend_instance(system.store, system.surroundings, command, system.clock.now())


def resume(case: Case, *, reason: Reason) -> None:
    """Cho tiếp tục. / Resume a suspended case."""
    with running_system() as system:
        command = ResumeInstance(instance=_instance(system, case), intervention=_why(reason))
        resume_instance(system.store, system.surroundings, command, system.clock.now())


def cancel(case: Case, *, reason: Reason) -> None:
    """Hủy hẳn. / Cancel a case for good."""
    with running_system() as system:
        command = CancelInstance(instance=_instance(system, case), intervention=_why(reason))
        cancel_instance(system.store, system.surroundings, command, system.clock.now())


def restart(case: Case, *, reason: Reason) -> None:
    """Khởi động lại hồ sơ đã kết thúc. / Start an ended case anew."""
    with running_system() as system:
        command = RestartInstance(instance=_instance(system, case), intervention=_why(reason))
        begun = restart_instance(system.store, system.surroundings, command, system.clock.now())
    typer.echo(f"{begun.code} {begun.instance}")


def set_variables(
    case: Case,
    changes: Annotated[list[str], typer.Argument(metavar="NAME=VALUE…", help="Biến và giá trị. / Changes.")],
    *,
    reason: Reason,
    scope: Annotated[str, typer.Option(help="Id của lượt lặp. / Id of an instance of a loop.")] = "",
    kind: Annotated[
        VariableType | None, typer.Option("--type", help="Kiểu, nếu mô hình không khai báo. / Type.")
    ] = None,
) -> None:
    """Sửa biến; giá trị trống là không có. / Change variables; an empty value makes one missing."""
    with running_system() as system:
        view = _case(system, case)
        values = dict(_assignment(view, scope, text, kind) for text in changes)
        command = ChangeVariables(instance=view.id, values=values, scope=scope, intervention=_why(reason))
        change_variables(system.store, system.surroundings, command, system.clock.now())


def move(
    case: Case,
    *,
    source: Annotated[str, typer.Option("--from", help="Bước, hoặc id của chỗ đứng. / Element or place id.")],
    reason: Reason = "",
    target: Annotated[str, typer.Option("--to", help="Bước muốn đến; trống: chỉ hủy. / Element.")] = "",
    after: Annotated[bool, typer.Option(help="Đi tiếp sau bước đó. / Begin behind it.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Chỉ xem trước. / Only tell what would happen.")] = False,
) -> None:
    """Chuyển bước: hủy ở đây, bắt đầu ở kia. / Move a token: cancel here, start there."""
    with running_system() as system:
        view, now = _case(system, case), system.clock.now()
        if not dry_run:
            reason_of(_why(reason))  # before the effect is told as if it came about
        place = _place(view, source)
        with system.store.reading() as session:
            effect = preview_move(
                session,
                system.surroundings,
                None,
                view.id,
                place=place,
                target=target or None,
                after=after,
                now=now,
            )
        _tell(effect)
        if not dry_run:
            command = MoveToken(
                instance=view.id,
                place=place,
                target=target or None,
                after=after,
                intervention=_why(reason),
            )
            move_token(system.store, system.surroundings, command, now)


def retry_case(case: Case, *, reason: Reason) -> None:
    """Thử lại mọi sự cố của hồ sơ mà máy thử lại được. / Retry what machines can of a case."""
    with running_system() as system:
        tried = [one for one in _case(system, case).incidents if not one.of_person]
        for one in tried:
            command = RetryIncident(incident=one.id, intervention=_why(reason))
            retry_incident(system.store, system.surroundings, command, system.clock.now())
    typer.echo(str(len(tried)))


def list_incidents(
    *,
    all_of_them: Annotated[bool, typer.Option("--all", help="Cả sự cố đã xong. / Ended ones too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Các sự cố. / The incidents."""
    with running_system() as system, system.store.reading() as session:
        found, _count = incident_records(session, system.surroundings, None, open_only=not all_of_them)
    if as_json:
        typer.echo(json.dumps([_incident_report(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        ended = one.resolution.value if one.resolution else "open"
        typer.echo(f"{one.id} {one.case_code} {one.element} [{ended}] {one.message_vi}")


def retry(incident_id: UUID, *, reason: Reason) -> None:
    """Thử lại ngay. / Try again now."""
    with running_system() as system:
        command = RetryIncident(incident=incident_id, intervention=_why(reason))
        retry_incident(system.store, system.surroundings, command, system.clock.now())


def resolve(
    incident_id: UUID,
    *,
    reason: Reason,
    answer: Annotated[
        str | None, typer.Option(help="Câu trả lời thay, JSON. / The answer of the service, as JSON.")
    ] = None,
    skip: Annotated[bool, typer.Option("--skip", help="Bỏ qua bước. / Leave the service out.")] = False,
    close: Annotated[bool, typer.Option("--close", help="Chỉ đóng. / Only close it.")] = False,
) -> None:
    """Xử lý tay một sự cố. / Resolve an incident by hand."""
    if (answer is not None) + skip + close != 1:
        raise ResolutionUnclear
    with running_system() as system:
        why, now = _why(reason), system.clock.now()
        if answer is not None:
            value = _json_value(answer)
            answering = AnswerIncident(incident=incident_id, answer=value, intervention=why)
            answer_incident(system.store, system.surroundings, answering, now)
        elif skip:
            skipping = SkipIncident(incident=incident_id, intervention=why)
            skip_incident(system.store, system.surroundings, skipping, now)
        else:
            closing = CloseIncident(incident=incident_id, intervention=why)
            close_incident(system.store, system.surroundings, closing, now)


def _why(reason: str) -> Intervention:
    return Intervention(viewer=None, origin=ORIGIN, reason=reason)


def _instance(system: System, case: str) -> UUID:
    with system.store.reading() as session:
        found = instances_named(session, case)
    if len(found) != 1:
        raise CaseUnclear(case, several=bool(found))
    return found[0]


def _case(system: System, case: str) -> CaseForRepair:
    instance = _instance(system, case)
    with system.store.reading() as session:
        return case_for_repair(session, system.surroundings, None, instance, system.clock.now())


def _place(view: CaseForRepair, name: str) -> str:
    found = tuple(place for place in view.places if name in {place.id, place.step.element})
    if len(found) != 1:
        raise PlaceUnclear(name, found)
    return found[0].id


def _assignment(view: CaseForRepair, scope: str, text: str, kind: VariableType | None) -> tuple[str, Value]:
    """The variable and its value: by its declared type, the type asked for, or that of its present value."""
    name, equals, written = text.partition("=")
    if not equals:
        raise AssignmentUnreadable(text)
    declared = view.definition.variables.get(name)
    known = next((each.scope.variables for each in view.scopes if each.scope.id == scope), {})
    asked = VariableType(declared) if declared else kind or type_of(known.get(name))
    return name, read_value(written, asked)


def _json_value(text: str) -> Value:
    """Any JSON value: read within a list, which is what the types know."""
    whole = read_value(f"[{text}]", VariableType.LIST)
    if not isinstance(whole, list) or len(whole) != 1:
        raise AnswerUnreadable(text)
    return whole[0]


def _tell(effect: Effect) -> None:
    for word, steps in (("-", effect.closed), ("+", effect.opened), ("!", effect.starving)):
        for step in steps:
            typer.echo(f"{word} {step.element}: {step.name} {step.title}".rstrip())
    if effect.ended:
        typer.echo("= kết thúc / ended")


def _case_report(view: CaseForRepair) -> dict[str, object]:
    return {
        "id": str(view.id),
        "code": view.code,
        "state": view.state.value,
        "places": [
            {
                "id": place.id,
                "element": place.step.element,
                "name": place.step.name,
                "title": place.step.title,
            }
            for place in view.places
        ],
        "scopes": [
            {
                "id": each.scope.id,
                "element": each.step.element if each.step else None,
                "variables": {name: write_value(value) for name, value in each.scope.variables.items()},
            }
            for each in view.scopes
        ],
        "incidents": [_incident_report(one) for one in view.incidents],
    }


def _incident_report(one: IncidentRecord) -> dict[str, object]:
    return {
        "id": str(one.id),
        "case": one.case_code,
        "instance": str(one.instance),
        "element": one.element,
        "message_vi": one.message_vi,
        "message_en": one.message_en,
        "opened_at": one.opened_at.isoformat(),
        "resolved_at": one.resolved_at.isoformat() if one.resolved_at else None,
        "resolution": one.resolution.value if one.resolution else None,
        "reason": one.resolution_reason,
    }
