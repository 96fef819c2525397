/**
 * A draft goes to the town: nothing without a collector, nothing without a click, exactly what was shown, once, and told as it was.
 *
 * The page is given its collector as the build gives it (`with_collector` in `xtask/src/assets.rs`, held by tests of its own).
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { RECORDS, open } from "../collector/place.mjs";
import { axe, eventually, goal, handRests, ibm, openSite, show, sidewaysScroll, type } from "./harness.mjs";

const ADDRESS = `https://sammelstelle.stadt.example${RECORDS}`;
const LABEL = "An die Stadt senden";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const heading = (page) => page.locator("h1:visible");
const link = (page) => page.locator("main").getByRole("link", { name: LABEL });
const press = (page) => page.locator("main").getByRole("button", { name: /^(Jetzt senden|Erneut versuchen)$/ });
const told = (page) => page.locator("#gesendet");
const faults = async (page) => [await axe(page), await ibm(page), await sidewaysScroll(page)];

/** The page as it was built with a collector. */
const configured = (address) => async (context) => {
  const said = { address, method: "PUT", receiver: "Stadt Beispiel", retention: { de: "bis Ende 2027", en: "until the end of 2027" }, privacy: "https://stadt.example/datenschutz" };
  const allowed = (policy) => policy.replace("connect-src 'self'", `connect-src 'self' ${new URL(address).origin}`);
  await context.route((url) => url.pathname === "/" && url.origin === new URL(site.url).origin, async (route) => {
    const response = await route.fetch();
    const named = `<meta name="collector" content="${JSON.stringify(said).replaceAll('"', "&quot;")}">`;
    const body = allowed(await response.text()).replace('<meta name="town"', `${named}\n  <meta name="town"`);
    const headers = { ...response.headers(), "content-security-policy": allowed(response.headers()["content-security-policy"]) };
    await route.fulfill({ response, headers, body });
  });
};

/** A collector that gives these answers one after the other, "cut" for none; and all that it was asked. */
const answering = (answers, asked) => async (context, page) => {
  await configured(ADDRESS)(context);
  await context.route("https://sammelstelle.stadt.example/**", (route) => {
    const request = route.request();
    asked.push({ method: request.method(), url: request.url(), headers: request.headers(), body: request.postData() });
    const answer = answers.shift() ?? 201;
    const headers = { "access-control-allow-origin": "*", "access-control-expose-headers": "Retry-After", "retry-after": "1" };
    return answer === "cut" ? route.abort("connectionreset") : route.fulfill({ status: answer, headers, body: "{}" });
  });
  // Pauses of seconds in the twentieth part of their time.
  await page.addInitScript(() => {
    const slow = window.setTimeout;
    window.setTimeout = (work, milliseconds, ...more) => slow(work, milliseconds > 300 ? milliseconds / 20 : milliseconds, ...more);
  });
};

/** Moves something and goes to the card. */
async function drafted(page) {
  await type(goal(page, 3).field, "+2");
  await handRests(page);
  await show(page, "kurz-ergebnis");
  await page.locator(".answers .fx b").first().waitFor();
}

/** The text that the page says will be sent. */
async function shown(page) {
  const text = page.locator("details code");
  if (!(await text.isVisible())) await page.getByText("Genau dieser Text geht hinaus").click();
  return text.innerText();
}

test("without a collector there is no way to send, and nothing may be asked but the page's own files", async () => {
  const { page } = await site.openPage();
  await drafted(page);
  assert.equal(await link(page).count(), 0);
  await show(page, "teilen");
  await page.locator("#teilen-link").waitFor();
  assert.equal(await link(page).count(), 0);
  await page.evaluate(() => { location.hash = "senden"; });
  await page.waitForTimeout(200);
  assert.match(await heading(page).innerText(), /^Ihr Entwurf als Link/);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /connect-src 'self';/);
  assert.deepEqual(await site.leave(), []);
});

