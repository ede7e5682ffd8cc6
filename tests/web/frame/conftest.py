"""The preview application, once for the tests of the frame."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.frame.preview import create_preview


@pytest.fixture(scope="session")
def preview() -> Flask:
    return create_preview()


@pytest.fixture
def client(preview: Flask) -> FlaskClient:
    return preview.test_client()
