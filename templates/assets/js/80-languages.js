/* The language of the site: a list at the foot of each page. What was chosen is remembered on this device; the words come from a file that only then is fetched. */
(() => {
  const KEY = "jumpline-language";
  const site = window.jumpline;
  const own = document.documentElement.lang;
  let store = null;
  try {
    store = window.localStorage;
  } catch (error) {
    console.info("The language will not be remembered:", error.message);
  }
  const known = (lang) => site.languages.find((each) => each[0] === lang);

  site.load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = site.base + name;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name} could not be loaded`));
      document.head.append(script);
    });
  const table = (lang) => site.tables[lang] || site.load(known(lang)[2]);

  let wanted = own;
  async function speak(lang) {
    wanted = lang;
    if (lang === own && !site.translate) return;
    await Promise.all([table(own), table(lang), site.translate || site.load(site.apart.translate)]);
    if (wanted === lang) site.translate(own, lang);
  }
  const fail = (error) => console.info(error.message);

  const place = document.querySelector(".languages");
  if (!site || !known(own)) return;
  const chosen = store?.getItem(KEY) || "";
  if (known(chosen) && chosen !== own) speak(chosen).catch(fail);
  if (!place) return;
  const label = document.createElement("label");
  const list = document.createElement("select");
  list.autocomplete = "off";
  list.add(new Option(place.dataset.asIs, ""));
  for (const [lang, name] of site.languages) {
    const option = new Option(name, lang);
    option.lang = lang;
    list.add(option);
  }
  list.value = known(chosen) ? chosen : "";
  list.addEventListener("change", () => {
    if (list.value === "") store?.removeItem(KEY);
    else store?.setItem(KEY, list.value);
    speak(list.value || own).catch(fail);
  });
  label.append(`${place.dataset.label} `, list);
  place.append(label);
})();
