/**
 * What a person does here: move a goal, read what follows, balance, ask why, keep the work. Longer than other files,
 * because the ways to one state are held against each other.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, anew, differences, eventually, figures, forbid, goal, levers, openSite, read, show, times, toggle, type, typed, unfold } from "./harness.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  untouched: /Nichts verändert/,
  missing: (amount) => new RegExp(`Es fehlen\\s*${amount}\\sMio\\.\\s€`),
  balanced: /Änderungen gedeckt/,
  about: /\betwa\b/,
  reimbursed: /erstatten andere ([+−][\d.,]+)\s*(Mio\.\s)?€, auf die Stadt entfallen ([+−][\d.,]+)\s*(Mio\.\s)?€/,
  bound: /lassen sich .* nicht kürzen, weil /,
};
/** Goals whose money nobody reimburses, with room for two millions either way; and one that is partly reimbursed. */
const [UP, DOWN, SHARED] = [3, 1, 4];
const GOALS = [1, 2, 3, 4, 5, 6, 7, 8, 9, "overhead"];

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const meter = (page) => page.locator(".scale .word").innerText();
/** Result, withdrawal and reserve, each as planned and new, then debt and interest: the name, then the years. */
const lawRows = (page) => page.locator("#recht .scroll").first().locator("tbody tr:not(:has([colspan]))").evaluateAll((rows) => rows.map((row) => [...row.cells].map((it) => it.textContent)));
const says = (page, pattern) => eventually(async () => assert.match(await meter(page), pattern));
const changes = (page) => Promise.all(GOALS.map((key) => goal(page, key).change.innerText()));
const shifted = async ({ field }, by) => type(field, typed(read(await field.inputValue()) + by));

/** Two millions more for a goal: ten steps of 100 000 with one key, twice. */
async function raise(page, key = UP) {
  for (let i = 0; i < 2; i++) await goal(page, key).slider.press("PageUp");
}

/** Two millions from one goal to another. */
async function shift(page) {
  await raise(page);
  for (let i = 0; i < 2; i++) await goal(page, DOWN).slider.press("PageDown");
  await says(page, SAID.balanced);
}

describe("untouched", () => {
  test("nothing has changed, and nothing looks as if it had", async () => {
    const { page } = await site.openPage();
    assert.match(await meter(page), SAID.untouched);
    const shown = await page.locator("#ziele .money .d").allInnerTexts();
    assert.equal(shown.length, GOALS.length + 9, "goals, overhead, taxes, fees");
    for (const text of shown) assert.match(text, /^±0(\s€)?$/);
    assert.equal(await page.locator(".moved, .now").count(), 0);
    // Places of changes that keep their room say nothing.
    assert.equal((await page.locator(".delta").allTextContents()).join(""), "");
    assert.deepEqual(await accented(page), []);
    assert.equal(await page.locator(".outputs .own > li").count(), 0);
  });

  test("no number has a sign but the plan's own", async () => {
    const { page } = await site.openPage();
    await unfold(page);
    const rows = await lawRows(page);
    // Result, withdrawal and reserve as planned, new, and without the saving that has no place; debt and interest.
    assert.equal(rows.length, 11);
    for (const plan of [0, 3, 6]) assert.deepEqual(rows[plan + 1].slice(1), rows[plan].slice(1));
    // The ends of the sliders, the year's planned result, the planned results of the years to come, planned metrics, and crises.
    const planned = await page.locator("#profil .metrics td:nth-child(2), #sichten, #krisentest td").allTextContents();
    const own = ["−10", "+10", await page.locator("#ziele > dl.rest dd").last().textContent(), ...rows.flat(), ...planned];
    assert.deepEqual(await signed(page, own), []);
  });

  test("both checks see a number that moved", async () => {
    const { page } = await site.openPage();
    await goal(page, UP).more.click();
    await says(page, /100\.000\s€/);
    assert.ok((await signed(page, ["−10", "+10"])).length > 10);
    assert.ok((await accented(page)).length > 3);
  });

  /** Numbers with a sign that are not among the plan's own. */
  async function signed(page, own) {
    const text = await page.locator("#app").evaluate((it) => it.textContent);
    const known = new Set(own.flatMap((it) => it.match(/[+−][\d.,]*\d/g) ?? []));
    return (text.match(/[+−][\d.,]*\d/g) ?? []).filter((number) => !known.has(number));
  }

  /** Visible elements painted in the accent colour. */
  function accented(page) {
    return page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = "var(--accent)";
      const accent = getComputedStyle(probe).color;
      probe.remove();
      const painted = (el) => {
        const style = getComputedStyle(el);
        const box = el.getBoundingClientRect();
        const text = [...el.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        const colours = [style.backgroundColor, text && style.color];
        if (el instanceof SVGElement) colours.push(style.stroke, el.localName !== "line" && style.fill);
        return el.checkVisibility() && box.width > 0.5 && box.height > 0.5 && colours.includes(accent);
      };
      return [...document.querySelectorAll("#app *")].filter(painted).map((el) => `${el.localName}.${el.getAttribute("class")} ${el.textContent.slice(0, 30)}`);
    });
  }
});

