/* Signing out and erasing: nothing of this person stays on the device. */
document.querySelectorAll("form[data-leave]").forEach(form => form.addEventListener("submit", async e => {
  e.preventDefault();
  const late = new Promise(resolve => setTimeout(resolve, 2000));
  try { await Promise.race([import(form.dataset.leave).then(device => device.forget()), late]); } catch { /* then the next person's page clears it */ }
  form.submit();
}));
