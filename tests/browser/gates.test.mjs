/** The gates themselves: each must refuse a page with known faults and let a sound one pass. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, ibm, launchBrowser, sidewaysScroll, watch } from "./harness.mjs";

let browser;
before(async () => (browser = await launchBrowser()));
after(() => browser.close());

async function open(name) {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(new URL(`fixtures/${name}.html`, import.meta.url).href);
  return page;
}

function assertFinds(faults, rules) {
  for (const rule of rules) assert.ok(faults.some((fault) => fault.startsWith(`${rule}:`)), `${rule} is not in\n${faults.join("\n")}`);
}

test("axe finds the seeded faults", async () => {
  const faults = await axe(await open("faulty"));
  assertFinds(faults, ["html-has-lang", "color-contrast", "label", "button-name", "image-alt", "target-size"]);
});

test("IBM's engine finds the seeded faults", async () => {
  const faults = await ibm(await open("faulty"));
  assertFinds(faults, ["html_lang_exists", "input_label_exists", "img_alt_valid", "table_headers_exists"]);
});

test("what is wider than the window is named", async () => {
  const faults = await sidewaysScroll(await open("faulty"));
  assert.ok(faults.some((fault) => fault.includes("wide")), faults.join("\n"));
});

test("all let a sound page pass", async () => {
  const page = await open("sound");
  assert.deepEqual([...(await axe(page)), ...(await ibm(page)), ...(await sidewaysScroll(page))], []);
});

test("requests, console errors and refusals are seen", async () => {
  const page = await browser.newPage();
  const seen = await watch(page);
  await page.route("**/*", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'self'" },
      body: `<title>x</title><p style="color:red">x</p><img src="http://elsewhere.example/x.png" alt="">`,
    }));
  await page.goto("http://here.example/");
  await page.evaluate(() => console.error("seen"));
  assert.ok(seen.violations.some((text) => text.startsWith("style-src")), seen.violations.join("\n"));
  assert.ok(seen.violations.some((text) => text.startsWith("img-src")), seen.violations.join("\n"));
  assert.ok(seen.errors.includes("seen"));
  assert.ok(seen.origins.has("http://here.example"));
});
