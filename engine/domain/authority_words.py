"""The words of the rules of authority: parts in a matter, how far a power reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.domain.authority import Part, Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in both languages."""

    vi: str
    en: str

    def of(self, language: str) -> str:
        """The sentence in English for "en", else in Vietnamese."""
        return self.en if language == "en" else self.vi


PARTS: Final = {
    Part.MAY_TAKE: Sentence(
        vi="người được làm việc đó theo vai trò, đích danh hoặc theo ủy quyền",
        en="who may do the task by role, by name or by a mandate",
    ),
    Part.TAKES_PART: Sentence(
        vi="người đã làm, đang giữ hoặc được nhận một việc của hồ sơ",
        en="who did, holds or may take a task of the case",
    ),
    Part.STARTED: Sentence(vi="người khởi tạo hồ sơ", en="who began the case"),
    Part.ADDRESSEE: Sentence(vi="người nhận thư", en="to whom the mail went"),
    Part.PRINCIPAL: Sentence(vi="chính người đó", en="the person concerned"),
    Part.DELEGATE: Sentence(vi="người được ủy quyền", en="who acts in the name"),
}
REACHES: Final = {
    Reach.AGENCY: Sentence(vi="Trong cơ quan mình", en="In the own agency"),
    Reach.UNSUPERVISED: Sentence(
        vi="Chỉ ở cơ quan không bị cơ quan nào theo dõi", en="Only in an agency that no other oversees"
    ),
    Reach.OVERSEEN: Sentence(
        vi="Các cơ quan mà cơ quan mình theo dõi", en="The agencies that the own one oversees"
    ),
    Reach.AGENCY_AND_COMMON: Sentence(
        vi="Cơ quan mình; của tỉnh và cả nước nếu không bị cơ quan nào theo dõi",
        en="The own agency; of province and country where no other oversees it",
    ),
}
IN_THE_UNIT: Final = Sentence(vi="trong đơn vị mình", en="in the own unit")
NOBODY: Final = Sentence(vi="Chỉ người vận hành máy chủ", en="The operator of the server alone")
