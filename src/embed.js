// For pages that show the simulator in a frame: the frame becomes as high as what is in it. A host that allows no foreign
// script leaves this file out; the frame then keeps its height and scrolls inside. Described in the README.
(() => {
  const own = new URL(document.currentScript.src);
  const PROTOCOL = 1;
  /** Nothing of use fits into less, pixels. */
  const LEAST = 320;
  const frames = new Set();

  function adopt(frame) {
    if (frames.has(frame)) return;
    frames.add(frame);
    // It hears this once its own script runs, which may be long after: it is loaded when it comes into sight.
    const call = (left) => {
      if (!left || frame.dataset.ready || !frame.isConnected) return;
      frame.contentWindow?.postMessage({ type: "zukunftshaushalt:hello", v: PROTOCOL }, own.origin);
      setTimeout(call, 250, left - 1);
    };
    const begin = () => {
      delete frame.dataset.ready;
      call(240);
    };
    frame.addEventListener("load", begin);
    begin();
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== own.origin || data?.v !== PROTOCOL) return;
    const frame = [...frames].find((it) => it.contentWindow === source);
    if (!frame) return;
    if (data.type === "zukunftshaushalt:ready") frame.dataset.ready = "true";
    if (data.type === "zukunftshaushalt:height" && Number.isFinite(data.px)) fit(frame, data.px);
    frame.dispatchEvent(new CustomEvent(data.type, { bubbles: true, detail: data }));
  });

  /** Never higher than the window, so that town, balance and undo, which stay at the edge of the frame, can be seen. */
  function fit(frame, px) {
    frame.dataset.px = px;
    const height = Math.round(Math.max(LEAST, Math.min(px, innerHeight)));
    if (frame.style.height !== `${height}px`) frame.style.height = `${height}px`;
  }
  addEventListener("resize", () => frames.forEach((frame) => frame.dataset.px && fit(frame, Number(frame.dataset.px))));

  class Simulator extends HTMLElement {
    static observedAttributes = ["town", "lang", "theme", "accent", "mode", "view", "hide", "h", "room"];

    connectedCallback() {
      const frame = (this.frame ??= document.createElement("iframe"));
      Object.assign(frame, { title: this.title || "Zukunftshaushalt", loading: "lazy", referrerPolicy: "no-referrer", allow: "camera; clipboard-write" });
      this.removeAttribute("title");
      Object.assign(frame.style, { width: "100%", height: `${this.getAttribute("height") || 760}px`, border: "0", display: "block" });
      this.style.display = "block";
      this.show();
      this.replaceChildren(frame);
      adopt(frame);
    }

    attributeChangedCallback(name, old, value) {
      if (!this.frame?.isConnected || old === value) return;
      // Without loading it anew, which would cost the draft.
      if (name === "lang") this.send("language", { lang: value });
      else this.show();
    }

    show() {
      const address = new URL(".", own);
      for (const name of Simulator.observedAttributes) {
        if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      }
      this.frame.src = address;
    }

    /** Sends a message: `language` with `lang`, `load` with `code`, `ask`. */
    send(type, more) {
      this.frame.contentWindow?.postMessage({ ...more, type: `zukunftshaushalt:${type}`, v: PROTOCOL }, own.origin);
    }
  }
  customElements.define("zukunftshaushalt-simulator", Simulator);

  const find = () => document.querySelectorAll("iframe[data-zukunftshaushalt]").forEach(adopt);
  find();
  addEventListener("DOMContentLoaded", find);
})();
