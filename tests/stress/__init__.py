"""What shows itself only in many runs: a lane of its own, `pytest -m stress`."""
