"""Answers to the program of the canvas: JSON, with a refusal's sentence under “message”."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response, jsonify, make_response

from engine.domain.errors import Refusal
from qms.designer.refusals import DraftBeingEdited, DraftMovedOn
from web.errors import audit_refusal, sentence, status_of

P = ParamSpec("P")
LOCKED = 423


def in_json(view: Callable[P, Response]) -> Callable[P, Response]:
    """Answer refusals of the view as JSON, and 423 where somebody else has the draft open to draw."""

    @wraps(view)
    def answering(*args: P.args, **kwargs: P.kwargs) -> Response:
        try:
            return view(*args, **kwargs)
        except DraftBeingEdited as refusal:
            told = {"message": sentence(refusal), "editor": refusal.name, "aside": refusal.aside}
            return make_response(jsonify(told), LOCKED)
        except DraftMovedOn as refusal:
            return make_response(jsonify(message=sentence(refusal), aside=refusal.aside), status_of(refusal))
        except Refusal as refusal:
            audit_refusal(refusal)
            return make_response(
                jsonify(message=sentence(refusal), error=type(refusal).__name__), status_of(refusal)
            )

    return answering
