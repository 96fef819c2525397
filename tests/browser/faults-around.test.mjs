/**
 * Faults around the page, one row each: what a browser may lack, what a file may hold, and where a browser may stand. What a
 * file of the page itself does to the start is in `start.test.mjs`, the ways out are in `ways-out.test.mjs`.
 */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { FILE, SAID, dialog, fault, meter, moves, saves, says, status, visit } from "./faults.mjs";
import { eventually, goal, openSite, type } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
const at = () => site;

describe("a browser without", () => {
  const table = {
    "locks, random names, channels and clones": () => {
      delete Navigator.prototype.locks;
      delete Crypto.prototype.randomUUID;
      delete window.BroadcastChannel;
      delete window.structuredClone;
    },
    "ResizeObserver": () => { delete window.ResizeObserver; },
    "IntersectionObserver": () => { delete window.IntersectionObserver; },
    "pictures: a canvas has no context": () => { HTMLCanvasElement.prototype.getContext = () => null; },
    "media queries": () => { window.matchMedia = () => null; },
    "frames: the tab is hidden": () => { window.requestAnimationFrame = () => 1; },
    "a way to write the address": () => {
      for (const name of ["replaceState", "pushState"]) History.prototype[name] = () => { throw new DOMException("Too many calls.", "SecurityError"); };
    },
    "a clock that runs: it stands": () => { Performance.prototype.now = () => 1000; },
    "a clock that is right: 1970": () => { Date.now = () => 0; },
    "a clock that keeps its direction: it jumps": () => {
      let turn = 0;
      const now = Performance.prototype.now;
      Performance.prototype.now = function () { return now.call(this) + (turn++ % 2 ? 1e9 : -1e9); };
      const date = Date.now;
      Date.now = () => date() + (turn++ % 2 ? 1e12 : -1e12);
    },
    "Intl": () => { delete window.Intl; },
  };
  for (const [name, inject] of Object.entries(table)) fault(at, name, { inject });

  fault(at, "fonts", { prepare: (context) => context.route("**/*.woff2", (route) => route.abort()), console: /ERR_FAILED/ });
  fault(at, "fonts that answer", { options: { until: "commit" }, prepare: (context) => context.route("**/*.woff2", () => {}) });

  fault(at, "downloads", {
    inject: () => { URL.createObjectURL = () => { throw new TypeError("The download is blocked."); }; },
    does: async (page) => {
      await moves(page);
      await saves(page);
      await dialog(page).locator(".savebar button[type=button]").first().click();
      await says(page, SAID.missing);
    },
  });

  for (const [what, inject] of Object.entries({
    "fails": () => {
      FileReader.prototype.readAsText = function () { setTimeout(() => ["error", "loadend"].forEach((end) => this.dispatchEvent(new ProgressEvent(end)))); };
      Blob.prototype.text = () => Promise.reject(new DOMException("The file could not be read.", "NotReadableError"));
    },
    "throws": () => {
      FileReader.prototype.readAsText = () => { throw new DOMException("Busy.", "InvalidStateError"); };
      Blob.prototype.text = () => { throw new DOMException("Busy.", "InvalidStateError"); };
    },
  })) {
    fault(at, `a reader of files: it ${what}, which is said`, {
      inject,
      does: async (page) => {
        await moves(page);
        await page.locator(".tools .main").click();
        await bring(page, JSON.stringify(FILE));
        await eventually(async () => assert.ok((await status(page)).length > 15));
        await page.keyboard.press("Escape");
        await says(page, SAID.missing);
      },
    });
  }
});

