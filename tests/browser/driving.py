"""A browser, the app it talks to, and what a visitor does there."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_START_SECONDS = 240
_ANSWER_MS = 30_000


@contextmanager
def served(app: Path = ROOT / "app.py") -> Iterator[str]:
    """The address of the app, run as its users run it, on a free port of loopback."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.address", "127.0.0.1"]
    with TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=ROOT, env={**os.environ}, stdout=log, stderr=log
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window; that it is missing is a fault, never a reason to skip."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


class Browsing:
    """A browser that opens the page at a size and in a theme."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @contextmanager
    def opened(self, address: str, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Iterator[Chat]:
        """The page, opened by a new visitor."""
        height = 844 if width < 600 else 900
        context = self._browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        try:
            yield Chat(context.new_page(), address)
        finally:
            context.close()


class Chat:
    """What a visitor does on the page, and sees."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.elsewhere: list[str] = []
        self.faults: list[str] = []
        page.set_default_timeout(_ANSWER_MS)
        page.on("request", lambda request: self._watch(request.url, address))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(address)
        self._ready(_START_SECONDS * 1000)
        page.wait_for_function("document.activeElement.dataset.testid === 'stChatInputTextArea'")

    def ask(self, question: str) -> str:
        """The answer to a question that is typed, once it is there whole."""
        count = len(self.answers())
        self.send(question)
        return self.waited(count + 1)

    def send(self, question: str) -> None:
        """Types a question and sends it off."""
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(question)
        box.press("Enter")

    def waited(self, count: int) -> str:
        """The last of so many answers, once its tool bar shows that it is whole."""
        self.page.get_by_role("button", name="Retry").nth(count - 1).wait_for()
        self._ready(_ANSWER_MS)
        return self.answers()[-1]

    def answers(self) -> list[str]:
        """The texts of the answers, oldest first."""
        return self.page.locator('[data-testid="stChatMessage"]:has(button:has-text("Retry"))').all_inner_texts()

    def table(self) -> list[list[str]]:
        """The last table, as a screen reader is told it."""
        # the table is painted; what it says stands in the canvas as a grid that is read aloud
        grid = self.page.locator("canvas table[role=grid]").last
        grid.locator("td").first.wait_for(state="attached")
        rows = grid.locator("tr").all()
        return [[cell.text_content() or "" for cell in row.locator("td, th").all()] for row in rows]

    def sources(self) -> str:
        """What the last panel of sources says, opened."""
        panel = self.page.get_by_test_id("stExpander").filter(has_text="Sources and basis").last
        panel.locator("summary").click()
        panel.get_by_test_id("stCaptionContainer").first.wait_for()
        self.page.wait_for_timeout(400)
        return panel.inner_text()

    def download(self, kind: str) -> bytes:
        """The file behind a button of the download menu."""
        button = self.page.get_by_test_id("stDownloadButton").get_by_role("button", name=kind, exact=True)
        if not button.is_visible():
            self.page.get_by_role("button", name="Download").last.click()
        with self.page.expect_download() as coming:
            button.click()
        return Path(coming.value.path()).read_bytes()

    def to_sources(self) -> None:
        """Opens the sources page by its link."""
        self.page.get_by_test_id("stPageLink").get_by_role("link").click()
        self.page.get_by_role("heading", name="Sources", exact=True).wait_for()
        self.page.get_by_role("tab").first.wait_for()
        self._still(_ANSWER_MS)

    def back_to_chat(self) -> None:
        """Goes back by the link of the sources page."""
        self.page.get_by_test_id("stPageLink").get_by_role("link").click()
        self._ready(_ANSWER_MS)

    def charts(self) -> int:
        """How many charts are drawn."""
        return self.page.locator("[data-testid=stVegaLiteChart] :is(svg.marks, canvas.marks)").count()

    def refresh(self) -> None:
        """The page loaded anew."""
        self.page.reload()
        self._ready(_ANSWER_MS)
        self.page.get_by_role("button", name="Retry").first.wait_for()

    def focused(self) -> str:
        """What has the cursor."""
        return str(self.page.evaluate("document.activeElement.dataset.testid"))

    def reached(self, name: str, steps: int = 60) -> bool:
        """Whether the tab key comes to a button of that name."""
        for _ in range(steps):
            self.page.keyboard.press("Shift+Tab")
            if name in str(self.page.evaluate("document.activeElement.innerText")):
                return True
        return False

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def is_dark(self) -> bool:
        """Whether the background is dark."""
        colour = self.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        return sum(int(part) for part in colour[4:-1].split(",")[:3]) < 200

    def _watch(self, url: str, address: str) -> None:
        if not url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:")):
            self.elsewhere.append(url)

    def _ready(self, milliseconds: int) -> None:
        self.page.get_by_test_id("stChatInputTextArea").wait_for(timeout=milliseconds)
        self._still(milliseconds)

    def _still(self, milliseconds: int) -> None:
        self.page.wait_for_function(
            "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'",
            timeout=milliseconds,
        )
        # charts and tables come a moment after the text; where they will be there is a grey bar
        self.page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')", timeout=milliseconds)
        self.page.wait_for_timeout(300)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "the app ended by itself"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.3)
    raise AssertionError("the app did not start")
