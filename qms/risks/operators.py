"""The service tasks of P03: ask, record, rank, act, judge."""

from __future__ import annotations

from collections.abc import Mapping

from engine.ports import Calendars, DeclaredOperator, Directory, Parameter, ServiceOperator
from qms.risks.identifying import Identifying, ranked, record, summary
from qms.risks.treating import Treating, done, evaluate, make_slip, plan, settle


def risk_operators(calendars: Calendars, directory: Directory) -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {**_identifying(Identifying(calendars, directory)), **_treating(Treating(calendars, directory))}


def _identifying(asking: Identifying) -> dict[str, ServiceOperator]:
    return {
        "risk.choices": DeclaredOperator(
            work=asking.choices, parameters={}, variables={"don_vi_chon": "list"}
        ),
        "risk.prepare": DeclaredOperator(
            work=asking.prepare,
            parameters=_takes("nam:number", "loai_dot:text?", "don_vi_hoi:list?"),
            variables={
                "ten_ho_so": "text",
                "thu_tuc_chon": "list",
                "don_vi_hoi_ra_soat": "list",
                "han_nhan_dien": "date",
            },
        ),
        "risk.record": DeclaredOperator(
            work=record,
            parameters=_takes("nam:number", "don_vi_hoi_ra_soat:list", "cac_nhan_dien:list?"),
            variables={"tom_tat_nhan_dien": "text", "don_vi_im_lang": "list", "ds_diem": "list"},
        ),
        "risk.rank": DeclaredOperator(
            work=ranked, parameters=_takes("ds_xep_hang:list"), variables={"can_xu_ly": "list"}
        ),
        "risk.summary": DeclaredOperator(work=summary, parameters={}, variables={"tong_ket": "text"}),
    }


def _treating(treating: Treating) -> dict[str, ServiceOperator]:
    return {
        "risk.begin": DeclaredOperator(
            work=treating.begin,
            parameters=_takes("ma_rui_ro:text"),
            variables={
                "tom_tat_rui_ro": "text",
                "loai_rui_ro": "text",
                "don_vi_rui_ro": "text",
                "nguoi_thuc_hien_chon": "list",
                "hom_nay": "date",
                "han_de_xuat": "date",
            },
        ),
        "risk.plan": DeclaredOperator(
            work=plan,
            parameters=_takes("ma_rui_ro:text", "hanh_dong:list"),
            variables={"viec_lam": "list", "nguoi_thuc_hien": "list"},
        ),
        "risk.done": DeclaredOperator(
            work=done,
            parameters=_takes("cac_ket_qua:list"),
            variables={"tom_tat_thuc_hien": "text", "viec_chon": "list", "danh_gia_mau": "list"},
        ),
        "risk.evaluate": DeclaredOperator(
            work=evaluate,
            parameters=_takes("ma_rui_ro:text", "danh_gia:list", "kha_nang_con:text", "muc_do_con:text"),
            variables={"hieu_luc": "bool", "dong": "record"},
        ),
        "risk.settle": DeclaredOperator(work=settle, parameters=_takes("ma_rui_ro:text")),
        "risk.slip": DeclaredOperator(
            work=make_slip,
            parameters=_takes("ma_rui_ro:text", "can_cu:text?"),
            variables={"phieu": "record"},
        ),
    }


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
