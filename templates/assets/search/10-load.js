/* Files of the index hand over what they hold: a script loads from `file://` too, where nothing can be fetched. */
window.jumplineLoad = (() => {
  const taken = new Map();
  const loads = new Map();
  window.jumplineTake = (name, data) => taken.set(name, data);
  /** `name` as the file calls it; `version` as well, where files of two builds must not be taken together. */
  return (path, name, version) => {
    const known = loads.get(path);
    if (known) return known;
    const load = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${path}?${version}`;
      script.onload = () => {
        script.remove();
        if (taken.has(name)) resolve(taken.get(name));
        else reject(new Error(`${path} is of another build`));
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`${path} did not load`));
      };
      document.head.append(script);
    });
    loads.set(path, load);
    load.catch(() => loads.delete(path));
    return load;
  };
})();
