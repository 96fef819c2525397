/** The model computes in the browser what it computes natively: every worked case, and whole projections of Münster. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { give, openSite, ROOT } from "./harness.mjs";

/** Largest difference that is allowed, relative to the size of the numbers that it is taken from. */
const TOLERANCE = 1e-12;

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Builds the program for both sides, unless that is done, and reads what it says natively. */
function prepare() {
  const xtask = process.env.XTASK ?? `${ROOT}target/debug/xtask`;
  const folder = execFileSync(xtask, ["parity"], { encoding: "utf8" }).trim().split("\n").at(-1);
  return { folder, native: JSON.parse(readFileSync(`${folder}/native.json`, "utf8")) };
}

/** The largest relative difference of two answers, and where it is. */
function compare(file, native, browser) {
  assert.ok(native.length > 0, `${file} has numbers`);
  assert.equal(browser.length, native.length, `${file}: rows`);
  const rows = native.map(([name, size, numbers], at) => {
    const [otherName, , others] = browser[at];
    assert.equal(otherName, name);
    assert.equal(others.length, numbers.length, `${file}, ${name}: length`);
    // JSON has no word for what is not finite and writes null, which is no number on either side.
    assert.ok([...numbers, ...others].every(Number.isFinite), `${file}, ${name}: finite`);
    const apart = Math.max(0, ...numbers.map((number, i) => Math.abs(number - others[i])));
    return { name, apart: apart === 0 ? 0 : apart / size, count: numbers.length };
  });
  const { name, apart } = rows.reduce((most, row) => (row.apart > most.apart ? row : most));
  return { file, name, apart, count: rows.reduce((sum, row) => sum + row.count, 0) };
}

test("native and browser agree on every case", { timeout: 900_000 }, async (t) => {
  const { folder, native } = prepare();
  const { page } = await site.openPage();
  await give(page, folder);
  const found = [];
  for (const [file, expected] of Object.entries(native)) {
    const text = readFileSync(ROOT + file, "utf8");
    const numbers = JSON.parse(await page.evaluate((text) => window.program.numbers(text), text));
    found.push(compare(file, expected, numbers));
  }
  for (const kind of ["cases/chain-1", "cases/chain-ensemble", "cases/fiscal", "cases/cohorts", "fixtures/mixed"]) {
    assert.ok(found.some(({ file }) => file.includes(kind)), `${kind} ran`);
  }
  for (const { file, name, apart, count } of found) t.diagnostic(`${file}: ${apart.toExponential(1)} (${name}), ${count} numbers`);
  const largest = found.reduce((most, it) => (it.apart > most.apart ? it : most));
  t.diagnostic(`largest difference: ${largest.apart.toExponential(2)} (${largest.file}, ${largest.name})`);
  for (const { file, name, apart } of found) assert.ok(apart <= TOLERANCE, `${file}, ${name}: ${apart}`);
  assert.deepEqual(await site.leave(), []);
});

test("a difference would be seen", () => {
  const native = [["a", 1000, [1000, 1]], ["b", 0, [0]]];
  assert.equal(compare("x", native, structuredClone(native)).apart, 0);
  assert.ok(compare("x", native, [["a", 1000, [1000.00001, 1]], ["b", 0, [0]]]).apart > TOLERANCE);
  assert.ok(compare("x", native, [["a", 1000, [1000, 1]], ["b", 0, [1e-300]]]).apart > TOLERANCE);
  assert.throws(() => compare("x", native, [["a", 1000, [null, 1]], ["b", 0, [0]]]));
  assert.throws(() => compare("x", native, [["a", 1000, [1000, 1]]]));
});
