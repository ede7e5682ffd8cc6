"""Who the people of a table are: the roles of the catalogue by the names that offices give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from engine.domain.text import fold
from qms.organisation.roles import ROLE_NAMES, Role


class Sureness(StrEnum):
    """How far a name is recognised."""

    SURE = "sure"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"
    """Somebody who holds no role of the office: a citizen, the post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a name of the table may mean, the likeliest role first."""

    name: str
    sureness: Sureness
    proposals: tuple[Role, ...] = ()


_NAMES: Final[dict[Role, tuple[str, ...]]] = {
    Role.AGENCY_HEAD: (
        "lanh dao co quan", "lanh dao so", "giam doc so", "pho giam doc so", "giam doc", "pho giam doc",
        "thu truong co quan", "thu truong don vi", "lanh dao don vi", "chi cuc truong", "lanh dao chi cuc",
        "chu tich ubnd", "pho chu tich ubnd", "lanh dao ubnd", "chu tich uy ban nhan dan",
        "lanh dao uy ban nhan dan", "nguoi dung dau co quan",
    ),
    Role.STEERING_HEAD: (
        "truong ban chi dao iso", "truong ban chi dao", "ban chi dao iso", "lanh dao ban chi dao",
    ),
    Role.ISO_SECRETARY: ("thu ky iso", "ban thu ky iso", "to thu ky iso"),
    Role.UNIT_HEAD: (
        "lanh dao phong", "truong phong", "pho truong phong", "lanh dao phong chuyen mon", "phu trach phong",
        "lanh dao ban", "chanh van phong", "pho chanh van phong", "lanh dao van phong",
    ),
    Role.OFFICER: (
        "chuyen vien", "cong chuc chuyen mon", "can bo chuyen mon", "can bo thu ly", "cong chuc thu ly",
        "chuyen vien thu ly", "cong chuc phong", "can bo phong", "chuyen vien phong",
    ),
    Role.LEGAL_OFFICER: ("phap che", "can bo phap che", "cong chuc phap che", "bo phan phap che"),
    Role.REGISTRY_CLERK: (
        "van thu", "can bo van thu", "cong chuc van thu", "bo phan van thu", "van thu co quan",
    ),
    Role.FINANCE: ("tai vu", "ke toan", "bo phan ke toan", "can bo ke toan", "thu quy", "ke toan truong"),
    Role.DEPARTMENT_OFFICER: ("chuyen vien so kh&cn", "chuyen vien so khoa hoc va cong nghe"),
    Role.ADMINISTRATOR: ("quan tri he thong", "quan tri mang", "can bo cong nghe thong tin"),
    Role.ONE_STOP_HEAD: (
        "lanh dao bo phan mot cua", "truong bo phan mot cua", "lanh dao bo phan tn&tkq",
        "lanh dao trung tam phuc vu hanh chinh cong", "giam doc trung tam phuc vu hanh chinh cong",
    ),
    Role.ONE_STOP_OFFICER: (
        "bo phan mot cua", "can bo mot cua", "cong chuc mot cua", "bo phan tn&tkq", "can bo tn&tkq",
        "cong chuc tn&tkq", "trung tam phuc vu hanh chinh cong", "trung tam hanh chinh cong",
    ),
}  # fmt: skip
_OUTSIDE: Final = (
    "to chuc", "ca nhan", "cong dan", "nguoi dan", "nguoi nop ho so", "khach hang", "doanh nghiep",
    "ho gia dinh", "dich vu buu chinh", "buu dien", "buu chinh cong ich", "nguoi yeu cau",
)  # fmt: skip
_ONE_STOP: Final = re.compile(r"tn ?(?:&|va|-) ?tkq|tiep nhan(?: ho so)? va tra|mot cua|hanh chinh cong")
_LEADS: Final = re.compile(r"^(?:pho )?(?:lanh dao|giam doc|truong|phu trach|nguoi dung dau)\b")
_SPLIT: Final = re.compile(r"[,;/\n+]|(?<!\w)(?:và|hoặc|va|hoac)(?!\w)|(?:^|\s)[-–•](?=\s)")
_KEPT_TOGETHER: Final = re.compile(
    r"(tiếp nhận(?: hồ sơ)?) và (trả)|(khoa học) và (công nghệ)", re.IGNORECASE
)
_LIKELY: Final = 0.75
_MOST_PROPOSALS: Final = 3


def names_in(actors: str) -> tuple[str, ...]:
    """The people that a cell names, each once, as written."""
    kept = _KEPT_TOGETHER.sub(lambda found: found[0].replace(" và ", " \x00 "), actors)
    names = (" ".join(part.replace("\x00", "và").split()).strip(" .:") for part in _SPLIT.split(kept))
    return tuple({fold(name): name for name in reversed([name for name in names if name])}.values())[::-1]


def recognise(name: str) -> Recognised:
    """Which role a name of the table means, and how sure that is."""
    said = fold(name)
    if any(said.startswith(outside) for outside in _OUTSIDE):
        return Recognised(name=name, sureness=Sureness.OUTSIDE)
    known = {**_NAMES, **{role: (*_NAMES[role], fold(names[0])) for role, names in ROLE_NAMES.items()}}
    for role, names in known.items():
        if said in names:
            return Recognised(name=name, sureness=Sureness.SURE, proposals=(role,))
    if _ONE_STOP.search(said):
        return _of_the_one_stop_centre(name, said)
    scores = {role: max(_likeness(said, each) for each in names) for role, names in known.items()}
    ranked = sorted(scores, key=lambda role: -scores[role])
    likely = scores[ranked[0]] >= _LIKELY
    return Recognised(
        name=name,
        sureness=Sureness.LIKELY if likely else Sureness.UNKNOWN,
        proposals=tuple(ranked[:_MOST_PROPOSALS]),
    )


def group_of(name: str) -> str:
    """Whose lane the steps of a name stand in: names that surely mean one role are one."""
    found = recognise(name)
    if found.sureness is Sureness.SURE:
        return found.proposals[0].value
    return fold(name)


def _of_the_one_stop_centre(name: str, said: str) -> Recognised:
    """The desk under any of its names; whoever leads it is its head, but the office has to say so."""
    if _LEADS.match(said):
        both = (Role.ONE_STOP_HEAD, Role.ONE_STOP_OFFICER)
        return Recognised(name=name, sureness=Sureness.LIKELY, proposals=both)
    return Recognised(name=name, sureness=Sureness.SURE, proposals=(Role.ONE_STOP_OFFICER,))


def _likeness(said: str, known: str) -> float:
    """Nearly 1 where the name begins with a known one: "Lãnh đạo phòng Nội vụ"."""
    if said.startswith(f"{known} "):
        return 0.9 + len(known) / 1000
    return SequenceMatcher(None, said, known).ratio()
