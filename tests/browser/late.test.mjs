/** Late parts: they come after the first view, and where they do not come the page works on and offers to load them again. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { BEGUN, ROOT, STARTED, axe, eventually, goal, ibm, openSite, sidewaysScroll } from "./harness.mjs";

const LATE = "**/late-rest-*.bin";
const SAID = {
  coming: /Dieser Teil wird noch geladen/,
  missing: /Dieser Teil konnte nicht geladen werden/,
  again: "Erneut laden",
  moved: /Es fehlen\s*1,0\sMio\.\s€/,
};

/** A row of evidence, by its key in the catalogue. */
const ROW = `rechnung-${readFileSync(`${ROOT}packs/catalogue/measure_effects.csv`, "utf8").split("\n")[1].split(";")[0]}`;

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const place = (page) => page.locator("main .coming");
const again = (page, id) => page.locator(id).getByRole("button", { name: SAID.again });
const dialog = (page) => page.locator("dialog[open]");
const faults = async (page) => [await axe(page), await ibm(page), await sidewaysScroll(page)];

/** A page whose late file answers as told; the function takes it back to what the server has. */
async function visit(context, answer, options = {}) {
  let is = answer;
  const visit = await site.openPage({
    ready: BEGUN,
    prepare: (context) => context.route(LATE, (route) => is(route)),
    ...options,
  });
  context.after(() => visit.context.close());
  return { ...visit, answers: (other) => (is = other) };
}

/** Moves a goal and reads what the meter says. */
async function works(page) {
  await goal(page, 3).slider.press("PageUp");
  await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), SAID.moved));
}

const GONE = {
  "the network is cut": (route) => route.abort(),
  "the file is gone": (route) => route.fulfill({ status: 404, body: "" }),
  "the file was changed on the way": async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  },
};

describe("another language", () => {
  const WORDS = "**/late-en-*.wasm";

  test("comes with its first use, and stays", async (context) => {
    const { page } = await visit(context, (route) => route.continue(), { ready: STARTED });
    let asked = 0;
    await page.route(WORDS, (route) => (asked++, route.continue()));
    for (const title of [/Budget/, /Haushalt/, /Budget/]) {
      await page.locator(".lang").first().click();
      await eventually(async () => assert.match(await page.locator(".desk:not(.learn) h1").innerText(), title));
    }
    assert.equal(asked, 1);
  });

  test("of the address is there when the page stands", async (context) => {
    const { page } = await visit(context, (route) => route.continue(), { path: "?lang=en" });
    assert.match(await page.locator(".desk:not(.learn) h1").innerText(), /Budget/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  });

  test("that does not come leaves the page as it is and says so", async (context) => {
    const { page } = await visit(context, (route) => route.continue(), {
      path: "?lang=en",
      prepare: (context) => context.route(WORDS, (route) => route.abort()),
    });
    const said = /Die Texte dieser Sprache konnten nicht geladen werden/;
    assert.match(await page.locator(".desk:not(.learn) h1").innerText(), /Haushalt/);
    await eventually(async () => assert.match(await page.locator(".said").innerText(), said));
    await page.unroute(WORDS);
    await page.context().unroute(WORDS);
    await page.locator(".lang").first().click();
    await eventually(async () => assert.match(await page.locator(".desk:not(.learn) h1").innerText(), /Budget/));
  });
});

test("the late file is asked for after the first picture", async (context) => {
  const { page } = await visit(context, (route) => route.continue(), { screen: "" });
  const name = () => page.evaluate(() => performance.getEntriesByType("resource").find((it) => it.name.includes("/late-rest-"))?.startTime);
  await eventually(async () => assert.ok(await name()));
  const painted = await page.evaluate(() => performance.getEntriesByType("paint").find((it) => it.name === "first-contentful-paint").startTime);
  assert.ok((await name()) > painted, `${await name()} ${painted}`);
});

describe("while it is on its way", () => {
  test("the first screen can be read, the places behind its doors say so, and open when it is there", async (context) => {
    let go;
    const { page, seen } = await visit(context, (route) => (go = () => route.continue()), { screen: "" });
    assert.ok(await page.locator(".karo").isVisible());
    await page.locator(".door").first().click();
    await eventually(async () => assert.match(await place(page).innerText(), SAID.coming));
    assert.equal(await again(page, "main").count(), 0);
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.goBack();
    await page.locator(".door").last().click();
    await page.locator("main .desks .coming").waitFor();
    await page.locator(".tools .main").click();
    assert.match(await dialog(page).innerText(), SAID.coming);
    assert.deepEqual([await axe(page), await ibm(page)], [[], []]);
    go();
    await dialog(page).locator(".savebar").waitFor();
    assert.equal(await dialog(page).count(), 1);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await eventually(async () => assert.ok(await page.locator(".tools .main").evaluate((it) => it === document.activeElement)));
    await eventually(async () => assert.equal(await page.locator(".coming").count(), 0));
    await works(page);
    assert.deepEqual(seen.faults(), []);
  });

  test("a way into it leads there once it is there", async (context) => {
    let go;
    const { page } = await visit(context, (route) => (go = () => route.continue()), { path: `#${ROW}` });
    await place(page).waitFor();
    go();
    await page.locator("#rechnung .rows > li").first().waitFor();
    await page.locator(`#${ROW}:focus`).waitFor();
  });
});

for (const [what, answer] of Object.entries(GONE)) {
  test(`${what}: the first screen stays, the place says so, and loads it when asked again, with the draft`, async (context) => {
    const { page, answers } = await visit(context, (route) => route.continue(), { ready: STARTED });
    await works(page);
    answers(answer);
    await page.reload();
    await again(page, "main").waitFor();
    assert.match(await place(page).innerText(), SAID.missing);
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.locator(".id").click();
    await page.locator(".karo:visible").waitFor();
    await page.goBack();
    await page.locator(".tools .main").click();
    assert.match(await dialog(page).innerText(), SAID.missing);
    assert.deepEqual([await axe(page), await ibm(page)], [[], []]);
    // Once more in vain: the page of today is this one, so it stays.
    await again(page, "dialog[open]").click();
    await eventually(async () => assert.match(await dialog(page).innerText(), SAID.missing), 8000);
    answers((route) => route.continue());
    await again(page, "dialog[open]").click();
    await dialog(page).locator(".savebar").waitFor();
    await page.keyboard.press("Escape");
    await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), SAID.moved));
  });
}

