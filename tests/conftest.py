"""How all tests run: Hypothesis' profiles and seeds, and no network.

`ci` draws the same examples every time, so that a failure there is a failure everywhere; `dev` draws new
ones, fewer, and Hypothesis prints how to repeat a failure. `ci` is taken where the environment variable
CI is set; HYPOTHESIS_PROFILE names one outright.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, enable_socket

# How long an example takes says nothing on a machine that others use too.
_COMMON = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _COMMON, derandomize=True, database=None, max_examples=120)
settings.register_profile("dev", _COMMON, max_examples=40)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
settings.load_profile(PROFILE)


def pytest_report_header() -> str:
    """Say at the head of every run which examples are drawn."""
    chosen = settings.get_profile(PROFILE)
    seeds = "the same examples every time" if chosen.derandomize else "new examples every time (--hypothesis-seed=N)"
    return f"hypothesis: profile {PROFILE}, {chosen.max_examples} examples for each law, {seeds}; sockets are blocked"


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()
