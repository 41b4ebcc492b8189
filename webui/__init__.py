"""The review page: paste or upload a script, see each risky phrase with its basis and a rewrite.

One blueprint a feature. Nothing is stored, nothing is fetched from elsewhere, and by default it answers only
to the names of this machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask import Flask

from webui import api, faults, i18n, review, rulebook, security
from webui.checkers import CheckerShelf
from webui.highlight import reveal
from webui.limits import LOCAL_HOSTS, MAX_BODY_BYTES, MAX_FORM_BYTES, MAX_FORM_PARTS


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """The page as a WSGI application.

    Args:
        config: settings over the defaults. ``ALLOWED_HOSTS``: names (without port) under which the page
            answers; widen it only behind a proxy that authenticates people. ``TODAY``: a function giving the
            date to judge by.
    """
    app = Flask(__name__)
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_FORM_BYTES,
        MAX_FORM_PARTS=MAX_FORM_PARTS,
        ALLOWED_HOSTS=list(LOCAL_HOSTS),
        TODAY=date.today,
    )
    app.config.update(config or {})
    app.json.ensure_ascii = True  # type: ignore[attr-defined]  # lone surrogates survive only as \uXXXX
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.globals["reveal"] = reveal
    app.extensions["checkers"] = CheckerShelf()
    security.install(app)
    i18n.install(app)
    faults.install(app)
    rulebook.install(app)
    for feature in (review, api, rulebook):
        app.register_blueprint(feature.blueprint)
    return app
