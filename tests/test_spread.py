"""Work by several processes gives what one gives, whatever becomes of the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence

import pytest

from newsline.spread import FEWEST, PART, dealt, spread

MANY = 3 * FEWEST + PART // 2


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that other tests have left behind do not count."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def squares(items: Sequence[int]) -> Iterator[int]:
    return (item * item for item in items)


@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
@pytest.mark.parametrize("size", [0, 1, PART, FEWEST - 1, 2 * FEWEST, MANY])
@pytest.mark.usefixtures("alone")
def test_the_same_is_found_by_any_number_of_processes(size: int, jobs: int) -> None:
    assert spread(squares, range(size), jobs) == [item * item for item in range(size)]


@pytest.mark.usefixtures("alone")
def test_more_processes_than_one_do_the_work() -> None:
    who = spread(lambda items: [os.getpid()] * len(items), range(MANY), 2)
    assert len(set(who)) == 2
    assert os.getpid() in who


def test_few_things_are_done_here() -> None:
    assert set(spread(lambda items: [os.getpid()] * len(items), range(FEWEST), 2)) == {os.getpid()}


def test_beside_other_threads_all_is_done_here() -> None:
    wait = threading.Event()
    other = threading.Thread(target=wait.wait)
    other.start()
    try:
        assert set(spread(lambda items: [os.getpid()] * len(items), range(MANY), 2)) == {os.getpid()}
    finally:
        wait.set()
        other.join()


@pytest.mark.usefixtures("alone")
def test_what_a_process_that_dies_would_have_found_is_found_here() -> None:
    own = os.getpid()

    def deadly(items: Sequence[int]) -> Iterator[int]:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(items)

    assert spread(deadly, range(MANY), 3) == [item * item for item in range(MANY)]


@pytest.mark.usefixtures("alone")
def test_an_error_is_raised_wherever_it_happens(capfd: pytest.CaptureFixture[str]) -> None:
    def wrong(items: Sequence[int]) -> Iterator[int]:
        return (1 // (item - MANY + 1) for item in items)

    for jobs in (1, 2):
        with pytest.raises(ZeroDivisionError):
            spread(wrong, range(MANY), jobs)
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("alone")
def test_no_process_is_left_after_an_error_here() -> None:
    own = os.getpid()
    begun = threading.Event()

    def slow(items: Sequence[int]) -> Iterator[int]:
        if os.getpid() == own:
            raise KeyboardInterrupt
        begun.wait(60)
        return squares(items)

    with pytest.raises(KeyboardInterrupt):
        spread(slow, range(MANY), 2)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("size", [0, 1, PART, PART + 1, MANY])
def test_items_are_dealt_so_that_no_run_has_most_of_the_work(size: int) -> None:
    found = dealt(range(size, 0, -1))
    assert sorted(found) == [*range(1, size + 1)]
    most = max((sum(found[at : at + PART]) for at in range(0, size, PART)), default=0)
    assert most <= 1.2 * sum(found) * min(1.0, PART / max(1, size))
