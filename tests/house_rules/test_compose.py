"""docker-compose.yml: true to the specification, without secrets, and its commands run."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import jsonschema
import pytest
import yaml

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0
OURS = ("migrate", "web", "worker", "watchdog", "mail")
REQUIRED = ("POSTGRES_PASSWORD", "QUYTRINH_SECRET_KEY", "QUYTRINH_BASE_URL", "QUYTRINH_MAIL_FROM")


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((HOUSE / "docker-compose.yml").read_text())


def test_the_file_holds_to_the_compose_specification(compose: Any) -> None:
    schema = json.loads((Path(__file__).parent / "vendor" / "compose-spec.json").read_text())
    jsonschema.Draft201909Validator(schema).validate(compose)


def test_no_value_that_must_be_secret_has_a_default() -> None:
    text = (HOUSE / "docker-compose.yml").read_text()
    for name in REQUIRED:
        uses = re.findall(r"\$\{" + name + r"(.*?)\}", text)
        assert uses, name
        assert all(use.startswith(":?") for use in uses), name


def test_the_example_names_every_variable_of_the_file() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", (HOUSE / "docker-compose.yml").read_text()))
    named = set(re.findall(r"^([A-Z_]+)=", (HOUSE / ".env.example").read_text(), re.MULTILINE))
    assert used == named


def test_every_lasting_service_says_how_it_is(compose: Any) -> None:
    services = compose["services"]
    assert {name for name in services if "healthcheck" not in services[name]} == {"migrate"}


def test_nothing_of_ours_starts_before_the_database_is_migrated(compose: Any) -> None:
    assert compose["services"]["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name in ("web", "worker", "watchdog", "mail"):
        awaited = compose["services"][name]["depends_on"]["migrate"]
        assert awaited == {"condition": "service_completed_successfully"}


def test_two_workers_run(compose: Any) -> None:
    assert compose["services"]["worker"]["deploy"]["replicas"] == 2


def test_the_commands_run_as_plain_processes_on_one_database(
    compose: Any, empty_database_url: str, tmp_path: Path
) -> None:
    ports = {"8000": str(_free_port()), "1025": str(_free_port())}
    environment = _environment(empty_database_url, ports)
    commands = {name: _command(compose["services"][name]["command"], ports) for name in OURS}
    health = _command(compose["services"]["worker"]["healthcheck"]["test"][2:], {})
    watched = _command(compose["services"]["watchdog"]["healthcheck"]["test"][2:], {})

    subprocess.run(commands["migrate"], check=True, env=environment, timeout=PATIENCE_SECONDS)
    with ExitStack() as running:
        for name in ("mail", "web", "worker", "worker", "watchdog"):
            running.enter_context(_running(commands[name], environment, tmp_path / f"{name}.log"))
        web = f"http://127.0.0.1:{ports['8000']}/health"
        _until(lambda: _answers_ok(web), tmp_path / "web.log")
        _until(lambda: _listens(ports["1025"]), tmp_path / "mail.log")
        _until(lambda: _succeeds(health, environment), tmp_path / "worker.log")
        _until(lambda: _succeeds(watched, environment), tmp_path / "watchdog.log")


def _environment(database_url: str, ports: dict[str, str]) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "QUYTRINH_ENVIRONMENT": "production",
        "QUYTRINH_SECRET_KEY": "0123456789abcdef" * 4,
        "QUYTRINH_BASE_URL": "https://quytrinh.coquan.example",
        "QUYTRINH_MAIL_FROM": "Quytrinh <quytrinh@coquan.example>",
        "DATABASE_URL": database_url,
        "SMTP_URL": f"smtp://127.0.0.1:{ports['1025']}",
    }


def _command(words: list[str], ports: dict[str, str]) -> list[str]:
    """The service's command for this machine: our program, free ports, loopback."""
    places = {"0.0.0.0": "127.0.0.1", **ports}  # noqa: S104 - the address of the container, not ours
    program = Path(sys.executable).with_name("quytrinh")
    return [str(program), *(places.get(word, word) for word in words)]


@contextmanager
def _running(command: list[str], environment: dict[str, str], log: Path) -> Iterator[None]:
    """The process while the block runs; afterwards it must end at the first request."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            pytest.fail(f"{command} did not end:\n{log.read_text()}")


def _until(holds: Callable[[], bool], log: Path) -> None:
    until = monotonic() + PATIENCE_SECONDS
    while not holds():
        assert monotonic() < until, log.read_text()
        Event().wait(0.2)


def _answers_ok(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except urllib.error.HTTPError as refusal:
        refusal.close()
        return False
    except OSError:
        return False


def _listens(port: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", int(port)), 5).close()
    except OSError:
        return False
    return True


def _succeeds(command: list[str], environment: dict[str, str]) -> bool:
    return (
        subprocess.run(command, check=False, env=environment, capture_output=True, timeout=30).returncode == 0
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
