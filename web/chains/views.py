"""The chain of a case: what led to it and what followed, in one timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, current_app, render_template, url_for
from flask_babel import gettext as _

from engine.domain.states import InstanceState
from engine.queries.instance import require_visible
from qms.chains.chain import Chain, ChainCase, Place, chain_of
from qms.chains.facts import ChainFact, FactOf
from qms.chains.walking import LinkOf
from web.dispatches.views import deliverable_name
from web.message_names import message_name
from web.names import state_names
from web.system import reading, viewer

blueprint = Blueprint("chains", __name__, url_prefix="/instances", template_folder="templates")

MESSAGES: Final = (LinkOf.MESSAGE, LinkOf.SIGNAL)
RECORD_PAGES: Final[Mapping[FactOf, str]] = {
    FactOf.FINDING: "audits.finding",
    FactOf.SLIP: "nonconformities.detail",
    FactOf.CLOSED_SLIP: "nonconformities.detail",
    FactOf.DOCUMENT_VERSION: "controlled_documents.detail",
    FactOf.PROCEDURE_VERSION: "procedures.detail",
    FactOf.ISSUED: "outgoing.detail",
    FactOf.PUBLICATION: "publications.detail",
    FactOf.REVIEW: "reviews.detail",
}
"""The page of an entry, by its id alone; an entry whose register has no such page stands as words."""


@blueprint.get("/<uuid:instance>/chuoi")
def page(instance: UUID) -> str:
    """The chain of a case."""
    with reading() as session:
        row = require_visible(session, viewer(), instance)
        code = row.code
        chain = chain_of(session, viewer(), instance)
    return render_template("chains/page.html", chain=chain, code=code, instance=instance)


@blueprint.app_template_global("chain_links")
def links_of(case: ChainCase, chain: Chain) -> list[str]:
    """Why the case is there, a line for each reason and earlier case, however many entries it names."""
    named: dict[tuple[LinkOf, UUID, str], list[str]] = {}
    for link in case.follows:
        message = link.name if link.of in MESSAGES else ""
        named.setdefault((link.of, link.earlier, message), []).append(link.name)
    return [
        _link_words(of, chain.code(earlier), ", ".join(names))
        for (of, earlier, _message), names in named.items()
    ]


def _link_words(of: LinkOf, code: str, name: str) -> str:
    said = {"code": code, "name": name}
    by_message = _message_words(code, name)
    words = {
        LinkOf.MESSAGE: by_message,
        LinkOf.SIGNAL: by_message,
        LinkOf.RESTART: _("thay cho %(code)s", **said),
        LinkOf.LADDER: _("mở vì %(code)s chậm hạn", **said),
        LinkOf.FINDING: _("xử lý phát hiện %(name)s của %(code)s", **said),
        LinkOf.NONCONFORMITY: _("xử lý phiếu %(name)s phát hiện tại %(code)s", **said),
        LinkOf.REISSUE: _("mở lại vì phiếu %(name)s của %(code)s chưa đạt", **said),
        LinkOf.NEW_VERSION: _("công bố phiên bản của %(name)s do %(code)s ban hành", **said),
        LinkOf.REVIEW: _("dựa trên cuộc họp xem xét tại %(code)s", **said),
        LinkOf.REVIEWED: _("xem xét kết quả %(name)s của %(code)s", **said),
        LinkOf.DECISION: _("thực hiện kết luận %(name)s của %(code)s", **said),
    }
    return str(words[of])


def _message_words(code: str, name: str) -> str:
    """What a message of the improvement loop said; another one by its name."""
    known = {
        "P08_mo_phieu": _("mở theo phiếu đề nghị từ %(code)s", code=code),
        "P08_san_sang_xac_minh": _("cùng %(code)s xác minh việc khắc phục", code=code),
        "P08_dong": _("nhận kết quả đóng phiếu từ %(code)s", code=code),
        "P05_yeu_cau": _("mở theo yêu cầu thay đổi tài liệu từ %(code)s", code=code),
        "P05_xong": _("nhận kết quả thay đổi tài liệu từ %(code)s", code=code),
        "P07_ket_qua_danh_gia_lai": _("nhận kết quả đánh giá lại từ %(code)s", code=code),
        "PHAM_VI_THAY_DOI": _("mở vì %(code)s làm thay đổi phạm vi công bố", code=code),
        "P09_giao_viec": _("mở theo việc giao tại %(code)s", code=code),
    }
    return str(
        known.get(name)
        or _("nối với %(code)s bằng thông điệp “%(name)s”", code=code, name=message_name(name))
    )


@blueprint.app_template_global("chain_fact_words")
def fact_words(fact: ChainFact) -> str:
    """What an entry of a register is."""
    names = {
        FactOf.FINDING: _("Phát hiện"),
        FactOf.SLIP: _("Phiếu không phù hợp"),
        FactOf.CLOSED_SLIP: _("Đã đóng phiếu"),
        FactOf.DOCUMENT_VERSION: _("Tài liệu"),
        FactOf.PROCEDURE_VERSION: _("Phiên bản quy trình"),
        FactOf.ISSUED: _("Văn bản"),
        FactOf.DISPATCH: _("Đã gửi"),
        FactOf.PUBLICATION: _("Công bố lần"),
        FactOf.REVIEW: _("Họp xem xét của lãnh đạo lần"),
        FactOf.DECISION: _("Kết luận"),
    }
    return str(names[fact.of])


@blueprint.app_template_global("chain_fact_code")
def fact_code(fact: ChainFact) -> str:
    """The code of an entry; of what was sent, its name."""
    return deliverable_name(fact.code) if fact.of is FactOf.DISPATCH else fact.code


@blueprint.app_template_global("chain_fact_note")
def fact_note(fact: ChainFact) -> str:
    """The words of the entry itself; a state in the page's words."""
    if fact.of is not FactOf.PUBLICATION:
        return fact.words
    states = {
        "chuan_bi": _("đang chuẩn bị"),
        "da_ky": _("đã ký quyết định"),
        "da_cong_bo": _("đã công bố"),
        "bi_thay": _("đã được thay"),
        "huy": _("đã hủy"),
    }
    return str(states.get(fact.words, ""))


@blueprint.app_template_global("chain_fact_url")
def fact_url(fact: ChainFact) -> str:
    """The page of an entry; empty when its register shows none."""
    endpoint = RECORD_PAGES.get(fact.of, "")
    if endpoint not in current_app.view_functions:
        return ""
    (name,) = next(current_app.url_map.iter_rules(endpoint)).arguments
    values: dict[str, Any] = {name: fact.record}
    return url_for(endpoint, **values)


@blueprint.app_template_global("chain_place_words")
def place_words(place: Place) -> str:
    """Where a case stands in the chain."""
    return str(
        {
            Place.BEFORE: _("Trước đó"),
            Place.HERE: _("Hồ sơ này"),
            Place.AFTER: _("Sau đó"),
        }[place]
    )


@blueprint.app_template_global("chain_state_words")
def state_words(state: InstanceState) -> str:
    """The state of a case of the chain."""
    return str(state_names()[state])
