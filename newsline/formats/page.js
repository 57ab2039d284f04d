"use strict";
(() => {
  const form = document.getElementById("filter");
  const density = document.getElementById("density");
  const count = document.getElementById("count");
  const groups = [...document.querySelectorAll("section[data-group]")];
  const events = [...document.querySelectorAll(".event")].map((item) => ({
    item,
    text: item.textContent.toLowerCase(),
    status: item.dataset.status,
    sources: item.dataset.sources.split(" "),
    month: item.dataset.month,
  }));
  const bars = new Map();
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const named = (key) => (key.length > 4 ? `${MONTHS[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}` : key);
  const counted = (number) => `${number} ${number === 1 ? "event" : "events"}`;

  // One bar for each month from the first to the last; for each year where that would be more than a screen shows.
  const MOST_BARS = 150;
  const strip = () => {
    const months = events.map((event) => event.month).filter(Boolean).sort();
    if (new Set(months).size < 2) return;
    const [first, last] = [months[0], months.at(-1)].map((month) => month.split("-").map(Number));
    const number = (last[0] - first[0]) * 12 + last[1] - first[1] + 1;
    const byYear = number > MOST_BARS;
    const list = density.querySelector("ol");
    for (let n = 0; n < number; n += 1) {
      const at = first[1] - 1 + n;
      const year = String(first[0] + Math.floor(at / 12)).padStart(4, "0");
      const key = byYear ? year : `${year}-${String((at % 12) + 1).padStart(2, "0")}`;
      if (bars.has(key)) continue;
      const target = events.find((event) => event.month && event.month.startsWith(key));
      const bar = document.createElement(target ? "a" : "span");
      if (target) bar.href = `#${target.item.id}`;
      bar.append(document.createElement("span"));
      const place = document.createElement("li");
      place.append(bar);
      list.append(place);
      bars.set(key, { bar, height: bar.firstChild, count: 0, isLink: Boolean(target) });
    }
    const keys = [...bars.keys()];
    density.querySelector("p").append(...[keys[0], keys.at(-1)].map((key) => {
      const label = document.createElement("span");
      label.textContent = named(key);
      return label;
    }));
    density.hidden = false;
  };

  const update = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const source = form.elements.source.value;
    const status = form.elements.status.value;
    for (const bar of bars.values()) bar.count = 0;
    let shown = 0;
    for (const event of events) {
      const fits = words.every((word) => event.text.includes(word))
        && (!source || event.sources.includes(source))
        && (!status || event.status === status);
      if (event.item.hidden === fits) event.item.hidden = !fits;
      if (!fits) continue;
      shown += 1;
      const bar = event.month && (bars.get(event.month) || bars.get(event.month.slice(0, 4)));
      if (bar) bar.count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".event:not([hidden])");
    const most = Math.max(1, ...[...bars.values()].map((bar) => bar.count));
    for (const [key, bar] of bars) {
      bar.height.style.height = `${(100 * bar.count) / most}%`;
      bar.bar.classList.toggle("empty", bar.count === 0);
      if (bar.isLink) bar.bar.setAttribute("aria-label", `${named(key)}: ${counted(bar.count)}`);
    }
    count.textContent = `${shown} of ${counted(events.length)}`;
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(update);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const field = form.elements.text;
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "Escape" && document.activeElement === field) {
      form.reset();
      update();
    }
  });
  if (events.length > 0) {
    form.hidden = false;
    strip();
    update();
  }
})();
