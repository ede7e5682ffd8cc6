// The banner that says the connection is gone.

export function watchConnection() {
  const show = () => {
    const banner = document.getElementById("q-offline");
    if (banner) banner.hidden = navigator.onLine;
  };
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  show();
}
