/** What the monkey has saved, by name, with what it held: none of it may ever be missing or hold something else. */
import assert from "node:assert/strict";
import { eventually } from "../harness.mjs";

export class Book {
  #drafts = new Map();

  /** `start` begins the names of all its drafts, so that it can tell them from those of others. */
  constructor(page, start) {
    Object.assign(this, { page, start });
  }

  get size() {
    return this.#drafts.size;
  }

  /** Names of the drafts of a town, in the order of their saving. */
  names(town) {
    return [...this.#drafts].filter(([, it]) => !town || it.town === town).map(([name]) => name);
  }

  /** Waits until a draft stands in the storage. */
  async #stored(name) {
    return eventually(async () => {
      const found = (await this.page.evaluate(() => window.monkey.drafts())).filter((it) => it.name === name);
      assert.equal(found.length, 1, `${name} is saved`);
      return found[0].holds;
    });
  }

  async add(name, town) {
    this.#drafts.set(name, { town, holds: await this.#stored(name) });
  }

  async rename(from, to) {
    const draft = this.#drafts.get(from);
    assert.equal(await this.#stored(to), draft.holds, `${from} holds the same as ${to}`);
    this.#drafts.delete(from);
    this.#drafts.set(to, draft);
  }

  remove(name) {
    const draft = this.#drafts.get(name);
    this.#drafts.delete(name);
    return draft;
  }

  /** Waits until a draft is deleted. */
  async gone(name) {
    await eventually(async () => {
      const found = await this.page.evaluate(() => window.monkey.drafts());
      assert.ok(!found.some((it) => it.name === name), `${name} is deleted`);
    });
  }

  /** A deleted draft that was taken back. */
  async restore(name, draft) {
    assert.equal(await this.#stored(name), draft.holds, `${name} came back as it was`);
    this.#drafts.set(name, draft);
  }

  verify(found) {
    for (const [name, { holds }] of this.#drafts) {
      const stored = found.filter((it) => it.name === name);
      assert.ok(stored.length > 0, `the draft ${name} is lost`);
      assert.ok(stored.some((it) => it.holds === holds), `the draft ${name} holds something else`);
    }
  }
}
