// Drafts: a form with data-q-autosave="URL" sends what was typed to that URL every 20 seconds while it changes;
// with data-q-unsaved (no URL) it only asks before the page is left. Chosen files are sent with the form itself, not here.
import { text } from "./texts.js";

const EVERY = 20_000;

function typedInto(form) {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
  return typed.toString();
}

function hasChosenFiles(form) {
  return [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);
}

class Draft {
  constructor(form) {
    this.form = form;
    this.address = form.dataset.qAutosave;
    // A form that came back with errors holds more than the server has kept.
    this.kept = document.querySelector("[data-q-error-summary]") ? "" : typedInto(form);
    this.leaving = false;
  }

  get changed() {
    return typedInto(this.form) !== this.kept;
  }

  get wouldBeLost() {
    return !this.leaving && this.form.isConnected && (this.changed || hasChosenFiles(this.form));
  }

  say(sentence) {
    const place = this.form.querySelector("[data-q-autosave-status]");
    if (place) place.textContent = sentence;
  }

  async save() {
    const typed = typedInto(this.form);
    if (!this.address || this.leaving || typed === this.kept) return;
    try {
      const answer = await fetch(this.address, {
        method: "POST",
        body: new URLSearchParams(typed),
        headers: { Accept: "application/json" },
        redirect: "manual",
        keepalive: typed.length < 60_000, // the browser's limit for requests that outlive the page
      });
      await this.read(answer, typed);
    } catch {
      this.say(text("draftFailed"));
    }
  }

  async read(answer, typed) {
    if (answer.type === "opaqueredirect" || answer.status === 401) return this.say(text("signedOut"));
    if (!answer.ok) return this.say(text("draftFailed"));
    this.kept = typed;
    const { saved_at: time } = await answer.json().catch(() => ({}));
    return this.say(text("draftSaved", { time: time ?? clockOfThisMachine() }));
  }
}

function clockOfThisMachine() {
  return new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
}

export function keepDrafts(forms) {
  for (const form of forms) {
    const draft = new Draft(form);
    const beat = setInterval(() => (form.isConnected ? draft.save() : clearInterval(beat)), EVERY);
    form.addEventListener("submit", () => {
      draft.leaving = true;
    });
    form.addEventListener("htmx:finally:request", () => {
      draft.leaving = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && form.isConnected) draft.save();
    });
    window.addEventListener("beforeunload", (event) => {
      if (!draft.wouldBeLost) return;
      event.preventDefault();
      event.returnValue = "-"; // browsers before 2023 look at this one
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) draft.leaving = false;
    });
  }
}
