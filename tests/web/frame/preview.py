"""A small application showing the frame with invented content: `python -m tests.web.frame.preview`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from flask import Flask, Response, abort, flash, jsonify, render_template, request
from flask_wtf import CSRFProtect
from jinja2 import ChoiceLoader, FileSystemLoader

from web.assets import init_assets
from web.headers import init_headers, with_style_attributes
from web.translation import init_translation

HERE: Final = Path(__file__).parent
TODAY: Final = date(2026, 11, 30)
DEMO_TIME: Final = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    label: str
    url: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    name: str
    case: str
    title: str
    holder: str
    target: date | None
    legal: date | None


WORK: Final = (
    Work(
        name="Sàng lọc văn bản",
        case="P06-2026-0012",
        title="Cập nhật 118/2025/NĐ-CP – thực hiện thủ tục hành chính theo cơ chế một cửa",
        holder="Tôi giữ",
        target=date(2026, 11, 26),
        legal=date(2026, 11, 27),
    ),
    Work(
        name="Đánh giá tác động – Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        case="P06-2026-0014",
        title="Cập nhật 217/2026/NĐ-CP – quy định chi tiết về quản lý hoạt động xây dựng",
        holder="Chờ nhận · Phòng Kinh tế",
        target=date(2026, 11, 30),
        legal=date(2026, 11, 30),
    ),
    Work(
        name="Đọc và xác nhận đã hiểu",
        case="P06-2026-0015",
        title="Phổ biến 03/2026/QH16 – Luật Hộ tịch",
        holder="Tôi giữ",
        target=date(2026, 12, 2),
        legal=date(2026, 12, 3),
    ),
    Work(
        name="Phê duyệt dự thảo sửa đổi quy trình",
        case="P06-2026-0016",
        title="Cập nhật 367/2025/NĐ-CP",
        holder="Chờ nhận · Lãnh đạo Văn phòng",
        target=date(2027, 2, 26),
        legal=date(2027, 3, 1),
    ),
)
NAVIGATION: Final = (
    ("Hộp việc", "/", 4),
    ("Khởi tạo quy trình", "/bat-dau", 0),
    ("Hồ sơ quy trình", "/ho-so", 0),
    ("VBQPPL", "/van-ban", 0),
    ("Quy trình TTHC", "/thu-tuc", 0),
    ("Không phù hợp", "/khong-phu-hop", 2),
    ("Thư đã gửi", "/thu", 0),
    ("Thời gian", "/thoi-gian", 0),
)


def create_preview() -> Flask:
    """The preview with what `create_app` gives every page."""
    app = Flask("web", root_path=str(HERE.parents[2] / "web"))
    app.config.update(SECRET_KEY="preview", TESTING=True, WTF_CSRF_TIME_LIMIT=None)
    app.jinja_loader = ChoiceLoader(
        [FileSystemLoader(HERE / "templates"), FileSystemLoader(HERE.parents[2] / "web" / "templates")]
    )
    CSRFProtect(app)
    init_assets(app)
    init_headers(app)
    init_translation(app)
    app.context_processor(_frame)
    _add_pages(app)
    return app


def _frame() -> dict[str, object]:
    return {
        "agency_name": "Văn phòng UBND tỉnh Tây Ninh",
        "navigation": [
            Entry(label=label, url=url, count=count, current=request.path == url)
            for label, url, count in NAVIGATION
        ],
        "search_url": "/tim",
        "home_url": "/",
        "current_person": Person(name="Lê Thị Minh Thư", title="Thư ký ISO"),
        "sign_out_url": "/dang-xuat",
        "demo_time": DEMO_TIME,
        "demo_time_url": "/thoi-gian",
        "today": TODAY,
    }


def _add_pages(app: Flask) -> None:  # noqa: C901 - one line a page
    drafts: list[dict[str, list[str]]] = []
    polls: list[str] = []
    app.extensions["preview"] = {"drafts": drafts, "polls": polls}

    @app.get("/")
    def inbox() -> str:
        return render_template("inbox.html", work=WORK)

    @app.route("/viec", methods=["GET", "POST"])
    def task() -> str:
        return render_template("task.html", work=WORK, wrong=request.method == "POST")

    @app.post("/viec/nhap")
    def draft() -> Response:
        drafts.append({key: request.form.getlist(key) for key in request.form})
        return jsonify(saved_at="08:30")

    @app.get("/moi")
    def news() -> tuple[str, int]:
        polls.append(request.headers.get("HX-Request", ""))
        return "", 204

    @app.get("/ho-so")
    def process() -> str:
        return render_template("process.html")

    @app.get("/ho-so/so-do.bpmn")
    def drawing() -> Response:
        return Response((HERE / "drawing.bpmn").read_bytes(), mimetype="application/xml")

    @app.get("/van-ban")
    def documents() -> str:
        flash("Đã đăng ký 217/2026/NĐ-CP; hạn cập nhật 01/10/2026.", "success")
        return render_template("documents.html")

    @app.get("/trong")
    def nothing() -> str:
        return render_template("nothing.html")

    @app.get("/thiet-ke")
    @with_style_attributes
    def designer() -> str:
        return render_template("nothing.html")

    @app.errorhandler(409)
    def conflict(_error: Exception) -> tuple[str, int]:
        page = render_template(
            "error.html",
            error_title="Việc này đã có người nhận",
            error_text="Anh Trần Quốc Bảo đã nhận việc “Sàng lọc văn bản” lúc 09:02.",
            next_steps=["Nếu việc cần chuyển cho bạn, xin trao đổi với anh Bảo."],
            next_links=[{"label": "Mở việc tiếp theo trong hộp việc", "url": "/"}],
            reference="7f3a-19c2",
        )
        return page, 409

    @app.get("/loi")
    def refused() -> str:
        abort(409)


if __name__ == "__main__":
    create_preview().run(port=5055)
