// The one font of all drawings: a label that is measured in another wraps differently.
export const FONT = '"Be Vietnam Pro", "Segoe UI", system-ui, sans-serif';

/** Labels are measured while they are drawn, so the font has to be there first. */
export async function fontIsThere() {
  await Promise.allSettled([document.fonts.load(`12px ${FONT}`, "Aa"), document.fonts.load(`12px ${FONT}`, "ẩđ")]);
}

export const textRenderer = { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } };
