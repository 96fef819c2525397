// Brings a late part of the module. The build appends this to the script that asks for the parts, and puts the checksum of
// each beside its name.

async function bring(name, integrity) {
  const get = (cache) => fetch(new URL(name, import.meta.url), { integrity, cache, signal: AbortSignal.timeout(30_000) });
  const response = await get("default").catch(async () => {
    // Once more, past a cache that may hold something else.
    await new Promise((done) => setTimeout(done, 1000));
    return get("reload");
  });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
