/**
 * A monkey plays with the page, and after each action the page must be whole.
 *
 *   const told = await play(site, { seed: 1, actions: 400, touch: false, stays: false, without: ["reload"] });
 *
 * Held after every action: no panic, no console error, no failure box, no refusal of the policy; no amount has changed by
 * what only shows, nor by reloading or going back; no saved draft is lost. Every few actions: the meter is the sum of the
 * changes (computed a second time from the pack), undo leads to exactly what the page said at the start, and redo back.
 * With `stays` the page is never left, and does everything three times: what it needed for the first two is enough for the third.
 *
 * What it does follows from the seed alone, action by action: number 17 of seed 1 draws the same numbers whatever came
 * before. A fault names seed, number and the last twenty actions.
 */
import assert from "node:assert/strict";
import { STARTED, differences, eventually, figures, show } from "../harness.mjs";
import { ACTIONS } from "./actions.mjs";
import { Book } from "./book.mjs";
import { handOf } from "./hand.mjs";
import { inside } from "./inside.mjs";
import { ledger, written } from "./ledger.mjs";

const SUMS_EVERY = 25;
const UNDO_EVERY = 100;
/** How much memory may grow when the same is done a second time. */
const GROWTH = 0.1;
const REMEMBERED = 20;

/** Numbers between 0 and 1 that follow from seed and action alone (mulberry32). */
function numbers(seed, action) {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(action + 1, 0x85ebca6b);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  next();
  return next;
}

function weighted(kinds, number) {
  let left = number * kinds.reduce((sum, [, { often }]) => sum + often, 0);
  return kinds.find(([, { often }]) => (left -= often) < 0) ?? kinds.at(-1);
}

export async function play(site, options) {
  const monkey = new Monkey(site, options);
  try {
    await monkey.run();
  } catch (error) {
    const last = monkey.log.slice(-REMEMBERED).join("\n");
    throw new Error(`the monkey found a fault: ${options.touch ? "touch" : "mouse"}, seed ${options.seed}, action ${monkey.number}\n${error.message}\n${last}`, { cause: error });
  }
  return monkey.told();
}

class Monkey {
  log = [];
  counts = {};
  focusLost = {};
  storageThrows = false;
  number = 0;
  memory = [];

  constructor(site, { seed, actions, touch = false, stays = false, without = [], town = "muenster-2026", spoil, onProgress = () => {} }) {
    Object.assign(this, { site, seed, actions, touch, stays, town, spoil, onProgress });
    this.round = Math.floor(actions / 3);
    const left = new Set(without);
    this.kinds = Object.entries(ACTIONS).filter(([name, { away }]) => !left.has(name) && !(stays && away));
    this.arrive = this.arrive.bind(this);
    this.choose = (list) => list[Math.floor(this.random() * list.length)];
    this.at = (selector, options) => this.page.evaluate(([selector, at, options]) => window.monkey.find(selector, at, options), [selector, this.random(), options]);
  }

  async run() {
    const size = this.touch ? { width: 390, height: 844, hasTouch: true, isMobile: true } : { width: 1280, height: 800 };
    const visit = await this.site.openPage({ ...size, path: `?town=${this.town}`, prepare: (context) => context.addInitScript(inside) });
    Object.assign(this, visit);
    this.cdp = await this.context.newCDPSession(this.page);
    await this.cdp.send("Performance.enable");
    this.hand = handOf(this);
    this.book = new Book(this.page, `S${this.seed}${this.touch ? "t" : "m"}`);
    await this.begin();
    await this.spoil?.(this.page);
    this.started = performance.now();
    for (this.number = 1; this.number <= this.actions; this.number++) {
      await this.act();
      if (this.number % SUMS_EVERY === 0) await this.verifySums();
      if (this.number % UNDO_EVERY === 0 || this.number === this.actions) await this.verifyUndo();
      if (this.stays && (this.number === 2 * this.round || this.number === this.actions)) this.memory.push(await this.measure());
      this.onProgress(this);
    }
    this.seconds = (performance.now() - this.started) / 1000;
    if (this.stays) this.verifyMemory();
  }

