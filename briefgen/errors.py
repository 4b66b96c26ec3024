"""What the user can mend, each error one line: what was wrong, with which file, what to do."""

from __future__ import annotations


class BriefgenError(Exception):
    """The base, never raised itself; `exit_code` is what the command line leaves with."""

    exit_code = 1


class NothingRead(BriefgenError):
    """No source could be read, so there is nothing to brief on."""


class PdfUnavailable(BriefgenError):
    """The libraries that write PDF are missing, or a limit stopped them."""


class TemplateError(BriefgenError):
    """A template cannot be found or filled."""


class OutputError(BriefgenError):
    """The product could not be written."""


class UsageError(BriefgenError):
    """An option or a path that does not make sense."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings or meeting file that cannot be understood."""


class NotABrief(BriefgenError):
    """A file given to `verify` or `send` that is no brief of ours."""


class StrictError(BriefgenError):
    """`--strict`, and something was unread."""

    exit_code = 3


class NotSent(BriefgenError):
    """The brief was made but could not be sent; the letter is in the outbox."""

    exit_code = 4
