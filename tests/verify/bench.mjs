/**
 * Time of one run in SDEverywhere.
 *
 *   node tests/verify/bench.mjs FOLDER
 *
 * FOLDER holds a case as in engine.test.mjs. Ends with one line of JSON for xtask: milliseconds, p50 and p95.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run, translate } from "./sdeverywhere.mjs";

const RUNS = 300;
const WARM_UP = 50;

const folder = process.argv[2];
const model = await translate(folder, JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
const times = [];
for (let i = -WARM_UP; i < RUNS; i++) {
  const begin = performance.now();
  run(model);
  if (i >= 0) times.push(performance.now() - begin);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.ceil(share * times.length) - 1];
console.log(JSON.stringify({ p50: at(0.5), p95: at(0.95) }));
