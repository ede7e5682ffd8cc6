"""What people of the simulated year say where it matters: by the step's element, the field's key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from engine.domain.values import Value
from qms.demo_office.loading import person_id, unit_id
from qms.demo_year.answering import Answer, Asked, Said
from qms.demo_year.staff import UNITS

CHAIR: Final = "giamdoc"
SECRETARY: Final = "thuky"
_SATURDAY: Final = 5


def book_of(element: str) -> Mapping[str, Answer]:
    """The entries for a step, `<key of the model>/<element>`; a called step ends with its own name."""
    model, _, step = element.partition("/")
    return _BOOK.get(f"{model}/{step}") or _BOOK.get(step.rpartition("/")[2]) or {}


def _records(value: Value) -> list[dict[str, Value]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _workday(day: date) -> date:
    """The day, or the Monday after it."""
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def _in(days: int) -> Answer:
    """A working day so many days on."""
    return lambda asked: f"{_workday(asked.today + timedelta(days=days)):%d/%m/%Y}"


def _checked_rows(asked: Asked) -> Said:
    """Every question of the checklist is looked at."""
    return [
        {
            "ma": str(row.get("ma") or ""),
            "cau_hoi": str(row.get("cau_hoi") or ""),
            "da_thay": "Đã xem hồ sơ thực tế của đơn vị, đúng quy định.",
            "nhan_xet": "phu_hop",
        }
        for row in _records(asked.case.get("phieu"))
    ]


def _findings(asked: Asked) -> Said:
    """In one audit of four something is not as it should be; else that all is well."""
    wrong = asked.chance % 4 == 0
    clauses = _records(asked.case.get("dieu_khoan_chon"))
    clause = next((str(one["value"]) for one in clauses if str(one.get("value", "")).startswith("7.5")), "")
    return [
        {
            "loai": "kph_nhe" if wrong else "phu_hop",
            "dieu_khoan": clause or (str(clauses[0]["value"]) if clauses else ""),
            "thu_tuc": "",
            "bang_chung": "Ba trong mười hồ sơ mẫu không có giấy hẹn kèm theo."
            if wrong
            else "Mười trong mười hồ sơ mẫu đủ thành phần, đúng thời hạn.",
            "mo_ta": "Hồ sơ lưu thiếu giấy hẹn trả kết quả."
            if wrong
            else "Việc kiểm soát hồ sơ phù hợp yêu cầu.",
        }
    ]


def _next_version(asked: Asked) -> Said:
    procedure = asked.case.get("thu_tuc")
    known = procedure.get("cac_phien_ban") if isinstance(procedure, dict) else None
    return f"{(len(known) if isinstance(known, list) else 1) + 1:02}"


def _decision(asked: Asked) -> Said:
    """A number of the paper series that no other decision has."""
    return f"{1000 + asked.chance % 90_000}/QĐ-SNNMT"


def _measured(asked: Asked) -> Said:
    """What people measured: nearly always at the target."""
    return [
        {
            "do_muc_tieu": str(row.get("do_muc_tieu") or ""),
            "do_gia_tri": "88" if asked.chance % 7 == 0 else "100",
            "do_phan_tich": "Số liệu lấy từ sổ theo dõi của đơn vị.",
        }
        for row in _records(asked.case.get("mau_ket_qua"))
    ]


def _visits(asked: Asked) -> Said:
    """The programme that was proposed: a unit every other working day, led by somebody of another one."""
    told, day = [], asked.today + timedelta(days=21)
    auditors = [UUID(str(one["value"])) for one in _records(asked.case.get("nguoi_chon")) if one.get("value")]
    for number, row in enumerate(_records(asked.case.get("chuong_trinh_de_xuat"))):
        day = _workday(day)
        unit = str(row.get("don_vi") or "")
        others = [one for one in auditors if str(UNITS.get(one)) != unit] or auditors
        proposed = {key: str(value or "") for key, value in row.items()}
        lead = str(others[number % len(others)]) if others else ""
        if asked.again:  # slips that came after the proposal was made
            proposed["phieu_truoc"] = ", ".join(f"KPH-{day.year}-{ordinal:03}" for ordinal in range(1, 6))
        told.append({**proposed, "ngay": f"{day:%d/%m/%Y}", "truong_doan": lead})
        day += timedelta(days=2)
    return told


def _passed(asked: Asked) -> Said:
    """Whoever came passed the test."""
    return [
        {
            "kq_nguoi": str(row.get("kq_nguoi") or ""),
            "kq_diem": "8",
            "kq_dat": "dat",
            "kq_chung_nhan": "",
        }
        for row in _records(asked.case.get("ket_qua_mau"))
    ]


def _actions(asked: Asked) -> Said:
    """Somebody of the office carries it out, not the secretary, who looks later whether it came again."""
    people = [str(one["value"]) for one in _records(asked.case.get("ds_nguoi")) if one.get("value")]
    able = [one for one in people if one != str(person_id(SECRETARY))] or people
    return [
        {
            "viec": "Hướng dẫn lại, bổ sung bước kiểm tra chéo.",
            "nguoi": able[asked.chance % len(able)] if able else "",
            "han": f"{_workday(asked.today + timedelta(days=12)):%d/%m/%Y}",
        }
    ]


def _risks(asked: Asked) -> Said:
    """What every unit knows of itself: a risk, now and then one to act on, and an opportunity."""
    likely = "4" if asked.chance % 3 == 0 else "2"
    return [
        {
            "rr_loai": "rui_ro",
            "rr_qua_trinh": "Thẩm định hồ sơ",
            "rr_thu_tuc": "",
            "rr_mo_ta": "Hồ sơ trả chậm khi người thẩm định vắng mặt.",
            "rr_nguyen_nhan": "Chưa phân công người thay.",
            "rr_hau_qua": "Người dân phải chờ, phải xin lỗi.",
            "rr_kha_nang": likely,
            "rr_muc_do": "4",
            "rr_kiem_soat": "Nhắc hạn hằng ngày.",
        },
        {
            "rr_loai": "co_hoi",
            "rr_qua_trinh": "Tiếp nhận hồ sơ",
            "rr_thu_tuc": "",
            "rr_mo_ta": "Nhận hồ sơ trực tuyến toàn trình.",
            "rr_nguyen_nhan": "Cổng dịch vụ công đã sẵn sàng.",
            "rr_hau_qua": "Giảm đi lại.",
            "rr_kha_nang": "3",
            "rr_muc_do": "3",
            "rr_kiem_soat": "",
        },
    ]


_FILE: Final = "tệp"
_BOOK: Final[Mapping[str, Mapping[str, Answer]]] = {
    "LapChuongTrinh": {"chuong_trinh": _visits},
    "LapDanhSach": {"ngay_lop": _in(12)},
    "DanhGiaNguoi": {"ket_qua": _passed},
    "QMS_P03_RUI_RO_CO_HOI/NhanDien": {"rui_ro": _risks},
    "GhiNhan": {"phieu": _checked_rows, "phat_hien": _findings},
    "QMS_P06_CAP_NHAT_VBQPPL/SoanThao": {"so_phien_ban_moi": _next_version},
    "PheDuyet": {"so_quyet_dinh": _decision},
    "QMS_P08_HANH_DONG_KHAC_PHUC/PhanTich": {"hanh_dong_de_xuat": _actions},
    "QMS_P08_HANH_DONG_KHAC_PHUC/ThucHien": {"minh_chung": _FILE},
    "QMS_P12_KIEM_TRA_CO_QUAN/LapBienBan": {"bien_ban": _FILE},
    "NhapKetQua": {"ket_qua_do": _measured},
    "QMS_P09_XEM_XET_LANH_DAO/LapKeHoach": {
        "nam": lambda asked: str(asked.today.year),
        "ngay_hop": _in(16),
        "gio_hop": "08:00",
        "dia_diem": "Phòng họp số 1",
    },
    "Hop": {
        "chu_tri": str(person_id(CHAIR)),
        "thu_ky_hop": str(person_id(SECRETARY)),
    },
    "LapBienBan": {
        "viec_moi": lambda asked: [
            {
                "viec_noi_dung": "Rút ngắn thời gian kiểm tra thành phần hồ sơ tại Bộ phận Một cửa.",
                "viec_loai": "cai_tien",
                "viec_nguoi": str(person_id("phogdtt")),
                "viec_han": f"{_workday(asked.today + timedelta(days=25)):%d/%m/%Y}",
                "viec_cach": "tu_lam",
            }
        ]
    },
    "QMS_P05_TAI_LIEU/SoanThao": {"tep_du_thao": _FILE},
    "PhanLoai": {
        "lan_ban_hanh": "02",
        "ma_moi": "QT-ISO-09",
        "don_vi_chu_tri": str(unit_id("SNNMT-TN", "P-MT")),
    },
    "LapYeuCau": {"ly_do_cong_bo": "pham_vi_thay_doi", "tieu_chuan": "TCVN ISO 9001:2015"},
    "DangTrang": {"dia_chi_web": "https://snnmt.tayninh.example/iso/cong-bo"},
    "LapDuToan": {
        "dong_du_toan": (
            {
                "dt_noi_dung": "Duy trì, cải tiến hệ thống quản lý chất lượng",
                "dt_loai": "duy_tri",
                "dt_so_tien": "9.000.000",
                "dt_nguon": "Kinh phí thường xuyên",
                "dt_ly_do": "",
            },
            {
                "dt_noi_dung": "Tập huấn đánh giá viên nội bộ",
                "dt_loai": "dao_tao",
                "dt_so_tien": "6.000.000",
                "dt_nguon": "Kinh phí thường xuyên",
                "dt_ly_do": "",
            },
        )
    },
    "NhapDuyet": {"so_tien_duyet": "15.000.000", "co_quan_duyet": "Sở Tài chính"},
}
