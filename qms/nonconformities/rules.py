"""The stages of a nonconformity from proposal to closing."""

from __future__ import annotations

from enum import StrEnum


class NonconformityState(StrEnum):
    """Where a nonconformity stands (ISO 9001:2015, 10.2); as the form of the corrective action says it."""

    PROPOSED = "de_xuat"
    ANALYSIS = "phan_tich"
    AWAITING_APPROVAL = "cho_phe_duyet"
    IN_PROGRESS = "dang_thuc_hien"
    BEING_VERIFIED = "dang_xac_minh"
    CLOSED = "da_dong"
    CARRIED_OVER = "chuyen_tiep"
    """Its actions did not help: a new slip follows."""
