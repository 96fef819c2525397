/**
 * The exported model in SDEverywhere: does a JavaScript engine for system dynamics reach our own numbers?
 *
 *   CASES=FOLDER node --test tests/verify/engine.test.mjs
 *
 * Every folder in FOLDER is a case with `model.xmile` and `expected.json`, {key: {series: values}}.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { run, translate } from "./sdeverywhere.mjs";

/** Of each single value of an indicator; of the largest value of a series of differences, which begin at nothing. */
const TOLERANCE = 1e-9;

for (const name of readdirSync(process.env.CASES).sort()) {
  test(`SDEverywhere, ${name}`, async (t) => {
    const folder = join(process.env.CASES, name);
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
    const model = await translate(folder, expected);
    t.diagnostic(`SDEverywhere, ${name}: ${compare(run(model), expected)}`);

    await t.test("switched off, nothing deviates", () => {
      for (const [key, paths] of Object.entries(run(model, { scenarioOn: 0 }))) {
        assert.deepEqual(paths["indicator scenario"], paths["indicator baseline"], key);
        const differences = Object.entries(paths).filter(([series]) => !isValue(series));
        assert.ok(differences.length > 0);
        for (const [series, path] of differences) assert.ok(path.every((it) => it === 0), `${series} ${key}: ${path}`);
      }
    });
  });
}

/** Whether a series holds values of an indicator, not differences to the plan. */
const isValue = (series) => series.startsWith("indicator ");

/**
 * Every single value is the expected one; returns what to tell. Errors of indicators are relative to the value itself,
 * those of differences to the largest of their series; where a whole series of differences is zero, zero it must be.
 */
function compare(found, expected) {
  let values = 0;
  let worst = 0;
  for (const [key, paths] of Object.entries(expected)) {
    for (const [series, path] of Object.entries(paths)) {
      assert.equal(found[key][series].length, path.length, `${series} ${key}: length`);
      const largest = Math.max(...path.map(Math.abs));
      for (const [t, value] of path.entries()) {
        const off = Math.abs(found[key][series][t] - value);
        const size = isValue(series) ? Math.abs(value) : largest;
        assert.ok(off <= TOLERANCE * size, `${series} ${key}, step ${t}: ${found[key][series][t]}, expected ${value}`);
        worst = Math.max(worst, off && off / size);
        values += 1;
      }
    }
  }
  return `${values} values, largest relative error ${worst.toExponential(1)}`;
}
