"""`python -m briefgen`, and the command itself: nothing is imported before Ctrl-C ends quietly."""

import signal


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line has its own handler
    from briefgen.cli import main as run

    run()


if __name__ == "__main__":
    main()
