package skills;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

/** The address under which a phone in the same network reaches this machine. */
final class Origin {

    private Origin() {}

    static String inThisNetwork(int port) {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Origin::usable)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> a instanceof Inet4Address && !a.isLinkLocalAddress())
                    // Home and school networks first, then whatever there is.
                    .min(Comparator.comparing(a -> !a.isSiteLocalAddress()))
                    .map(a -> "http://" + a.getHostAddress() + ":" + port)
                    .orElse("http://localhost:" + port);
        } catch (SocketException e) {
            return "http://localhost:" + port;
        }
    }

    private static boolean usable(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && !network.getName().startsWith("docker");
        } catch (SocketException e) {
            return false;
        }
    }
}
