import { openSite, goal, type, unfold } from "./harness.mjs";
const site = await openSite();
for (const [w,scheme] of [[1280,"light"],[360,"dark"]]) {
const { page } = await site.openPage({ width: w, height: 900, colorScheme: scheme });
await page.waitForTimeout(600);
await page.screenshot({path:`/tmp/prof/u${w}.png`});
await type(goal(page,3).field,"95"); await page.waitForTimeout(500);
await page.locator("#wirkung").scrollIntoViewIfNeeded(); await page.evaluate(()=>document.querySelector("#wirkung").scrollIntoView()); await page.waitForTimeout(400);
await page.screenshot({path:`/tmp/prof/m${w}.png`});
await page.locator("#wirkung .card .tlink").first().click(); await page.waitForTimeout(500);
await page.screenshot({path:`/tmp/prof/w${w}.png`});
}
await site.close();
