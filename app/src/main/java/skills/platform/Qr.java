package skills.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code to draw as one SVG path.
 *
 * @param size modules on a side, the quiet zone of four included: the viewBox is {@code 0 0 size
 *     size}
 * @param path dark modules, for the attribute {@code d} of one {@code <path>}
 */
public record Qr(int size, String path) {

    /** Most QR readers manage this many characters on a screen in a classroom. */
    private static final int LONGEST = 500;

    /**
     * @param text usually an address
     * @throws IllegalArgumentException for an empty text or one over 500 characters
     */
    public static Qr of(String text) {
        if (text.isEmpty() || text.length() > LONGEST)
            throw new IllegalArgumentException(
                    "not for a QR code: " + text.length() + " characters");
        try {
            BitMatrix dark =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            4));
            return new Qr(dark.getWidth(), path(dark));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not for a QR code", e);
        }
    }

    /** The path alone, see {@link #path()}. */
    public static String svgPath(String text) {
        return of(text).path();
    }

    private static String path(BitMatrix dark) {
        var path = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y++)
            for (int x = 0; x < dark.getWidth(); x++) {
                if (!dark.get(x, y)) continue;
                int from = x;
                while (x + 1 < dark.getWidth() && dark.get(x + 1, y)) x++;
                int wide = x - from + 1;
                path.append('M')
                        .append(from)
                        .append(' ')
                        .append(y)
                        .append('h')
                        .append(wide)
                        .append("v1h-")
                        .append(wide)
                        .append('z');
            }
        return path.toString();
    }
}
