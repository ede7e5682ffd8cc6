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
from engine.domain.forms.entries import number_text, size_text, submitted_texts, to_submitted
from engine.domain.forms.fields import Field, FieldType, Form, Message, Option, Phrase, Rules
from engine.domain.forms.parsing import FormRefused, lint_form, parse_form
from engine.domain.forms.validation import (
    ForgedField,
    Submitted,
    default_texts,
    draft_texts,
    hidden_keys,
    known_values,
    options_of,
    validate,
)

__all__ = [
    "HEAD_SIZE",
    "MEDIA_TYPES",
    "AttachedFile",
    "Comparison",
    "Condition",
    "ConditionRefused",
    "Field",
    "FieldType",
    "ForgedField",
    "Form",
    "FormRefused",
    "Message",
    "Operator",
    "Option",
    "Phrase",
    "Problem",
    "Rules",
    "Submitted",
    "bears_secrecy_mark",
    "clean_file_name",
    "default_texts",
    "draft_texts",
    "file_refusal",
    "hidden_keys",
    "known_values",
    "lint_form",
    "media_type_of",
    "number_text",
    "options_of",
    "parse_condition",
    "parse_form",
    "size_text",
    "submitted_texts",
    "to_submitted",
    "validate",
]
