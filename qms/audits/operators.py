"""The service tasks of P07 by the names that its models use."""

from __future__ import annotations

from collections.abc import Mapping

from engine.ports import Calendars, Deadlines, DeclaredOperator, Directory, Parameter, ServiceOperator
from qms.audits.programmes import ProgrammeOperators
from qms.audits.reaudits import ReauditOperators
from qms.audits.rounds import RoundOperators
from qms.audits.visits import VisitOperators


class AuditOperators:
    """All operators of internal audit."""

    def __init__(self, calendars: Calendars, deadlines: Deadlines, directory: Directory) -> None:
        self._programme = ProgrammeOperators(calendars, directory)
        self._round = RoundOperators(calendars, directory)
        self._visit = VisitOperators(deadlines)
        self._reaudit = ReauditOperators(calendars, deadlines, directory)

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {**self._of_programmes(), **self._of_rounds(), **self._of_visits(), **self._of_reaudits()}

    def _of_programmes(self) -> dict[str, ServiceOperator]:
        work = self._programme
        return {
            "audit.open": DeclaredOperator(
                work=work.open,
                parameters=_takes("nam:number?"),
                variables={
                    "nam": "number",
                    "ma_chuong_trinh": "text",
                    "don_vi_chon": "list",
                    "nguoi_chon": "list",
                    "kph_truoc": "text",
                    "chuong_trinh_de_xuat": "list",
                    "tieu_chi_mau": "text",
                    "phuong_phap_mau": "text",
                    "ngay_canh_bao": "date",
                },
            ),
            "audit.programme": DeclaredOperator(
                work=work.write,
                parameters=_takes(
                    "nam:number",
                    "tieu_chi:text",
                    "phuong_phap:text",
                    "chuong_trinh:list",
                    "ma_chuong_trinh:text?",
                ),
                variables={
                    "ma_chuong_trinh": "text",
                    "trich_yeu_kh": "text",
                    "noi_dung_kh": "record",
                    "nguoi_soan": "text",
                },
            ),
            "audit.approve": DeclaredOperator(
                work=work.approve,
                parameters=_takes("ma_chuong_trinh:text", "van_ban:record?"),
                variables={"cac_dot": "list"},
            ),
            "audit.finish": DeclaredOperator(
                work=work.finish,
                parameters=_takes("ma_chuong_trinh:text"),
                variables={"ngay_hoan_thanh": "date"},
            ),
            "audit.warn": DeclaredOperator(
                work=work.warn, parameters=_takes("nam:number?"), variables={"don_vi_chua_danh_gia": "text"}
            ),
        }

    def _of_rounds(self) -> dict[str, ServiceOperator]:
        work = self._round
        return {
            "audit.open_round": DeclaredOperator(
                work=work.open,
                parameters=_takes("ma_chuong_trinh:text", "dot:record"),
                variables={
                    "don_vi_chon": "list",
                    "nguoi_chon": "list",
                    "lich_de_xuat": "list",
                    "doan_de_xuat": "list",
                },
            ),
            "audit.team": DeclaredOperator(
                work=work.team,
                parameters=_takes(
                    "ma_chuong_trinh:text", "dot:record", "lich:list", "doan:list", "noi_dung_doan:text?"
                ),
                variables={"trich_yeu_qd": "text", "noi_dung_qd": "record", "nguoi_soan": "text"},
            ),
            "audit.notify": DeclaredOperator(
                work=work.notify,
                parameters=_takes("ma_chuong_trinh:text", "dot:record", "lich:list"),
                variables={"kip_bao": "bool", "cuoc_danh_gia": "list"},
            ),
            "audit.gather": DeclaredOperator(
                work=work.gather,
                parameters=_takes("ma_chuong_trinh:text", "ket_qua_cac_cuoc:list"),
                variables={"tong_hop_phat_hien": "text", "cuoc_danh_gia_lai": "list"},
            ),
            "audit.report": DeclaredOperator(
                work=work.report,
                parameters=_takes(
                    "ma_chuong_trinh:text",
                    "dot:record",
                    "ket_qua_cac_cuoc:list",
                    "nhan_xet_chung:text",
                    "kien_nghi:text?",
                ),
                variables={"trich_yeu_bc": "text", "noi_dung_bc": "record", "nguoi_soan": "text"},
            ),
            "audit.reported": DeclaredOperator(
                work=work.reported, parameters=_takes("ma_chuong_trinh:text", "van_ban:record?")
            ),
        }

    def _of_visits(self) -> dict[str, ServiceOperator]:
        work = self._visit
        return {
            "audit.checklist": DeclaredOperator(
                work=work.checklist,
                parameters=_takes("cuoc:text"),
                variables={
                    "phieu_de_xuat": "list",
                    "ho_so_mau": "list",
                    "ho_so_mau_van": "text",
                    "dieu_khoan_chon": "list",
                    "thu_tuc_chon": "list",
                },
            ),
            "audit.save_checklist": DeclaredOperator(
                work=work.save_checklist, parameters=_takes("cuoc:text", "phieu:list")
            ),
            "audit.findings": DeclaredOperator(
                work=work.findings,
                parameters=_takes("cuoc:text", "ngay_danh_gia:date", "phieu:list?", "phat_hien:list"),
                variables={"phat_hien_van": "text"},
            ),
            "audit.silence": DeclaredOperator(
                work=work.silence, parameters=_takes("cuoc:text"), variables={"tra_loi": "text"}
            ),
            "audit.settle": DeclaredOperator(
                work=work.settle,
                parameters=_takes("cuoc:text", "tra_loi:text?", "giai_trinh:text?"),
                variables={"phieu_kph_mo": "list", "ket_qua": "record"},
            ),
        }

    def _of_reaudits(self) -> dict[str, ServiceOperator]:
        work = self._reaudit
        return {
            "audit.follow": DeclaredOperator(
                work=work.follow,
                parameters=_takes("cuoc:text", "moc_dgl:date?"),
                variables={"moc_dgl": "date", "ngay_mo_dgl": "date", "phieu_cho": "list"},
            ),
            "audit.open_reaudit": DeclaredOperator(
                work=work.open,
                parameters=_takes("cuoc:text", "phieu_cho:list?"),
                variables={
                    "nguoi_dgl": "text",
                    "nguoi_thuc_hien": "list",
                    "phieu_xac_minh": "list",
                    "bang_de_xuat": "list",
                    "tinh_trang_phieu": "text",
                },
            ),
            "audit.reaudit": DeclaredOperator(
                work=work.reaudit,
                parameters=_takes(
                    "cuoc:text", "ngay_danh_gia_lai:date", "ket_qua_dgl:list", "phieu_cho:list?"
                ),
                variables={
                    "dat_het": "bool",
                    "ket_qua_gui": "list",
                    "phieu_tai_ban": "list",
                    "phieu_cho": "list",
                    "moc_dgl": "date",
                    "ngay_mo_dgl": "date",
                },
            ),
        }


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
