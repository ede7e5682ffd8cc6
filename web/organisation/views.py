"""Agencies, units and people: lists found without marks, one entry with its history, and the roadmap."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from engine.domain.refusals import NotAuthorised
from qms.organisation.authority import reads_details
from qms.organisation.register import agency_detail, agency_page, people, person_detail
from qms.organisation.roadmap import plan_counts, plan_years, roadmap
from qms.organisation.roles import Role
from web.names import role_name
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


@blueprint.get("/people", endpoint="people")
def people_page() -> str | Response:
    """The people whom the administrator looks after."""
    words, page = words_asked(), page_asked()
    with reading() as session:
        found = people(session, viewer(), words=words)
    place = paging(len(found), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".people", q=words or None, page=place.pages))
    start = (place.page - 1) * PAGE_SIZE
    return render_template(
        "organisation/people.html",
        lines=found[start : start + PAGE_SIZE],
        words=words,
        paging=place,
        today=today(),
        role_name=role_name,
    )


@blueprint.get("/people/<uuid:person>")
def person(person: UUID) -> str:
    """One person with every role that was ever held."""
    with reading() as session:
        found = person_detail(session, viewer(), person)
    return render_template("organisation/person.html", person=found, today=today(), role_name=role_name)


@blueprint.get("/roadmap", endpoint="roadmap")
def roadmap_page() -> str:
    """What the annexes say, counted over the agencies of today."""
    if not reads_details(viewer()) and not viewer().holds(Role.DEPARTMENT_OFFICER):
        raise NotAuthorised("xem lộ trình của các cơ quan", "see the roadmap of the agencies")
    with reading() as session:
        counts = [plan_counts(session, year) for year in plan_years(session)]
        years = roadmap(session, today())
    return render_template("organisation/roadmap.html", counts=counts, years=years)
