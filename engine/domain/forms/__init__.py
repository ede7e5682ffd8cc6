"""Forms of user tasks: a strict subset of the form-js schema, read, checked and answered without any page."""

from engine.domain.forms.attachments import (
    HEAD_SIZE,
    MEDIA_TYPES,
    AttachedFile,
    bears_secrecy_mark,
    clean_file_name,
    file_refusal,
    media_type_of,
)
from engine.domain.forms.component import Problem
from engine.domain.forms.conditions import Comparison, Condition, ConditionRefused, Operator, parse_condition
from engine.domain.forms.entries import number_text, size_text, submitted_texts
from engine.domain.forms.fields import (
    Field,
    FieldType,
    Form,
    Message,
    Option,
    Phrase,
    Receiver,
    Register,
    Rules,
    TemplateNote,
)
from engine.domain.forms.handed_in import HandedIn, ReferencedDocument, rehearsed, rehearsed_options
from engine.domain.forms.kinds import COLUMN_KINDS, KINDS, Kind, Property, PropertyKind
from engine.domain.forms.parsing import FormRefused, lint_form, parse_form
from engine.domain.forms.reading import options_of
from engine.domain.forms.rehearsed_files import rehearsed_files
from engine.domain.forms.tables import CellName, read_cell_name, row_count
from engine.domain.forms.texts import ShownAgain, after_button, default_texts, texts_of, to_submitted
from engine.domain.forms.validation import (
    ForgedField,
    Submitted,
    draft_texts,
    examine,
    hidden_keys,
    known_values,
    validate,
)

__all__ = [
    "COLUMN_KINDS",
    "HEAD_SIZE",
    "KINDS",
    "MEDIA_TYPES",
    "AttachedFile",
    "CellName",
    "Comparison",
    "Condition",
    "ConditionRefused",
    "Field",
    "FieldType",
    "ForgedField",
    "Form",
    "FormRefused",
    "HandedIn",
    "Kind",
    "Message",
    "Operator",
    "Option",
    "Phrase",
    "Problem",
    "Property",
    "PropertyKind",
    "Receiver",
    "ReferencedDocument",
    "Register",
    "Rules",
    "ShownAgain",
    "Submitted",
    "TemplateNote",
    "after_button",
    "bears_secrecy_mark",
    "clean_file_name",
    "default_texts",
    "draft_texts",
    "examine",
    "file_refusal",
    "hidden_keys",
    "known_values",
    "lint_form",
    "media_type_of",
    "number_text",
    "options_of",
    "parse_condition",
    "parse_form",
    "read_cell_name",
    "rehearsed",
    "rehearsed_files",
    "rehearsed_options",
    "row_count",
    "size_text",
    "submitted_texts",
    "texts_of",
    "to_submitted",
    "validate",
]
