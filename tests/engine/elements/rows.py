"""The rows of the element table: a small model, what is done to it, and where the standard lets it stand.

A file `NN-name.txt` is a section. Its rows are separated by blank lines and read like this:

    # Name of the construct
    note: a sentence for the reader; it marks a reading where the standard is silent
    with: name.dmn                           a decision table of this folder that lies beside the model
    s:start / a:user / e:end / s > a > e     the notation of drawings.py, with `/` for a new line
    <bpmn:task id="t"/>                      raw XML inside the process, or with ^ in front of it beside it
    ~ old -> new                             a replacement in the XML
    -- {"so": 1} => a                        the start with its variables => the open tasks
    -- a {"so": 2} => -; ends e; done        a step => open tasks; what waits; ends reached; how it stands

Steps: `a` (complete), `a#1` (the second of that element), `+P1D`, `@2026-02-01`, `message M {…}`, `signal S`,
`fail v E1`, `service v 5`. After `=>`: open tasks, `-` for none, then `waits t m`, `ends e`, `so = 5`,
`sends M`, and one of `done`, `incident`, `error`. What is not written must not be.
A model that must be refused has `-- refused rule element` instead; `-- says rule` asks for a finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.rehearsal import Standing, Status, read_step, rehearse
from tests.engine.runtime.drawings import Drawing

FOLDER = Path(__file__).parent
SAVE_LOAD = {"save_load": True}
_ENDINGS = {"done": Status.COMPLETED, "incident": Status.INCIDENT}


@dataclass(frozen=True, kw_only=True)
class Expected:
    """Where the case stands after a step."""

    text: str
    """As it was written, for the document."""
    open: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    status: Status = Status.RUNNING
    error: bool = False
    variables: Mapping[str, object]

    def differences(self, standing: Standing, ended_before: int) -> Iterator[str]:
        """What is otherwise in truth."""
        found = {
            "open": (self.open, tuple(sorted(task.id for task in standing.open))),
            "waits": (self.waiting, tuple(sorted(each.id for each in standing.waiting))),
            "ends": (self.ends, standing.ended[ended_before:]),
            "status": (self.status, standing.status),
            "error": (self.error or self.status is Status.INCIDENT, standing.error is not None),
            **{name: (value, standing.variables.get(name)) for name, value in self.variables.items()},
        }
        for what, (wanted, is_so) in found.items():
            if wanted != is_so:
                reason = f" ({standing.error.en})" if standing.error else ""
                yield f"{what}: expected {wanted}, is {is_so}{reason}"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table."""

    section: str
    name: str
    note: str
    drawing: tuple[str, ...]
    beside: tuple[str, ...]
    tables: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, object, Expected], ...]
    """How the step is written, the step as a script has it, and what follows."""
    refused: tuple[str, str] | None
    """The rule that refuses the model and the element that it names."""
    says: tuple[str, ...]

    @property
    def xml(self) -> str:
        """The model."""
        text = Drawing("\n".join(self.drawing)).xml()
        for old, new in self.changes:
            if old not in text:
                raise ValueError(f"{self.name}: “{old}” is not in the XML")
            text = text.replace(old, new)
        return text.replace('<bpmn:process id="P"', "\n".join([*self.beside, '<bpmn:process id="P"']), 1)

    def compiled(self) -> CompiledModel:
        """The model ready to run; raises ModelRefused."""
        tables = {name: (FOLDER / name).read_bytes() for name in self.tables}
        return compile_bundle(Bundle(files={"model.bpmn": self.xml.encode(), **tables}), forms_known=False)

    def script(self, *, saved: bool) -> list[object]:
        """The steps as `quytrinh model trace` takes them, with the case written and read after each."""
        raw = [step for _, step, _ in self.steps]
        return [each for step in raw for each in (step, SAVE_LOAD)] if saved else raw

    def differences(self) -> list[str]:
        """Where what happens is not what the standard says."""
        try:
            model = self.compiled()
        except ModelRefused as refusal:
            return self._other_refusal(refusal.findings)
        if self.refused is not None:
            return ["it must be refused and is not"]
        said = {finding.rule for finding in (*model.rewritten, *model.warnings)}
        missing = [f"no finding {rule}" for rule in self.says if rule not in said]
        plain, saved = (_played(model, self.script(saved=each)) for each in (False, True))
        if [_told(each) for each in _after_saving(saved)] != [_told(each) for each in plain]:
            missing.append("a case that is written and read between the steps goes another way")
        return [*missing, *self._other_standings(plain)]

    def _other_refusal(self, findings: Sequence[Finding]) -> list[str]:
        wanted = self.refused
        if wanted is None:
            return [f"refused: {finding.rule}: {finding.message_en}" for finding in findings]
        found = [(finding.rule, finding.element_id or "") for finding in findings]
        return [] if wanted in found else [f"refused by {found}, expected {wanted}"]

    def _other_standings(self, standings: Sequence[Standing]) -> list[str]:
        found: list[str] = []
        ended = 0
        for (text, _, expected), standing in zip(self.steps, standings, strict=True):
            found += [f"after “{text}”: {each}" for each in expected.differences(standing, ended)]
            ended = len(standing.ended)
        return found

    def refusal(self) -> Finding | None:
        """The finding that refuses the model, of the rule that the row names."""
        try:
            self.compiled()
        except ModelRefused as refusal:
            return next(
                (each for each in refusal.findings if (each.rule, each.element_id) == self.refused), None
            )
        return None