  async act() {
    this.random = numbers(this.seed, this.stays ? this.number % this.round : this.number);
    const [name, kind] = weighted(this.kinds, this.random());
    const before = await this.page.evaluate(() => window.monkey.begin());
    if (!kind.inDialog && (await this.page.evaluate(() => !!document.querySelector("dialog[open]"))) && this.random() < 0.7) {
      await this.page.keyboard.press("Escape");
    }
    // A key that was let go is followed by a short rest; what begins within it would fall into two steps or one.
    if (this.lastName === "keys" && ["drag", "keys"].includes(name)) await this.page.waitForTimeout(200);
    const did = await kind.run(this);
    this.lastName = name;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.log.push(`${this.number} ${name}: ${did}`);
    await this.look(name, kind, before);
  }

  /** What must hold after every action. */
  async look(name, kind, before) {
    const now = await this.page.evaluate((isThorough) => window.monkey.end(isThorough), this.number % 5 === 0);
    assert.equal(now.failure, null, "the box of failure");
    assert.deepEqual(this.seen.faults(), [], "errors and refusals");
    assert.equal(now.words, null, "numbers that are none");
    assert.ok(now.dialogs <= 1, "one dialog at a time");
    assert.ok(!now.isFocusGone, "the focus is on what is gone");
    if (now.isFocusLost) this.focusLost[name] = (this.focusLost[name] ?? 0) + 1;
    if (kind.still && !kind.words && !before.isPending && before.said !== null && now.said !== null) assert.equal(now.said, before.said, `no amount changes by this (${name})`);
    this.book.verify(await this.page.evaluate(() => window.monkey.drafts()));
  }

  /** Leaves the page in some way and comes back to it. */
  async arrive(go) {
    await go(this.page);
    // The page may load itself once more, if it was jumped back over a newer draft.
    let document;
    await eventually(async () => {
      await this.page.waitForSelector(STARTED, { state: "attached" });
      const before = document;
      document = await this.page.evaluate(() => performance.timeOrigin);
      await this.page.waitForTimeout(100);
      assert.equal(document, before, "the page keeps loading");
    }, 10_000);
    this.storageThrows = await this.page.evaluate(() => window.monkey.storageThrows);
    await this.begin();
  }

  /** All that is compared stands on the workbench. */
  async toBench() {
    if (!(await this.page.locator("#ziele").isVisible())) await show(this.page, "werkbank");
  }

  /** What the page says at the start, unless there is a way back to an earlier one. */
  async begin() {
    this.pack = ledger(this.town);
    await this.toBench();
    if (this.start && !(await this.page.locator(".tools .icon").first().isDisabled())) return;
    const lang = await this.page.evaluate(() => document.documentElement.lang);
    await this.plain();
    this.start = await this.figures();
    await this.plain();
    if (lang === "en") await this.page.evaluate(() => document.querySelector(".top .lang").click());
  }

  /** What the page says; null stands for a field with a text that was refused, which hides what the field would say. */
  async figures() {
    await this.toBench();
    const said = await figures(this.page);
    const refused = await this.page.locator(".money input[aria-invalid=true]").evaluateAll((all) => all.map((it) => it.ariaLabel));
    // In which order the cards stand depends on where the focus was when the hand came to rest; what they say does not.
    const cards = said.cards.toSorted();
    return { ...said, cards, inputs: said.inputs.map((it) => (refused.some((label) => it.startsWith(`${label} `)) ? null : it)) };
  }

  /** Where the page now says something else than before. */
  apart(before, now) {
    const inputs = (own, other) => own.inputs.map((it, at) => (it === null || other.inputs[at] === null ? "" : it));
    return differences({ ...before, inputs: inputs(before, now) }, { ...now, inputs: inputs(now, before) });
  }

  plain() {
    return this.page.evaluate(() => window.monkey.plain());
  }

