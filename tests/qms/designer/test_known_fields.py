"""What a draft's tables and conditions may ask for: the fields of its forms, but no part of a row."""

from __future__ import annotations

import json

from qms.bootstrap import surroundings
from qms.designer.table_variables import known_variables


def test_columns_of_a_table_are_no_variables_and_odd_kinds_have_no_type() -> None:
    column = {"type": "number", "key": "so_ban"}
    components = [
        {"type": "dynamiclist", "key": "giay_to", "components": [column]},
        {"type": "group", "components": [{"type": "receipt", "key": "ky"}]},
        {"type": "reference", "key": "can_cu"},
        {"type": ["number"], "key": "la"},
    ]
    files = {"forms/phieu.json": json.dumps({"components": components}).encode()}
    known = known_variables(files, surroundings())
    assert {key: known.get(key) for key in ("giay_to", "ky", "can_cu", "la", "so_ban")} == {
        "giay_to": "list",
        "ky": "record",
        "can_cu": "record",
        "la": "",
        "so_ban": None,
    }