describe("the main job", () => {
  test("a typed amount moves one goal and everything that follows from it", async () => {
    const { page } = await site.openPage();
    const before = await figures(page);
    await shifted(goal(page, UP), 2);
    await says(page, SAID.missing("2,0"));
    assert.equal(await goal(page, UP).change.innerText(), "+2,0");
    const now = await figures(page);
    assert.ok(now.outputs.some((row) => SAID.about.test(row)), "money is said as what it buys");
    assert.ok(await page.locator(".outputs").isVisible());
    assert.ok((await page.locator("#wirkung .card.moved").count()) >= 1);
    assert.ok((await page.locator("#generationen .coh .v b").allTextContents()).some((text) => /^[+−]/.test(text)));
    for (const part of ["generations", "law", "cards", "ledger"]) assert.notDeepEqual(now[part], before[part], part);
    assert.notEqual(await page.locator("#recht strong").textContent(), before.law[0]);
    // The budget year is decided already; what is moved is felt from the next one on.
    const [[, decided, result], [, same, changed]] = await lawRows(page);
    assert.equal(same, decided);
    assert.notEqual(changed, result);
  });

  test("two typed amounts of the same size are balanced", async () => {
    const { page } = await site.openPage();
    await shifted(goal(page, UP), 2);
    await shifted(goal(page, DOWN), -2);
    await says(page, SAID.balanced);
    assert.equal((await changes(page)).filter((text) => text !== "±0").length, 2);
  });

  test("typing the planned amount again is a return to the plan", async () => {
    const { page } = await site.openPage();
    const { field, more } = goal(page, UP);
    const planned = await field.inputValue();
    await times(3, more);
    await type(field, planned);
    await says(page, SAID.untouched);
  });

  test("what others reimburse is said, and only the town's part is missing", async () => {
    const { page } = await site.openPage();
    await raise(page, SHARED);
    const echo = await page.locator(`#goal-${SHARED} .echo`).innerText();
    const [, others, millions, own, ownMillions] = echo.match(SAID.reimbursed) ?? assert.fail(echo);
    const euros = (text, isMillions) => read(text) * (isMillions ? 1e6 : 1);
    assert.ok(Math.abs(euros(others, millions) + euros(own, ownMillions) - 2e6) <= 50_001, echo);
    const missing = await meter(page);
    assert.ok(missing.includes(own.slice(1)), `${missing} against ${echo}`);
  });

  test("the exact rows of every why sum to its change", async () => {
    const { page } = await site.openPage();
    await shift(page);
    await figures(page);
    const ways = await page.locator("#wirkung .card.moved .acts > a").evaluateAll((all) => all.map((it) => it.getAttribute("href").slice(1)));
    assert.ok(ways.length >= 2, `${ways.length} cards moved`);
    for (const way of ways) {
      await show(page, way);
      const id = way.slice("verstehen-".length);
      await eventually(async () => assert.equal(await page.locator("#kennzahl").inputValue(), id));
      const [points, values] = await page.locator("table.why").evaluate((table) => {
        // The first row is the plan.
        const column = (at) => [...table.querySelectorAll("tbody tr:not(.ends), tfoot tr")].map((row) => row.cells[at].textContent);
        return [column(2), column(1)];
      });
      for (const column of [points, values]) assertSums(column, id);
      assert.ok(await page.locator(".insight .src dd").first().innerText());
    }
  });

  /** The last number is the sum of those before it, up to one unit of the last digit each. */
  function assertSums(column, name) {
    const texts = column.map((text) => text.match(/[±+−]?[\d.]+(,\d+)?/)[0]);
    const digits = Math.max(...texts.map((text) => (text.split(",")[1] ?? "").length));
    const sum = read(texts.pop());
    const parts = texts.map((text) => read(text));
    const off = Math.abs(parts.reduce((all, part) => all + part, 0) - sum);
    assert.ok(off <= (parts.length + 1) * 10 ** -digits, `${name}: ${parts.join(" ")} is not ${sum}`);
  }

  test("a saved scenario comes back with the same figures", async () => {
    const { page } = await site.openPage();
    await shift(page);
    const before = await figures(page);
    const dialog = page.locator("dialog[open]");
    await page.locator(".tools .main").click();
    await dialog.locator("input[type=text]").first().fill("Mehr Räder & <b>Wege</b>");
    await dialog.locator(".savebar button[type=submit]").click();
    await eventually(async () => assert.equal(await dialog.locator(".savename b").innerText(), "Mehr Räder & <b>Wege</b>"));
    await anew(page);
    await says(page, SAID.untouched);
    assert.equal(await page.locator(".moved").count(), 0);
    await page.locator(".tools .main").click();
    assert.equal(await dialog.locator(".savename b").innerText(), "Mehr Räder & <b>Wege</b>");
    await dialog.locator(".saves .acts button").first().click();
    await says(page, SAID.balanced);
    assert.deepEqual(differences(before, await figures(page)), []);
  });

  test("works by clicks alone, without dragging and without keys", async () => {
    const { page } = await site.openPage({ width: 360, height: 740, hasTouch: true });
    await forbid(page, "keydown");
    await times(20, goal(page, UP).more);
    await times(20, goal(page, DOWN).less);
    await says(page, SAID.balanced);
    await page.locator("#wirkung .card.moved .acts a").first().click();
    await page.locator("#h-weg").waitFor();
    await page.locator(".insight .kick a").click();
    await page.locator(".tools .main").click();
    await page.locator("dialog[open] .savebar button[type=submit]").click();
    await page.locator("dialog[open] .end button").click();
    await page.locator(".said .acts button:visible").last().click();
    await says(page, SAID.untouched);
    await page.locator(".tools .main").click();
    await page.locator("dialog[open] .saves .acts button").first().click();
    await says(page, SAID.balanced);
  });
});

