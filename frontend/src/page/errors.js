// A page that comes back with errors starts at their summary, and says so in its title.

export function focusErrors([summary]) {
  const word = summary.dataset.qErrorSummary;
  if (word && !document.title.startsWith(word)) document.title = `${word} – ${document.title}`;
  if (!summary.hasAttribute("tabindex")) summary.tabIndex = -1;
  summary.focus();
}
