// The files for the time without a network (src/sw.js keeps them), and the word of a newer page. It comes to every visit that
// is not in a frame, some time after the first picture.

/** In both languages; the build puts them in from src/text/outside/. */
const WORDS = "outside-words";
const words = () => WORDS[document.documentElement.lang.startsWith("en") ? "en" : "de"];

/** Only where the page stands by itself: in a frame of another page it keeps nothing. */
export async function offline(reload) {
  if (window.parent !== window || !("serviceWorker" in navigator) || !isSecureContext || navigator.connection?.saveData) return;
  const registration = await navigator.serviceWorker.register("sw.js").catch((error) => console.warn(error));
  if (!registration) return;
  navigator.serviceWorker.ready.then(() => (document.documentElement.dataset.kept = ""));
  addEventListener("zukunftshaushalt:forget-files", async () => {
    await registration.unregister();
    const own = (await caches.keys()).filter((name) => name.startsWith(`zukunftshaushalt ${registration.scope} `));
    await Promise.all(own.map((name) => caches.delete(name)));
  });
  const offer = (worker) => {
    // The first one of all replaces nobody.
    if (!worker || !navigator.serviceWorker.controller) return;
    const box = Object.assign(document.createElement("div"), { className: "newer" });
    box.setAttribute("role", "status");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: words().reload });
    button.addEventListener("click", () => {
      navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
      worker.postMessage("take over");
    });
    const later = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: words().later });
    later.addEventListener("click", () => box.remove());
    box.append(Object.assign(document.createElement("span"), { textContent: words().newer }), button, later);
    document.querySelector(".newer")?.remove();
    document.body.append(box);
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
  });
}
