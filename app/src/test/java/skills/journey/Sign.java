package skills.journey;

import com.microsoft.playwright.Page;

/** Ways to be somebody without walking the whole journey. */
final class Sign {

    private Sign() {}

    /** A new guest, who has said what work she looks for. */
    static void guest(Page page) {
        page.navigate("/start");
        page.evaluate(
                """
                async () => fetch('/start', {method: 'POST', body: new URLSearchParams(
                    {_csrf: document.querySelector('meta[name=csrf]').content, q: 'iets met mensen'})})
                """);
    }
}
