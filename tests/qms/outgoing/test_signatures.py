"""In which capacity somebody signs, and what a signature in a PDF says of itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from engine.domain.mandates import MandateForm
from engine.domain.values import Value
from qms.outgoing.capacity import Capacity, NoCapacity, Signer, capacity_of
from qms.outgoing.content import as_typed, from_typed
from qms.outgoing.kinds import DocumentKind, symbol_of, written
from qms.outgoing.pdf_signatures import pdf_signatures

OFFICE = "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh"
COMMITTEE = "Ủy ban nhân dân xã Long Cang"


def signing(title: str, form: MandateForm | None = None, *, agency: str = OFFICE) -> str:
    head = "Chủ tịch" if agency == COMMITTEE else "Chánh Văn phòng"
    found = capacity_of(Signer(name="A", title=title, form=form), head_title=head, agency_name=agency)
    return f"{found.sign} {found.principal_title}".strip() if isinstance(found, Capacity) else "–"


def test_the_capacity_follows_office_and_mandate() -> None:
    deputy, room = "Phó Chánh Văn phòng", "Trưởng phòng"
    assert signing("Chánh Văn phòng") == "Chánh Văn phòng"
    assert signing(deputy) == "KT. Chánh Văn phòng"
    assert signing(deputy, MandateForm.FOR_THE_HEAD) == "KT. Chánh Văn phòng"
    assert signing(deputy, MandateForm.ABSENCE) == "KT. Chánh Văn phòng"
    assert signing(room, MandateForm.BY_ORDER) == "TL. Chánh Văn phòng"
    assert signing(room, MandateForm.AUTHORISED) == "TUQ. Chánh Văn phòng"
    assert signing(room, MandateForm.ABSENCE) == "–"
    assert signing("Chủ tịch", agency=COMMITTEE) == f"TM. {COMMITTEE}"
    assert signing("Phó Chủ tịch", agency=COMMITTEE) == "KT. Chủ tịch"


def test_why_a_substitute_may_not_sign_is_told() -> None:
    signer = Signer(name="Trịnh Văn Sĩ", title="Trưởng phòng", form=MandateForm.ABSENCE)
    found = capacity_of(signer, head_title="Chánh Văn phòng", agency_name=OFFICE)
    assert isinstance(found, NoCapacity)
    assert "Trịnh Văn Sĩ" in found.vi
    assert "Điều 13" in found.vi


def test_numbers_and_symbols_are_written_as_the_decree_says() -> None:
    assert written(5, symbol_of(DocumentKind.PLAN, "VP", "HCTC")) == "05/KH-VP"
    assert written(358, symbol_of(DocumentKind.LETTER, "VP", "HCTC")) == "358/VP-HCTC"


def test_what_nobody_touched_stays_as_the_caller_gave_it() -> None:
    given: dict[str, Value] = {
        "can_cu": ["Căn cứ A\ndòng hai"],
        "dieu": [{"ten": "Điều 1.", "noi_dung": "Ban hành."}],
        "bang": [{"cot": ["TT"]}],
        "noi_nhan": ["Như Điều 2"],
    }
    typed = as_typed(given)
    assert from_typed(given, typed) == given
    changed = from_typed(given, {**typed, "doan_soan": "Một.\n\nHai."})
    assert changed == {**given, "doan": ["Một.", "Hai."]}


# Signatures in a PDF


def signed_pdf(*, name: str, moment: bytes, more: bytes = b"") -> bytes:
    """A file with a signature dictionary as signing programs write it, the signature a real one."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "CA chuyên dùng Chính phủ")]))
        .public_key(key.public_key())
        .serial_number(4660)
        .not_valid_before(day)
        .not_valid_after(day + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"x").add_signer(certificate, key, hashes.SHA256())
    place = builder.sign(Encoding.DER, options).hex().encode().ljust(4000, b"0")
    before = (
        b"%PDF-1.7\n1 0 obj <</Type /Sig /M (D:"
        + moment
        + b") /ByteRange [0 AAAAAA BBBBBB CCCCCC] /Contents "
    )
    after = b">> endobj\n%%EOF\n"
    start, end = len(before), len(before) + len(place) + 2
    for mark, number in ((b"AAAAAA", start), (b"BBBBBB", end), (b"CCCCCC", len(after))):
        before = before.replace(mark, f"{number:06d}".encode())
    return before + b"<" + place + b">" + after + more


def test_who_and_when_are_read_from_the_file_itself() -> None:
    (one,) = pdf_signatures(signed_pdf(name="Lâm Hữu Trường", moment=b"20261123103000+07'00'"))
    assert (one.signer, one.serial) == ("Lâm Hữu Trường", "1234")
    assert one.issuer == "CN=CA chuyên dùng Chính phủ"
    assert one.signed_at == datetime(2026, 11, 23, 3, 30, tzinfo=UTC)
    assert one.covers_all


def test_what_was_added_after_the_signature_is_told() -> None:
    (one,) = pdf_signatures(
        signed_pdf(name="A", moment=b"20261123103000Z", more=b"2 0 obj <<>> endobj\n%%EOF\n")
    )
    assert not one.covers_all


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 nothing here",
        b"%PDF-1.7 /ByteRange [0 10 20 99999999]",
        b"%PDF-1.7 /ByteRange [0 4 12 2] /Contents <3080>" + b" " * 40,
    ],
)
def test_nothing_is_made_up_of_a_file_without_a_readable_signature(content: bytes) -> None:
    assert pdf_signatures(content) == ()
