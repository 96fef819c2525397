// Brings a late part of the module. The build appends this to the script that asks for the parts, and puts the checksum of
// each beside its name.

/**
 * Styles by name and checksum, which the build puts in: of all that comes late, and of what is made of drafts and what stands
 * beside all ways.
 */
const LATE = ["late-style.css", "late-style-checksum"];
const ASKED = ["asked-style.css", "asked-style-checksum"];
const dressed = new Map();

/** It must be there before anything is shown that it dresses. */
function dress(style) {
  if (!dressed.has(style)) dressed.set(style, new Promise((done, refuse) => {
    const [href, integrity] = style;
    const more = { rel: "stylesheet", href: new URL(href, import.meta.url), integrity, onload: done };
    const link = Object.assign(document.createElement("link"), more);
    link.onerror = () => {
      // Whoever asks again gets another try.
      dressed.delete(style);
      link.remove();
      refuse(new Error(`${href}: not there, or changed on the way`));
    };
    document.head.append(link);
  }));
  return dressed.get(style);
}

/** Files that are on their way: several parts may lie in one. */
const coming = new Map();

function fetched(name, integrity) {
  const get = (cache) => fetch(new URL(name, import.meta.url), { integrity, cache, signal: AbortSignal.timeout(30_000) });
  const load = async () => {
    const response = await get("default").catch(async () => {
      // Once more, past a cache that may hold something else.
      await new Promise((done) => setTimeout(done, 1000));
      return get("reload");
    });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.arrayBuffer();
  };
  if (!coming.has(name)) coming.set(name, load().finally(() => coming.delete(name)));
  return coming.get(name);
}

/** A part: a file, or what lies in one from here to there. */
async function bring(name, integrity, ...place) {
  const style = Promise.all([dress(LATE), /^late-(paper|room|aside)-/.test(name) && dress(ASKED)]);
  // Awaited below; until then nobody listens.
  style.catch(() => {});
  const file = await fetched(name, integrity);
  await style;
  return place.length ? file.slice(...place) : file;
}
