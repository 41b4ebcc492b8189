"""A real browser for the page, and a real server for the browser."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait
from waitress.server import create_server

from webui import create_app

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
HOW_TO_GET = "install Chromium and its driver: apt-get install chromium chromium-driver"
WAIT_SECONDS = 20  # upper bound for a slow machine; nothing waits longer than it has to


def require_browser() -> tuple[str, str]:
    """Paths of Chromium and its driver; without them the tests skip loudly, or fail in CI."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser and driver:
        return browser, driver
    message = f"the page was NOT tested in a browser; {HOW_TO_GET}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    warnings.warn(message, stacklevel=2)
    pytest.skip(message)


@contextmanager
def served() -> Iterator[str]:
    """The page on a free port of this machine; gives its address."""
    server = create_server(create_app(), host="127.0.0.1", port=0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()


class Visitor:
    """Someone in front of the page."""

    def __init__(self, profile: Path, address: str) -> None:
        browser, driver = require_browser()
        options = webdriver.ChromeOptions()
        options.binary_location = browser
        for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1280,900", "--lang=zh-CN"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.address = address

    def screen(self, width: int, height: int) -> None:
        """Look through a screen of this size (CSS pixels); below 600 it is a phone."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def prefer(self, **features: str) -> None:
        """Media features such as prefers_color_scheme="dark"."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": wanted})

    def scripts(self, state: str) -> None:
        """Switch scripts "on" or "off"."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": state == "off"})

    def open(self, path: str = "/") -> None:
        """Open an address of the page."""
        self.driver.get(self.address + path)

    def paste(self, text: str) -> None:
        """Put a text into the box as a paste does, emoji and all."""
        self.one("#text").clear()
        self.one("#text").click()
        self.driver.execute_cdp_cmd("Input.insertText", {"text": text})

    def press(self, *keys: str) -> None:
        """Press keys wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def one(self, selector: str) -> WebElement:
        """The first element that fits."""
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[WebElement]:
        """Every element that fits."""
        return self.driver.find_elements("css selector", selector)

    def run(self, script: str, *arguments: object) -> Any:
        """What a script gives back."""
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str) -> None:
        """Wait for a script to give something true."""
        WebDriverWait(self.driver, WAIT_SECONDS, 0.05).until(
            lambda driver: driver.execute_script(f"return {script}")
        )

    def appears(self, selector: str) -> None:
        """Wait for an element; works without scripts too."""
        WebDriverWait(self.driver, WAIT_SECONDS, 0.05).until(lambda _: self.all(selector))

    def check(self, text: str) -> None:
        """Paste and check, by keyboard alone."""
        from selenium.webdriver.common.keys import Keys

        self.paste(text)
        self.press(Keys.CONTROL + Keys.ENTER)
        self.until("!!document.querySelector('#verdict') && document.activeElement.id === 'verdict'")

    @property
    def current(self) -> list[str]:
        """Numbers of the findings in focus (one, if all is well)."""
        return [str(card.get_attribute("data-number")) for card in self.all(".finding.current")]

    def log(self, kind: str) -> list[dict[str, Any]]:
        """Entries of a log since the last look: "browser" (the console) or "performance" (the network)."""
        return list(self.driver.get_log(kind))  # type: ignore[no-untyped-call]

    def complaints(self) -> list[str]:
        """What the browser's console holds, violations of the policy included."""
        return [str(entry["message"]) for entry in self.log("browser")]
