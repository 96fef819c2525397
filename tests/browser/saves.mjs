/** The dialog of saved scenarios, as a person uses it. */
import assert from "node:assert/strict";
import { eventually } from "./harness.mjs";

const ENTRY_OF = "zukunftshaushalt/v1/scenario/";
export const INDEX = "zukunftshaushalt/v1/index";
export const ENTRY = (id) => `${ENTRY_OF}${id}`;

export const dialog = (page) => page.locator("dialog[open]");
export const names = (page) => dialog(page).locator(".savename b").allInnerTexts();
export const status = (page) => dialog(page).locator("[role=status]").innerText();
export const stored = (page) => page.evaluate(() => ({ ...localStorage }));
export const openSaves = (page) => page.locator(".tools .main").click();
export const field = (page) => dialog(page).locator(".savebar input[type=text]");

/** The saved scenarios of a store, without what else stands in it. */
export const entries = (store) => Object.fromEntries(Object.entries(store).filter(([key]) => key.startsWith(ENTRY_OF)));

/** A button of a row. */
export const button = (page, row, which) => dialog(page).locator(".saves li").nth(row).locator(".acts button").nth(["load", "rename", "copy", "delete"].indexOf(which));
export const act = (page, row, which) => button(page, row, which).click();

/** Saves under a name, or without one. */
export async function save(page, name = "") {
  const before = (await names(page)).length;
  await field(page).fill(name);
  await dialog(page).locator(".savebar button[type=submit]").click();
  await eventually(async () => {
    const now = await names(page);
    assert.ok(name ? now.includes(name) : now.length > before);
  });
}

/** Types another name into the row and takes it. */
export async function rename(page, row, name) {
  await act(page, row, "rename");
  const form = dialog(page).locator(".saves li").nth(row).locator("form");
  await form.locator("input").fill(name);
  await form.locator("button").click();
}
