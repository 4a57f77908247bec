package skills;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a person reads in the terminal once the application answers. */
@Component
class Welcome {

    private final String origin;
    private final boolean demo;

    Welcome(@Value("${skills.origin}") String origin, @Value("${skills.demo}") boolean demo) {
        this.origin = origin;
        this.demo = demo;
    }

    /**
     * @param local the address on this machine, without a slash at the end
     */
    void print(PrintStream out, String local) {
        if (demo) {
            out.println("Demo, be a student or a teacher: " + local + "/demo");
            out.println("Demo, join a class by its code: " + local + "/join/LVD-4F7K");
            out.println("Mails that were not sent, on this machine only: " + local + "/outbox");
        }
        out.println("On a phone in the same network: " + origin + "/");
        out.print(qr(origin + "/"));
        out.flush();
    }

    /** A QR code in half blocks: two modules a character. */
    private static String qr(String text) {
        try {
            BitMatrix m = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            var out = new StringBuilder();
            for (int y = 0; y < m.getHeight(); y += 2) {
                for (int x = 0; x < m.getWidth(); x++) {
                    boolean top = m.get(x, y);
                    boolean low = y + 1 < m.getHeight() && m.get(x, y + 1);
                    // Light modules are drawn, since terminals are mostly dark.
                    out.append(top ? (low ? ' ' : '▄') : (low ? '▀' : '█'));
                }
                out.append('\n');
            }
            return out.toString();
        } catch (WriterException e) {
            return "";
        }
    }
}
