// Suggestions below the search field: a combobox with a listbox (WAI-ARIA Authoring Practices).
// Without this script the field is a plain field.
(() => {
  const field = document.querySelector("input[data-suggest]");
  if (!field || !window.fetch) return;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let chosen = -1;
  let typed = "";
  let waiting = 0;
  let asked = null;

  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  status.className = "hidden";
  status.setAttribute("role", "status");
  field.form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) field.setAttribute(name, value);

  // What has been asked, or is about to be, would come too late.
  const forget = () => {
    clearTimeout(waiting);
    if (asked) asked.abort();
  };

  const close = () => {
    forget();
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    const items = list.children;
    forget();
    if (chosen >= 0) items[chosen].setAttribute("aria-selected", "false");
    chosen = number < -1 ? items.length - 1 : number >= items.length ? -1 : number;
    if (chosen < 0) {
      field.value = typed;
      field.removeAttribute("aria-activedescendant");
      return;
    }
    items[chosen].setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", items[chosen].id);
    field.value = items[chosen].textContent;
  };

  const show = (texts) => {
    list.replaceChildren(...texts.map((text, number) => {
      const item = document.createElement("li");
      item.id = "suggestion-" + number;
      item.textContent = text;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    }));
    list.hidden = texts.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = texts.length ? field.dataset.count.replace("{}", texts.length) : "";
  };

  const ask = async () => {
    asked = new AbortController();
    try {
      const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(typed), {signal: asked.signal});
      show(answer.ok ? (await answer.json())[1] : []);
    } catch (problem) {
      if (problem.name !== "AbortError") close();
    }
  };

  field.addEventListener("input", () => {
    typed = field.value;
    choose(-1);
    if (typed.trim()) waiting = setTimeout(ask, 120);
    else close();
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      choose(chosen + step);
    } else if (event.key === "Escape") {
      field.value = typed;
      close();
      event.preventDefault();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    field.value = item.textContent;
    field.form.requestSubmit();
  });
  field.addEventListener("blur", close);
  // Who comes back to the page finds the list closed.
  field.form.addEventListener("submit", close);

  // One open menu at a time; Escape closes it, and a click or the focus elsewhere, which it would cover.
  const menus = document.querySelectorAll("details.menu");
  const shut = (but) => menus.forEach((menu) => { if (menu !== but) menu.open = false; });
  menus.forEach((menu) => menu.addEventListener("toggle", () => { if (menu.open) shut(menu); }));
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => shut(event.target.closest("details.menu")));
  }
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
