/** More than one town: what travels, how one changes the town, and whose a scenario is. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, axe, eventually, goal, ibm, openSite } from "./harness.mjs";

const SAID = {
  muenster: /Stadt Münster/,
  freiburg: /Stadt Freiburg im Breisgau/,
  unknown: /Eine Stadt „nirgendwo-2030“ gibt es hier nicht/,
  elsewhere: /gehört zu einem anderen Haushalt: Stadt Münster/,
};
const FREIBURG = "freiburg-2018";

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

const dialog = (page) => page.locator("dialog[open]");
const files = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("town-")));

async function change(page, town) {
  await page.locator(".foot-note button").click();
  const link = dialog(page).getByRole("link", { name: town });
  const to = new URL(await link.evaluate(({ href }) => href)).searchParams.get("town");
  await link.click();
  await page.waitForURL(({ searchParams }) => searchParams.get("town") === to);
  await page.waitForSelector(STARTED, { state: "attached" });
}

describe("what travels", () => {
  test("the first view loads its own town and no other", async () => {
    const { page } = await site.openPage();
    assert.match(await page.title(), SAID.muenster);
    const loaded = await files(page);
    assert.equal(loaded.length, 1, `${loaded}`);
    assert.match(loaded[0], /town-muenster-2026-/);
  });

  test("a town that was changed on the way is refused, and the page says that it does not run", async () => {
    const { page, context, seen } = await site.openPage();
    await context.route(/town-.*\.bin/, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body.write("Monster", body.indexOf("Münster"));
      await route.fulfill({ response, body });
    });
    await page.goto(site.url);
    await page.locator("#failure:visible").waitFor();
    assert.ok(seen.errors.length > 0);
    seen.errors.length = 0;
  });

  test("an unknown town is named, and the first one opens", async () => {
    const { page } = await site.openPage({ path: "?town=nirgendwo-2030" });
    assert.match(await page.title(), SAID.muenster);
    await eventually(async () => assert.match(await page.locator("#announcement, .said").allInnerTexts().then((all) => all.join(" ")), SAID.unknown));
  });
});

describe("changing the town", () => {
  test("by the choice below the page, with its language, and back", async () => {
    const { page } = await site.openPage({ path: "?lang=en" });
    await change(page, /Freiburg/);
    assert.match(page.url(), /lang=en/);
    assert.match(await page.title(), /Freiburg/);
    await change(page, /Münster/);
    assert.match(await page.title(), /Münster/);
  });

  test("a saved scenario names its town and leads there", async () => {
    const { page } = await site.openPage();
    await goal(page, 1).slider.press("ArrowRight");
    await page.locator(".tools .main").click();
    await dialog(page).locator(".savebar input[type=text]").fill("Für Münster");
    await dialog(page).locator(".savebar button[type=submit]").click();
    await dialog(page).locator(".saves li").waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await change(page, SAID.freiburg);
    await page.locator(".tools .main").click();
    const row = dialog(page).locator(".saves li");
    assert.match(await row.innerText(), SAID.muenster);
    await row.getByRole("link").click();
    await page.waitForURL(/town=muenster-2026/);
    await eventually(async () => assert.match(await page.title(), SAID.muenster));
  });

  test("a file of another town is refused by name", async () => {
    const { page } = await site.openPage({ path: `?town=${FREIBURG}` });
    await page.locator(".tools .main").click();
    const text = JSON.stringify({ format: "zukunftshaushalt-scenario", version: 1, pack: "muenster-2026", name: "x", moves: [] });
    await dialog(page).locator("input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await eventually(async () => assert.match(await dialog(page).innerText(), SAID.elsewhere));
  });
});

describe("the second town", () => {
  for (const width of [360, 768, 1280]) {
    test(`has no fault at ${width} px, and no sideways scroll`, async () => {
      const { page } = await site.openPage({ path: `?town=${FREIBURG}`, width, colorScheme: width === 768 ? "dark" : "light" });
      await goal(page, 1).slider.press("ArrowRight");
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await ibm(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }

  test("untouched says no change at all", async () => {
    const { page } = await site.openPage({ path: `?town=${FREIBURG}` });
    assert.equal(await page.locator(".card.moved, .goal.moved, .lever.moved").count(), 0);
    assert.doesNotMatch(await page.locator("#wirkung").innerText(), /[+−]0[,.]0*[1-9]/);
  });

  test("a move shows in meter, indicators and generations", async () => {
    const { page } = await site.openPage({ path: `?town=${FREIBURG}` });
    for (let i = 0; i < 5; i++) await goal(page, 4).slider.press("ArrowRight");
    await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), /Es fehlen/));
    await eventually(async () => assert.ok((await page.locator("#generationen").innerText()).match(/\d\s€/)));
  });
});
