/*
 * Keeps what was read for when there is no connection. A page always comes from the network where there is one, so nobody reads an old
 * page while online; files named by their content never change and come from the device. SHELL and VERSION are written before this by the build.
 * Caches belong to a host, and a host may have several sites: their names begin with this site's address.
 */
(() => {
  const site = `jumpline ${self.registration.scope} `;
  const shell = `${site}shell ${VERSION}`;
  const read = `${site}read`;
  /** Pages and pictures that were read are kept up to this many; the oldest goes first. */
  const MOST = 300;

  self.addEventListener("install", (event) => {
    event.waitUntil(
      caches
        .open(shell)
        .then((cache) => cache.addAll(SHELL))
        .then(() => self.skipWaiting()),
    );
  });
  self.addEventListener("activate", (event) => {
    const old = (name) => name.startsWith(`${site}shell `) && name !== shell;
    event.waitUntil(
      caches
        .keys()
        .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
        .then(() => self.clients.claim()),
    );
  });

  /** A page is one file, whatever is asked of it: what is looked for in it (?find=, ?q=) or pointed at (?passage=). */
  const fileOf = (address) => {
    const file = new URL(address);
    file.search = "";
    file.hash = "";
    return file.href;
  };
  async function remember({ url }, response) {
    const cache = await caches.open(read);
    const file = fileOf(url);
    // Put anew it is the newest.
    await cache.delete(file, { ignoreSearch: true });
    await cache.put(file, response);
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((each) => cache.delete(each)));
  }
  /** In any cache of this site; what stands in an edition that was kept, too. */
  async function recall(request) {
    const file = fileOf(request.url || request);
    const names = (await caches.keys()).filter((name) => name.startsWith(site));
    for (const name of names) {
      const found = await (await caches.open(name)).match(file, { ignoreSearch: true });
      if (found) return found;
    }
    // A folder is its front.
    return file.endsWith("/") ? recall(`${file}index.html`) : undefined;
  }
  async function fromNetwork(event) {
    const { request } = event;
    try {
      const response = await fetch(request);
      if (response.ok && response.type === "basic" && !response.redirected)
        event.waitUntil(remember(request, response.clone()));
      return response;
    } catch (error) {
      const found = await recall(request);
      if (found) return found;
      const page =
        request.mode === "navigate"
          ? await recall(new URL("offline.html", self.registration.scope).href)
          : undefined;
      if (page) return page;
      throw error;
    }
  }
  async function fromDevice(event) {
    const found = await recall(event.request);
    if (found) return found;
    const response = await fetch(event.request);
    if (response.ok) {
      const copy = response.clone();
      event.waitUntil(caches.open(shell).then((cache) => cache.put(event.request, copy)));
    }
    return response;
  }

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
    const hashed = /\/assets\/[^/]+-[a-z0-9]{8}\.(?:css|js)$/.test(new URL(request.url).pathname);
    event.respondWith(hashed ? fromDevice(event) : fromNetwork(event));
  });
})();
