// The start: an own word travels with the form, arrows walk through the list, taps are counted.
const field = document.getElementById("q");
const own = document.getElementById("own");
if (field && own) {
  document.documentElement.classList.add("js");
  field.addEventListener("input", () => { own.value = field.value; });
  document.getElementById("choose").addEventListener("submit", event => {
    const first = document.querySelector("#options button");
    if (first) { event.preventDefault(); first.click(); }
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...document.querySelectorAll("#options button")];
    const here = stops.indexOf(document.activeElement);
    if (here < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, here + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  });
}
const tasks = document.getElementById("tasks");
if (tasks) {
  const count = document.querySelector("[data-count] b");
  tasks.addEventListener("change", () => { count.textContent = tasks.querySelectorAll(":checked").length; });
}
