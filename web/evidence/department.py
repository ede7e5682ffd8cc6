"""What a Department reads of the agencies that it watches over: who has put what together, never a file."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request

from qms.evidence.queries import listed_pack, packed_agencies
from web.evidence.room import blueprint, year_asked, years
from web.system import reading, today, viewer


@blueprint.get("/cac-co-quan")
def agencies() -> str:
    """The agencies, each with the moment of its latest pack of the year."""
    year = year_asked(request.args.get("nam", ""))
    with reading() as session:
        found = packed_agencies(session, viewer(), year, today())
    return render_template("evidence/agencies.html", lines=found, year=year, years=years())


@blueprint.get("/cac-co-quan/<uuid:agency>")
def listed(agency: UUID) -> str:
    """The list of what one of them put together."""
    year = year_asked(request.args.get("nam", ""))
    with reading() as session:
        found = listed_pack(session, viewer(), agency, year, today())
    return render_template("evidence/listed.html", pack=found)
