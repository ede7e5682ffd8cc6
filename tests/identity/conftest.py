"""The two real servers, started once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.identity_servers.ldap_server import RunningDirectory, ldap_server
from tests.identity_servers.openid_provider import RunningProvider, openid_provider


@pytest.fixture(scope="session")
def provider() -> Iterator[RunningProvider]:
    """oidc-provider, listening on loopback."""
    with openid_provider() as running:
        yield running


@pytest.fixture(scope="session")
def running_directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDirectory]:
    """slapd, listening on loopback."""
    with ldap_server(tmp_path_factory.mktemp("slapd")) as running:
        yield running


@pytest.fixture
def directory(running_directory: RunningDirectory) -> RunningDirectory:
    """The directory without anybody in it."""
    running_directory.clear()
    return running_directory
