package skills.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file that somebody gave, as text: UTF-8, UTF-16 with its mark, and else what Excel
 * writes on a Dutch computer: Windows-1252.
 *
 * @param text without a byte order mark
 * @param windows read as Windows-1252, since it was none of the others
 */
public record TextFile(String text, boolean windows) {

    /** No text at all. */
    public static final class Unreadable extends Exception {

        /** Why. */
        public enum Reason {
            /** A zip file, or an Excel workbook, which is one. */
            ARCHIVE,
            NOT_TEXT
        }

        private final Reason reason;

        Unreadable(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    public static TextFile of(byte[] bytes) throws Unreadable {
        if (starts(bytes, 0x50, 0x4b, 3, 4)) throw new Unreadable(Unreadable.Reason.ARCHIVE);
        String text;
        boolean windows = false;
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff))
            text = new String(bytes, StandardCharsets.UTF_16);
        else {
            try {
                text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, Charset.forName("windows-1252"));
                windows = true;
            }
        }
        if (text.indexOf('\0') >= 0) throw new Unreadable(Unreadable.Reason.NOT_TEXT);
        return new TextFile(text.startsWith("\ufeff") ? text.substring(1) : text, windows);
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xff) != with[i]) return false;
        return true;
    }
}
