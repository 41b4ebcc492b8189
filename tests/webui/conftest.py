"""An app, a client that asks like a program, and a visitor with a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webui.browser import Visitor, served
from webui import create_app


@pytest.fixture(scope="session")
def app() -> Flask:
    """The page as it is served, with Flask's own handling of exceptions left as in production."""
    return create_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A fresh visitor without cookies."""
    return app.test_client()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """One browser for a module: starting it costs more than all its tests."""
    with served() as address:
        visitor = Visitor(tmp_path_factory.mktemp("profile"), address)
        try:
            yield visitor
        finally:
            visitor.driver.quit()


@pytest.fixture
def visitor(browser: Visitor) -> Visitor:
    """The browser on a fresh page: wide screen, light, scripts on, nothing remembered."""
    browser.scripts("on")
    browser.screen(1280, 900)
    browser.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
    browser.driver.delete_all_cookies()
    browser.open("/?lang=zh")
    browser.run("localStorage.clear()")
    browser.complaints()
    browser.open("/")
    return browser
