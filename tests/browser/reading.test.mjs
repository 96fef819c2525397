/** What the page is like to read: at any width, in both languages, with larger spacing, by finger, by a machine. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { STARTED, handRests, axe, eventually, goal, ibm, levers, openSite, read, show, sidewaysScroll, toggle, unfold } from "./harness.mjs";

/** The words of the page that these tests rely on. */
const SAID = {
  german: /(^|[\s(„])(und|der|die|das|den|dem|mit|für|nicht|wie geplant|ist|oder|von|zum|zur|ohne|Quelle|Annahme)([\s).,;:]|$)/,
};
const UP = 3;

let site;
before(async () => (site = await openSite()));
afterEach(async () => assert.deepEqual(await site.leave(), [], "refusals, errors, foreign hosts"));
after(() => site.close());

/** Moves a goal, opens it, and unfolds the grounds of its first lever. */
async function work(page) {
  await goal(page, UP).slider.press("PageUp");
  await toggle(page, UP);
  const [lever] = await levers(page, UP);
  await lever.grounds.click();
  await lever.at.locator(".grounds-in").waitFor();
}

const openers = {
  saves: ".tools .main",
  spread: ".meter .spread button",
};

/** Runs a check in the moved state and in each dialog, and names where it found faults. */
async function everywhere(page, check) {
  const faults = [];
  const look = async (where) => faults.push(...(await check(page)).map((fault) => `${where}: ${fault}`));
  await work(page);
  await look("moved");
  for (const [name, opener] of Object.entries(openers)) {
    await page.locator(opener).first().click();
    await page.locator("dialog[open]").waitFor();
    await look(name);
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
  }
  const link = page.locator("#wirkung .card.moved .acts > a").first();
  await link.click();
  await page.locator("#why-sum").waitFor();
  await look("why");
  return faults;
}

/** Also what scrolls sideways within a dialog. */
async function tooWide(page) {
  const dialogs = await page.locator("dialog[open]").evaluateAll((dialogs) => dialogs.filter((it) => it.scrollWidth > it.clientWidth).map((it) => `dialog is ${it.scrollWidth} wide`));
  return [...(await sidewaysScroll(page)), ...dialogs];
}

/** Text that does not fit into its button, heading, field or summary. */
const clipped = (page) =>
  page.evaluate(() => {
    const cut = (el) => {
      const hides = (value) => value !== "visible";
      const { display, overflowX, overflowY } = getComputedStyle(el);
      if (display === "inline" || el.closest(".vh") || !el.checkVisibility()) return false;
      const isField = el.localName === "input";
      // A line closer than the font's own height spills two or three pixels without being cut.
      return el.scrollHeight > el.clientHeight + 3 || ((isField || hides(overflowX) || hides(overflowY) || el.localName === "button") && el.scrollWidth > el.clientWidth + 1);
    };
    return [...document.querySelectorAll("h1, h2, h3, h4, h5, button, summary, .btn, .word b, input:not([type=range], [type=file])")]
      .filter(cut)
      .map((el) => `${el.localName}.${el.className} ${el.clientWidth}×${el.clientHeight} holds ${el.scrollWidth}×${el.scrollHeight}: ${(el.value || el.textContent).slice(0, 40)}`);
  });

/** Pointer targets below 24×24 CSS pixels; links in the run of a text are exempt. */
const small = (page) =>
  page.evaluate(() => {
    const scope = document.querySelector("dialog[open]") ?? document;
    return [...scope.querySelectorAll("a, button, input, summary, label.btn")]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }) && !el.matches(".vh, .skip") && !(el.localName === "a" && getComputedStyle(el).display === "inline"))
      .map((el) => [el, el.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 23.99 || height < 23.99)
      .map(([el, { width, height }]) => `${el.localName}.${el.className} ${width.toFixed(1)}×${height.toFixed(1)} ${(el.ariaLabel ?? el.textContent).slice(0, 40)}`);
  });

/** German words outside of what is marked as German, in texts and in names. */
const german = (page) =>
  page.evaluate(([source]) => {
    const pattern = new RegExp(source);
    const scope = document.querySelector("dialog[open]") ?? document.querySelector("#app");
    const found = [];
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      if (!node.parentElement.closest("[lang=de]:not(html)") && node.parentElement.checkVisibility() && pattern.test(node.textContent)) found.push(node.textContent);
    }
    for (const el of scope.querySelectorAll("*")) {
      for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) {
        const text = el.getAttribute(name);
        if (text && !el.closest("[lang=de]:not(html)") && pattern.test(text)) found.push(`${name}: ${text}`);
      }
    }
    return found.map((text) => text.trim().slice(0, 90));
  }, [SAID.german.source]);

