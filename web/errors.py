"""The one table from refusals to answers: a page that says what happened and what to do next."""

from __future__ import annotations

import logging
from typing import Final
from uuid import uuid4

from flask import Flask, Response, g, jsonify, make_response, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from engine.execution.history import record_audit
from engine.store.session import StoreUnreachable
from web.system import actor, system
from web.translation import language_of_request

STATUS_OF: Final[dict[type[Refusal], int]] = {
    NotFound: 404,
    Conflict: 409,
    Forbidden: 403,
    Invalid: 422,
    StoreUnreachable: 503,
}
_AUDITED: Final = (Forbidden, NotFound)
_log = logging.getLogger(__name__)


def init_errors(app: Flask) -> None:
    """Answer every refusal, every HTTP error and every fault of ours with a page."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal, by its nearest class in the table."""
    return next(STATUS_OF[kind] for kind in type(refusal).__mro__ if kind in STATUS_OF)


def sentence(refusal: Refusal) -> str:
    """The refusal in the language of the page."""
    return refusal.en if language_of_request() == "en" else refusal.vi


def audit_refusal(refusal: Refusal, named: str = "") -> None:
    """Note an attempt at what is not the asker's: who, where, what; `named` where no address says it."""
    if not isinstance(refusal, _AUDITED) or g.get("viewer") is None:
        return
    with system().store.transaction() as session:
        record_audit(
            session,
            "access.refused",
            actor=actor(),
            agency=g.viewer.agency,
            now=system().clock.now(),
            data={
                "refusal": type(refusal).__name__,
                "method": request.method,
                "path": request.path,
                "why": refusal.en,
            }
            | ({"named": named} if named else {}),
        )


def error_page(
    status: int,
    title: str,
    text: str,
    *,
    next_steps: tuple[str, ...] = (),
    reference: str = "",
    code: str = "",
) -> Response:
    """A page that says what happened and what to do next; for programs the same as JSON."""
    if g.get("for_program"):
        return make_response(jsonify(error=code or str(status), message=text), status)
    links = [{"label": _("Về hộp việc"), "url": url_for("inbox.inbox")}]
    response = make_response(
        render_template(
            "error.html",
            error_title=title,
            error_text=text,
            next_steps=next_steps,
            next_links=links,
            reference=reference,
        ),
        status,
    )
    if status == STATUS_OF[StoreUnreachable]:
        response.headers["Retry-After"] = "30"
    return response


def _refused(refusal: Refusal) -> Response:
    status = status_of(refusal)
    if not isinstance(refusal, StoreUnreachable):
        audit_refusal(refusal)
    return error_page(status, _titles()[status], sentence(refusal), code=type(refusal).__name__)


def _titles() -> dict[int, str]:
    return {
        400: _("Yêu cầu chưa đúng"),
        403: _("Bạn không có quyền thực hiện việc này"),
        404: _("Không tìm thấy"),
        405: _("Không thực hiện được theo cách này"),
        409: _("Việc này đã thay đổi"),
        413: _("Tệp quá lớn"),
        422: _("Thông tin chưa đúng"),
        500: _("Hệ thống gặp lỗi"),
        503: _("Hệ thống tạm thời không trả lời"),
    }


def _forged(error: CSRFError) -> Response:
    del error
    return error_page(
        400,
        _("Trang đã mở quá lâu"),
        _("Vì an toàn, trang này không còn gửi được. Không có gì bị thay đổi."),
        next_steps=(_("Quay lại trang trước, tải lại trang rồi gửi lại; bản nháp đã lưu vẫn còn."),),
    )


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    texts = {
        404: _("Địa chỉ này không có trong hệ thống. Có thể liên kết đã cũ hoặc gõ nhầm."),
        405: _("Trang này không nhận yêu cầu như vậy. Xin mở lại từ hộp việc."),
        413: _("Tổng dung lượng gửi lên vượt giới hạn. Xin giảm dung lượng tệp rồi gửi lại."),
    }
    text = texts.get(status, _("Yêu cầu không thực hiện được. Không có gì bị thay đổi."))
    return error_page(status, _titles().get(status, _("Yêu cầu chưa đúng")), text)


def _fault(error: Exception) -> Response:
    mark = uuid4().hex[:8]
    _log.error("request_failed", exc_info=error, extra={"mark": mark, "path": request.path})
    return error_page(
        500,
        _titles()[500],
        _("Đây là lỗi của hệ thống, không phải của bạn. Bước đang làm chưa được ghi nhận."),
        next_steps=(_("Xin thử lại; nếu vẫn lỗi, báo người quản trị mã tra cứu bên dưới."),),
        reference=mark,
    )
