"""Sees to the Debian packages that hold what the arguments name, or says which are missing.

Each argument is WHAT:PACKAGE. A WHAT with `.so` in it is a shared library, tried by loading it;
any other is a command, looked up on the path. What is missing is installed where the user may, as
root or through a sudo that asks no password; elsewhere one line names it. Always ends well: whoever
needs the missing thing says so itself.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

ADMIN_PATHS = "/usr/local/sbin:/usr/sbin:/sbin"  # where servers are, off a user's own path

# Nothing is removed to make room (a machine keeps its own mail server), and no server is started,
# which policy-rc.d sees to: the tests start their own. An old list of packages will do.
INSTALL = """
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'rm -f $policy' EXIT
    printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod +x $policy
fi
export DEBIAN_FRONTEND=noninteractive
options="-qq -o Acquire::Retries=2 -o Acquire::http::Timeout=30"
apt-get $options update
apt-get $options install -y --no-install-recommends --no-remove "$@"
"""


def is_there(what: str) -> bool:
    """Whether the library loads, or the command is on the path."""
    if ".so" not in what:
        return bool(shutil.which(what, path=f"{os.environ.get('PATH', '')}:{ADMIN_PATHS}"))
    try:
        ctypes.CDLL(what)
    except OSError:
        return False
    return True


def missing(needs: list[str]) -> list[str]:
    """The packages of what is not there, each once."""
    pairs = [need.rpartition(":") for need in needs]
    return sorted({package for what, _, package in pairs if not is_there(what)})


def privilege() -> list[str] | None:
    """What to put before a command to run it as root; None where the user may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    asks_nothing = ["sudo", "-n"]
    may = (
        shutil.which("sudo")
        and not subprocess.run([*asks_nothing, "true"], capture_output=True).returncode
    )
    return asks_nothing if may else None


def install(packages: list[str], prefix: list[str]) -> str | None:
    """Installs the packages; what went wrong, in a line, or None."""
    done = subprocess.run(
        [*prefix, "sh", "-c", INSTALL, "install", *packages],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    trouble = done.stderr.strip().splitlines() or [f"apt-get left with {done.returncode}"]
    return trouble[-1] if done.returncode else None


def main(needs: list[str]) -> None:
    """Installs what is missing, or names it."""
    packages = missing(needs)
    if not packages:
        return
    prefix = privilege()
    if prefix is not None:
        print("Installing", *packages, file=sys.stderr)
        trouble = install(packages, prefix)
        if not trouble:
            return
        print(trouble, file=sys.stderr)
    hint = (
        "on macOS: brew install pango poppler qpdf"
        if sys.platform == "darwin"
        else "as root: apt-get install " + " ".join(packages)
    )
    print(f"Missing: {' '.join(packages)} ({hint}); going on without.", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
