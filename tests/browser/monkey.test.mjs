/** A monkey plays with the page by mouse, keys and touch; see `monkey/play.mjs`. The long play is `cargo xtask monkey`. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openSite } from "./harness.mjs";
import { ledger, written } from "./monkey/ledger.mjs";
import { play } from "./monkey/play.mjs";

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const plays = {
  "by mouse": { seed: 1, actions: 350 },
  "by touch": { seed: 2, actions: 225, touch: true },
  "without leaving the page, whose memory stays flat": { seed: 3, actions: 300, stays: true },
};
for (const [name, how] of Object.entries(plays)) {
  test(`${how.actions} actions ${name}`, async (context) => {
    const { perSecond, counts, memory } = await play(site, how);
    assert.ok(Object.keys(counts).length > 20, "it does many kinds of things");
    context.diagnostic(`${perSecond.toFixed(1)} actions per second; ${memory.map((it) => `${it.wasm} bytes, ${it.nodes} nodes`).join("; ")}`);
  });
}

test("the monkey sees a meter that is wrong, a draft that is lost, and undo that is not exact", async () => {
  const spoilt = {
    "the meter says": (page) => page.locator(".scale .word b").evaluate((it) => {
      new MutationObserver(() => { if (it.textContent !== "1 €") it.textContent = "1 €"; }).observe(it, { subtree: true, childList: true, characterData: true });
    }),
    "is saved": (page) => page.evaluate(() => { Storage.prototype.setItem = () => {}; }),
    "undone to the start": (page) => page.locator("#recht strong").evaluate((it) => {
      new MutationObserver(() => it.dataset.turn = `${Date.now()}`).observe(document.querySelector("#aenderungen"), { subtree: true, childList: true });
      it.insertAdjacentHTML("beforeend", "<i></i>");
      new MutationObserver(() => it.lastChild.textContent = "!").observe(it, { attributes: true });
    }),
  };
  for (const [what, spoil] of Object.entries(spoilt)) {
    await assert.rejects(play(site, { seed: 4, actions: 100, stays: true, spoil }), new RegExp(what));
    await site.leave();
  }
});

test("the second calculation knows reimbursements, taxes, fees, measures, and what is built", () => {
  const town = ledger("muenster-2026");
  const moved = (lever, purpose, euros_per_year) => ({ moves: [{ lever, purpose, euros_per_year }], taxes: [] });
  assert.equal(town.balance(moved("radwege", "mobilitaet", 500_000)), -500_000);
  const given = (measure, euros_per_year) => ({ moves: [{ measure, euros_per_year }], taxes: [] });
  assert.equal(Math.round(town.balance(given("kita_u3", 500_000))), -204_500);
  assert.equal(town.changes(given("kita_u3", 500_000))[4], 500_000);
  assert.equal(town.balance(given("pv_kwp", 500_000)), 0);
  assert.equal(Math.round(town.balance({ moves: [], taxes: [{ tax: "trade_tax", multiplier: 461 }] })), Math.round(385e6 / 460));
  assert.equal(Math.round(town.balance({ moves: [], taxes: [{ tax: "rettungsdienst", multiplier: 101 }] })), 315_200);
  assert.deepEqual(["−1,2 Mio. €", "346.000 €", "12,3 Mrd. €"].map((it) => written(it)), [
    { euros: -1_200_000, half: 50_000 }, { euros: 346_000, half: 0.5 }, { euros: 12.3e9, half: 5e7 },
  ]);
  assert.deepEqual(written("€1.2 million", "en"), { euros: 1_200_000, half: 50_000 });
});