  /** The meter and the goals say what the scenario file adds up to. */
  async verifySums() {
    await this.toBench();
    const file = await this.page.evaluate(() => window.monkey.file());
    if (!file) return;
    const { lang, meter, goals } = await this.page.evaluate(() => ({
      lang: document.documentElement.lang,
      meter: document.querySelector(".scale .word").innerText,
      goals: document.querySelector("#ziele .seg button").ariaPressed === "true"
        ? [...document.querySelectorAll(".goal[id]")].map((it) => [it.id.slice("goal-".length), it.querySelector(":scope > .money .d").textContent])
        : [],
    }));
    const balance = this.pack.balance(file);
    const about = JSON.stringify({ moves: file.moves.map((it) => [it.lever ?? it.measure, it.purpose, it.euros_per_year]), taxes: file.taxes });
    if (file.moves.length + file.taxes.length > 0) {
      const { euros, half } = written(meter, lang);
      const shown = /fehlen|Missing/.test(meter) ? -euros : euros;
      assert.ok(Math.abs(shown - balance) <= half + 1, `the meter says ${meter}, the changes add up to ${balance}: ${about}`);
    }
    const changes = this.pack.changes(file);
    for (const [key, text] of goals) {
      const { euros } = written(text, lang);
      assert.ok(Math.abs(euros * 1e6 - changes[key]) <= 50_001, `goal ${key} says ${text}, its changes add up to ${changes[key]}: ${about}`);
    }
  }

  /** Undone, the page says what it said at the start; done again, what it says now. */
  async verifyUndo() {
    const exhaust = (which) => this.page.evaluate((which) => window.monkey.exhaust(which), which);
    await this.plain();
    await exhaust(1);
    const now = await this.figures();
    await this.plain();
    await exhaust(0);
    assert.deepEqual(this.apart(this.start, await this.figures()), [], "undone to the start");
    await this.plain();
    await exhaust(1);
    assert.deepEqual(this.apart(now, await this.figures()), [], "done again");
    await this.plain();
  }

  /** Bytes and nodes once everything is closed and undone, and nobody holds what is gone; without the rows of saved drafts. */
  async measure() {
    await this.plain();
    const exhaust = (which) => this.page.evaluate((which) => window.monkey.exhaust(which), which);
    await exhaust(0);
    await this.page.evaluate(() => window.monkey.forget());
    await this.page.waitForTimeout(300);
    for (let i = 0; i < 2; i++) await this.cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    const metric = (name) => metrics.find((it) => it.name === name).value;
    const { wasm, rows, attached } = await this.page.evaluate(() => window.monkey.size());
    await exhaust(1);
    return { action: this.number, wasm, nodes: metric("Nodes") - rows, attached, rows, heap: metric("JSHeapUsedSize") };
  }

  verifyMemory() {
    const [warm, end] = this.memory;
    for (const what of ["wasm", "nodes"]) {
      assert.ok(end[what] <= warm[what] * (1 + GROWTH), `${what} grew from ${warm[what]} to ${end[what]} between action ${warm.action} and ${end.action}`);
    }
  }

  told() {
    const { seed, touch, actions, counts, focusLost, seconds, memory } = this;
    return { seed, hand: touch ? "touch" : "mouse", actions, seconds, perSecond: actions / seconds, counts, focusLost, drafts: this.book.size, memory };
  }

  /** Through the list of towns, which is open, to the other one. */
  async changeTown() {
    let link = null;
    // The dialog may still be on its way.
    for (let i = 0; !link && i < 50; i++) {
      link = await this.at("dialog[open] a[href*='town=']");
      if (!link) await this.page.waitForTimeout(20);
    }
    // A tap that only stops a page that still rolls opens nothing.
    if (!link) return;
    const address = this.page.url();
    await this.hand.press(link);
    const leaves = this.page.waitForURL((url) => url.href !== address, { waitUntil: "commit", timeout: 3000 });
    // While something is unsaved the page may ask first, and stays.
    if (!(await leaves.then(() => true, () => false))) return;
    await this.arrive(async (page) => {
      this.town = new URL(page.url()).searchParams.get("town");
      this.start = null;
    });
  }
}