/** Opens bytes as a file through the dialog, which must be open. */
const bring = (page, bytes) =>
  dialog(page).locator("input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(bytes) });

/** What the page says to a file of a later version. */
async function refusal(page) {
  await bring(page, JSON.stringify({ ...FILE, version: 99 }));
  return eventually(async () => (await status(page)).match(SAID.newer)?.input ?? assert.fail(await status(page)));
}

describe("a file that is opened", () => {
  const say = (changes) => JSON.stringify({ ...FILE, ...changes });
  const [move] = FILE.moves;
  const utf16 = Buffer.from(`\ufeff${say({})}`, "utf16le");
  const refused = {
    "five megabytes": `${say({}).slice(0, -1)}${" ".repeat(5_000_000)}}`,
    "binary": Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256),
    "half a file": say({}).slice(0, 120),
    "brackets in brackets": "[".repeat(200_000),
    "objects in objects": `${'{"format":'.repeat(50_000)}1${"}".repeat(50_000)}`,
    "a number beyond all numbers": say({}).replace("500000", "1e999"),
    "a word for a number": say({ moves: [{ ...move, euros_per_year: "viel" }] }),
    "nothing but nulls": '{"format":null,"version":null}',
    "a list": "[1,2,3]",
    "a version below zero": say({ version: -1 }),
  };
  fault(at, "and is none of this budget: refused in words, and nothing changes", {
    does: async (page) => {
      await moves(page);
      await page.locator(".tools .main").click();
      for (const [name, bytes] of Object.entries(refused)) {
        // Another refusal comes first, so that this one is seen to come.
        const before = await refusal(page);
        await bring(page, bytes);
        await eventually(async () => assert.notEqual(await status(page), before, name), 8000);
        const said = await status(page);
        assert.ok(said.length > 15 && said.length < 500, `${name}: ${said}`);
        await says(page, SAID.missing);
      }
      await page.keyboard.press("Escape");
      await page.locator(".tools .icon").first().click();
      await says(page, SAID.untouched);
    },
  });

  const taken = {
    "with a mark of its order of bytes": `\ufeff${say({})}`,
    "in UTF-16": utf16,
    "with a name of half a megabyte": say({ name: "x".repeat(500_000) }),
    "with a name of directions and breaks": say({ name: "\u202e\u0000\n\u2028<b>x</b>" }),
    "with the same row twice": say({ moves: [move, move], taxes: [{ tax: "trade_tax", multiplier: 465 }, { tax: "trade_tax", multiplier: 470 }] }),
    "with numbers beyond all bounds": say({ moves: [{ ...move, euros_per_year: -9e15 }] }),
    "with years that run backwards": say({ moves: [{ ...move, from: 2050, to: 2026 }] }),
    "with a thousand rows of nothing": say({ moves: Array.from({ length: 1000 }, (_, at) => ({ ...move, lever: `gibt-es-nicht-${at}` })) }),
  };
  fault(at, "and is odd: taken or refused in words, and can be taken back", {
    does: async (page) => {
      await moves(page);
      for (const [name, bytes] of Object.entries(taken)) {
        await page.locator(".tools .main").click();
        await bring(page, bytes);
        const isOpen = async () => (await dialog(page).count()) > 0;
        await eventually(async () => assert.ok(!(await isOpen()) || (await status(page)).length > 15, name), 8000);
        if (await isOpen()) {
          await page.keyboard.press("Escape");
        } else {
          assert.ok((await page.locator(".said .last").innerText()).length < 4000, `${name}: what is said fits the page`);
          if (!SAID.missing.test(await meter(page))) await page.locator(".tools .icon").first().click();
        }
        await says(page, SAID.missing);
      }
    },
  });
});

describe("surroundings", () => {
  const table = {
    "Arabic digits in the first time zone": { locale: "ar-EG", timezoneId: "Pacific/Kiritimati" },
    "Turkish in half a time zone": { locale: "tr-TR", timezoneId: "America/St_Johns" },
    "English of India": { locale: "en-IN" },
    "forced colours, more contrast and no motion": { forcedColors: "active", contrast: "more", reducedMotion: "reduce" },
    "zoom of 25 %": { width: 5120, height: 3200, deviceScaleFactor: 0.25 },
    "zoom of 200 %": { width: 640, height: 400, deviceScaleFactor: 2 },
    "zoom of 500 %": { width: 256, height: 160, deviceScaleFactor: 5 },
  };
  for (const [name, options] of Object.entries(table)) fault(at, name, { options, does: typesToo });

  fault(at, "a processor at a sixth", {
    prepare: async (context, page) => (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 6 }),
  });

  const openers = { drafts: ".tools .main", towns: ".foot-note button[aria-haspopup=dialog]" };
  for (const [name, opener] of Object.entries(openers)) {
    fault(at, `a dialog that is asked for again before the browser has told that it was closed: ${name}`, {
      does: (page) => page.evaluate(async (opener) => {
        const button = document.querySelector(opener);
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const open = () => document.querySelectorAll("dialog[open]").length;
        button.click();
        await frame();
        document.querySelector("dialog[open]").close();
        button.click();
        await frame();
        await frame();
        if (open() !== 1) throw new Error(`${open()} dialogs are open`);
        document.querySelector("dialog[open]").close();
        await frame();
        if (open() !== 0) throw new Error("it does not close any more");
      }, opener),
    });
  }

  /** A number means the same wherever the browser stands. */
  async function typesToo(page) {
    await visit(page);
    await page.keyboard.press("Escape");
    await page.locator(".said .acts button:visible").last().click();
    await says(page, SAID.untouched);
    const { field, change } = goal(page, 3);
    const planned = await field.inputValue();
    await type(field, planned.replace(/\d+/, (whole) => `${Number(whole) + 2}`));
    await eventually(async () => assert.equal(await change.innerText(), "+2,0"));
  }
});
