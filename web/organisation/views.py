"""Agencies, units and people: lists found without marks, one entry with its history, and the roadmap."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from qms.organisation.register import agency_detail, agency_page
from qms.organisation.roadmap import plan_counts, plan_years, roadmap
from web.organisation.room import blueprint
from web.paging import page_asked, paging, words_asked
from web.system import reading, today, viewer

PAGE_SIZE: Final = 50


@blueprint.get("/")
def agencies() -> str | Response:
    """The agencies by name; with those that are no more, when asked."""
    words, page, ended = words_asked(), page_asked(), request.args.get("ended") == "1"
    with reading() as session:
        found = agency_page(
            session,
            words=words,
            day=None if ended else today(),
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".agencies", q=words or None, ended="1" if ended else None, page=place.pages))
    return render_template(
        "organisation/agencies.html",
        lines=found.lines,
        words=words,
        ended=ended,
        own=viewer().agency,
        paging=place,
    )


@blueprint.get("/agencies/<uuid:agency>")
def agency(agency: UUID) -> str:
    """One agency: names by date, predecessors and successors, units."""
    with reading() as session:
        found = agency_detail(session, viewer(), agency)
    return render_template("organisation/agency.html", found=found)


@blueprint.get("/people")
def people() -> Response:
    """The people moved into the administration; links that were kept still lead there."""
    return redirect(f"{url_for('administration.people')}?{urlencode(list(request.args.items(multi=True)))}")


@blueprint.get("/people/<uuid:person>")
def person(person: UUID) -> Response:
    """The same for one person."""
    return redirect(url_for("administration.person", person=person))


@blueprint.get("/roadmap", endpoint="roadmap")
def roadmap_page() -> str:
    """What the annexes say, counted over the agencies of today."""
    if not may(viewer(), Power.READ_ROADMAP):
        raise NotAuthorised("xem lộ trình của các cơ quan", "see the roadmap of the agencies")
    with reading() as session:
        counts = [plan_counts(session, year) for year in plan_years(session)]
        years = roadmap(session, today())
    return render_template("organisation/roadmap.html", counts=counts, years=years)
