// Parts marked data-q-stays (with data-person): where htmx is answered by the sign-in page, or the page is too old to be
// sent, nothing is exchanged: what was typed stays and the page says so. Whoever signs in again goes on with it.
import { text } from "./texts.js";

const STALE = 400; // the mark against forged requests is of the sign-in before

function isSignedOut({ raw, status }, method) {
  return status === 401 || (raw.redirected && (method !== "GET" || new URL(raw.url).pathname.endsWith("/sign-in")));
}

function say(part, name) {
  const place = part.querySelector("[data-q-stays-told]");
  place.querySelector("p").textContent = text(name);
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

/** The mark of the present sign-in in every form of the page, where the same person has signed in again. */
async function renew(part) {
  const answer = await fetch(location.href, { redirect: "manual", cache: "no-store" });
  if (!answer.ok) return "signedOut";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = page.querySelector("[data-q-stays]");
  const fresh = there?.querySelector("[name=csrf_token]")?.value;
  if (there?.dataset.person !== part.dataset.person) return "otherPerson";
  if (!fresh) return "signedOut";
  for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = fresh;
  return "";
}

async function sendAgain(part, form, submitter) {
  const why = await renew(part).catch(() => "signedOut");
  if (why) say(part, why);
  else form.requestSubmit(submitter?.isConnected ? submitter : undefined);
}

export function keepWhatWasTyped() {
  let again; // one more try for each answer, so that nothing goes round
  document.addEventListener("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const part = ctx.sourceElement.closest("[data-q-stays]");
    if (!part) return;
    const form = ctx.sourceElement.closest("form");
    if (ctx.response.status === STALE && form && again !== form) {
      again = form;
      event.preventDefault();
      sendAgain(part, form, ctx.request.submitter);
      return;
    }
    again = undefined;
    if (ctx.response.status !== STALE && !isSignedOut(ctx.response, ctx.request.method)) return;
    event.preventDefault();
    say(part, "signedOut");
  });
}
