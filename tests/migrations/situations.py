"""Models whose cases come to rest at everything that a stored state can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A model, and a case of it at rest somewhere: what its variables are and which tasks were completed."""

    drawing: str
    tasks: str
    variables: Mapping[str, Value]
    completed: tuple[str, ...] = ()


SITUATIONS: Final = {
    "QMS_P90_HEN": Situation(
        drawing=(
            "s:start\n p:and\n n:event\n w:timer in P10D\n v:timer in P20D\n a:user\n b:user\n c:user\n"
            " t:timer on b every R3/P4D beside\n d:user\n j:and\n e:end\n e1:end\n"
            " s > p\n p > n\n n > w > a > j\n n > v > c > e1\n p > b > j > e\n t > d > e1"
        ),
        tasks="a b c d",
        variables={},
    ),
    "QMS_P91_NHIEU": Situation(
        drawing=(
            "s:start\n q:sub each don_vi of ds into kq as y_kien {\n qs:start\n a:user\n b:user\n qe:end\n"
            " qs > a > b > qe\n }\n t:timer on q in P30D\n m:user each nguoi of ds one-by-one\n c:user\n"
            " e:end\n e1:end\n s > q > m > e\n t > c > e1"
        ),
        tasks="a b m c",
        variables={"ds": ["Sở Nội vụ", "Sở Y tế", "Sở Xây dựng"]},
        completed=("a", "a", "b"),
    ),
    "QMS_P92_VONG": Situation(
        drawing=(
            "s:start\n g:xor\n p:and\n a:user\n b:user\n j:and\n h:xor\n o:or\n c:user\n d:user\n"
            " k:or\n e:end\n s > g > p\n p > a > j\n p > b > j\n j > h\n h > g if so > 5\n h > o else\n"
            " o > c if so = 1\n o > d if so < 3\n c > k\n d > k\n k > e"
        ),
        tasks="a b c d",
        variables={"so": 1},
        completed=("a", "b", "c"),
    ),
    "QMS_P93_LOI": Situation(
        drawing=(
            "s:start\n q:sub {\n qs:start\n p:and\n a:user\n h:throw escalation Bao\n b:user\n"
            " x:end error Loi\n qs > p\n p > a > x\n p > h > b > x\n }\n"
            " t:error on q Loi\n l:escalation on q Bao beside\n c:user\n d:user\n"
            " e:end\n e1:end\n e2:end\n s > q > e\n t > c > e1\n l > d > e2"
        ),
        tasks="a b c d",
        variables={},
    ),
    "QMS_P94_DIEU_KIEN": Situation(
        drawing=(
            "s:start\n p:and\n a:user\n w:condition so = 3\n b:user while so = 1 most 3\n j:and\n"
            " h:throw link X\n k:link X\n e:end\n s > p\n p > a > w > j\n p > b > j > h\n k > e"
        ),
        tasks="a b",
        variables={"so": 1},
        completed=("a", "b"),
    ),
    "QMS_P89_TIN": Situation(
        drawing=(
            "s:start\n p:and\n z:user\n d:throw message Tin\n w:message Tin\n a:user\n y:user\n"
            " h:throw signal Hieu\n x:signal Hieu\n b:user\n j:and\n e:end\n"
            " s > p\n p > z > d > j\n p > w > a > j\n p > y > h > j\n p > x > b > j\n j > e"
        ),
        tasks="z a y b",
        variables={},
    ),
    "QMS_P88_SOM": Situation(
        drawing=(
            "s:start\n d:throw message Som\n z:user\n w:message Som\n a:user\n e:end\n s > d > z > w > a > e"
        ),
        tasks="z a",
        variables={},
    ),
    "QMS_P95_GOI": Situation(
        drawing=(
            "s:start\n c:call P2\n a:user\n e:end\n s > c > a > e\n"
            " P2:process {\n cs:start\n b:user\n ce:end\n cs > b > ce\n }"
        ),
        tasks="a b",
        variables={"so": 4},
    ),
    "QMS_P96_BEN": Situation(
        drawing=(
            "s:start\n a:user\n b:user\n e:end\n s > a > b > e\n"
            " q:handler {\n hs:start timer in P5D beside\n c:user\n he:end\n hs > c > he\n }"
        ),
        tasks="a b c",
        variables={},
        completed=("a",),
    ),
    "QMS_P97_MUON": Situation(
        drawing="s:start\n a:user\n t:timer on a in P1D\n b:user\n e:end\n s > a > e\n t > b > e",
        tasks="a b",
        variables={},
    ),
    "QMS_P98_DICH_VU": Situation(
        drawing="s:start\n v:service dich_vu.ghi result=kq n=so+1\n a:user\n e:end\n s > v > a > e",
        tasks="a",
        variables={"so": 1},
    ),
}
"""Everything of a process that can be at rest in a stored state, by the key of its model."""