/** A lever with room for more than ten steps. */
async function roads(page) {
  const all = await levers(page, UP);
  const named = await Promise.all(all.map((it) => it.at.innerText()));
  return all[named.findIndex((it) => it.startsWith("Straßen, Brücken"))];
}

describe("three inputs, one value", () => {
  for (const what of ["goal", "lever"]) {
    test(`field, buttons and slider of a ${what} end in one state`, async () => {
      const states = [];
      let reached;
      for (const way of ["buttons", "arrows", "page keys", "pointer"]) {
        const { page } = await site.openPage();
        if (what === "lever") await toggle(page, UP);
        const row = what === "goal" ? goal(page, UP) : await roads(page);
        if (way === "buttons") await times(10, row.more);
        if (way === "arrows") for (let i = 0; i < 10; i++) await row.slider.press("ArrowUp");
        if (way === "page keys") await row.slider.press("PageUp");
        reached ??= Number(await row.slider.inputValue());
        // Near it: a drag ends on a whole step.
        if (way === "pointer") await row.slider.evaluate((slider, reached) => {
          slider.value = 1.004 * reached;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          slider.dispatchEvent(new Event("change", { bubbles: true }));
        }, reached);
        await says(page, /Mio\.|€/);
        const { law, generations, cards, inputs: values } = await figures(page);
        states.push({ own: await row.field.inputValue(), meter: await meter(page), law, generations, cards, values });
        await site.leave();
      }
      for (const state of states.slice(1)) assert.deepEqual(differences(states[0], state), []);
    });
  }

  test("a typed amount is the same as that many steps", async () => {
    const { page } = await site.openPage();
    await raise(page);
    await says(page, SAID.missing("2,0"));
    const byButtons = await figures(page);
    const amount = await goal(page, UP).field.inputValue();
    await page.locator(".tools .icon").first().waitFor();
    await anew(page);
    await page.waitForSelector(STARTED, { state: "attached" });
    await type(goal(page, UP).field, amount);
    await says(page, SAID.missing("2,0"));
    assert.deepEqual(differences(byButtons, await figures(page)), []);
  });

  test("an edit changes the amount of one goal and of no other", async () => {
    const { page } = await site.openPage();
    await toggle(page, UP);
    const [first, second] = await levers(page, UP);
    const edits = [
      [1, () => goal(page, 1).more.click()],
      [2, () => goal(page, 2).slider.press("PageDown")],
      [7, () => shifted(goal(page, 7), 1)],
      ["overhead", () => goal(page, "overhead").slider.press("Home")],
      [UP, () => first.more.click()],
      [UP, () => second.slider.press("End")],
      [9, () => goal(page, 9).slider.press("End")],
    ];
    for (const [key, edit] of edits) {
      const before = await changes(page);
      await edit();
      await eventually(async () => {
        const now = await changes(page);
        assert.deepEqual(GOALS.filter((_, i) => now[i] !== before[i]), [key]);
      });
    }
  });

  test("an amount below the bound becomes the bound, and the page says so", async () => {
    const { page } = await site.openPage();
    const row = goal(page, UP);
    await type(row.field, "1,0");
    const spoken = await row.slider.getAttribute("aria-valuetext");
    const [amount, floor] = spoken.match(/[\d.]+,\d+/g).filter((_, i) => i !== 1);
    assert.equal(amount, floor, spoken);
    assert.equal(await row.field.inputValue(), floor);
    assert.match(await page.locator(".said .last").innerText(), SAID.bound);
    await toggle(page, UP);
    for (const lever of await levers(page, UP)) {
      // What is built is no part of the goal's sum and stays as planned.
      const bound = await lever.at.locator("> .floor").innerText();
      // Nor is there less than nothing of a measure that the plan does not show.
      if (await lever.at.locator(".mark", { hasText: "Investition" }).count() || !/^Spielraum −\d/.test(bound)) continue;
      const [now, , low] = (await lever.slider.getAttribute("aria-valuetext")).match(/[\d.]+(,\d+)?/g);
      assert.equal(now, low);
      await lever.grounds.click();
      await eventually(async () => assert.match(await lever.at.locator(".grounds-in").innerText(), /^Spielraum −.*: .{10}/, "the reason of the bound stands behind one step"));
    }
  });

  test("a word in the field is refused in words and changes nothing", async () => {
    const { page } = await site.openPage();
    const row = goal(page, UP);
    await type(row.field, "viel");
    assert.equal(await row.field.getAttribute("aria-invalid"), "true");
    const hint = page.locator(`#${await row.field.getAttribute("aria-describedby")}`);
    assert.ok(await hint.isVisible());
    await says(page, SAID.untouched);
    const tax = page.locator(".tax").first();
    const field = tax.locator(".money input");
    const before = await field.inputValue();
    await type(field, "viel");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.ok(await page.locator(`#${await field.getAttribute("aria-describedby")}`).isVisible(), "a tax says so as well");
    await says(page, SAID.untouched);
    await type(field, before);
    assert.equal(await field.getAttribute("aria-invalid"), null);
    assert.ok(await tax.locator(".wrong").isHidden());
    await says(page, SAID.untouched);
  });

  test("undo and redo go through every step, reset is one of them", async () => {
    const { page } = await site.openPage();
    const states = [await figures(page)];
    for (const step of [() => goal(page, UP).more.click(), () => goal(page, DOWN).slider.press("PageDown"), () => page.locator(".said .acts button:visible").last().click()]) {
      await step();
      states.push(await figures(page));
    }
    assert.deepEqual(differences(states[0], states[3]), []);
    const [undo, redo] = [page.locator(".tools .icon").first(), page.locator(".tools .icon").last()];
    for (const at of [2, 1, 0]) {
      await undo.click();
      assert.deepEqual(differences(states[at], await figures(page)), [], `undo to ${at}`);
    }
    assert.ok(await undo.isDisabled());
    for (const at of [1, 2, 3]) {
      await page.keyboard.press(at === 2 ? "Control+Shift+Z" : "Control+y");
      assert.deepEqual(differences(states[at], await figures(page)), [], `redo to ${at}`);
    }
    assert.ok(await redo.isDisabled());
    await page.keyboard.press("Control+z");
    assert.deepEqual(differences(states[2], await figures(page)), []);
  });

  test("amounts can be read in millions, per head and in percent, and mean the same", async () => {
    const { page } = await site.openPage();
    const moved = [];
    for (const mode of [0, 1, 2]) {
      await page.locator(".seg button").nth(mode).click();
      const { field, slider, more } = goal(page, UP);
      await times(3, more);
      moved.push(await slider.getAttribute("aria-valuetext"));
      assert.ok(await field.inputValue());
      await page.locator(".said .acts button:visible").last().click();
      await page.locator(".scale .word").filter({ hasText: SAID.untouched }).waitFor();
    }
    assert.deepEqual([moved[1], moved[2]], [moved[0], moved[0]]);
  });
});

