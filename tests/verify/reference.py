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
# A back-test holds three values back and needs a trend of the others.
HELD_BACK = 3
BACK_TEST_NEEDS = HELD_BACK + TREND_NEEDS
# Standard deviation of the logarithm by grade of evidence, and the share of zeros in grade D (ensemble.md, Draws).
SPREAD = {"A": 0.2, "B": 0.4, "C": 0.7, "D": 1.4}
ZERO = 0.15
# The draws are the same in every run, so a sampler that passes once passes always.
UNLIKELY = 1e-3


def trends(told):
    """Theil–Sen slopes of the series in logits (ensemble.md, Trend)."""
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


def back_tests(told):
    """Fits without the last three values, and what they are missed by (ensemble.md, Back-test)."""
    looked_back = 0
    within = 0
    for it in told["trends"]:
        share = (np.array(it["values"]) - it["worst"]) / (it["best"] - it["worst"])
        logits, years = special.logit(share.clip(0.01, 0.99)), np.array(it["years"], dtype=float)
        if len(logits) < BACK_TEST_NEEDS:
            assert it["back_test"] is None, f"{it['name']}: {len(logits)} values are too few"
            continue
        z, t, later = logits[:-HELD_BACK], years[:-HELD_BACK], years[-HELD_BACK:] - years[-HELD_BACK - 1]
        slope = stats.theilslopes(z, t).slope
        noise = np.sqrt(np.mean((np.diff(z) - slope * np.diff(t)) ** 2 / np.diff(t)))
        # The damped trend year by year, as it is told; the program sums it up at once.
        steps = [sum(slope * it["damping"] ** n for n in range(int(gap))) for gap in later]
        missed = logits[-HELD_BACK:] - (z[-1] + np.array(steps))
        outer = stats.norm.ppf(0.9) * noise * np.sqrt(later)
        # On the border itself rounding decides.
        inside = np.abs(missed) <= outer * (1 + 1e-12)
        found = it["back_test"]
        assert (found["values"], found["within"]) == (HELD_BACK, inside.sum()), f"{it['name']}: {found}"

        def error(guesses):
            unit = lambda logit: it["worst"] + (it["best"] - it["worst"]) * special.expit(logit)
            return np.abs(unit(guesses) - unit(logits[-HELD_BACK:])).mean()

        width = abs(it["best"] - it["worst"])
        for name, guesses in [
            ("error", z[-1] + np.array(steps)),
            ("unchanged", np.repeat(z[-1], HELD_BACK)),
            ("straight", z[-1] + slope * later),
        ]:
            off = abs(found[name] - error(guesses))
            assert off <= 1e-12 * width, f"{it['name']}: {name} {found[name]!r}, SciPy says {error(guesses)!r}"
        looked_back += 1
        within += inside.sum()
    assert looked_back > 10 and 0 < within < HELD_BACK * looked_back, f"{looked_back} series, {within} within"
    return f"back-tests of {looked_back} series, {within} of {HELD_BACK * looked_back} values within"


def quantiles(told):
    """Quantiles of type 7, NumPy's `linear`, both ways of taking them."""
    count = 0
    for it in told["quantiles"]:
        expected = np.quantile(it["numbers"], it["shares"], method="linear")
        largest = np.abs(it["numbers"]).max()
        for way in ("selected", "sorted"):
            off = np.abs(np.array(it[way], dtype=float) - expected)
            assert (off <= 1e-15 * largest).all(), f"{len(it['numbers'])} numbers, {way}: {it[way]}, NumPy says {expected}"
            count += len(off)
    return f"{count} quantiles of type 7"


def draws(told):
    """Factors are log-normal with the spread of their grade, some of grade D are zero; Kolmogorov–Smirnov."""
    grouped = {}
    for it in told["factors"]:
        grouped.setdefault((it["what"], it["grade"], it["may_be_zero"]), []).append(it["factors"])
    assert {grade for what, grade, _ in grouped if what == "share"} == set(SPREAD), "a grade is missing"
    lowest = 1
    for (what, grade, may_be_zero), rows in grouped.items():
        pooled = np.concatenate(rows)
        kept = pooled[pooled != 0]
        normal = np.log(kept) / SPREAD[grade]
        # Kolmogorov and Smirnov see little of a spread that is a few per cent off; its square follows chi-squared.
        tail = stats.chi2(len(kept)).cdf((normal**2).sum())
        p = min(stats.kstest(normal, stats.norm.cdf).pvalue, 2 * min(tail, 1 - tail))
        assert p > UNLIKELY, f"{what} of grade {grade}, {len(kept)} factors: p = {p:.1e}"
        zeros = len(pooled) - len(kept)
        if may_be_zero:
            of_zeros = stats.binomtest(zeros, len(pooled), ZERO).pvalue
            assert of_zeros > UNLIKELY, f"{what}: {zeros} of {len(pooled)} are zero, p = {of_zeros:.1e}"
            p = min(p, of_zeros)
        else:
            assert zeros == 0, f"{what} of grade {grade}: {zeros} zeros"
        lowest = min(lowest, p)
    count = sum(len(it["factors"]) for it in told["factors"])
    return f"{count} factors in {len(grouped)} groups, lowest p {lowest:.3f}"


def walk(told):
    """The noise is a random walk of standard normal steps from zero, and no step tells of the next one."""
    path = np.array(told["walk"])
    assert not path[0].any(), "the walk does not start at zero"
    steps = np.diff(path, axis=0)
    p = stats.kstest(steps.ravel(), stats.norm.cdf).pvalue
    assert p > UNLIKELY, f"{steps.size} steps: p = {p:.1e}"
    alike = stats.pearsonr(steps[:-1].ravel(), steps[1:].ravel()).pvalue
    assert alike > UNLIKELY, f"a step tells of the next one: p = {alike:.1e}"
    return f"{steps.size} steps of the noise, lowest p {min(p, alike):.3f}"


def apart(told):
    """Rows of factors are drawn apart from each other: the next row tells nothing."""
    ranks = [stats.rankdata(it["factors"]) for it in told["factors"]]
    p = stats.pearsonr(np.concatenate(ranks[:-1]), np.concatenate(ranks[1:])).pvalue
    assert p > UNLIKELY, f"a row tells of the next one: p = {p:.1e}"
    return f"{len(ranks)} rows of factors drawn apart, p {p:.3f}"


CHECKS = [trends, back_tests, quantiles, draws, apart, walk]


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
