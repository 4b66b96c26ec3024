"""What the set-up looks for on the machine, and what it says where it may not install it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def load() -> ModuleType:
    """The script, which lives outside the package."""
    spec = importlib.util.spec_from_file_location("needs", ROOT / ".ci" / "needs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


needs = load()
in_ci = pytest.mark.skipif(os.environ.get("CI") != "true", reason="only CI must have all the tools")


def test_what_is_there_is_not_missing() -> None:
    """A command on the path and a library that loads ask for no package."""
    assert needs.missing(["make:make", "libc.so.6:libc6"]) == []


def test_a_package_is_missing_once() -> None:
    """Two things of one package ask for it once; packages come in order."""
    wanted = ["no-such-tool:tools", "libnosuch.so.9:libs", "no-such-either:tools"]
    assert needs.missing(wanted) == ["libs", "tools"]


def test_who_may_not_install_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the right to install, the set-up names the package and goes on."""
    monkeypatch.setattr(needs, "privilege", lambda: None)
    needs.main(["no-such-tool:tools"])
    said = capsys.readouterr().err
    assert (said.count("\n"), "tools" in said) == (1, True)


def test_the_set_up_asks_for_each_thing_by_its_package() -> None:
    """Every need in the Makefile reads WHAT:PACKAGE, libraries by their full name."""
    wanted = makefile_needs("SLOW_NEEDS")
    assert [need for need in wanted if need.count(":") != 1] == []
    assert {"libpango-1.0.so.0:libpango-1.0-0", "qpdf:qpdf"} <= set(wanted)


@in_ci
def test_in_ci_nothing_is_missing() -> None:
    """No test is passed over in continuous integration for want of a tool."""
    assert needs.missing(makefile_needs("TEST_NEEDS")) == []


@pytest.mark.slow
@in_ci
def test_in_ci_no_server_is_missing() -> None:
    """Nor is a slow one."""
    assert needs.missing(makefile_needs("SLOW_NEEDS")) == []


def makefile_needs(variable: str) -> list[str]:
    """What the Makefile looks for under a variable."""
    command = [
        "make",
        "--silent",
        "--no-print-directory",
        "--eval",
        f"told: ; @echo $({variable})",
        "told",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()
