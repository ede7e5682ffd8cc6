"""What follows from a published model on its day: it holds, the scope may change, its people read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityKind
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, ServiceOperator
from engine.runtime import compile_bundle
from engine.store.tables import ModelFile, ModelVersion, ModelWithdrawal
from qms.controlled_documents import lifecycle
from qms.controlled_documents.rules import ControlledDocumentNotFound, VersionState
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import Use, may_be_used
from qms.documents.tables import Procedure
from qms.publications.telling import entered_scope

IN_FORCE: Final = "document.model_in_force"


def model_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        IN_FORCE: DeclaredOperator(
            work=model_in_force,
            parameters={},
            variables={
                "dang_hieu_luc": "bool",
                "tai_lieu_pho_bien": "record",
                "vai_tro_ap_dung": "list",
                "don_vi_ap_dung": "list",
                "thu_tuc_pham_vi": "list",
            },
        )
    }


def model_in_force(call: OperatorCall) -> Value:
    """Bring the version of this case into force, and say who works by it and what enters the scope.

    A worker may have brought it into force already. One that was withdrawn or followed by another before its
    day is given to nobody. Raises ControlledDocumentNotFound, NotYetEffective.
    """
    session = cast("Session", call.session)
    version = session.scalars(
        select(ControlledVersion)
        .where(
            ControlledVersion.instance_id == call.instance,
            ControlledVersion.agency_id == call.agency,
            ControlledVersion.model_version_id.is_not(None),
        )
        .with_for_update()
    ).one_or_none()
    if version is None:
        raise ControlledDocumentNotFound
    document = lifecycle.locked_document(session, call.agency, version.document_id)
    if version.state == VersionState.APPROVED:
        lifecycle.take_effect(session, document, version, call.now)
    model = session.get_one(ModelVersion, version.model_version_id)
    if not may_be_used(version, Use.WORK) or _withdrawn(session, model, call):
        return {
            "dang_hieu_luc": False,
            "tai_lieu_pho_bien": None,
            "vai_tro_ap_dung": [],
            "don_vi_ap_dung": [],
            "thu_tuc_pham_vi": [],
        }
    return {"dang_hieu_luc": True, **_given_to_read(session, document, version, model, call)}


def _given_to_read(
    session: Session,
    document: ControlledDocument,
    version: ControlledVersion,
    model: ModelVersion,
    call: OperatorCall,
) -> dict[str, Value]:
    procedure = session.get(Procedure, document.procedure_id) if document.procedure_id else None
    unit = str(procedure.unit_id) if procedure else None
    entered = entered_scope(session, document.procedure_id, local_day(call.now))
    return {
        "tai_lieu_pho_bien": {
            "id": str(version.id),
            "ma": document.code,
            "ten": document.name,
            "phien_ban": version.label,
        },
        "vai_tro_ap_dung": _roles(session, model, unit),
        "don_vi_ap_dung": [unit] if unit else [],
        "thu_tuc_pham_vi": list(entered),
    }


def _roles(session: Session, model: ModelVersion, unit: str | None) -> list[Value]:
    """The roles that its own steps ask for; where a step narrows them, in the unit whose procedure it is.

    Steps of models that it calls are left out: who does them has read those.
    """
    files = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == model.id)
    )
    bundle = Bundle(files={row.path: row.content for row in files})
    found: dict[tuple[str, str | None], Value] = {}
    for step in compile_bundle(bundle, process_id=model.key).definition.activities.values():
        asked = step.assignment if step.kind is ActivityKind.USER_TASK else None
        if asked is None or not asked.role or "/" in step.element_id:
            continue
        within = unit if asked.unit_expression else None
        found[asked.role, within] = {"vai_tro": asked.role, "don_vi": within}
    return list(found.values())


def _withdrawn(session: Session, model: ModelVersion, call: OperatorCall) -> bool:
    row = session.get(ModelWithdrawal, model.id)
    return row is not None and row.withdrawn_from <= local_day(call.now)
