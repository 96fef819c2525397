/**
 * Faults of the storage: methods that throw, room that ends, and entries of any kind, one row each. What a store that works
 * does is in `storage.test.mjs`; other faults are in `faults-around.test.mjs`.
 */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { EARLIER, ENTRY, FILE, INDEX, PREFIX, dialog, envelope, fault, handsOut, keepsAll, moves, names, saves, status, visit } from "./faults.mjs";
import { eventually, openSite } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());
const at = () => site;

describe("a storage of which a method throws", () => {
  const throws = (name) => {
    Storage.prototype[name] = () => { throw new DOMException("The operation failed.", "UnknownError"); };
  };
  for (const name of ["getItem", "setItem", "removeItem", "key", "clear"]) fault(at, name, { entries: EARLIER, inject: throws, given: name });
  for (const name of ["getItem", "setItem"]) {
    fault(at, `${name}, in the meantime`, {
      entries: EARLIER,
      does: async (page, { entries }) => {
        await moves(page);
        await page.evaluate(throws, name);
        await saves(page);
        await handsOut(page);
        await keepsAll(page, entries);
      },
    });
  }
  fault(at, "length", {
    entries: EARLIER,
    inject: () => Object.defineProperty(Storage.prototype, "length", { get: () => { throw new DOMException("The operation failed.", "UnknownError"); } }),
  });

  fault(at, "removeItem, when a draft is to be deleted: it stays, and that is said", {
    entries: EARLIER,
    does: async (page, { entries }) => {
      await page.locator(".tools .main").click();
      await dialog(page).locator(".saves li").waitFor();
      await page.evaluate(() => {
        for (const name of ["removeItem", "setItem"]) Storage.prototype[name] = () => { throw new DOMException("The operation failed.", "UnknownError"); };
      });
      await dialog(page).locator(".saves li .acts > :last-child").first().click();
      await eventually(async () => assert.ok((await status(page)).length > 15));
      assert.deepEqual(await names(page), [FILE.name]);
      await keepsAll(page, entries);
    },
  });
});

describe("a storage that is full", () => {
  for (const room of [0, 60, 400, 600, 5000]) {
    fault(at, `with room for ${room} characters`, {
      entries: EARLIER,
      given: room,
      inject: (room) => {
        const { setItem, getItem } = Storage.prototype;
        let left = room;
        Storage.prototype.setItem = function (key, value) {
          left -= key.length + value.length - (getItem.call(this, key)?.length ?? -key.length);
          if (left < 0) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
          setItem.call(this, key, value);
        };
      },
    });
  }
});

describe("entries of the storage", () => {
  const beside = (others) => ({ ...EARLIER, ...others });
  const table = {
    "half written": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: envelope().slice(0, 80) }),
    "empty": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: "" }),
    "of a later program": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: JSON.stringify({ schema: 9, app: "9.0.0", drafts: [FILE] }) }),
    "with a file of a later version": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: envelope({ ...FILE, version: 99, mood: "sunny" }) }),
    "of another program": beside({ fremd: "{", "zukunftshaushalt/": "1", [`${PREFIX}theme`]: "dark" }),
    "with a name of half a megabyte": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: envelope({ ...FILE, name: "x".repeat(500_000) }) }),
    "of another town": beside({ [INDEX]: "[1,2]", [ENTRY(2)]: envelope({ ...FILE, pack: "anderswo-2026" }) }),
    "with keys that are no numbers": beside({ [ENTRY("x")]: envelope({ ...FILE, name: "X" }), [ENTRY("")]: envelope({ ...FILE, name: "Y" }), [ENTRY("-1")]: "1" }),
    "with the largest number": beside({ [INDEX]: "[1,4294967295]", [ENTRY(4294967295)]: envelope({ ...FILE, name: "Letzter" }) }),
    "with a list that is empty": beside({ [INDEX]: "[]" }),
    "with a list that names what is not there": beside({ [INDEX]: "[7,1]" }),
    "with a list that names one twice": beside({ [INDEX]: "[1,1]" }),
    "with a list of numbers that are too large": beside({ [INDEX]: "[1,99999999999]" }),
    "with a list that is none": beside({ [INDEX]: '{"a":1}' }),
    "without a list": { [ENTRY(1)]: envelope() },
  };
  for (const [name, entries] of Object.entries(table)) {
    fault(at, name, {
      entries,
      does: async (page) => {
        await visit(page, { entries });
        assert.ok((await names(page)).includes(FILE.name), "the sound draft is in the list");
        const box = await dialog(page).boundingBox();
        const content = await dialog(page).evaluate((it) => it.scrollHeight);
        assert.ok(box.width <= 1280 && content < 20_000, `a dialog of ${content} pixels`);
      },
    });
  }
});