describe("spreading and locks", () => {
  test("spreading shows a table first and moves nothing before the click", async () => {
    const { page } = await site.openPage();
    await raise(page);
    const before = await figures(page);
    await page.locator(".meter .spread button").click();
    const rows = page.locator("dialog[open] tbody tr");
    await rows.first().waitFor();
    assert.deepEqual(differences(before, await figures(page)), []);
    const preview = await rows.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const parts = preview.map(([, , text]) => text.match(/\(([+−][\d.,]+)\s(Mio\.)?/)).map(([, number, millions]) => read(number) * (millions ? 1e6 : 1));
    assert.ok(Math.abs(parts.reduce((all, part) => all + part, 0) + 2e6) <= 50_000 * parts.length, parts.join(" "));
    await page.locator("dialog[open] .end .main").click();
    await says(page, SAID.balanced);
    for (const [name, , after] of preview) {
      const row = page.locator("#ziele .goal", { has: page.locator(".name button").filter({ hasText: name }) });
      const shown = await row.locator("> .money input").inputValue();
      assert.ok(after.includes(shown), `${name}: ${after} was announced, ${shown} it is`);
    }
    await page.locator(".tools .icon").first().click();
    assert.deepEqual(differences(before, await figures(page)), [], "one step back takes all of it back");
  });

  test("cancelling the preview changes nothing", async () => {
    const { page } = await site.openPage();
    await times(3, goal(page, UP).more);
    const before = await figures(page);
    await page.locator(".meter .spread button").click();
    await page.locator("dialog[open] .end button:not(.main)").click();
    assert.deepEqual(differences(before, await figures(page)), []);
  });

  test("a locked lever moves neither with its goal nor when the rest is spread", async () => {
    const { page } = await site.openPage();
    await toggle(page, 9);
    const [locked, free] = await levers(page, 9);
    const amounts = () => Promise.all([locked, free].map((lever) => lever.slider.inputValue()));
    await locked.lock.click();
    assert.equal(await locked.lock.getAttribute("aria-pressed"), "true");
    assert.ok(await locked.slider.isDisabled() && await locked.field.isDisabled());
    await goal(page, 9).slider.press("End");
    const [still, moved] = await amounts();
    assert.equal(still, "0");
    assert.notEqual(moved, "0");
    await page.locator(".said .acts button:visible").last().click();
    await raise(page);
    await page.locator(".meter .spread button").click();
    await page.locator("dialog[open] .end .main").click();
    await says(page, SAID.balanced);
    const [after, others] = await amounts();
    assert.equal(after, "0");
    assert.notEqual(others, "0");
    await locked.lock.click();
    assert.ok(await locked.slider.isEnabled());
  });
});

describe("announcements", () => {
  /** Fifty inputs within half a second; how often each live region spoke, by id or class. */
  async function burst(page) {
    return page.evaluate(async () => {
      const spoken = {};
      const regions = document.querySelectorAll("#app :is([role=status], [role=alert], [aria-live])");
      for (const region of regions) {
        const name = region.id || region.className;
        spoken[name] = 0;
        const watch = (records) => (spoken[name] += region.checkVisibility() ? records.length : 0);
        new MutationObserver(watch).observe(region, { childList: true, characterData: true, subtree: true });
      }
      const slider = document.querySelector("#goal-3 > .ctl input[type=range]");
      for (let i = 1; i <= 50; i++) {
        slider.value = i * 100_000;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => setTimeout(done, 8));
      }
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 1500));
      return spoken;
    });
  }

  test("a burst of inputs is announced once", async () => {
    const { page } = await site.openPage();
    const spoken = await burst(page);
    assert.equal(spoken.announcement, 1);
    assert.match(await page.locator("#announcement").innerText(), SAID.missing("5,0"));
  });

  test("and no other live region speaks into it", async () => {
    const { page } = await site.openPage();
    const { announcement, ...others } = await burst(page);
    assert.deepEqual(Object.entries(others).filter(([, count]) => count > 1), [], `the announcement itself: ${announcement}`);
  });
});
