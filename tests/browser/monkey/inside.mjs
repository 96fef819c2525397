/**
 * What the monkey has inside the page, as `window.monkey`. Given to the page as a text, so it uses nothing from outside.
 *
 * It keeps elements that were removed, to hit them with events that come too late; reads the memory of the WebAssembly
 * module; makes the storage throw when told to; and keeps the last file that the page handed out.
 */
export function inside() {
  const KEPT = 80;
  const STORAGE = { getItem: Storage.prototype.getItem, key: Storage.prototype.key, keys: Object.keys };
  const ACTIVE = "input, button, select, summary, details, dialog, form, a[href]";
  const gone = [];
  let ambush = null;
  let hadFocus = false;
  let pending = null;
  let left = null;
  let aimed = null;

  const monkey = (window.monkey = {
    storageThrows: false,
    memory: null,

    /** Where the chosen one of the visible elements of a kind comes to rest in the window; null if there is none. */
    async find(selector, at, { focus = false } = {}) {
      const open = document.querySelector("dialog[open]");
      const isMeant = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && (!open || open.contains(it));
      const all = [...document.querySelectorAll(selector)].filter(isMeant).filter((it) => it.getBoundingClientRect().width > 0);
      // The order of the cards depends on when the hand rested; the choice must not.
      const key = (it) => it.closest(".card")?.querySelector("h3").id ?? "";
      all.sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
      const it = all[Math.floor(at * all.length)];
      if (!it) return null;
      it.scrollIntoView({ block: "center", behavior: "instant" });
      if (focus) it.focus();
      aimed = it;
      let box = it.getBoundingClientRect();
      // What was done before may still move the page: a hand waits until it stands.
      for (let i = 0; i < 20; i++) {
        const before = box;
        await new Promise((done) => setTimeout(done, 20));
        box = it.getBoundingClientRect();
        if (box.x === before.x && box.y === before.y) break;
      }
      const { x, y, width, height } = box;
      const share = it.type === "range" ? (it.valueAsNumber - Number(it.min)) / (Number(it.max) - Number(it.min)) : 0.5;
      return { x, y, width, height, share, what: monkey.what(it) };
    },

    /** Where what was found last is now; null if it is gone. */
    aim() {
      const { x, y, width, height } = aimed.getBoundingClientRect();
      return aimed.isConnected && width > 0 ? { x, y, width, height } : null;
    },

    what(it) {
      const name = it.ariaLabel || it.textContent.replace(/\s+/g, " ").trim() || it.value || "";
      return `${it.localName}${it.id ? `#${it.id}` : ""} "${name.slice(0, 40)}"`;
    },

    /** An event on one of the elements that were removed, or as soon as the next one is removed; what was hit. */
    late(at, type, isAmbush) {
      if (isAmbush) {
        ambush = type;
        return `${type} on the next to go`;
      }
      // Fields and sliders are in the minority, and know the most that can be gone.
      const inputs = gone.filter((it) => it.localName === "input");
      const list = at < 0.6 && inputs.length > 0 ? inputs : gone;
      const it = list[Math.floor(((at * 10) % 1) * list.length)];
      if (!it || it.isConnected) return "nothing is gone";
      hit(it, type);
      return `${type} on ${monkey.what(it)}`;
    },

    forget() {
      gone.length = 0;
      pending = left = aimed = null;
    },

    /** Bytes of the module, and nodes of the saved drafts and of the whole page. */
    size() {
      const nodes = (of) => {
        const all = document.createNodeIterator(of, NodeFilter.SHOW_ALL);
        let count = 0;
        while (all.nextNode()) count += 1;
        return count;
      };
      const rows = [...document.querySelectorAll(".saves")].reduce((sum, it) => sum + nodes(it), 0);
      return { wasm: monkey.memory.buffer.byteLength, rows, attached: nodes(document) };
    },

    /** What the page says about money, in short: must not change by what only shows. */
    said() {
      // The workbench is made when it is first seen.
      if (!document.querySelector(".scale")) return null;
      return [".scale .word", "#aenderungen"].map((it) => document.querySelector(it)?.textContent ?? "").join(" | ");
    },

    /** Before an action: where the focus is. */
    begin() {
      hadFocus = document.activeElement !== document.body;
      // What was typed and not finished is taken over by whatever ends it.
      return { said: monkey.said(), isPending: pending?.isConnected ?? false };
    },

    /** After an action: what a look at the page tells. */
    end(isThorough) {
      const failure = document.getElementById("failure");
      const words = isThorough ? document.body.textContent.match(/.{0,40}(\bNaN\b|undefined|\[object|Infinity).{0,20}/)?.[0] ?? null : null;
      return {
        said: monkey.said(),
        failure: failure && (failure.open ?? !failure.hidden) ? failure.innerText : null,
        dialogs: document.querySelectorAll("dialog[open]").length,
        isFocusLost: hadFocus && document.activeElement === document.body,
        isFocusGone: !document.activeElement?.isConnected,
        words,
        wasm: monkey.memory?.buffer.byteLength ?? 0,
      };
    },

    /** Every entry of the storage that holds a scenario, whoever wrote it. */
    drafts() {
      const keys = STORAGE.keys(localStorage).filter((it) => it.includes("/scenario/"));
      return keys.flatMap((key) => {
        try {
          const { scenario } = JSON.parse(STORAGE.getItem.call(localStorage, key));
          const { name, saved, version, ...holds } = scenario;
          return [{ key, name, holds: JSON.stringify(holds) }];
        } catch {
          return [];
        }
      });
    },

    /** Presses undo (0) or redo (1) until there is nothing more to do. */
    async exhaust(which) {
      const button = document.querySelectorAll(".tools .icon")[which];
      for (let i = 0; !button.disabled; i++) {
        if (i > 4000) throw new Error("there is no end to it");
        // Whether it is disabled is told a moment later; a press too many does nothing.
        for (let k = 0; k < 10; k++) button.click();
        await new Promise((done) => setTimeout(done));
      }
    },

    /** The scenario as the page would save it. */
    async file() {
      document.querySelector(".tools .main").click();
      await new Promise((done) => setTimeout(done));
      const dialog = document.querySelector("dialog[open]:has(.savebar)");
      if (!dialog) throw new Error("the dialog of drafts does not open");
      blob = null;
      dialog.querySelector(".savebar button[type=button]").click();
      await new Promise((done) => setTimeout(done));
      dialog.close();
      await new Promise((done) => setTimeout(done));
      return blob ? JSON.parse(await blob.text()) : null;
    },

    /** Language, mode and rate of the first view, nothing opened and nothing unfolded, no focus. */
    async plain() {
      const clickUnless = (button, isDone) => isDone || button?.click();
      document.querySelectorAll("dialog[open]").forEach((it) => it.close());
      clickUnless(document.querySelector(".top .lang"), document.documentElement.lang === "de");
      for (const group of document.querySelectorAll(":is(#ziele, #generationen) .seg")) {
        const first = group.querySelector("button");
        clickUnless(first, first.ariaPressed === "true");
      }
      document.querySelector(".goal.opened > .name button")?.click();
      document.querySelectorAll("#app details").forEach((it) => { it.open = false; });
      document.activeElement?.blur();
      await new Promise((done) => setTimeout(done, 50));
    },
  });

  function hit(it, type) {
    if (it instanceof HTMLInputElement && it.type === "text") it.value = "12,5";
    const kinds = { key: KeyboardEvent, pointer: PointerEvent, click: MouseEvent, blur: FocusEvent, focus: FocusEvent };
    const Kind = Object.entries(kinds).find(([start]) => type.startsWith(start))?.[1] ?? Event;
    it.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, key: "ArrowRight" }));
  }

  addEventListener("input", ({ target }) => { if (target.matches(".money input")) pending = target; }, true);
  // A dialog that the page opens by itself takes the focus without a change; with the focus what was typed comes back.
  addEventListener("change", ({ target }) => { if (target === pending || target === left) pending = left = null; }, true);
  addEventListener("blur", ({ target }) => { if (target === pending) [pending, left] = [null, target]; }, true);
  addEventListener("focus", ({ target }) => { if (target === left) [pending, left] = [target, null]; }, true);

  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes])) {
      if (!(node instanceof Element) || node.isConnected) continue;
      const active = [...(node.matches(ACTIVE) ? [node] : []), ...node.querySelectorAll(ACTIVE)];
      gone.push(...active);
      if (ambush && active.length) {
        const type = ambush;
        ambush = null;
        for (const it of active) hit(it, type);
      }
    }
    // Old ones and new ones alike: every second one goes.
    while (gone.length > KEPT) gone.splice(0, gone.length, ...gone.filter((_, at) => at % 2));
  }).observe(document, { childList: true, subtree: true });

  for (const name of ["getItem", "setItem", "removeItem", "key"]) {
    const plain = Storage.prototype[name];
    Storage.prototype[name] = function (...given) {
      if (monkey.storageThrows) throw new DOMException("The storage throws for a while.", "UnknownError");
      return plain.apply(this, given);
    };
  }

  let blob = null;
  const address = URL.createObjectURL;
  URL.createObjectURL = (it) => {
    blob = it;
    return address.call(URL, it);
  };

  const keep = (made) => {
    const instance = made.instance ?? made;
    monkey.memory = instance.exports.memory ?? monkey.memory;
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const plain = WebAssembly[name];
    WebAssembly[name] = (...given) => plain.apply(WebAssembly, given).then(keep);
  }
}
