"""Requests whose texts hold no NUL: no text column of the database takes one."""

from __future__ import annotations

from typing import IO, Any, Final

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.formparser import FormDataParser
from werkzeug.utils import cached_property

_NUL: Final = "\0"


class _PlainForms(FormDataParser):
    def parse(self, *args: Any, **options: Any) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, Any]]:
        stream, form, files = super().parse(*args, **options)
        return stream, self.cls(_without_nul(form)), files


class PlainRequest(Request):
    """A request as views read it; what came with a NUL comes without it."""

    form_data_parser_class = _PlainForms

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """The parameters of the address."""
        return ImmutableMultiDict(_without_nul(super().args))


def _without_nul(texts: MultiDict[str, str]) -> list[tuple[str, str]]:
    return [(key.replace(_NUL, ""), text.replace(_NUL, "")) for key, text in texts.items(multi=True)]
