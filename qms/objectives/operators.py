"""The service tasks of P02: draft, register, issue, measure, sum up."""

from __future__ import annotations

from collections.abc import Mapping

from engine.ports import Calendars, DeclaredOperator, Directory, Parameter, ServiceOperator
from qms.objectives.drafting import Registering, assign, document, issued, prepare, register
from qms.objectives.measuring import Measuring, gather
from qms.objectives.recording import record, summary


def objective_operators(calendars: Calendars, directory: Directory) -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    registering, measuring = Registering(calendars, directory), Measuring(calendars, directory)
    return {
        "objective.prepare": DeclaredOperator(
            work=prepare,
            parameters=_takes("nam:number"),
            variables={
                "ten_ho_so": "text",
                **dict.fromkeys(("nguoi_chon", "nguon_chon", "muc_tieu_mau"), "list"),
            },
        ),
        "objective.draft": DeclaredOperator(
            work=registering.draft,
            parameters=_takes("nam:number", "muc_tieu:list"),
            variables={
                "muc_tieu_mau": "list",
                "muc_tieu_cha": "list",
                "tom_tat_muc_tieu": "text",
                "don_vi_dang_ky": "list",
                "han_dang_ky": "date",
            },
        ),
        "objective.register": DeclaredOperator(
            work=register,
            parameters=_takes("nam:number", "don_vi_dang_ky:list", "cac_dang_ky:list?"),
            variables={
                "tom_tat_dang_ky": "text",
                "so_thieu": "number",
                **dict.fromkeys(("don_vi_im_lang", "thieu_nguoi", "thieu_chon"), "list"),
            },
        ),
        "objective.assign": DeclaredOperator(work=assign, parameters=_takes("phan_cong:list")),
        "objective.document": DeclaredOperator(
            work=document,
            parameters=_takes("nam:number"),
            variables={"trich_yeu": "text", "noi_dung": "record"},
        ),
        "objective.issued": DeclaredOperator(
            work=issued, parameters=_takes("van_ban:record?"), variables={"ngay_ban_hanh": "date"}
        ),
        "objective.next_period": DeclaredOperator(
            work=measuring.next_period,
            parameters=_takes("nam:number", "ky:text?"),
            variables={"ky": "text", "ten_ky": "text", "ngay_do": "date"},
        ),
        "objective.collect": DeclaredOperator(
            work=measuring.collect,
            parameters=_takes("nam:number", "ky:text"),
            variables={
                "so_lieu_he_thong": "list",
                "tom_tat_so_lieu": "text",
                "nhom_nhap": "list",
                "han_nhap": "date",
            },
        ),
        "objective.gather": DeclaredOperator(
            work=gather,
            parameters=_takes("nam:number", "ky:text", "so_lieu_he_thong:list?", "cac_ket_qua:list?"),
            variables={"ds_do": "list"},
        ),
        "objective.record": DeclaredOperator(
            work=record,
            parameters=_takes("nam:number", "ky:text", "ds_do:list", "ds_xep_loai:list"),
            variables={"phieu_mo": "list", "tom_tat_do": "text"},
        ),
        "objective.summary": DeclaredOperator(
            work=summary, parameters=_takes("nam:number"), variables={"tom_tat_nam": "text"}
        ),
    }


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
