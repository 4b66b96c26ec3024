"""The command line: options in, files out; the one translator from an error to a line."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import click

from briefgen import __version__
from briefgen.cli.agenda import agenda
from briefgen.cli.common import heed_interrupts, mend_streams
from briefgen.cli.doctor import doctor
from briefgen.cli.mail import outbox, send
from briefgen.cli.make import make
from briefgen.cli.meeting import meeting
from briefgen.cli.templates import templates
from briefgen.cli.verify import verify
from briefgen.errors import BriefgenError

INTERRUPTED = 130

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="briefgen", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Articles and an invitation in, a PDF brief out that proves every line of itself."""
    if context.invoked_subcommand in ("make", "agenda"):
        from briefgen.settings import making

        wanted = making().defaults()
        pages = {key: wanted[key] for key in ("pages",) if key in wanted}
        context.default_map = {"make": wanted, "agenda": pages}


for command in (make, verify, send, outbox, meeting, agenda, templates, doctor):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: an error is one line, never a traceback."""
    heed_interrupts()
    mend_streams()
    logging.basicConfig(format="briefgen: %(message)s", level=logging.WARNING, stream=sys.stderr)
    sys.exit(_flushed(run(arguments)))


def _flushed(code: int) -> int:
    """The code, or 1 where what was said last finds no room; then nothing is left to flush."""
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or _fail(_told(error), 1)
    return code


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command, its error told on stderr."""
    try:
        code = cli.main(args=arguments, prog_name="briefgen", standalone_mode=False)
    except BriefgenError as error:
        return _fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _fail("interrupted; nothing was written", INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as error:
        return _fail(_told(error), 1)
    except MemoryError:
        return _fail("out of memory; give it fewer or shorter sources", 1)
    except Exception as error:  # a defect of ours still ends in one line
        logging.getLogger("briefgen").debug("", exc_info=error)
        kind = type(error).__name__
        return _fail(f"a defect in briefgen ({kind}: {error}); please report it, with -vv", 1)
    return code if isinstance(code, int) else 0


def _told(error: OSError) -> str:
    """What the system refused, and where; without a file it was one of the standard streams."""
    where = error.filename if error.filename is not None else "standard input or output"
    return f"{where}: {(error.strerror or str(error)).lower()}"


def _fail(message: str, code: int) -> int:
    line = " ".join(message.split())
    click.echo(f"briefgen: {line}", err=True)
    return code