describe("room", () => {
  test("320 pixels are enough, whatever is open", async () => {
    const { page } = await site.openPage({ width: 320, height: 640 });
    assert.deepEqual(await everywhere(page, tooWide), []);
  });

  for (const width of [320, 1280]) {
    test(`wider spacing of the text clips nothing: ${width}`, async () => {
      const { page } = await site.openPage({ width });
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets = [sheet];
      });
      assert.deepEqual(await everywhere(page, clipped), []);
      if (width > 320) assert.deepEqual(await tooWide(page), []);
    });
  }

  for (const width of [320, 768, 1280]) {
    test(`an amount is whole in its field, in whatever way it is shown: ${width}`, async () => {
      const { page } = await site.openPage({ width });
      const cut = () => page.locator(".money input:visible").evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.value));
      const modes = page.locator("#ziele .seg button");
      assert.equal(await modes.count(), 3);
      for (const mode of await modes.all()) {
        await mode.click();
        assert.deepEqual(await cut(), [], await mode.innerText());
      }
      await page.locator(".money input:visible").first().evaluate((it) => { it.value = "1.234.567,89"; });
      assert.equal((await cut()).length, 1, "this check sees what is cut");
    });
  }

  for (const [width, hasTouch] of [[360, true], [1280, false]]) {
    test(`what can be pressed is at least 24 by 24: ${width}${hasTouch ? ", by touch" : ""}`, async () => {
      const { page } = await site.openPage({ width, hasTouch });
      assert.deepEqual(await everywhere(page, small), []);
    });
  }

  test("these checks see what is wide, clipped, small", async () => {
    const { page } = await site.openPage({ width: 320, height: 640 });
    await page.evaluate(() => {
      const [undo] = document.querySelectorAll(".tools .icon");
      Object.assign(undo.style, { width: "20px", minHeight: "20px", height: "20px" });
      Object.assign(document.querySelector("#h-ziele").style, { height: "10px", overflow: "hidden" });
      document.querySelector(".id").style.minWidth = "500px";
    });
    assert.equal((await small(page)).length, 1);
    assert.equal((await clipped(page)).length, 1);
    assert.ok((await tooWide(page)).length >= 1);
  });

  test("scrolling with a finger that lands on a slider does not move it", async () => {
    const { page, context } = await site.openPage({ width: 360, height: 740, hasTouch: true });
    const { slider } = goal(page, UP);
    const session = await context.newCDPSession(page);
    const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await slider.evaluate((it) => it.scrollIntoView({ block: "center" }));
    const swipe = async (across, down) => {
      const box = await slider.boundingBox();
      const [x, y] = [Math.round(box.x + box.width * 0.6), Math.round(box.y + box.height / 2)];
      await touch("touchStart", { x, y });
      for (let i = 1; i <= 10; i++) await touch("touchMove", { x: x + across * i, y: y + down * i });
      await touch("touchEnd");
    };
    const from = await page.evaluate(() => scrollY);
    await swipe(0, -15);
    await eventually(async () => assert.notEqual(await page.evaluate(() => scrollY), from, "the page scrolls"));
    assert.equal(await slider.inputValue(), "0");
    // A finger on a page that still glides only stops it.
    await page.evaluate(() => new Promise((done) => {
      const look = (before, calm) => requestAnimationFrame(() => (calm === 10 ? done() : look(scrollY, scrollY === before ? calm + 1 : 0)));
      look(scrollY, 0);
    }));
    await slider.evaluate((it) => it.scrollIntoView({ block: "center" }));
    await swipe(5, 0);
    await eventually(async () => assert.notEqual(await slider.inputValue(), "0", "sideways it moves"));
  });

  test("nothing is animated where motion is not wanted", async () => {
    const { page } = await site.openPage({ reducedMotion: "reduce" });
    const running = () => page.evaluate(() => document.getAnimations().map((it) => it.animationName ?? it.transitionProperty));
    assert.deepEqual(await running(), []);
    assert.deepEqual(await everywhere(page, running), []);
    await page.evaluate(() => document.body.animate({ opacity: [1, 0.9] }, 10_000));
    assert.equal((await running()).length, 1, "the check sees an animation");
  });
});

