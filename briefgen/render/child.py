"""Work that may run wild, done in a forked child with limits on its time and memory.

A crash, a limit or an interruption of the parent ends the child and nothing else. Where there is
no fork the work is done here, unbounded.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from briefgen.errors import BriefgenError, PdfUnavailable

T = TypeVar("T")

_CHUNK = 1 << 20
#: CPU seconds that any rendering may take.
BASE = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """CPU seconds, wall-clock seconds and bytes of memory on top of what is in use already."""

    cpu: int
    wall: int
    memory: int = 2 << 30


def limits_for(characters: int, *, sources: int = 0) -> Limits:
    """Generous limits for a brief on so many sources of so many characters in all.

    A page takes a tenth of a second, and no more than some hundred pages are ever laid out; the
    rest is attached, a second for some megabytes. Each source is listed and headed in the annex,
    which takes up to a megabyte.
    """
    cpu = BASE + characters // 100_000 + sources // 20
    return Limits(cpu=cpu, wall=4 * cpu, memory=(2 << 30) + (sources << 20))


def bounded(work: Callable[[], T], limits: Limits, *, doing: str) -> T:
    """The result of `work`, done in a child; its errors are raised here.

    Raises PdfUnavailable, one line, where a limit or a crash ended it; `doing` says what it did.
    """
    if not hasattr(os, "fork"):
        return work()
    source, sink = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # numpy's idle threads make Python warn; the child touches none of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(source)
        _work(work, sink, limits)
    os.close(sink)
    try:
        data = _read(source, time.monotonic() + limits.wall)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(source)
        status = os.waitpid(child, 0)[1]
    if status != 0 or not data:
        raise PdfUnavailable(f"{doing} was given up: {_reason(status, limits)}")
    result = pickle.loads(data)  # noqa: S301  # written by our own child
    if isinstance(result, BriefgenError):
        raise result
    done: T = result
    return done


def _read(source: int, deadline: float) -> bytes:
    """All the child writes, or a TimeoutError turned into its one line."""
    parts: list[bytes] = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([source], [], [], left)[0]:
            raise PdfUnavailable("the rendering was given up: it took too long")
        part = os.read(source, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _work(work: Callable[[], object], sink: int, limits: Limits) -> NoReturn:
    """The child's whole life; it never returns into the parent's code."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _limit(limits)
        try:
            result: object = work()
        except BriefgenError as error:
            result = error
        except MemoryError:
            result = PdfUnavailable("the rendering was given up: it needs too much memory")
        except RecursionError:
            result = PdfUnavailable("the rendering was given up: the page is nested too deep")
        except Exception as error:  # noqa: BLE001  # whatever the libraries raise is one line
            _debug(error)
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            result = PdfUnavailable(f"the rendering failed: {reason[:300]}")
        data = pickle.dumps(result)
        with os.fdopen(sink, "wb") as stream:
            stream.write(data)
        code = 0
    except BaseException as error:  # noqa: BLE001  # no traceback leaves the child
        _debug(error)
    finally:
        os._exit(code)


def _debug(error: BaseException) -> None:
    if os.environ.get("BRIEFGEN_DEBUG"):
        sys.excepthook(type(error), error, error.__traceback__)


def _limit(limits: Limits) -> None:
    import resource

    spent = sum(os.times()[:2])
    cpu = int(spent) + limits.cpu
    for kind, value in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, _in_use() + limits.memory),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # A system that knows the limit by name only (macOS and RLIMIT_AS) goes without it.
        try:
            resource.setrlimit(kind, (soft, hard))
        except (OSError, ValueError):
            continue


def _in_use() -> int:
    """The size of the address space now, in bytes; 1 GiB where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1 << 30


def _reason(status: int, limits: Limits) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return f"it took more than {limits.cpu} seconds of computing"
        return f"the libraries that write it crashed ({signal.Signals(number).name})"
    return "the libraries that write it failed"
