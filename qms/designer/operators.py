"""The service tasks of P05: freeze what was handed in, give it back, publish it as a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.history import record_audit
from engine.execution.publishing import Publication, checked, publish
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance, Task
from qms.controlled_documents.models import PublishedModel, record_model_version
from qms.designer.acting import DraftState
from qms.designer.draft_files import assembled
from qms.designer.own_keys import require_own_keys
from qms.designer.refusals import ApprovalIncomplete, DraftNotFound, HashDiffers
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave
from qms.form_templates.uses import require_forms_in_force

MODEL_KEY: Final = "QMS_P05_BAN_HANH_QUY_TRINH"
REVIEW: Final = "XemXet"
APPROVAL: Final = "PheDuyet"


class ModelLife:
    """The operators by the names that the model uses."""

    def __init__(self, operators: Mapping[str, ServiceOperator]) -> None:
        """`operators` are those of the office, which published models may name."""
        self._operators = operators

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        text, optional = Parameter(type="text"), Parameter(type="text", required=False)
        return {
            "model.freeze": DeclaredOperator(work=freeze, parameters={"ban_thao": text, "ma_bam": text}),
            "model.return": DeclaredOperator(
                work=give_back,
                parameters={"ban_thao": text, "ly_do_xem_xet": optional, "ly_do_tra_lai": optional},
            ),
            "model.publish": DeclaredOperator(
                work=self.publish,
                parameters={
                    "ban_thao": text,
                    "ma_bam": text,
                    "ngay_hieu_luc": Parameter(type="date"),
                    "so_quyet_dinh": optional,
                },
                variables={"phien_ban": "number", "ngay_ap_dung": "date"},
            ),
        }

    def publish(self, call: OperatorCall) -> Value:
        """Make it a version, for new cases from its day; the day of publishing where that has passed.

        Raises HashDiffers, DraftKeyDiffers, ApprovalIncomplete and ModelRefused: an incident, and nothing is
        published.
        """
        session = cast("Session", call.session)
        row, bundle = _handed_in(session, call)
        require_own_keys(session, row, bundle)
        approver = _approver(session, call, row)
        today, asked = local_day(call.now), call.parameters["ngay_hieu_luc"]
        effective_from = max(today, asked) if isinstance(asked, date) else today
        # A form may have been withdrawn, or the day moved, since the draft was submitted.
        require_forms_in_force(session, bundle, row.agency_id, effective_from)
        code = session.scalar(select(ProcessInstance.code).where(ProcessInstance.id == call.instance)) or ""
        publication = Publication(
            actor=Actor(person=approver, origin=f"case {code}"),
            agency=row.agency_id,
            effective_from=effective_from,
        )
        done = publish(session, checked(bundle, self._operators), bundle, publication, call.now)
        version = next(one.row for one in done if one.row.key == row.key)
        row.state, row.version_id, row.effective_from = DraftState.PUBLISHED, version.id, effective_from
        decided = call.variables.get("ngay_quyet_dinh")
        published = PublishedModel(
            agency=row.agency_id,
            version=version,
            procedure=row.procedure_id,
            effective_from=effective_from,
            decision_number=str(call.parameters.get("so_quyet_dinh") or ""),
            decided_on=decided if isinstance(decided, date) else None,
            approver=approver,
            summary=str(call.variables.get("tom_tat_thay_doi") or ""),
            instance=call.instance,
        )
        record_model_version(session, published, call.now)
        return {"phien_ban": version.version, "ngay_ap_dung": effective_from}


def freeze(call: OperatorCall) -> Value:
    """Hold that the files are those that were handed in; raises HashDiffers."""
    _handed_in(cast("Session", call.session), call)
    return None


def give_back(call: OperatorCall) -> Value:
    """Let the draft be drawn at again; why stands in the case."""
    session = cast("Session", call.session)
    row = _draft(session, call)
    row.state, row.bundle_hash = DraftState.DRAFT, ""
    record_audit(
        session,
        "draft.returned",
        actor=Actor.system(),
        agency=row.agency_id,
        now=call.now,
        data={"draft": row.id, "key": row.key, "case": call.instance},
    )
    return None


def _draft(session: Session, call: OperatorCall) -> ModelDraft:
    """The draft of the case, locked; raises DraftNotFound for one of another case."""
    named = parse_id(str(call.parameters["ban_thao"]))
    row = None if named is None else session.get(ModelDraft, named, with_for_update=True)
    ours = row is not None and row.agency_id == call.agency and row.instance_id == call.instance
    if row is None or not ours or row.state != DraftState.IN_REVIEW:
        raise DraftNotFound
    return row


def _handed_in(session: Session, call: OperatorCall) -> tuple[ModelDraft, Bundle]:
    """The draft and the bundle of its files, which must be what was handed in; raises HashDiffers."""
    row = _draft(session, call)
    rows = session.execute(
        select(ModelDraftFile.path, ModelDraftFile.content).where(ModelDraftFile.draft_id == row.id)
    )
    bundle = assembled({each.path: each.content for each in rows})
    if not bundle.hash == row.bundle_hash == str(call.parameters["ma_bam"]):
        raise HashDiffers
    return row, bundle


def _approver(session: Session, call: OperatorCall, row: ModelDraft) -> UUID:
    """Who approved it; author, reviewer and approver, also in whose name they acted, must be different."""
    done: dict[str, Task] = {}
    for task in session.scalars(
        select(Task)
        .where(
            Task.instance_id == call.instance,
            Task.element_id.in_([REVIEW, APPROVAL]),
            Task.completed_by.is_not(None),
        )
        .order_by(Task.completed_at)
    ):
        done[task.element_id] = task
    authors = {
        row.created_by,
        *session.scalars(
            select(ModelDraftSave.saved_by).where(
                ModelDraftSave.draft_id == row.id, ModelDraftSave.kind == "saved"
            )
        ),
    }
    review, approval = done.get(REVIEW), done.get(APPROVAL)
    if review is None or approval is None or approval.completed_by is None:
        raise ApprovalIncomplete
    reviewed = {review.completed_by, review.completed_for} - {None}
    approved = {approval.completed_by, approval.completed_for} - {None}
    if reviewed & approved or authors & (reviewed | approved):
        raise ApprovalIncomplete
    return approval.completed_by
