"""The service tasks of P12 by the names that the models use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from engine.ports import Deadlines, DeclaredOperator, Directory, Parameter, ServiceOperator
from qms.inspections import answering, inspecting, planning


def inspection_operators(deadlines: Deadlines, directory: Directory) -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        **_of_plan(directory),
        **_of_department(deadlines),
        **_of_agency(),
    }


def _of_plan(directory: Directory) -> Mapping[str, ServiceOperator]:
    return {
        "inspection.propose": DeclaredOperator(
            work=partial(planning.propose, directory),
            parameters=_takes("nam:number"),
            variables={
                "ma_ke_hoach": "text",
                "ds_co_quan": "list",
                "de_xuat": "list",
                "tom_tat_de_xuat": "text",
            },
        ),
        "inspection.plan": DeclaredOperator(
            work=planning.plan,
            parameters=_takes("ma_ke_hoach:text", "nam:number", "muc_dich:text", "ke_hoach_kiem_tra:list"),
            variables={"trich_yeu_ke_hoach": "text", "noi_dung_ke_hoach": "record"},
        ),
        "inspection.begin": DeclaredOperator(
            work=planning.begin,
            parameters=_takes("ma_ke_hoach:text", "ke_hoach:record?"),
            variables={"ds_kiem_tra": "list"},
        ),
    }


def _of_department(deadlines: Deadlines) -> Mapping[str, ServiceOperator]:
    one = "ma_kiem_tra:text"
    return {
        "inspection.ask": DeclaredOperator(
            work=inspecting.ask,
            parameters=_takes(
                one,
                *("so_cong_van:text", "ngay_cong_van:date", "han_tra_loi:date", "noi_dung_yeu_cau:text"),
                "cong_van:file?",
            ),
            variables={
                **dict.fromkeys(
                    ("ten_co_quan", "ma_co_quan", "hinh_thuc", "ten_hinh_thuc", "da_tra_loi"), "text"
                ),
                "nam": "number",
                "ds_muc": "list",
                "muc_da_xem": "list",
            },
        ),
        "inspection.answered": DeclaredOperator(
            work=inspecting.answered,
            parameters=_takes(one, "thu:record?"),
            variables={"da_tra_loi": "text", "muc_da_xem": "list"},
        ),
        "inspection.reviewed": DeclaredOperator(
            work=inspecting.reviewed,
            parameters=_takes(
                one, "muc_kiem_tra:list", "ket_luan:text", "nhan_xet_chung:text?", "ngay_cong_bo:date?"
            ),
            variables={"muc_da_xem": "list"},
        ),
        "inspection.decision": DeclaredOperator(
            work=inspecting.decision,
            parameters=_takes(one, "ngay_du_kien:date", "thanh_phan_doan:text"),
            variables={"trich_yeu_quyet_dinh": "text", "noi_dung_quyet_dinh": "record"},
        ),
        "inspection.announce": DeclaredOperator(
            work=inspecting.announce, parameters=_takes(one, "quyet_dinh:record", "ngay_du_kien:date")
        ),
        "inspection.conclude": DeclaredOperator(
            work=partial(inspecting.conclude, deadlines),
            parameters=_takes(
                one, "ngay_bien_ban:date", "dai_dien_so:text", "dai_dien_co_quan:text", "bien_ban:file"
            ),
            variables={
                "ket_qua": "text",
                "han_khac_phuc": "date",
                "han_nhac": "date",
                "so_khong_dat": "number",
            },
        ),
        "inspection.reported": DeclaredOperator(
            work=inspecting.reported, parameters=_takes(one, "thu:record?", "ngay_bao_cao:date?")
        ),
        "inspection.judge": DeclaredOperator(
            work=inspecting.judge,
            parameters=_takes(
                one,
                *("y_kien:text", "ly_do_y_kien:text?", "so_van_ban_y_kien:text?", "tep_y_kien:file?"),
                "han_nhac:date?",
            ),
        ),
    }


def _of_agency() -> Mapping[str, ServiceOperator]:
    one = "ma_kiem_tra:text"
    return {
        "inspection.receive": DeclaredOperator(
            work=answering.receive,
            parameters=_takes(one, "thu:record?", "nam:number?"),
            variables={
                "ds_muc": "list",
                "tu_bao_cao_mau": "list",
                "ten_hinh_thuc": "text",
                "so_kiem_tra": "text",
            },
        ),
        "inspection.answer": DeclaredOperator(
            work=answering.answer, parameters=_takes(one, "tu_bao_cao:list", "kien_nghi:text?")
        ),
        "inspection.open_slips": DeclaredOperator(
            work=answering.open_slips,
            parameters=_takes(one, "thu:record?", "ngay_bien_ban:date?"),
            variables={"ds_phieu": "list", "co_phieu": "text"},
        ),
        "inspection.opinion": DeclaredOperator(
            work=answering.opinion,
            parameters=_takes(one, "thu:record?"),
            variables={"ds_phieu": "list"},
        ),
    }


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
