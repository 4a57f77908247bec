package skills.platform;

import java.io.IOException;

/** A file that cannot be imported; the message is one sentence for the person who gave it. */
public class ImportFailed extends IOException {

    public ImportFailed(String sentence) {
        super(sentence);
    }

    public ImportFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
