"""What is measured from outside: a build, a question asked from the shell, the memory of the page's server."""

from __future__ import annotations

import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.line import Line

ROOT = Path(__file__).parents[1]
_CLI = (sys.executable, "-m", "assistant.surfaces.cli")
_TABLE, _NOTE = "US goods deficit with Mexico in 2024", "why do the two sides differ?"
_FULL, _AGAIN, _COLD, _MEMORY = 240.0, 2.0, 1.5, 1024.0
_TRIES, _START = 5, 60


def builds(store: Path) -> list[Line]:
    """The time of a build into an empty folder, with nothing cached, and of one more."""
    with TemporaryDirectory() as cache:
        full = _seconds("build", "--store", str(store), XDG_CACHE_HOME=cache)
    again = _seconds("build", "--store", str(store))
    return [Line("full build, nothing cached", full, _FULL, "s"), Line("second build", again, _AGAIN, "s")]


def cold(store: Path) -> list[Line]:
    """The time of a question asked from the shell, Python's start included: the middle of some tries."""
    asked = {"table": _TABLE, "notes": _NOTE}
    tries = {name: [_seconds("ask", q, "--store", str(store)) for _ in range(_TRIES)] for name, q in asked.items()}
    return [
        Line(f"`ask` from the shell, {name} question", median(taken), _COLD, "s", f"slowest {max(taken):.2f} s")
        for name, taken in tries.items()
    ]


def memory(store: Path) -> list[Line]:
    """The memory of the page's server after a visitor asked a table question and a notes question in a browser."""
    from tests.browser.driving import Browsing, chromium

    with _served(store) as (address, pid), chromium() as browser, Browsing(browser).opened(address) as chat:
        answers = [chat.ask(question) for question in (_TABLE, _NOTE)]
        remark = "in a browser" if all(answers) else "the page gave no answer"
        used = _resident(pid) if all(answers) else math.nan
    return [Line("memory of the page's server", used, _MEMORY, "MB", remark)]


def _seconds(*arguments: str, **environment: str) -> float:
    """The seconds that the command takes; nan where it fails."""
    started = time.perf_counter()
    done = subprocess.run(
        (*_CLI, *arguments), cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False
    )
    taken = time.perf_counter() - started
    if done.returncode:
        sys.stderr.write(f"{' '.join(arguments)}: {done.stderr.decode(errors='replace')[-500:]}\n")
        return math.nan
    return taken


@contextmanager
def _served(store: Path) -> Iterator[tuple[str, int]]:
    """The address of the page over the store, and its server's process."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "127.0.0.1"]
    environment = {**os.environ, "TRADE_ASSISTANT_STORE": str(store)}
    command += ["--server.port", str(port), "--server.headless", "true"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"the page did not start within {_START} seconds")


def _resident(pid: int) -> float:
    """The resident memory of a process in MB."""
    done = subprocess.run(("ps", "-o", "rss=", "-p", str(pid)), capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
