package skills.platform;

import skills.kernel.LocalizedText;

/**
 * What the page frame needs beside a page's own view.
 *
 * @param csrf token for the hidden field {@code _csrf} of each form
 * @param path path and query of this page, for the language switch
 */
public record Ui(Words words, Viewer viewer, String csrf, String path, Assets assets) {

    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    public String t(LocalizedText text) {
        return words.t(text);
    }

    public String lang() {
        return words.language().code();
    }

    /** The address of a static file with the fingerprint of its content. */
    public String asset(String file) {
        return assets.url(file);
    }

    /** This page in another language. */
    public String inLanguage(String code) {
        String bare = path.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
        return bare + (bare.contains("?") ? "&" : "?") + "lang=" + code;
    }
}
