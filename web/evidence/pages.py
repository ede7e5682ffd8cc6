"""The items of a year of the own agency, asking for the file to hand in, its progress, and the file."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from flask import redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Invalid
from qms.evidence.authority import reads_evidence, require_reader
from qms.evidence.making import AskForPack, PackState, ask_for_pack
from qms.evidence.queries import PackLine, evidence_of, pack_file, packs
from qms.oversight.agencies import oversees
from web.errors import sentence, status_of
from web.evidence.room import blueprint, year_asked, year_of_address, years
from web.names import remember_names
from web.system import actor, now, reading, system, viewer


@blueprint.get("")
def page() -> str | Response | tuple[str, int]:
    """The thirteen items; who reads those of other agencies alone is led there."""
    if not reads_evidence(viewer()):
        with reading() as session:
            if oversees(session, viewer()):
                return redirect(url_for("evidence.agencies"))
    return _page()


@blueprint.post("")
def ask() -> Response | tuple[str, int]:
    """Have the file made."""
    require_reader(viewer())
    try:
        year = year_asked(request.form.get("nam", ""))
        ask_for_pack(system().store, AskForPack(viewer=viewer(), actor=actor(), year=year), now())
    except Invalid as refusal:
        return _shown(refusal)
    return redirect(url_for("evidence.page", nam=year, _anchor="goi"), code=303)


@blueprint.get("/cac-goi")
def packs_of_year() -> str:
    """The files of a year and how far they are, for the page that waits."""
    year = year_asked(request.args.get("nam", ""))
    return render_template("evidence/packs.html", **_packs(year))


@blueprint.get("/<uuid:pack>/tep")
def download(pack: UUID) -> Response:
    """The file."""
    with reading() as session:
        found = pack_file(session, viewer(), pack)
    answer = send_file(
        BytesIO(found.content),
        mimetype=found.line.media_type,
        as_attachment=True,
        download_name=found.line.name,
        conditional=False,
        etag=False,
    )
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-SHA256"] = found.line.sha256
    return answer


def _page() -> str | tuple[str, int]:
    year, refusal = year_of_address()
    return _shown(refusal) if refusal else _items(year, "")


def _shown(refusal: Invalid) -> tuple[str, int]:
    year, _refusal = year_of_address()
    return _items(year, sentence(refusal)), status_of(refusal)


def _items(year: int, error: str) -> str:
    with reading() as session:
        evidence = evidence_of(session, viewer(), year, now())
    return render_template(
        "evidence/page.html",
        evidence=evidence,
        filled=sum(1 for section in evidence.sections if section.lines),
        years=years(),
        error=error,
        **_packs(year),
    )


def _packs(year: int) -> dict[str, object]:
    with reading() as session:
        found = packs(session, viewer(), year)
    remember_names({line.asked_by for line in found})
    return {
        "year": year,
        "packs": found,
        "waiting": any(line.state is PackState.ASKED for line in found),
        "state_words": _state_words,
    }


def _state_words(line: PackLine) -> tuple[str, str]:
    """How far a file is: words and the tone of their chip."""
    match line.state:
        case PackState.MADE:
            return _("Đã lập"), "done"
        case PackState.FAILED:
            return _("Không lập được"), "late"
        case _ if line.total:
            return _("Đang lập: %(done)s/%(total)s tệp", done=line.done, total=line.total), "open"
        case _:
            return _("Đang chờ lập"), "open"
