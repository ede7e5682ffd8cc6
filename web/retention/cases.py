"""One case: its class, when its period ends and what happens then; of a destroyed one what is left."""

from __future__ import annotations

from uuid import UUID

from flask import render_template

from engine.domain.refusals import InstanceNotFound
from engine.queries.case_record import case_record
from engine.queries.instance import require_visible
from qms.retention.authority import reads_retention
from qms.retention.due import kept_case, tombstone
from qms.retention.holds import holds
from web.names import remember_names
from web.retention.room import blueprint, standing_in_words
from web.system import reading, system, today, viewer


@blueprint.get("/cases/<uuid:instance>", endpoint="case")
def case_page(instance: UUID) -> str:
    """For whoever may see the case."""
    with reading() as session:
        require_visible(session, viewer(), instance)
        found = kept_case(session, system().surroundings, viewer(), instance, today())
        if found is None:
            raise InstanceNotFound(instance)
        left = tombstone(session, viewer(), instance)
        record = case_record(session, viewer(), instance) if left else None
        against = holds(session, viewer(), case=instance) if reads_retention(viewer()) else ()
    remember_names({line.placed_by for line in against})
    return render_template("retention/case.html", case=found, left=left, record=record, holds=against)


@blueprint.app_template_global()
def kept_in_words(instance: UUID) -> str:
    """Of an ended case, where it stands; empty while it runs."""
    with reading() as session:
        found = kept_case(session, system().surroundings, viewer(), instance, today())
    return "" if found is None else f"{found.line.name}: {standing_in_words(found)}"
