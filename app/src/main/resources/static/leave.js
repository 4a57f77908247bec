/* Signing out and erasing: what shows anything of this person leaves the device. Erasing takes the answers that still wait
   too; after signing out they wait for the same person, as they were said to be kept. */
document.querySelectorAll("form[data-leave]").forEach(form => form.addEventListener("submit", async e => {
  e.preventDefault();
  const late = new Promise(resolve => setTimeout(resolve, 2000)), waitingStays = !form.action.endsWith("/me/erase");
  try { await Promise.race([import(form.dataset.leave).then(device => device.forget(waitingStays)), late]); } catch { /* then the next person's page clears it */ }
  form.submit();
}));
