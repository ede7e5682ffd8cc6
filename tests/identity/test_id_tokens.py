"""ID tokens that a provider of good faith never sends: each is refused."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from qms.accounts.openid import Begun, OpenIdProvider
from qms.accounts.outside_refusals import AnswerRefused
from tests.identity_servers.openid_settings import openid_settings

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ISSUER = "https://id.tayninh.example"
KEY = RSAKey.generate_key(2048, parameters={"kid": "1", "use": "sig"})
OTHER_KEY = RSAKey.generate_key(2048, parameters={"kid": "1", "use": "sig"})
BEGUN = Begun(address="", state="s", nonce="n-1", verifier="v", at=NOW)
CLAIMS = {
    "iss": ISSUER,
    "aud": "quytrinh",
    "sub": "u-1",
    "nonce": "n-1",
    "iat": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 600,
}


class _Published(OpenIdProvider):
    """A provider whose keys are known without asking."""

    def _published_keys(self, now: datetime) -> KeySet:
        return KeySet([RSAKey.import_key(KEY.as_dict(private=False))])


def _read(text: str, *, at: datetime = NOW) -> Mapping[str, Any]:
    provider = _Published(openid_settings(ISSUER))
    return provider._id_token({"id_token": text, "access_token": "a"}, BEGUN, at)


def _signed(claims: Mapping[str, Any], key: RSAKey = KEY) -> str:
    return jwt.encode({"alg": "RS256", "kid": "1"}, dict(claims), key)


def test_a_token_that_fits_is_read() -> None:
    assert _read(_signed(CLAIMS))["sub"] == "u-1"
    assert _read(_signed({**CLAIMS, "aud": ["quytrinh", "b"], "azp": "quytrinh"}))["sub"] == "u-1"


@pytest.mark.parametrize(
    "other",
    [
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another"},
        {"aud": ["another"]},
        {"aud": ["quytrinh", "another"]},
        {"aud": ["quytrinh", "another"], "azp": "another"},
        {"azp": "another"},
        {"nonce": "n-2"},
        {"nonce": None},
        {"exp": int((NOW - timedelta(minutes=2)).timestamp())},
        {"exp": None},
        {"iat": int((NOW + timedelta(minutes=5)).timestamp())},
        {"nbf": int((NOW + timedelta(minutes=5)).timestamp())},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"at_hash": "AAAA"},
        {"amr": "otp"},
    ],
)
def test_a_token_of_another_issuer_audience_time_or_sign_in_is_refused(other: Mapping[str, Any]) -> None:
    claims = {key: value for key, value in {**CLAIMS, **other}.items() if value is not None}
    with pytest.raises(AnswerRefused):
        _read(_signed(claims))


def _with_public_key_as_secret() -> str:
    """What an attacker makes who knows only what everybody knows; the library refuses to help with it."""
    parts = [_base64(b'{"alg":"HS256","kid":"1"}'), _base64(json.dumps(CLAIMS).encode())]
    signature = hmac.digest(KEY.as_pem(private=False), ".".join(parts).encode(), "sha256")
    return ".".join([*parts, _base64(signature)])


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def test_a_token_that_the_provider_did_not_sign_is_refused() -> None:
    unsigned = _signed(CLAIMS).split(".")
    none = "eyJhbGciOiJub25lIn0"
    forged = (
        _signed(CLAIMS, OTHER_KEY),
        _with_public_key_as_secret(),
        f"{none}.{unsigned[1]}.",
        f"{unsigned[0]}.{unsigned[1]}.",
        "",
        "x.y.z",
    )
    for text in forged:
        with pytest.raises(AnswerRefused):
            _read(text)


def test_an_answer_that_comes_too_late_is_refused_before_anybody_is_asked() -> None:
    provider = OpenIdProvider(openid_settings("http://127.0.0.1:9"))
    for at in (NOW + timedelta(minutes=11), NOW - timedelta(minutes=1)):
        with pytest.raises(AnswerRefused):
            provider.finish(BEGUN, {"state": "s", "code": "c"}, redirect_uri="", now=at)
