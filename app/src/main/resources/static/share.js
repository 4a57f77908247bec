// Copies the secret link; the button only shows where that works.
for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    field.addEventListener("focus", () => field.select());
    button.hidden = false;
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(field.value);
        } catch {
            // No clipboard on plain http: the old way, on the selection.
            field.select();
            document.execCommand("copy");
        }
        button.textContent = button.dataset.done;
        document.getElementById("copied").textContent = button.dataset.done;
    });
}
