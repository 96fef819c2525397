/**
 * Every view of the page in every language, width and theme, on request (`cargo xtask access`, an hour): axe and IBM's engine
 * find nothing, and nothing scrolls sideways. What belongs to each view is tested with it; this is the whole of it.
 *
 * A page is loaded once for a language and a width and walked from view to view; themes are switched on the spot. IBM's engine
 * looks for contrast only where the theme is the only difference.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ENTRY, FILE, INDEX, envelope } from "./faults.mjs";
import { axe, besideSummaries, eventually, goal, handRests, ibm, levers, openSite, show, sidewaysScroll, thin, toggle, type } from "./harness.mjs";

/** Drafts of an earlier visit, to compare with. */
const SAVED = { [INDEX]: "[1,2]", [ENTRY(1)]: envelope(), [ENTRY(2)]: envelope({ ...FILE, name: "Zweiter", moves: FILE.moves.map((it) => ({ ...it, euros_per_year: -300_000 })) }) };

const bottom = (page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
const open = (page, details) => page.locator(details).evaluateAll((all) => all.forEach((it) => { it.open = true; }));
const first = (page, selector) => page.locator(selector).first().waitFor();

/** What a draft is made of: a goal, a lever of an opened goal with its grounds, a further goal that is cut, a tax. */
async function draft(page) {
  await type(goal(page, 3).field, "+2");
  await type(goal(page, 6).field, "-1");
  await toggle(page, 3);
  const [lever] = await levers(page, 3);
  await lever.more.click();
  await lever.grounds.click();
  await lever.at.locator(".grounds-in").waitFor();
  await page.locator(".tax > .ctl button").last().click();
  await page.locator(".tax summary").first().click();
  await handRests(page);
}

/** The workbench with all that is folded away on it. */
async function unfolded(page) {
  await show(page, "werkbank");
  await open(page, "#wirkung > details, :is(#generationen, #recht) details, .outputs details, #ziele details.more");
  for (const filled of ["#wirkung > details .card", "#recht td", ".all-changes > li"]) await first(page, filled);
  await page.locator(".all-changes summary").first().click();
  await page.locator(".all-changes select").first().waitFor();
}

/** Opens a dialog, looks, and closes it. */
const dialog = (opener, fill = async () => {}) => async (page, look) => {
  await show(page, "werkbank");
  await page.locator(opener).first().click();
  await page.locator("dialog[open]").waitFor();
  await fill(page);
  await look();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator("dialog[open]").count(), 0));
};

/** A view that an address leads to; `ready` is there when it is. */
const at = (fragment, ready = "main h1:visible", does = async () => {}) => async (page, look) => {
  await show(page, fragment);
  await first(page, ready);
  await does(page);
  // At the end of the page the bar at the bottom stands in its own place and covers nothing.
  await bottom(page);
  await look();
};

const UNTOUCHED = {
  "the opening": at("auftakt"),
  "the workbench, untouched": at("werkbank", "#ziele"),
  "understanding, untouched": at("verstehen"),
  "the paper, untouched": at("ratsanlage"),
  "sharing, untouched": at("teilen"),
};