def _told(standing: Standing) -> tuple[Standing, str]:
    """A standing as it can be compared: two errors that say the same are two objects."""
    return replace(standing, error=None), str(standing.error)


def _played(model: CompiledModel, script: Sequence[object]) -> tuple[Standing, ...]:
    return rehearse(model, [read_step(each) for each in script])


def _after_saving(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The standings after saving, with the errors that the steps before had."""
    pairs = zip(standings[::2], standings[1::2], strict=True)
    return tuple(step if step.error is not None else saved for step, saved in pairs)


def all_rows() -> list[Row]:
    """The rows of all sections, in order."""
    return [row for path in sorted(FOLDER.glob("*.txt")) for row in read_rows(path.read_text())]


def read_rows(text: str) -> Iterator[Row]:
    """The rows of a section; its first line is its title."""
    title, _, rest = text.partition("\n")
    for block in rest.strip().split("\n\n"):
        lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        if lines:
            yield _read_row(title.removeprefix("##").strip(), lines)


def _read_row(section: str, lines: Sequence[str]) -> Row:
    name = lines[0]
    if not name.startswith("# "):
        raise ValueError(f"a row begins with its name: {name}")
    body = [line for line in lines[1:] if not line.startswith(("note:", "with:", "--", "~", "^"))]
    acts = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    changes = [f"{line[1:]} ".partition(" -> ") for line in lines if line.startswith("~")]
    steps = [act for act in acts if not act.startswith(("refused ", "says "))]
    refused = next((act.split()[1:] for act in acts if act.startswith("refused ")), None)
    return Row(
        section=section,
        name=name.removeprefix("# "),
        note=" ".join(line.removeprefix("note:").strip() for line in lines if line.startswith("note:")),
        drawing=tuple(part.strip() for line in body for part in _parts(line)),
        beside=tuple(line.removeprefix("^") for line in lines if line.startswith("^")),
        tables=tuple(line.removeprefix("with:").strip() for line in lines if line.startswith("with:")),
        changes=tuple((old.strip(), new.strip()) for old, _, new in changes),
        steps=tuple(_step(act, first=place == 0) for place, act in enumerate(steps)),
        refused=None if refused is None else (refused[0], refused[1] if len(refused) > 1 else ""),
        says=tuple(act.split()[1] for act in acts if act.startswith("says ")),
    )


def _parts(line: str) -> list[str]:
    return [line] if line.startswith("<") else line.split(" / ")


def _step(act: str, *, first: bool) -> tuple[str, object, Expected]:
    text, _, expected = act.partition("=>")
    text = text.strip()
    step: object = {"start": json.loads(text or "{}")} if first else _verb(text)
    return text or "start", step, _expected(expected.strip())


def _verb(text: str) -> object:
    words, brace, tail = text.partition(" {")
    given = json.loads("{" + tail) if brace else {}
    first, *rest = words.split()
    match first:
        case "message":
            return {"message": rest[0], "payload": given}
        case "signal":
            return {"signal": rest[0]}
        case "fail":
            return {"fail": rest[0], **({"code": rest[1]} if len(rest) > 1 else {})}
        case "service":
            return {"service": rest[0], "answer": json.loads(rest[1]) if len(rest) > 1 else given or None}
        case _ if first.startswith("+"):
            return {"advance": first[1:]}
        case _ if first.startswith("@"):
            return {"advance_to": first[1:]}
        case _:
            name, _, nth = first.partition("#")
            return {"complete": name, "data": given, "nth": int(nth or 0)}


def _expected(text: str) -> Expected:
    opened, *facets = [part.strip() for part in text.split(";")]
    named: dict[str, tuple[str, ...]] = {"waits": (), "ends": ()}
    variables: dict[str, object] = {}
    status, error = Status.RUNNING, False
    for facet in facets:
        word, *rest = facet.split()
        if word in named:
            named[word] = tuple(rest) if word == "ends" else tuple(sorted(rest))
        elif word in _ENDINGS:
            status = _ENDINGS[word]
        elif word == "error":
            error = True
        else:
            name, _, value = facet.partition(" = ")
            variables[name] = json.loads(value)
    return Expected(
        text=text,
        open=() if opened == "-" else tuple(sorted(opened.split())),
        waiting=named["waits"],
        ends=named["ends"],
        status=status,
        error=error,
        variables=variables,
    )
