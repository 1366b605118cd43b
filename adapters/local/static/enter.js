// The way in: keeps the token where only pages of this very port can read it, and goes on to an
// address without the secret. The address with it leaves no entry in the history of the tab.
localStorage.setItem("handrail-token", document.querySelector('meta[name="handrail-token"]').content);
const rest = new URLSearchParams(location.search);
rest.delete("secret");
location.replace(rest.size ? `/?${rest}` : "/");