describe("with a collector", () => {
  test("exactly what is shown goes out after a click, again where that may help, and once", async () => {
    const asked = [];
    const { page, seen } = await site.openPage({ prepare: answering([409, "cut", 503, 201, 412], asked) });
    await drafted(page);
    await show(page, "teilen");
    await link(page).waitFor();
    await show(page, "kurz-ergebnis");
    await link(page).click();
    await press(page).waitFor();
    assert.match(await heading(page).innerText(), new RegExp(`^${LABEL}`));
    const sheet = await page.locator(".card-sheet").innerText();
    for (const said of ["Stadt Beispiel", "bis Ende 2027", "Nicht dabei"]) assert.ok(sheet.includes(said), said);
    const text = await shown(page);
    const { data } = JSON.parse(text);
    assert.deepEqual(Object.keys(data), ["format", "version", "nonce", "town", "pack_version", "model", "day", "scenario"]);
    assert.ok(sheet.includes(data.nonce));
    assert.deepEqual(await faults(page), [[], [], []]);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await faults(page), [[], [], []]);
    assert.deepEqual(asked, [], "something went out before anybody pressed");

    // By keys alone.
    await press(page).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.match(await told(page).innerText(), /^Angekommen\. Ihr Entwurf liegt jetzt bei: Stadt Beispiel/), 15_000);
    assert.equal(await told(page).evaluate((it) => it === document.activeElement), true);
    assert.equal(await press(page).count(), 0);
    assert.equal(asked.length, 4);
    for (const it of asked) {
      assert.deepEqual([it.method, it.url, it.body], ["PUT", `${ADDRESS}/${data.nonce}`, text]);
      assert.deepEqual([it.headers["content-type"], it.headers["if-none-match"]], ["application/json", "*"]);
      for (const name of ["cookie", "authorization", "referer"]) assert.equal(it.headers[name], undefined, name);
    }
    assert.deepEqual(await faults(page), [[], [], []]);

    // The same draft keeps its number, wherever somebody went in between; another one has another.
    await show(page, "kurz-ergebnis");
    await link(page).click();
    await press(page).click();
    await eventually(async () => assert.match(await told(page).innerText(), /^War schon da/));
    assert.deepEqual([asked.length, asked[4].body], [5, text]);
    await show(page, "werkbank");
    await type(goal(page, 3).field, "+1");
    await handRests(page);
    await show(page, "senden");
    await press(page).waitFor();
    assert.equal(await told(page).innerText(), "");
    assert.notEqual(JSON.parse(await shown(page)).data.nonce, data.nonce);
    assert.equal(asked.length, 5);
    assert.deepEqual(seen.violations, []);
    await site.leave();
  });

  test("what does not arrive or is refused is told as such, and nothing is lost", async () => {
    const asked = [];
    const { page } = await site.openPage({ prepare: answering(["cut", "cut", 503, 429, 400], asked) });
    await drafted(page);
    const value = await goal(page, 3).field.inputValue();
    await show(page, "senden");
    await press(page).click();
    await eventually(async () => assert.match(await told(page).innerText(), /^Nicht angekommen, nichts verloren/), 15_000);
    assert.equal(asked.length, 4);
    assert.equal(await press(page).innerText(), "Erneut versuchen");
    await press(page).click();
    await eventually(async () => assert.match(await told(page).innerText(), /^Nicht angenommen, mit der Antwort 400/));
    assert.deepEqual([asked.length, new Set(asked.map((it) => it.url)).size], [5, 1]);
    await show(page, "werkbank");
    assert.equal(await goal(page, 3).field.inputValue(), value);
    // From the plan there is nothing to send.
    await type(goal(page, 3).field, "+0");
    await handRests(page);
    await show(page, "senden");
    assert.match(await heading(page).innerText(), /^Noch gibt es nichts zu senden/);
    assert.equal(await press(page).count(), 0);
    await site.leave();
  });

  test("as documented, it arrives at Kinto, once, and comes out as it went in", { timeout: 120_000 }, async () => {
    const place = await open({ origin: new URL(site.url).origin, secure: true });
    try {
      const prepare = async (context) => {
        // To Chromium, a page whose text a test has changed is one of the world wide web that asks here for one at home.
        await context.grantPermissions(["local-network-access"], { origin: new URL(site.url).origin });
        await configured(place.outside + RECORDS)(context);
      };
      const { page, seen } = await site.openPage({ ignoreHTTPSErrors: true, prepare });
      await drafted(page);
      await show(page, "senden");
      await press(page).click();
      await eventually(async () => assert.match(await told(page).innerText(), /^Angekommen/), 15_000);
      const { data } = JSON.parse(await shown(page));
      assert.deepEqual(place.exported(), [data]);
      await show(page, "kurz-ergebnis");
      await link(page).click();
      await press(page).click();
      await eventually(async () => assert.match(await told(page).innerText(), /^War schon da/), 15_000);
      assert.deepEqual(place.exported(), [data]);
      assert.deepEqual(seen.violations, []);
      await site.leave();
    } finally {
      await place.close();
    }
  });
});
