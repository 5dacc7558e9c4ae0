// One phone on the page: draws what the server says is on its screen, sends what the person does.

const texts = JSON.parse(document.getElementById("texts").textContent);
const language = document.documentElement.lang;

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export class Phone {
  constructor(messenger) {
    this.messenger = messenger;
    this.root = document.getElementById(messenger);
    this.place = 0;
    this.number = "";
    this.drawn = {};
    this.toasts = null;
    this.following = true; // the newest message stays in sight
    this.find = (selector) => this.root.querySelector(selector);
    this.listen();
  }

  listen() {
    this.find(".people").addEventListener("change", (event) => this.choose(Number(event.target.value)));
    for (const form of this.root.querySelectorAll(".begin, .again")) {
      form.addEventListener("submit", (event) => this.begin(event, form));
    }
    this.find(".write").addEventListener("submit", (event) => this.say(event));
    this.find("textarea").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) this.say(event);
    });
    for (const button of this.root.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this.simple(button.dataset.do));
    }
    for (const button of this.root.querySelectorAll("[data-open]")) {
      button.addEventListener("click", () => this.ask(button.dataset.open));
    }
  }

  choose(place) {
    this.place = place;
    this.drawn = {};
    this.toasts = null;
    this.changed();
  }

  async act(what, more = {}) {
    const told = await post("page/act", { messenger: this.messenger, place: this.place, do: what, language, ...more });
    if (told.problem) this.tell(texts[told.problem]);
  }

  begin(event, form) {
    event.preventDefault();
    this.act("start", { code: form.elements.code.value });
    form.reset();
    this.find(".menu").open = false;
  }

  say(event) {
    event.preventDefault();
    const input = this.find("textarea");
    if (input.value.trim()) this.act("say", { text: input.value });
    input.value = "";
  }

  simple(what) {
    this.find(".menu").open = false;
    this.act(what);
  }

  ask(what) {
    const dialog = document.getElementById(`ask-${what}`);
    const form = dialog.querySelector("form");
    if (what === "phone") form.elements.number.value = this.number;
    dialog.returnValue = "";
    dialog.onclose = () => dialog.returnValue && this.answer(what, form, dialog.returnValue);
    dialog.showModal();
  }

  async answer(what, form, value) {
    if (!["photo", "file"].includes(what)) return this.act(what, Object.fromEntries(new FormData(form)));
    const file = value === "sample" ? await sample() : form.elements.file.files[0];
    form.reset();
    if (!file) return undefined;
    const query = new URLSearchParams({ messenger: this.messenger, place: this.place, name: file.name || "" });
    return fetch(`page/${what}?${query}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
  }

  draw(state) {
    this.following = this.low();
    this.number = state.phone.number;
    this.once("people", state.people, (people) => this.drawPeople(people));
    this.find(".begin").hidden = state.phone.started;
    this.find(".write").hidden = !state.phone.started || state.phone.input === "hidden";
    this.find('[data-do="block"]').hidden = !state.phone.reachable;
    this.find('[data-do="unblock"]').hidden = state.phone.reachable;
    this.find("textarea").placeholder = state.phone.hint || texts.write;
    this.once("messages", state.phone.messages, (messages) => this.drawChat(messages));
    this.once("board", state.phone.board, (board) => this.drawKeys(this.find(".board"), board, ""));
    this.follow();
    this.root.classList.toggle("busy", Boolean(state.phone.busy));
    const toasts = state.phone.toasts || 0;
    if (this.toasts !== null && toasts > this.toasts) this.tell(state.phone.toast);
    this.toasts = toasts;
  }

  once(name, value, draw) {
    const now = JSON.stringify(value);
    if (this.drawn[name] === now) return;
    this.drawn[name] = now;
    draw(value);
  }

  drawPeople(people) {
    const options = people.map((person, place) => {
      const option = element("option", "", `${person.name} · ${texts[person.role]}`);
      option.value = place;
      return option;
    });
    this.find(".people").replaceChildren(...options);
    this.find(".people").value = this.place;
  }

  drawChat(messages) {
    const chat = this.find(".chat");
    this.following ||= messages.at(-1)?.mine;
    const rows = messages.map((message) => this.bubble(message));
    chat.replaceChildren(...(rows.length ? rows : [element("p", "empty", texts.empty)]));
    for (const image of chat.querySelectorAll("img")) {
      image.addEventListener("load", () => this.follow(), { once: true });
    }
  }

  low() {
    const chat = this.find(".chat");
    return !this.drawn.messages || chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
  }

  follow() {
    const chat = this.find(".chat");
    if (this.following) chat.scrollTop = chat.scrollHeight;
  }

  bubble(message) {
    const row = element("div", message.mine ? "row mine" : "row");
    const bubble = row.appendChild(element("div", "bubble"));
    if (message.image) {
      const image = bubble.appendChild(element("img"));
      image.src = message.image;
      image.alt = texts.photo;
    }
    const words = bubble.appendChild(element("div", "words", message.mine ? message.text : ""));
    if (!message.mine) words.innerHTML = message.html; // the server escapes all but known tags
    if (message.file) {
      const open = bubble.appendChild(element("a", "file", texts.file));
      open.href = message.file;
      open.target = "_blank";
      open.rel = "noopener";
    }
    const edited = message.edited ? `${texts.edited} ` : "";
    bubble.append(element("span", "stamp", edited + message.time));
    if (message.keys.length && (this.messenger === "telegram" || message.cards)) {
      row.classList.add("wide");
      this.drawKeys(row.appendChild(element("div", "keys")), message.keys, message.id);
    }
    return row;
  }

  drawKeys(into, rows, message) {
    const lines = rows.map((keys, row) => {
      const line = element("div", "line");
      keys.forEach((key, column) => line.append(this.key(key, { message, row, column })));
      return line;
    });
    into.replaceChildren(...lines);
  }

  key(key, where) {
    const button = element("button", "", key.label);
    button.type = "button";
    if (this.messenger === "viber") button.style.gridColumn = `span ${key.width}`;
    button.addEventListener("click", () => {
      if (key.act === "place") return this.ask("place");
      if (/^https?:/.test(key.link)) window.open(key.link, "_blank", "noopener");
      return this.act("press", where);
    });
    return button;
  }

  tell(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (toast.hidden = true), 2600);
  }
}

async function sample() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 960, height: 640 });
  const brush = canvas.getContext("2d");
  const fill = (color, draw) => {
    brush.fillStyle = color;
    brush.beginPath();
    draw();
    brush.fill();
  };
  fill("#bfe3f5", () => brush.rect(0, 0, 960, 640));
  fill("#fff3c4", () => brush.arc(780, 120, 60, 0, 7));
  fill("#7fae7a", () => brush.ellipse(300, 560, 620, 230, 0, 0, 7));
  fill("#5f9566", () => brush.ellipse(800, 600, 520, 190, 0, 0, 7));
  fill("#6b4a2f", () => brush.rect(300, 400, 360, 26));
  fill("#6b4a2f", () => brush.rect(300, 340, 360, 22));
  for (const left of [330, 610]) fill("#4b3220", () => brush.rect(left, 330, 20, 170));
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
}