describe("figures", () => {
  const first = (text) => text.match(/[\d.]+(,\d+)?/)?.[0];

  /** The rows of the workbench that moved, or all: name, number, and the way to their course over the years. */
  const cards = (page, which) => page.locator(`#wirkung .card${which}`).evaluateAll((all) => all.map((it) => ({
    title: it.querySelector("h3").textContent, value: it.querySelector(".val b").textContent, way: it.querySelector(".acts > a").getAttribute("href").slice(1),
  })));

  /** The picture of an indicator over the years: its name, the words beside it, and the rows of its table. */
  const course = (page) => page.locator(".course").evaluate((place) => {
    const canvas = place.querySelector("canvas");
    return {
      name: canvas.ariaLabel, role: canvas.role ?? canvas.getAttribute("role"), sentence: place.querySelector(".a").textContent,
      heads: [...place.querySelectorAll("details thead th")].every((head) => head.scope === "col" && head.textContent), caption: place.querySelector("details caption")?.textContent,
      rows: [...place.querySelector("details table").tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    };
  });

  test("every picture has a name, and a table that says the same", async () => {
    const { page } = await site.openPage();
    await unfold(page);
    const law = await page.locator("#recht").evaluate((it) => [it.querySelector("canvas").ariaLabel, it.querySelector("caption").textContent, it.querySelectorAll("tbody tr").length]);
    assert.ok(law[0] && law[1] && law[2] > 5, law.join());
    const named = await page.locator(".insight canvas").evaluateAll((all) => all.map((it) => it.ariaLabel));
    assert.ok(named.length > 1 && named.every(Boolean), named.join());
    const calm = await cards(page, "");
    assert.ok(calm.length > 30);
    await goal(page, UP).slider.press("PageUp");
    await handRests(page);
    const moved = await cards(page, ".moved");
    assert.ok(moved.length >= 1);
    const names = new Set();
    for (const { title, value, way } of [...calm.slice(0, 6).filter(({ way }) => moved.every((it) => it.way !== way)), ...moved]) {
      await show(page, way);
      await eventually(async () => assert.ok((await course(page)).name.includes(title)));
      const { name, role, sentence, heads, caption, rows } = await course(page);
      assert.equal(role, "img");
      assert.ok(heads && caption === title && rows.length, title);
      assert.ok(sentence.startsWith(title), sentence);
      names.add(name);
      const [, , plan, scenario] = rows.at(-1);
      if (moved.every((it) => it.way !== way)) {
        assert.equal(read(first(value)), read(rows.filter((row) => row[1] !== "–").at(-1)[1]), title);
        assert.equal(plan, scenario, title);
      } else {
        assert.ok(sentence.includes(plan) && sentence.includes(scenario), `${sentence} against ${plan} and ${scenario}`);
        // What rises on the workbench does so in the table; a count is not the change in the unit.
        const [is, was] = [read(scenario), read(plan)];
        if (/^[+−]/.test(value) && is !== was) assert.equal(value.startsWith("+"), is > was, `${title}: ${value}, ${plan}, ${scenario}`);
      }
    }
    assert.equal(names.size, new Set([...calm.slice(0, 6), ...moved].map(({ way }) => way)).size, "no two have one name");
  });

  test("a picture is drawn, and drawn anew when the theme changes", async () => {
    const { page } = await site.openPage();
    const canvas = page.locator("#recht canvas").first();
    await canvas.scrollIntoViewIfNeeded();
    const ink = () => canvas.evaluate((canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, byte) => sum + byte, 0));
    const light = await eventually(async () => {
      const sum = await ink();
      assert.ok(sum > 0);
      return sum;
    });
    await page.emulateMedia({ colorScheme: "dark" });
    await eventually(async () => assert.notEqual(await ink(), light));
  });

  test("a sentence about a change too small to show does not claim that it is larger", async () => {
    const { page } = await site.openPage();
    await goal(page, UP).slider.press("ArrowUp");
    await handRests(page);
    const sentences = [];
    for (const { way } of await cards(page, ".moved")) {
      await show(page, way);
      sentences.push((await course(page)).sentence);
    }
    assert.ok(sentences.length > 0);
    assert.deepEqual(sentences.filter((sentence) => />\s?\d/.test(sentence)), []);
  });

  for (const lang of ["de", "en"]) {
    test(`numbers are set as the language sets them: ${lang}`, async () => {
      const { page } = await site.openPage({ path: `?lang=${lang}` });
      for (const [key, by] of [[1, "PageUp"], [4, "PageDown"], [9, "End"]]) await goal(page, key).slider.press(by);
      await unfold(page);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll("#ziele .money :is(input, .d), #ziele dl.rest dd, #recht td, .coh .v b")].map((el) => el.value ?? el.textContent));
      const numbers = shown.flatMap((text) => text.match(/[\d.,]*\d/g) ?? []);
      assert.ok(numbers.length > 60);
      assert.ok(numbers.some((text) => text.length > 5), "thousands are among them");
      const mark = lang === "de" ? "," : ".";
      for (const text of numbers) {
        const digits = (text.split(mark)[1] ?? "").length;
        const format = new Intl.NumberFormat(lang === "de" ? "de-DE" : "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
        assert.equal(text, format.format(read(text, lang)));
      }
    });
  }
});

