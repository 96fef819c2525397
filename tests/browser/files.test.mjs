/** Scenario files as people may write them by hand: years, locks, contradictions, and refusals in the reader's language. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { eventually, goal, openSite } from "./harness.mjs";

const MOVE = { lever: "radwege", purpose: "mobilitaet", euros_per_year: 500_000 };
const FILE = { format: "zukunftshaushalt-scenario", version: 4, pack: "muenster-2026", name: "Aus einer Datei", moves: [MOVE] };
const SPAN = { ...FILE, moves: [{ ...MOVE, from: 2027, to: 2029 }] };
/** Number of the goal that the cycle routes belong to. */
const MOBILITY = 3;

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const dialog = (page) => page.locator("dialog[open]");
const list = (page) => page.locator("#aenderungen").innerText();
const undo = (page) => page.locator(".tools .icon").first();

async function bring(page, text) {
  await page.locator(".tools .main").click();
  const file = { name: "szenario.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await dialog(page).locator("input[type=file]").setInputFiles(file);
}

async function opened(page, file) {
  await bring(page, JSON.stringify(file));
  await eventually(async () => assert.equal(await dialog(page).count(), 0));
}

/** The row of the cycle routes, with its goal opened. */
async function routes(page) {
  const row = page.locator(`#goal-${MOBILITY}`);
  if ((await row.locator(".name button").getAttribute("aria-expanded")) === "false") await row.locator(".name button").click();
  return row.locator("li.lever").filter({ has: page.locator("h4", { hasText: /^Radwege$/ }) });
}

test("a change for some years says so, and keeps them when it is moved", async () => {
  const { page } = await site.openPage();
  await opened(page, SPAN);
  assert.match(await list(page), /\+500\.000\s€ \(nur 2027 bis 2029\)/);
  const row = await routes(page);
  assert.match(await row.locator(".floor").innerText(), /nur 2027 bis 2029/);
  await row.locator(".ctl button").last().click();
  await eventually(async () => assert.doesNotMatch(await list(page), /\+500\.000\s€/));
  assert.match(await list(page), /\(nur 2027 bis 2029\)/);
  await goal(page, MOBILITY).slider.press("PageUp");
  // What else the goal moves holds for all years; each thing tells its own.
  await eventually(async () => assert.match(await list(page), /Radwege erneuern \+[\d.]+\s€ \(nur 2027 bis 2029\), .*\+[\d.]+\s€,/));
  assert.match(await row.locator(".floor").innerText(), /nur 2027 bis 2029/);
  await page.locator(".top .lang").click();
  await eventually(async () => assert.match(await list(page), /\(2027 to 2029 only\)/));
});

test("a goal goes back to the plan in one step", async () => {
  const { page } = await site.openPage();
  await goal(page, MOBILITY).slider.press("PageUp");
  const row = page.locator(`#goal-${MOBILITY}`);
  await row.locator(".name button").click();
  const investments = row.locator("li.lever").filter({ has: page.locator(".mark", { hasText: /^Investition/ }) });
  assert.ok((await investments.count()) > 0, "there is investment");
  await investments.first().locator(".ctl button").last().click();
  const moved = await list(page);
  await row.locator("button", { hasText: /zurück auf Plan/ }).click();
  await eventually(async () => assert.doesNotMatch(await list(page), /[+−]/));
  await undo(page).click();
  await eventually(async () => assert.equal(await list(page), moved));
});

test("locks come back with the draft, and go with the step that brought them", async () => {
  const { page } = await site.openPage();
  await opened(page, { ...FILE, locks: [{ lever: "radwege", purpose: "mobilitaet" }] });
  const row = await routes(page);
  assert.equal(await row.locator(".lock").getAttribute("aria-pressed"), "true");
  await undo(page).click();
  await eventually(async () => assert.equal(await row.locator(".lock").getAttribute("aria-pressed"), "false"));
});

test("a refusal names the place and what was expected in the language of the page", async () => {
  const { page } = await site.openPage();
  const broken = JSON.stringify({ ...FILE, moves: [{ ...MOVE, euros_per_year: "viel" }] }, null, 2);
  const status = dialog(page).locator("[role=status]");
  await bring(page, broken);
  await eventually(async () => assert.match(await status.innerText(), /Zeile 10, Spalte \d+: Bei „euros_per_year“ wird eine Zahl erwartet\./));
  await page.keyboard.press("Escape");
  await page.locator(".top .lang").click();
  // The words of the language come late; a message keeps those in which it was said.
  await page.locator("html[lang=en]").waitFor();
  await bring(page, broken);
  await eventually(async () => assert.match(await status.innerText(), /Line 10, column \d+: Expected a number at “euros_per_year”\./));
  await page.keyboard.press("Escape");
  await page.locator(".top .lang").click();
  await page.locator("html[lang=de]").waitFor();
  await bring(page, JSON.stringify({ ...FILE, moves: [...SPAN.moves, { ...MOVE, from: 2030, to: 2031 }] }));
  await eventually(async () => assert.match(await status.innerText(), /„Radwege“ .*2027 bis 2029.*2030 bis 2031/));
  assert.doesNotMatch(await list(page), /[+−]/);
});
