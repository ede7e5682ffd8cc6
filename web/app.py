"""The web application: one factory, every room registered here."""

from __future__ import annotations

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from qms.bootstrap import System, open_system
from qms.settings import read_settings
from web import (
    administration,
    api,
    audits,
    auth,
    budget,
    calendar,
    chains,
    committee,
    controlled_documents,
    dashboard,
    deadline_calendar,
    decision_builder,
    delegation,
    demo_time,
    designer,
    dispatches,
    evidence,
    exchange,
    feedback,
    files,
    form_builder,
    form_templates,
    forms,
    health,
    inbox,
    inspections,
    instances,
    ladders,
    legal_documents,
    mails,
    migrations,
    nonconformities,
    objectives,
    operations,
    organisation,
    outgoing,
    oversight,
    plans,
    policies,
    procedure_prints,
    procedure_tables,
    procedures,
    processes,
    publications,
    readings,
    rehearsals,
    reporting_calendar,
    reports,
    retention,
    reviews,
    risks,
    signatures,
    simplification,
    training,
    years,
)
from web.assets import init_assets
from web.auth.cookies import PAGE_COOKIE, cookie_name
from web.auth.gate import init_gate
from web.errors import init_errors
from web.headers import init_headers
from web.mandate_words import init_mandate_words
from web.names import init_names
from web.navigation import init_navigation
from web.requests import PlainRequest
from web.system import keep_system
from web.translation import init_translation

ROOMS = (
    administration,
    api,
    audits,
    auth,
    budget,
    calendar,
    chains,
    committee,
    controlled_documents,
    dashboard,
    deadline_calendar,
    decision_builder,
    delegation,
    designer,
    dispatches,
    evidence,
    exchange,
    feedback,
    files,
    form_builder,
    form_templates,
    forms,
    health,
    inbox,
    inspections,
    instances,
    ladders,
    legal_documents,
    mails,
    migrations,
    nonconformities,
    objectives,
    operations,
    organisation,
    outgoing,
    oversight,
    plans,
    policies,
    procedure_prints,
    procedure_tables,
    procedures,
    processes,
    publications,
    readings,
    rehearsals,
    reporting_calendar,
    reports,
    retention,
    reviews,
    risks,
    signatures,
    simplification,
    training,
    years,
)
FILES_AT_ONCE = 10
"""One file over the limit is refused by name; only a request beyond ten such files is turned away whole."""


def create_app(system: System | None = None) -> Flask:
    """The application over a system; without one, over the system that the environment describes."""
    running = system or open_system(read_settings())
    settings = running.settings
    app = Flask(__name__, template_folder="templates")
    app.request_class = PlainRequest
    app.config.update(
        SECRET_KEY=settings.secret_key,
        FILE_LIMIT=settings.upload_limit,
        MAX_CONTENT_LENGTH=settings.upload_limit * FILES_AT_ONCE,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        MAX_FORM_PARTS=6_000,  # a form's tables hold up to 5,000 cells
        SESSION_COOKIE_NAME=cookie_name(PAGE_COOKIE, secure=settings.secure_cookies),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    keep_system(app, running)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    init_translation(app)
    init_assets(app)
    init_headers(app)
    init_errors(app)
    init_gate(app)
    CSRFProtect(app).exempt(api.blueprint)  # programs come with a token, never with a cookie
    init_navigation(app)
    init_names(app)
    init_mandate_words(app)
    app.teardown_request(_close_uploads)
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
    if settings.demo_time:
        app.register_blueprint(demo_time.blueprint)
    return app


def _close_uploads(_error: BaseException | None) -> None:
    """Give back the temporary files of what was uploaded."""
    request.close()
