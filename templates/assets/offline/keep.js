/* Starts the service worker of this site, and on an edition's front offers to keep the edition on this device. Only in sites built with --offline. */
(() => {
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;
  const scope = new URL("../", window.jumpline.base);
  const tell = (error) => console.info("Nothing can be kept on this device:", error.message);
  navigator.serviceWorker.register(new URL("sw.js", scope), { scope }).catch(tell);

  const place = document.querySelector(".keep-offline");
  if (!place) return;
  const here = new URL("./", location.href);
  const prefix = `jumpline ${scope} kept ${here.pathname} `;
  const { keep, keeping, kept, drop, failed } = place.dataset;
  const button = document.createElement("button");
  button.type = "button";
  const status = document.createElement("p");
  status.className = "small";
  status.setAttribute("role", "status");
  place.append(button, status);

  const standing = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
  const show = (isKept) => {
    button.textContent = isKept ? drop : keep;
    status.textContent = isKept ? kept : "";
    button.dataset.kept = isKept ? "yes" : "no";
  };

  /** The edition as it is now, in a cache of its own; only when that is whole do older ones go. */
  async function keepEdition() {
    const list = await (await fetch("offline.json", { cache: "no-cache" })).json();
    const name = prefix + list.version;
    const before = await standing();
    if (before.includes(name)) return;
    const cache = await caches.open(name);
    try {
      for (const [at, file] of list.files.entries()) {
        status.textContent = keeping.replace("{n}", String(at + 1)).replace("{m}", String(list.files.length));
        await cache.add(new Request(new URL(file, here), { cache: "no-cache" }));
      }
    } catch (error) {
      await caches.delete(name);
      throw error;
    }
    await Promise.all(before.map((each) => caches.delete(each)));
  }
  async function dropEdition() {
    await Promise.all((await standing()).map((name) => caches.delete(name)));
  }

  button.addEventListener("click", async () => {
    const wanted = button.dataset.kept !== "yes";
    button.disabled = true;
    try {
      if (wanted) await navigator.storage?.persist?.();
      await (wanted ? keepEdition() : dropEdition());
      show(wanted);
    } catch (error) {
      console.info(error.message);
      show((await standing()).length > 0);
      status.textContent = failed;
    }
    button.disabled = false;
  });
  standing()
    .then((names) => {
      show(names.length > 0);
      // One that was kept is brought up to date where there is a connection.
      if (names.length > 0 && navigator.onLine) return keepEdition().then(() => show(true));
      return undefined;
    })
    .catch(tell);
})();
