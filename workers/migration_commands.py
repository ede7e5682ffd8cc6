"""The commands `quytrinh instance migrate` and `migrate-back`: running cases to another version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.commands.migrate_instance import (
    MOST_AT_ONCE,
    InstanceMigrated,
    MigrateInstances,
    migrate_instances,
    preview_migration,
)
from engine.commands.revert_migration import RevertMigration, revert_migration
from engine.domain.definition import Severity
from engine.domain.errors import Invalid, NotFound
from engine.domain.interventions import Intervention
from engine.execution.migrations import version_of
from engine.queries.migrations import cases_on_version, instances_named
from qms.bootstrap import System
from workers.installation import running_system

ORIGIN: Final = "command line"
Reason = Annotated[str, typer.Option(help="Lý do, lưu vào lịch sử. / Reason, kept in the history.")]


class CaseUnclear(NotFound):
    """No case of that name, or several."""

    def __init__(self, name: str, *, several: bool) -> None:
        super().__init__(
            vi=f"Nhiều cơ quan có hồ sơ mang mã {name}; xin dùng định danh của hồ sơ."
            if several
            else f"Không có hồ sơ nào mang mã hoặc định danh {name}.",
            en=f"Several agencies have a case {name}; use its id."
            if several
            else f"There is no case with the code or id {name}.",
        )


class MappingUnreadable(Invalid):
    """A pair that is not written as old=new."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” chưa đúng; xin viết BƯỚC_CŨ=BƯỚC_MỚI, ví dụ SoanThao=SoanThaoVanBan.",
            en=f"“{text}” is not a pair; write OLD=NEW, for example SoanThao=SoanThaoVanBan.",
        )


class NothingNamed(Invalid):
    """Neither cases nor a version to take them from."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin nêu mã hồ sơ, hoặc --model và --from để chọn mọi hồ sơ của một phiên bản.",
            en="Name cases, or --model and --from for all cases of a version.",
        )


def instance_migrate(
    cases: Annotated[list[str] | None, typer.Argument(help="Mã hoặc định danh. / Codes or ids.")] = None,
    *,
    to: Annotated[int, typer.Option("--to", help="Phiên bản mới. / The new version.")],
    reason: Reason = "",
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="BƯỚC_CŨ=BƯỚC_MỚI / OLD=NEW element id")
    ] = None,
    model: Annotated[str, typer.Option(help="Mã quy trình. / Key of the model.")] = "",
    source: Annotated[int, typer.Option("--from", help="Phiên bản đang chạy. / Running version.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ thử. / Only try.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Chuyển hồ sơ đang chạy sang phiên bản khác. / Move running cases to another version."""
    with running_system() as system:
        command = MigrateInstances(
            instances=_instances(system, cases or [], model, source),
            version=to,
            mapping=dict(_pair(text) for text in mapping or []),
            intervention=Intervention(
                viewer=None, origin=ORIGIN, reason=reason or ("dry run" if dry_run else "")
            ),
        )
        act = preview_migration if dry_run else migrate_instances
        reports = act(system.store, system.surroundings, command, system.clock.now())
    shown = [_report(report, tried=dry_run) for report in reports]
    if as_json:
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    elif not reports:
        typer.echo("Không có hồ sơ nào đang chạy theo phiên bản này. / No case runs on this version.")
    else:
        typer.echo("\n".join(line for report in reports for line in _lines(report, tried=dry_run)))
    if any(report.refusal for report in reports):
        raise typer.Exit(1)


def instance_migrate_back(
    case: Annotated[str, typer.Argument(help="Mã hoặc định danh hồ sơ. / Code or id.")],
    *,
    reason: Reason = "",
) -> None:
    """Hoàn tác lần chuyển phiên bản cuối, khi hồ sơ chưa đi tiếp. / Undo the last migration."""
    with running_system() as system:
        (instance,) = _instances(system, [case], "", 0)
        command = RevertMigration(
            instance=instance, intervention=Intervention(viewer=None, origin=ORIGIN, reason=reason)
        )
        done = revert_migration(system.store, system.surroundings, command, system.clock.now())
        typer.echo(f"{done.code}: v{done.from_version} → v{done.to_version}")


def _instances(system: System, names: Sequence[str], model: str, source: int) -> list[UUID]:
    with system.store.reading() as session:
        if not names:
            if not model or not source:
                raise NothingNamed
            version_of(session, model, source)
            found = cases_on_version(session, None, model, source, limit=MOST_AT_ONCE)
            return [case.id for case in found]
        instances = []
        for name in names:
            known = instances_named(session, name)
            if len(known) != 1:
                raise CaseUnclear(name, several=bool(known))
            instances.append(known[0])
        return instances


def _pair(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not equals or not old.strip() or not new.strip():
        raise MappingUnreadable(text)
    return old.strip(), new.strip()


def _report(report: InstanceMigrated, *, tried: bool) -> dict[str, object]:
    return {
        "instance": str(report.instance),
        "code": report.code,
        "from_version": report.from_version,
        "to_version": report.to_version,
        "result": _result(report, tried=tried),
        "refusal": {"vi": report.refusal.vi, "en": report.refusal.en} if report.refusal else None,
        "renamed": {each.old: each.new for each in report.renamed},
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "element_id": finding.element_id,
                "element_name": finding.element_name,
                "message_vi": finding.message_vi,
                "message_en": finding.message_en,
            }
            for finding in report.findings
        ],
    }


def _result(report: InstanceMigrated, *, tried: bool) -> str:
    if report.refusal:
        return "refused"
    return "possible" if tried else "migrated"


def _lines(report: InstanceMigrated, *, tried: bool) -> list[str]:
    words = {
        "refused": "không chuyển / refused",
        "possible": "chuyển được / possible",
        "migrated": "đã chuyển / migrated",
    }
    result = words[_result(report, tried=tried)]
    head = f"{report.code or report.instance}: v{report.from_version or '?'} → v{report.to_version} {result}"
    told = [f"  - {finding.message_vi} / {finding.message_en}" for finding in report.findings]
    if report.refusal and all(finding.severity is not Severity.ERROR for finding in report.findings):
        told.insert(0, f"  - {report.refusal.vi} / {report.refusal.en}")
    return [head, *told]
