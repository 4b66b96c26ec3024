"""The collector of cycles rests while sentences are chosen, and only then."""

from __future__ import annotations

import gc

import pytest

from briefgen.summarize.collector import uncollected


def test_the_collector_rests_and_goes_on() -> None:
    """It is off inside and as before behind, whether the work is done or fails."""
    assert gc.isenabled()
    assert uncollected(gc.isenabled)() is False
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        uncollected(lambda: 1 / 0)()
    assert gc.isenabled()


def test_a_collector_at_rest_stays_so() -> None:
    """Who has stopped it finds it stopped."""
    gc.disable()
    try:
        assert uncollected(gc.isenabled)() is False
        assert not gc.isenabled()
    finally:
        gc.enable()
