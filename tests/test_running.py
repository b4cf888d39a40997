"""The rules under which all tests run are in force."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import SocketBlockedError

_ROOT = Path(__file__).parent.parent


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_no_test_reaches_the_network() -> None:
    with pytest.raises(SocketBlockedError):
        socket.create_connection(("127.0.0.1", 9))


def test_the_ci_profile_draws_the_same_examples_every_time() -> None:
    profile = settings.get_profile("ci")
    assert profile.derandomize
    assert profile.database is None
    assert profile.deadline is None


@pytest.mark.parametrize(
    ("variables", "name"), [({"CI": "1"}, "ci"), ({"CI": "1", "HYPOTHESIS_PROFILE": "dev"}, "dev")]
)
def test_the_header_names_the_profile(variables: dict[str, str], name: str) -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider", __file__]
    done = subprocess.run(command, cwd=_ROOT, env=variables, capture_output=True, encoding="utf-8", check=False)
    assert f"hypothesis: profile {name}, " in done.stdout
