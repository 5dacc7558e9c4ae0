// The page: asks for the state whenever something changed, and draws both phones.

import { Phone, post } from "./phone.js";

const texts = JSON.parse(document.getElementById("texts").textContent);
const language = document.documentElement.lang;
const phones = [new Phone("telegram"), new Phone("viber")];
const main = document.querySelector("main");
let asking = false;
let again = false;

async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  const query = new URLSearchParams({ lang: language });
  for (const phone of phones) query.set(phone.messenger, phone.place);
  try {
    show(await (await fetch(`page/state?${query}`)).json());
  } finally {
    asking = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

function show(state) {
  document.getElementById("now").textContent = state.clock.text;
  document.querySelector(".moves").hidden = !state.clock.movable;
  const to = document.querySelector('[name="to"]');
  if (document.activeElement !== to) to.value = state.clock.text;
  for (const phone of phones) phone.draw(state[phone.messenger]);
  for (const form of document.querySelectorAll(".switches")) {
    setSwitches(form, state[form.dataset.messenger].faults);
  }
  showComplaints(state.complaints);
}

function setSwitches(form, faults) {
  if (form.contains(document.activeElement)) return;
  form.elements.duplicates.checked = faults.duplicates > 0;
  form.elements.disorder.checked = faults.disorder > 0;
  form.elements.limits.checked = faults.limits;
  const rates = [...form.elements.rate.options].map((option) => Number(option.value));
  form.elements.rate.value = String(rates.findLast((rate) => rate <= faults.rate + 0.001));
  form.querySelector(".planned").textContent = faults.planned ? `${texts.planned}: ${faults.planned}` : "";
}

function showComplaints(complaints) {
  const box = document.querySelector(".complaints");
  box.hidden = !complaints.length;
  const rows = complaints.map((text) => Object.assign(document.createElement("li"), { textContent: text }));
  box.querySelector("ul").replaceChildren(...rows);
}

async function move(by) {
  const told = await post("page/clock", by);
  if (told.problem) phones[0].tell(texts[told.problem]);
}

function listen() {
  for (const phone of phones) phone.changed = refresh;
  for (const button of document.querySelectorAll("[data-minutes]")) {
    button.addEventListener("click", () => move({ minutes: Number(button.dataset.minutes) }));
  }
  document.getElementById("clock").addEventListener("submit", (event) => {
    event.preventDefault();
    document.activeElement.blur();
    move({ to: event.target.elements.to.value });
  });
  for (const form of document.querySelectorAll(".switches")) listenSwitches(form);
  for (const tab of document.querySelectorAll("[data-tab]")) {
    tab.addEventListener("click", () => choose(tab.dataset.tab));
  }
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

function listenSwitches(form) {
  const send = (what) => post("page/faults", { messenger: form.dataset.messenger, ...what });
  const fields = form.elements;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send({ next: fields.next.value, count: Number(fields.count.value) });
    document.activeElement.blur();
  });
  fields.rate.addEventListener("change", () => send({ rate: Number(fields.rate.value) }));
  fields.duplicates.addEventListener("change", () => send({ duplicates: fields.duplicates.checked ? 0.3 : 0 }));
  fields.disorder.addEventListener("change", () => send({ disorder: fields.disorder.checked ? 0.3 : 0 }));
  fields.limits.addEventListener("change", () => send({ limits: fields.limits.checked }));
  form.querySelector("[data-clear]").addEventListener("click", (event) => {
    event.target.blur();
    send({ clear: true, rate: 0 });
  });
}

function choose(messenger) {
  main.dataset.shown = messenger;
  for (const tab of document.querySelectorAll("[data-tab]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.tab === messenger));
  }
}

function follow() {
  const events = new EventSource("page/events");
  events.addEventListener("message", refresh);
  events.addEventListener("open", refresh);
  events.addEventListener("error", () => phones.forEach((phone) => phone.tell(texts.offline)));
}

// A door's button leads here: `?viber=438120` is that phone opening a link with this code.
function arrive() {
  const query = new URLSearchParams(location.search);
  for (const phone of phones.filter((phone) => query.has(phone.messenger))) {
    choose(phone.messenger);
    phone.choose(Number(query.get("person")));
    phone.act("start", { code: query.get(phone.messenger) });
  }
  history.replaceState(null, "", `?lang=${language}`); // so that reloading does not start again
}

choose("telegram");
listen();
await refresh();
arrive();
follow();
setInterval(refresh, 20000); // the clock walks on by itself
