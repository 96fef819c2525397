"""Holds our statistics beside SciPy's.

    python tests/verify/reference.py FILE

FILE is what examples/statistics.rs prints. Prints a line for every check and then how many passed and failed; the exit
code is 1 if any failed.
"""

import json
import sys
import traceback

import numpy as np
from scipy import special, stats

TOLERANCE = 1e-9
# Fewer values are no trend: a rule of the model, not of statistics.
TREND_NEEDS = 5


def trends(told):
    """Theil–Sen slopes of the series in logits, as in model § 2."""
    fitted = 0
    for it in told["trends"]:
        share = (np.array(it["values"]) - it["worst"]) / (it["best"] - it["worst"])
        logits = special.logit(share.clip(0.01, 0.99))
        expected = 0.0
        if len(logits) >= TREND_NEEDS:
            expected = stats.theilslopes(logits, it["years"]).slope
            fitted += expected != 0
        off = abs(it["slope"] - expected)
        assert off <= TOLERANCE * abs(expected), f"{it['name']}: slope {it['slope']!r}, SciPy says {expected!r}"
    assert fitted > 10, f"only {fitted} series have a slope"
    return f"Theil–Sen slopes of {len(told['trends'])} series"


CHECKS = [trends]


def main(file):
    told = json.load(open(file))
    failed = 0
    for check in CHECKS:
        try:
            print(f"SciPy: {check(told)}", flush=True)
        except Exception:
            print(f"SciPy, {check.__name__}: FAILED\n{traceback.format_exc()}", flush=True)
            failed += 1
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)