describe("languages", () => {
  test("switching keeps the scenario, the focus and the address", async () => {
    const { page } = await site.openPage({ path: "#recht" });
    await work(page);
    const values = () => page.locator("input[type=range]").evaluateAll((sliders) => sliders.map((slider) => slider.value));
    const before = await values();
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    const button = page.locator(".top .lang");
    assert.equal(await button.evaluate((it) => it.closest("[lang]").lang), "en", "the other language's name is in that language");
    await button.click();
    await eventually(async () => assert.equal(await page.locator("html").getAttribute("lang"), "en"));
    const address = new URL(page.url());
    assert.deepEqual([address.search, address.hash], ["?lang=en", "#recht"]);
    assert.deepEqual(await values(), before);
    assert.ok(await button.evaluate((it) => it === document.activeElement));
    assert.equal(await page.locator("#goal-3 > .money .d").innerText(), "+1.0");
    await page.reload();
    // The page is loaded before its program has begun.
    await eventually(async () => assert.equal(await page.locator("html").getAttribute("lang"), "en"));
    await page.waitForSelector(STARTED, { state: "attached" });
    await page.locator(".top .lang").click();
    await eventually(async () => assert.equal(new URL(page.url()).search, "?lang=de"));
  });

  test("the English page speaks English", async () => {
    const { page } = await site.openPage({ path: "?lang=en" });
    await goal(page, UP).slider.press("PageUp");
    assert.deepEqual(await german(page), []);
    await unfold(page);
    for (const key of [1, 5, "overhead"]) {
      await toggle(page, key);
      await levers(page, key);
      assert.deepEqual(await german(page), [], `goal ${key}`);
    }
    for (const name of ["saves", "spread"]) {
      await page.locator(openers[name]).first().click();
      await page.locator("dialog[open]").waitFor();
      assert.deepEqual(await german(page), [], name);
      await page.keyboard.press("Escape");
    }
  });

  test("what stays German on the English page is marked as German", async () => {
    const { page } = await site.openPage({ path: "?lang=en" });
    await goal(page, UP).slider.press("PageUp");
    const found = {};
    for (const summary of await page.locator(".outputs summary").all()) await summary.click();
    found.outputs = await german(page);
    await toggle(page, UP);
    const [lever] = await levers(page, UP);
    await lever.grounds.click();
    await lever.at.locator(".grounds-in").waitFor();
    found.grounds = (await german(page)).filter((text) => !found.outputs.includes(text));
    await page.locator(".tax summary").first().click();
    found.taxes = (await german(page)).filter((text) => !found.outputs.concat(found.grounds).includes(text));
    await page.locator("#wirkung .card.moved .acts > a").first().click();
    await page.locator("#why-sum").waitFor();
    await page.locator(".insight .more").evaluate((it) => { it.open = true; });
    await page.locator(".insight .proof").first().waitFor();
    found.why = await german(page);
    await page.locator(".assumptions summary").click();
    await page.locator(".assumptions li").first().waitFor();
    found.assumptions = (await page.locator(".assumptions").evaluate((it) => [...it.querySelectorAll("li")].map((li) => {
      const unmarked = li.cloneNode(true);
      for (const marked of unmarked.querySelectorAll("[lang=de]")) marked.remove();
      return unmarked.textContent;
    })))
      .filter((text) => SAID.german.test(text)).map((text) => text.slice(0, 60)).slice(0, 3);
    assert.deepEqual(Object.entries(found).filter(([, texts]) => texts.length), []);
  });

  test("this check sees German words and German names", async () => {
    const { page } = await site.openPage();
    const found = await german(page);
    assert.ok(found.length > 10);
    assert.ok(found.some((text) => text.startsWith("aria-valuetext:")));
  });
});

describe("machines find no fault", () => {
  // Every pair of language, width and theme; the untouched German page is covered in page.test.mjs. IBM's engine takes
  // three seconds a look, and what it adds to axe does not depend on the theme.
  for (const [lang, width, colorScheme] of [["de", 360, "light"], ["de", 1280, "dark"], ["en", 360, "dark"], ["en", 1280, "light"]]) {
    test(`${lang}, ${width} wide, ${colorScheme}`, async () => {
      const { page } = await site.openPage({ path: `?lang=${lang}`, width, colorScheme });
      const check = async (page) => [...(await axe(page)), ...(colorScheme === "light" ? await ibm(page) : [])];
      if (lang === "en") assert.deepEqual(await check(page), [], "untouched");
      assert.deepEqual(await everywhere(page, check), []);
    });
  }
});