test("the style of what comes late does not come: the first screen stays, the place says so, and the next try brings it", async (context) => {
  let is = (route) => route.abort();
  const { page } = await visit(context, (route) => route.continue(), {
    screen: "",
    prepare: (context) => context.route("**/late-style-*.css", (route) => is(route)),
  });
  assert.ok(await page.locator(".karo").isVisible());
  await page.locator(".door").first().click();
  await again(page, "main").waitFor();
  assert.match(await place(page).innerText(), SAID.missing);
  assert.deepEqual(await faults(page), [[], [], []]);
  is = (route) => route.continue();
  await again(page, "main").click();
  await page.locator("main h1").waitFor();
  await eventually(async () => assert.equal(await page.locator("main .coming").count(), 0));
  const late = await page.evaluate(() => [...document.styleSheets].filter((it) => it.href?.includes("late-style-")).map((it) => it.cssRules.length > 20));
  assert.deepEqual(late, [true]);
});

test("a page of before the last deployment gives way to that of today when asked again, with its draft", async (context) => {
  const { page, answers } = await visit(context, (route) => route.continue(), { ready: STARTED });
  await works(page);
  answers(GONE["the file is gone"]);
  await page.reload();
  await again(page, "main").waitFor();
  // On the server lies another page by now; what the old one has been loaded with goes on.
  const today = readFileSync(`${ROOT}dist/index.html`, "utf8");
  const glue = today.match(/app-[0-9a-f]{12}\.js/)[0];
  let asked = 0;
  await page.route(site.url, (route) => {
    const body = route.request().isNavigationRequest() ? today : today.replaceAll(glue, "app-000000000000.js");
    asked++;
    if (asked > 1) answers((route) => route.continue());
    return route.fulfill({ contentType: "text/html", body });
  });
  await again(page, "main").click();
  await page.waitForSelector(STARTED, { state: "attached", timeout: 15_000 });
  await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), SAID.moved));
  assert.equal(asked, 2, "asked for the page of today, and loaded it");
});

describe("the file of the workbench", () => {
  const DESK = "**/late-desk-*.wasm";

  test("is asked for by who goes there, and by nobody else", async (context) => {
    const { page } = await visit(context, (route) => route.continue(), { screen: "kurz" });
    const names = () => page.evaluate(() => performance.getEntriesByType("resource").map((it) => it.name).filter((it) => /late-(desk|notes|en)/.test(it)));
    await page.locator(".tile").first().click();
    await page.locator(".mlist .sb").last().click();
    assert.deepEqual(await names(), []);
    await page.evaluate(() => (location.hash = "werkbank"));
    await page.locator("#ziele").waitFor();
    assert.equal((await names()).length, 2);
  });

  test("does not come: the short path works, the bench offers to load it again and then shows what was moved", async (context) => {
    let is = (route) => route.abort();
    const { page } = await visit(context, (route) => route.continue(), {
      screen: "kurz-ziel-mobilitaet",
      prepare: (context) => context.route(DESK, (route) => is(route)),
    });
    const row = page.locator(".mlist > li", { hasText: "Mehr Busse fahren lassen" });
    await row.locator(".sb").last().click();
    await eventually(async () => assert.equal(await row.locator(".out b").innerText(), "+1"));
    await page.evaluate(() => (location.hash = "werkbank"));
    await again(page, "main").waitFor();
    assert.match(await place(page).innerText(), SAID.missing);
    await page.goBack();
    await eventually(async () => assert.equal(await row.locator(".out b").innerText(), "+1"));
    await page.goForward();
    is = (route) => route.continue();
    await again(page, "main").click();
    await eventually(async () => assert.match(await page.locator(".scale .word").innerText(), /Es fehlen/));
  });

  test("stands without the one of what is behind its numbers, which is offered again there and then explains", async (context) => {
    let is = (route) => route.abort();
    const { page } = await visit(context, (route) => route.continue(), {
      prepare: (context) => context.route("**/late-behind-*.wasm", (route) => is(route)),
    });
    await works(page);
    await page.evaluate(() => (location.hash = "verstehen"));
    await again(page, "main").waitFor();
    assert.match(await place(page).innerText(), SAID.missing);
    assert.deepEqual(await faults(page), [[], [], []]);
    is = (route) => route.continue();
    await again(page, "main").click();
    await page.locator(".chain > li").first().waitFor();
    await page.locator("main h1:focus").waitFor();
    assert.equal(await page.locator(".coming").count(), 0);
  });
});
