/**
 * What the tests of faults share: a fault of the surroundings is brought about on purpose, and a person visits the page.
 *
 * The page runs on, or says calmly what is wrong; what was saved stays, byte by byte; and nothing stands in the console but
 * what the fault itself writes there.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { eventually, goal, type } from "./harness.mjs";

/** The words of the page that these tests rely on. */
export const SAID = {
  untouched: /Nichts verändert/,
  newer: /neueren Fassung/,
  missing: /Es fehlen\s*1,0\sMio\.\s€/,
};
export const PREFIX = "zukunftshaushalt/v1/";
export const INDEX = `${PREFIX}index`;
export const ENTRY = (id) => `${PREFIX}scenario/${id}`;
export const FILE = {
  format: "zukunftshaushalt-scenario", version: 1, pack: "muenster-2026", name: "Von früher",
  moves: [{ lever: "radwege", purpose: "mobilitaet", euros_per_year: 500_000 }],
};
export const envelope = (file = FILE) => JSON.stringify({ schema: 1, app: "0.1.0", scenario: file });
/** A draft as an earlier visit has left it. */
export const EARLIER = { [INDEX]: "[1]", [ENTRY(1)]: envelope() };

export const dialog = (page) => page.locator("dialog[open]");
export const meter = (page) => page.locator(".scale .word").innerText();
export const says = (page, pattern) => eventually(async () => assert.match(await meter(page), pattern));
export const status = (page) => page.evaluate(() => document.querySelector("dialog[open] [role=status]")?.innerText ?? "");
export const names = (page) => dialog(page).locator(".savename b").allInnerTexts();
/** What lies in the storage, read past everything that was made to fail. */
const stored = (page) => page.evaluate(() => Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage[key]])));

/**
 * A fault as a test of its own; `site` tells the site once it is open. `entries` lie in the storage; `inject` runs in the page before anything else and gets
 * `given`; `console` is what the fault itself may write; `does` is what a person does then, by default a whole visit.
 */
export function fault(site, name, { entries, inject, given, prepare, console = /^$/, options = {}, does = visit }) {
  test(name, async () => {
    const localStorage = Object.entries(entries ?? {}).map(([name, value]) => ({ name, value }));
    const { page, seen, context } = await site().openPage({
      storageState: { origins: [{ origin: new URL(site().url).origin, localStorage }] },
      async prepare(context, page) {
        if (inject) await context.addInitScript(inject, given);
        await prepare?.(context, page);
      },
      ...options,
    });
    try {
      await does(page, { entries, context });
      assert.deepEqual(seen.violations, []);
      assert.deepEqual(seen.errors.filter((it) => !console.test(it)), [], "errors in the console");
      assert.ok(await page.locator("#failure").isHidden(), "the box of failure");
    } catch (error) {
      // What the console says comes first: the rest follows from it.
      throw seen.faults().length ? new Error(`${seen.faults().join("\n")}\n${error.message}`, { cause: error }) : error;
    } finally {
      await context.close();
    }
  });
}

/** By the slider of a goal, or by its field where the page has no room for sliders. */
async function aMillionMore(page) {
  const { slider, field } = goal(page, 3);
  if (await slider.isVisible()) await slider.press("PageUp");
  else await type(field, "+1");
}

/** A goal moves, and what is said follows. */
export async function moves(page) {
  const before = await meter(page);
  await aMillionMore(page);
  await says(page, SAID.missing);
  await page.locator(".tools .icon").first().click();
  await eventually(async () => assert.equal(await meter(page), before));
  await aMillionMore(page);
  await says(page, SAID.missing);
}

/** Saves, and is told either that it is saved, and then it is, or why not. */
export async function saves(page, name = "Eins") {
  await page.locator(".tools .main").click();
  await dialog(page).locator(".savebar").waitFor();
  const button = dialog(page).locator(".savebar button[type=submit]");
  if (!(await button.count())) return assert.ok((await dialog(page).innerText()).length > 100, "why nothing can be saved");
  const before = await status(page);
  await dialog(page).locator(".savebar input[type=text]").fill(name);
  await button.click();
  await eventually(async () => {
    const said = await status(page);
    assert.ok(said.length > 15 && said !== before, `no answer to saving: ${said}`);
  });
  const values = Object.values(await stored(page));
  const kept = values.filter((it) => it.includes(`"${name}"`));
  // Whole or not at all; and where it is not, the name is still there to try again.
  if (kept.length === 0) return assert.equal(await dialog(page).locator(".savebar input[type=text]").inputValue(), name);
  assert.equal(JSON.parse(kept[0]).scenario.moves.length > 0, true);
  // It stands in the list as well, unless the list itself cannot be read.
  const canBeListed = await page.evaluate(() => {
    try {
      return localStorage.getItem(localStorage.key(localStorage.length - 1)) !== null;
    } catch {
      return false;
    }
  });
  if (canBeListed) await eventually(async () => assert.ok((await names(page)).includes(name)));
}

/** The file is handed out even where nothing can be saved. */
export async function handsOut(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), dialog(page).locator(".savebar button[type=button]").first().click()]);
  const { moves } = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.equal(moves.reduce((sum, it) => sum + it.euros_per_year, 0), 1_000_000);
}

/** A whole visit: move, save, take away, and all that was there before is as it was. */
export async function visit(page, { entries = {} } = {}) {
  await moves(page);
  await saves(page);
  await handsOut(page);
  await keepsAll(page, entries);
}

/** Drafts of earlier visits are where they were, to the byte; only the list of them may be written anew. */
export async function keepsAll(page, entries) {
  const now = await stored(page);
  for (const [key, value] of Object.entries(entries)) if (key !== INDEX) assert.equal(now[key], value, key);
}