const MOVED = {
  "the workbench": async (page, look) => {
    await unfolded(page);
    await look();
  },
  "the drafts": dialog(".tools .main"),
  "cover": dialog(".meter .spread button"),
  "from one goal to another": dialog(".across .btn", async (page) => {
    const [from, to] = await page.locator("dialog[open] select").all();
    await from.selectOption({ index: 2 });
    await to.selectOption({ index: 9 });
  }),
  "the towns": dialog(".foot-note button[aria-haspopup=dialog]"),
  "which goal": at("kurz"),
  "which measure": at("kurz-ziel-mobilitaet", ".mlist > li"),
  "where from": at("kurz-geld"),
  "the card": at("kurz-ergebnis", ".answers .fx b"),
  "understanding": at("verstehen", "#why-sum", async (page) => {
    await open(page, ".insight details, #profil details, #krisentest details");
    for (const filled of [".insight .proof", "#profil .formulas > li", "#krisentest tbody tr"]) await first(page, filled);
    await page.locator("#krisentest input").nth(3).check();
  }),
  "products and goals, and the wheel in its other form": at("produkte-ziele", "#produkte-ziele .side button.pick", async (page) => {
    await page.locator("#produkte-ziele .side").first().locator("button.pick").nth(1).click();
    await page.locator("#zielrad .seg button[aria-pressed=false]").click();
  }),
  "all evidence": at("rechnung", "#rechnung .rows > li"),
  "side by side": at("vergleichen", ".receipts > li", async (page) => {
    await page.locator(".compare .more summary").click();
    await first(page, ".differences tbody tr");
  }),
  "the paper": at("ratsanlage", ".motion li"),
  "sharing": at("teilen", "svg.qr"),
  "embedding": at("einbetten", "#einbetten-text"),
  "what is stored": at("daten", ".stock li"),
  "the question before all is deleted": async (page, look) => {
    await show(page, "daten");
    await page.locator(".aside button:visible").first().click();
    await look();
    await page.keyboard.press("Escape");
  },
  "accessibility": at("barrierefreiheit"),
  "easy German: which goal": at("leicht"),
  "easy German: more or less": at("leicht-ziel-mobilitaet", ".easy-rows button"),
  "easy German: the money": at("leicht-geld"),
  "easy German: the plan": at("leicht-plan"),
  "a shared draft": async (page, look) => {
    await show(page, "teilen");
    const link = await page.locator("#teilen-link a").getAttribute("href");
    await show(page, new URL(link).hash.slice(1));
    await first(page, ".answers .fx b");
    await look();
    await show(page, "werkbank");
  },
  "a room": at("gruppe", "#raum-nummer", async (page) => {
    await page.locator("#raum-nummer").fill("472");
    await page.locator("main form button[type=submit], main .btn.main").first().click();
    await first(page, ".five");
  }),
  "gathering": at("gruppe-sammeln", "#texte"),
  "what the group wants, covered": at("gruppe-uebersicht"),
  "the least resistance": at("gruppe-konsens"),
  "who carries it": at("gruppe-mitverantwortung"),
};

let site;
before(async () => (site = await openSite()));
after(() => site.close());

for (const width of [320, 768, 1280]) {
  describe(`every view at ${width} pixels`, () => {
    for (const lang of ["de", "en"]) {
      test(lang, async (context) => {
        const { page, seen } = await site.openPage({
          width, path: `?lang=${lang}`, reducedMotion: "reduce", colorScheme: "light",
          storageState: { origins: [{ origin: new URL(site.url).origin, localStorage: Object.entries(SAVED).map(([name, value]) => ({ name, value })) }] },
        });
        const faults = [];
        const looked = async (name) => {
          const told = async (how, found) => faults.push(...(await found).map((it) => `${name}, ${how}: ${it}`));
          await told("width", sidewaysScroll(page));
          await told("folds", besideSummaries(page));
          await told("axe", axe(page));
          await told("IBM", thin(page, () => ibm(page)));
          for (const theme of ["dark", "projector"]) {
            await dress(page, theme);
            await told(`axe, ${theme}`, axe(page));
            await told(`IBM, ${theme}`, thin(page, () => ibm(page, { only: "text_contrast_sufficient" })));
            await told(`width, ${theme}`, sidewaysScroll(page));
          }
          await dress(page, "light");
          context.diagnostic(name);
        };
        const go = async (views) => {
          for (const [name, view] of Object.entries(views)) {
            try {
              await view(page, () => looked(name));
            } catch (error) {
              throw new Error(`${name}: ${error.message}`, { cause: error });
            }
          }
        };
        await go(UNTOUCHED);
        await show(page, "werkbank");
        await draft(page);
        await go(MOVED);
        assert.deepEqual(faults, []);
        assert.deepEqual(seen.faults(), []);
      });
    }
  });
}

/** As the address or the system would ask for it. */
async function dress(page, theme) {
  await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
  await page.evaluate((theme) => {
    if (theme === "projector") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, theme);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
