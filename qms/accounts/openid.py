"""Sign-in by OpenID Connect: code flow with PKCE; the only module that speaks to an OpenID provider."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from qms.accounts.identity_file import is_safe_address
from qms.accounts.identity_settings import Arrival, OpenIdSettings
from qms.accounts.outside_refusals import AnswerRefused, ProviderUnreachable, SignInCancelled

REMEMBERED: Final = timedelta(minutes=10)
"""How long what a provider publishes about itself is not asked for again."""
PATIENCE: Final = timedelta(minutes=10)
"""How long somebody may take between leaving for the provider and coming back."""
_LEFT_ALONE: Final = timedelta(seconds=10)
"""How long a provider that did not answer is not asked: each question holds a thread until its timeout."""
_LEEWAY: Final = 60
"""Seconds by which two machines' clocks may differ."""
_LARGEST: Final = 1_000_000
"""Bytes of an answer."""
_NEEDED: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_OPTIONAL: Final = ("userinfo_endpoint", "end_session_endpoint")
_KEY_TYPES: Final = frozenset({"RSA", "EC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A sign-in on its way: where the browser goes, and what only that browser may come back with."""

    address: str
    state: str
    nonce: str
    verifier: str
    at: datetime


class OpenIdProvider:
    """A provider of the settings; what it publishes about itself is remembered for some minutes."""

    def __init__(self, settings: OpenIdSettings) -> None:
        self.settings = settings
        self._published: tuple[datetime, Mapping[str, Any]] | None = None
        self._keys: KeySet | None = None
        self._silent_since: datetime | None = None

    def begin(self, *, redirect_uri: str, now: datetime) -> Begun:
        """Where to send the browser; raises ProviderUnreachable."""
        settings = self.settings
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        extra = {"acr_values": settings.acr_values} if settings.acr_values else {}
        with self._client(redirect_uri) as client:
            address, _state = client.create_authorization_url(
                self._metadata(now)["authorization_endpoint"],
                state=state,
                nonce=nonce,
                code_verifier=verifier,
                **extra,
            )
        return Begun(address=address, state=state, nonce=nonce, verifier=verifier, at=now)

    def finish(self, begun: Begun, answer: Mapping[str, str], *, redirect_uri: str, now: datetime) -> Arrival:
        """Whom the provider recognised. Raises AnswerRefused, SignInCancelled, ProviderUnreachable."""
        self._require_answer(begun, answer, now)
        with self._client(redirect_uri) as client:
            token = self._token(client, answer["code"], begun, now)
            claims = self._id_token(token, begun, now)
            return self._arrival(claims, self._user_information(client, claims, now))

    def farewell(self, *, back_to: str, now: datetime) -> str | None:
        """Where a browser ends its sign-in at the provider, too; None where the provider offers no such."""
        address = self._metadata(now).get("end_session_endpoint")
        if address is None:
            return None
        asked = {"client_id": self.settings.client_id, "post_logout_redirect_uri": back_to}
        return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"

    def _require_answer(self, begun: Begun, answer: Mapping[str, str], now: datetime) -> None:
        if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise AnswerRefused("state")
        if not timedelta() <= now - begun.at <= PATIENCE:
            raise AnswerRefused("too late")
        # RFC 9207: an answer of another provider must not be taken to this one's address.
        named = answer.get("iss")
        promised = self._metadata(now).get("authorization_response_iss_parameter_supported") is True
        if (promised or named is not None) and named != self.settings.issuer:
            raise AnswerRefused("iss of the answer")
        if "error" in answer:
            vouching = self.settings.vouching
            raise SignInCancelled(vouching.name_vi, vouching.name_en, answer["error"][:100])
        if not answer.get("code"):
            raise AnswerRefused("no code")

    def _token(self, client: OAuth2Session, code: str, begun: Begun, now: datetime) -> Mapping[str, Any]:
        try:
            token = client.fetch_token(
                self._metadata(now)["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=begun.verifier,
                allow_redirects=False,
            )
        except AuthlibBaseError as error:
            raise AnswerRefused(f"token: {error.error}") from None
        except (requests.RequestException, ValueError) as error:
            raise self._unreachable(error) from None
        if not isinstance(token.get("id_token"), str) or not isinstance(token.get("access_token"), str):
            raise AnswerRefused("no ID token")
        return dict(token)

    def _id_token(self, token: Mapping[str, Any], begun: Begun, now: datetime) -> Mapping[str, Any]:
        """The claims of an ID token that this provider signed for us, now, and for this very sign-in."""
        settings = self.settings
        options = {
            "iss": {"essential": True, "value": settings.issuer},
            "aud": {"essential": True, "value": settings.client_id},
        }
        asked = {
            "nonce": begun.nonce,
            "client_id": settings.client_id,
            "access_token": token["access_token"],
        }
        signed = self._signed(token["id_token"], now)
        try:
            claims = CodeIDToken(signed.claims, signed.header, options, asked)
            claims.validate(now=int(now.timestamp()), leeway=_LEEWAY)
        except (JoseError, ValueError, TypeError) as error:
            raise AnswerRefused(f"ID token: {error}") from None
        if not isinstance(claims["sub"], str) or not claims["sub"]:
            raise AnswerRefused("ID token: sub")
        return dict(claims)

    def _signed(self, text: str, now: datetime) -> jwt.Token:
        """The token if its signature is the provider's; a key not seen before is looked up once."""
        allowed = list(self.settings.algorithms)
        known = self._keys
        if known is not None:
            try:
                return jwt.decode(text, known, algorithms=allowed)
            except (JoseError, ValueError):
                pass
        self._keys = self._published_keys(now)
        try:
            return jwt.decode(text, self._keys, algorithms=allowed)
        except (JoseError, ValueError) as error:
            raise AnswerRefused(f"ID token: {error}") from None

    def _published_keys(self, now: datetime) -> KeySet:
        with self._client("") as client:
            found = self._fetch(client, self._metadata(now)["jwks_uri"]).get("keys")
        signing = [
            key
            for key in (found if isinstance(found, list) else [])
            if isinstance(key, dict) and key.get("kty") in _KEY_TYPES and key.get("use", "sig") == "sig"
        ]
        try:
            return KeySet.import_key_set({"keys": signing})
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise self._unreachable(error) from None

    def _user_information(
        self, client: OAuth2Session, claims: Mapping[str, Any], now: datetime
    ) -> Mapping[str, Any]:
        address = self._metadata(now).get("userinfo_endpoint")
        if address is None:
            return {}
        found = self._fetch(client, address, signed_in=True)
        if found.get("sub") != claims["sub"]:
            raise AnswerRefused("userinfo: sub")
        return found

    def _arrival(self, claims: Mapping[str, Any], more: Mapping[str, Any]) -> Arrival:
        settings = self.settings
        told = {**more, **claims}
        groups = told.get(settings.groups_claim, [])
        verified = settings.trusts_email or told.get("email_verified") in (True, "true")
        ways = {str(way) for way in (claims.get("acr"), *(claims.get("amr") or []))}
        return Arrival(
            subject=claims["sub"],
            username=_text(told.get(settings.username_claim)),
            full_name=_text(told.get("name")),
            email=_text(told.get("email")),
            email_verified=verified,
            groups=frozenset(str(group) for group in ([groups] if isinstance(groups, str) else groups or [])),
            second_factor=settings.second_factor or bool(ways & settings.second_factor_values),
        )

    def _metadata(self, now: datetime) -> Mapping[str, Any]:
        """What the provider publishes about itself, its addresses checked."""
        known = self._published
        if known is not None and timedelta() <= now - known[0] < REMEMBERED:
            return known[1]
        issuer = self.settings.issuer
        if self._silent_since is not None and timedelta() <= now - self._silent_since < _LEFT_ALONE:
            raise self._unreachable("did not answer a moment ago")
        try:
            with self._client("") as client:
                found = self._fetch(client, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        except ProviderUnreachable:
            self._silent_since = now
            raise
        if found.get("issuer") != issuer:
            raise self._unreachable("issuer")
        for key in (*_NEEDED, *(key for key in _OPTIONAL if key in found)):
            if not isinstance(found.get(key), str) or not is_safe_address(found[key]):
                raise self._unreachable(key)
        self._published, self._silent_since = (now, found), None
        return found

    def _fetch(self, client: OAuth2Session, address: str, *, signed_in: bool = False) -> dict[str, Any]:
        try:
            answer = client.get(address, withhold_token=not signed_in, allow_redirects=False, stream=True)
            with answer:
                content = answer.raw.read(_LARGEST + 1, decode_content=True)
                if answer.status_code != requests.codes.ok or len(content) > _LARGEST:
                    raise self._unreachable(f"{address}: {answer.status_code}")
                found = json.loads(content)
        except (requests.RequestException, AuthlibBaseError, OSError, ValueError) as error:
            raise self._unreachable(error) from None
        if not isinstance(found, dict):
            raise self._unreachable(address)
        return found

    def _client(self, redirect_uri: str) -> OAuth2Session:
        settings = self.settings
        methods = ["client_secret_basic"]
        if self._published is not None:
            methods = self._published[1].get("token_endpoint_auth_methods_supported", methods)
        basic = "client_secret_basic" in methods
        confidential = "client_secret_basic" if basic else "client_secret_post"
        return OAuth2Session(
            settings.client_id,
            settings.client_secret or None,
            token_endpoint_auth_method=confidential if settings.client_secret else "none",
            scope=" ".join(settings.scopes),
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
            default_timeout=settings.timeout_seconds,
        )

    def _unreachable(self, why: object) -> ProviderUnreachable:
        vouching = self.settings.vouching
        return ProviderUnreachable(vouching.name_vi, vouching.name_en, str(why)[:200])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
