/** The model as a file for other programs. Whether its numbers are right, those programs say: `cargo xtask verify`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { goal, openSite, show } from "./harness.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Opens the assumptions and takes the file away. */
async function download(page, label) {
  await show(page, "verstehen");
  const section = page.locator(".assumptions");
  if (!(await section.locator("details").evaluate((it) => it.open))) await section.locator("summary").click();
  const [file] = await Promise.all([page.waitForEvent("download"), section.getByRole("button", { name: label }).click()]);
  assert.match(file.suggestedFilename(), /^zukunftshaushalt-muenster-2026-\d{4}-\d\d-\d\d\.xmile$/);
  return readFileSync(await file.path(), "utf8");
}

/** What is well-formed XML to the browser: names of its variables with what they say. */
const variables = (page, text) => page.evaluate((text) => {
  const file = new DOMParser().parseFromString(text, "application/xml");
  if (file.querySelector("parsererror")) throw new Error(file.querySelector("parsererror").textContent);
  return Object.fromEntries([...file.querySelectorAll("variables > *")].map((it) => [it.getAttribute("name"), it.innerHTML]));
}, text);

/** Tables of money in which anything is moved. */
const moved = (found) => Object.keys(found)
  .filter((name) => name.startsWith("table of euros "))
  .filter((name) => /<ypts[^>]*>[^<]*[1-9]/.test(found[name]));

test("the model is handed out with the present scenario", async () => {
  const { page } = await site.openPage();
  const untouched = await variables(page, await download(page, "Modell als XMILE-Datei"));
  assert.deepEqual(moved(untouched), []);
  assert.ok(Object.keys(untouched).filter((name) => name.startsWith("table of euros ")).length >= 70);
  assert.match(untouched["indicator scenario thg ew"], /Treibhausgase je Kopf/);

  await show(page, "werkbank");
  await goal(page, 3).slider.press("PageUp");
  const touched = await variables(page, await download(page, "Modell als XMILE-Datei"));
  assert.ok(moved(touched).includes("table of euros radweg erneuern"), moved(touched).join());
  const others = Object.keys(untouched).filter((name) => untouched[name] !== touched[name]);
  assert.deepEqual(others.sort(), moved(touched).sort(), "nothing else is different");
  assert.deepEqual(Object.keys(touched), Object.keys(untouched));
  assert.deepEqual(await site.leave(), []);
});

test("it is offered where the calculation is explained as well", async () => {
  const { page } = await site.openPage({ path: "#rechnung" });
  const button = page.locator("#rechnung").getByRole("button", { name: "Modell als XMILE-Datei" });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.equal(readFileSync(await file.path(), "utf8"), await download(page, "Modell als XMILE-Datei"));
  assert.deepEqual(await site.leave(), []);
});

test("in English it is the same file", async () => {
  const german = await site.openPage();
  const english = await site.openPage({ path: "?lang=en" });
  assert.equal(await download(english.page, "Model as an XMILE file"), await download(german.page, "Modell als XMILE-Datei"));
  assert.deepEqual(await site.leave(), []);
});
