"""Runs the exported model in PySD: does a Python engine for system dynamics reach our own numbers?

    python tests/verify/engine.py FOLDER          every case in FOLDER
    python tests/verify/engine.py --bench CASE    time of one run

A case is a folder with `model.xmile` and `expected.json`, {key: {series: values}}. The first prints a line for every
check and then how many passed and failed; the exit code is 1 if any failed. The second ends with one line of JSON,
milliseconds, p50 and p95.
"""

import json
import sys
import time
import traceback
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

# PySD writes tables into the program it generates as numpy prints them, by default with eight digits.
np.set_printoptions(precision=17, floatmode="unique")

import pysd  # noqa: E402

# Before its first year a table of money holds what it holds there, nothing: what the file means, and no news.
warnings.filterwarnings("ignore", message="(?s).*extrapolating data below")

# Of each single value of an indicator, planned and with the scenario; of the largest value of a series of differences, such as
# things, counts and money, which begin at nothing.
TOLERANCE = 1e-9


def run(model, expected, scenario_on=1):
    """The series that `expected` names, in its form."""
    names = [f"{series} {key.replace('_', ' ')}" for key, paths in expected.items() for series in paths]
    frame = model.run(params={"scenario on": scenario_on}, return_columns=names)
    columns = iter(frame[name].tolist() for name in names)
    return {key: {series: next(columns) for series in paths} for key, paths in expected.items()}


def is_value(series):
    """Whether a series holds values of an indicator, not differences to the plan."""
    return series.startswith("indicator ")


def reaches(model, expected):
    """Every single value is the expected one; returns what to tell.

    Errors of indicators are relative to the value itself, those of differences to the largest of their series; where a whole
    series of differences is zero, zero it must be.
    """
    found = run(model, expected)
    values, worst = 0, 0
    for key, paths in expected.items():
        for series, path in paths.items():
            largest = max(map(abs, path))
            for t, (a, b) in enumerate(zip(found[key][series], path, strict=True)):
                off, size = abs(a - b), abs(b) if is_value(series) else largest
                # Not a number fails as well.
                assert off <= TOLERANCE * size, f"{series} {key}, step {t}: {a!r}, expected {b!r}"
                worst = max(worst, off and off / size)
                values += 1
    return f"{values} values, largest relative error {worst:.1e}"


def rests(model, expected):
    """Switched off, the scenario is the plan to the last bit; returns what to tell."""
    found = run(model, expected, scenario_on=0)
    for key, paths in found.items():
        differences = {series: path for series, path in paths.items() if not is_value(series)}
        assert differences
        assert not any(map(any, differences.values())), f"{key} deviates: {differences}"
        assert paths.get("indicator scenario") == paths.get("indicator baseline"), f"{key} differs from the plan"
    return "switched off, nothing deviates"


def checked(case):
    """Lines for one case, with whether each check passed."""
    expected = json.loads((case / "expected.json").read_text())
    told = []
    try:
        model = pysd.read_xmile(str(case / "model.xmile"))
        for check in (reaches, rests):
            told.append((f"PySD, {case.name}: {check(model, expected)}", True))
    except Exception:
        told.append((f"PySD, {case.name}: FAILED\n{traceback.format_exc()}", False))
    return told


def main(folder):
    outcomes = []
    # PySD translates a model on one core, for a quarter of a minute.
    with ProcessPoolExecutor() as pool:
        for told in pool.map(checked, sorted(Path(folder).iterdir())):
            for line, passed in told:
                print(line, flush=True)
                outcomes.append(passed)
    passed = sum(outcomes)
    print(f"{passed} passed, {len(outcomes) - passed} failed")
    return passed == len(outcomes) > 0


def bench(case, runs=15):
    expected = json.loads((case / "expected.json").read_text())
    model = pysd.read_xmile(str(case / "model.xmile"))
    run(model, expected)
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        run(model, expected)
        times.append((time.perf_counter() - begin) * 1000)
    p50, p95 = np.quantile(times, [0.5, 0.95])
    print(json.dumps({"p50": p50, "p95": p95}))


if __name__ == "__main__":
    if sys.argv[1] == "--bench":
        bench(Path(sys.argv[2]))
    elif not main(sys.argv[1]):
        sys.exit(1)
