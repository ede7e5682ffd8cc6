// What every page carries. Each part improves a page that already works without it.
import "htmx.org/dist/htmx.esm.js";
import { exchangeParts } from "./page/again.js";
import { watchConditions } from "./page/conditions.js";
import { watchConnection } from "./page/connection.js";
import { onNew } from "./page/content.js";
import { keepDrafts } from "./page/drafts.js";
import { focusErrors } from "./page/errors.js";
import { listenForKeys, showKeySwitch } from "./page/keyboard.js";
import { closeMenus, openDialogs } from "./page/menus.js";
import { restPollingWhileHidden } from "./page/polling.js";
import { keepWhatWasTyped } from "./page/signed_out.js";

openDialogs();
closeMenus();
listenForKeys();
exchangeParts();
watchConnection();
restPollingWhileHidden();
keepWhatWasTyped();
onNew("form", watchConditions);
onNew("form[data-q-autosave], form[data-q-unsaved]", keepDrafts);
onNew("[data-q-error-summary]", focusErrors);
onNew("[data-q-keys-switch]", showKeySwitch);
