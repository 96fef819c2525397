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
# Standard deviation of the logarithm by grade of evidence, that of lives and delays, how many of them lie between the middle
# and an end of a range, and the share of zeros in grade D (chain.md, Uncertainty).
SPREAD = {"A": 0.2, "B": 0.4, "C": 0.7, "D": 1.4}
TIMES = 0.2
TENTH = 1.2816
ZERO = 0.15
# A life of less than so many years is held at one year in some members.
HELD = 3
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


def departures(told):
    """What differs between the members, row by row in standard deviations of its own side, with its zeros."""
    for run, rows in enumerate(told["numbers"]):
        costs = {it["key"]: np.array(it["numbers"]) / it["value"] for it in rows if it["what"] == "cost"}
        for it in rows:
            numbers = np.array(it["numbers"])
            if it["value"] == (1 if it["what"] == "life" else 0 if it["what"] == "delay" else None):
                assert (numbers == it["value"]).all(), f"{it['what']} of {it['key']} is drawn"
                continue
            assert (numbers * it["value"] >= 0).all(), f"{it['what']} of {it['key']} changes its sign"
            if it.get("per_euro_of"):
                # What the source says of a euro does not hang on what a unit costs.
                numbers = numbers / costs[it["per_euro_of"]]
            value, grade = it["value"], it["grade"]
            if it["range"]:
                towards_zero, away = np.log(value / it["range"][0]) / TENTH, np.log(it["range"][1] / value) / TENTH
            else:
                towards_zero = away = SPREAD[grade] if grade else TIMES
            logs = np.log(numbers[numbers != 0] / value)
            # Far less than any spread, far more than a rounding residue.
            near, far = logs[logs < -1e-12], logs[logs > 1e-12]
            held = it["what"] == "life" and value < HELD
            yield run, it, numbers, near, far, 0 if held else towards_zero, 0 if held else away, held


def draws(told):
    """Numbers are log-normal on both sides of their central value, some of grade D are zero; Kolmogorov–Smirnov."""
    grouped, count = {}, 0
    for run, it, numbers, near, far, towards_zero, away, held in departures(told):
        count += len(numbers)
        kept = (numbers != 0).sum()
        may_be_zero = it["what"] in ("effect", "link") and it["grade"] == "D"
        group = grouped.setdefault((run, it["what"], it["grade"]), {"scaled": [], "zeros": 0, "all": 0})
        group["zeros"] += len(numbers) - kept
        group["all"] += len(numbers)
        assert may_be_zero or kept == len(numbers), f"{it['what']} of {it['key']}: zeros"
        for side, sd, name in ((near, towards_zero, "towards zero"), (far, away, "away from it")):
            if held:
                continue
            if sd == 0:
                assert len(side) == 0, f"{it['what']} of {it['key']}: {len(side)} {name} of an end"
            # Half of them lie on either side, if there is any width.
            fair = stats.binomtest(len(side), int(kept)).pvalue if sd else 1
            assert fair > UNLIKELY / 100, f"{it['what']} of {it['key']}: {len(side)} of {kept} {name}"
            group["scaled"].extend(np.abs(side) / sd if sd else [])
    # The ranges of a pack may leave no width to all numbers of a grade; the other run has none.
    wide = {names: group for names, group in grouped.items() if group["scaled"]}
    assert {grade for run, what, grade in wide if (run, what) == (1, "effect")} == set(SPREAD), "a grade is missing"
    lowest = 1
    for (run, what, grade), group in wide.items():
        scaled = np.array(group["scaled"])
        # Kolmogorov and Smirnov see little of a spread that is a few per cent off; its square follows chi-squared.
        tail = stats.chi2(len(scaled)).cdf((scaled**2).sum())
        p = min(stats.kstest(scaled, stats.halfnorm.cdf).pvalue, 2 * min(tail, 1 - tail))
        if what in ("effect", "link") and grade == "D":
            p = min(p, stats.binomtest(int(group["zeros"]), group["all"], ZERO).pvalue)
        assert p > UNLIKELY, f"{what} of grade {grade}, {len(scaled)} numbers: p = {p:.1e}"
        lowest = min(lowest, p)
    return f"{count} numbers of members in {len(wide)} groups, lowest p {lowest:.3f}"


def walks(told):
    """The noise is a random walk of standard normal steps from zero; no step tells of the next one, no walk of another."""
    lowest, count, ends = 1, 0, []
    for walk in told["walks"]:
        path = np.array(walk)
        assert not path[0].any(), "a walk does not start at zero"
        steps = np.diff(path, axis=0)
        alike = stats.pearsonr(steps[:-1].ravel(), steps[1:].ravel()).pvalue
        p = min(stats.kstest(steps.ravel(), stats.norm.cdf).pvalue, alike)
        assert p > UNLIKELY, f"{steps.size} steps: p = {p:.1e}"
        lowest, count = min(lowest, p), count + steps.size
        ends.append(path[-1])
    together = stats.pearsonr(np.concatenate(ends[:-1]), np.concatenate(ends[1:])).pvalue
    assert together > UNLIKELY, f"a walk tells of the next one: p = {together:.1e}"
    return f"{count} steps of {len(ends)} walks, lowest p {min(lowest, together):.3f}"


def apart(told):
    """Numbers are drawn apart from each other: a row tells nothing of the next one."""
    ranks = [stats.rankdata(numbers) for run, _, numbers, *_ in departures(told) if run == 0]
    p = stats.pearsonr(np.concatenate(ranks[:-1]), np.concatenate(ranks[1:])).pvalue
    assert p > UNLIKELY, f"a row tells of the next one: p = {p:.1e}"
    return f"{len(ranks)} rows of numbers drawn apart, p {p:.3f}"


CHECKS = [trends, back_tests, quantiles, draws, apart, walks]


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
