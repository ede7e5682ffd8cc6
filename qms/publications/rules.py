"""The states of a publication, its kinds and what may set it off."""

from __future__ import annotations

from enum import StrEnum


class PublicationState(StrEnum):
    """Where a publication stands; the latest published one holds."""

    PREPARING = "chuan_bi"
    SIGNED = "da_ky"
    PUBLISHED = "da_cong_bo"
    REPLACED = "bi_thay"
    CANCELLED = "huy"


class PublicationKind(StrEnum):
    """The first one of an agency, or another."""

    FIRST = "lan_dau"
    AGAIN = "cong_bo_lai"


class Trigger(StrEnum):
    """Why: 19/2014/QĐ-TTg, Article 4, 3 and 4 c."""

    FIRST = "lan_dau"
    SCOPE = "pham_vi_thay_doi"
    ORGANISATION = "to_chuc_thay_doi"
    STANDARD = "tieu_chuan_thay_doi"
    INTERNAL = "quy_trinh_noi_bo"


def trigger_of(text: object) -> Trigger:
    """The reason that a message names; what is not one of ours is a changed scope."""
    return Trigger(str(text)) if str(text) in set(Trigger) else Trigger.SCOPE
