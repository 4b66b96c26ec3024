"""`python -m briefgen`, and the command itself: nothing is imported before Ctrl-C ends quietly."""

import gc
import signal

COLLECT_AFTER = 100_000  # new objects: a page's boxes all live until it is written


def main() -> None:
    """Run the command line."""
    gc.set_threshold(COLLECT_AFTER, 50, 50)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the command line has its own handler
    from briefgen.cli import main as run

    run()


if __name__ == "__main__":
    main()
