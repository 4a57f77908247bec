package skills.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the open internet from those of machines inside. */
final class Addresses {

    /** IPv4 blocks that are not the open internet: RFC 6890 and its successors. */
    private static final Block[] INNER_4 = {
        Block.of("0.0.0.0", 8),
        Block.of("10.0.0.0", 8),
        Block.of("100.64.0.0", 10), // carrier-grade NAT
        Block.of("127.0.0.0", 8),
        Block.of("169.254.0.0", 16), // link-local, and the clouds' metadata
        Block.of("172.16.0.0", 12),
        Block.of("192.0.0.0", 24),
        Block.of("192.0.2.0", 24),
        Block.of("192.88.99.0", 24),
        Block.of("192.168.0.0", 16),
        Block.of("198.18.0.0", 15),
        Block.of("198.51.100.0", 24),
        Block.of("203.0.113.0", 24),
        Block.of("224.0.0.0", 3) // multicast, reserved, broadcast
    };

    private static final Block[] INNER_6 = {
        Block.of("64:ff9b:1::", 48), // NAT64 of one's own network
        Block.of("100::", 64),
        Block.of("2001::", 32), // Teredo
        Block.of("2001:db8::", 32),
        Block.of("fc00::", 7), // unique local
        Block.of("fe80::", 9), // link-local and site-local
        Block.of("ff00::", 8)
    };

    /** Blocks whose last or later bytes are an IPv4 address, and where it starts. */
    private static final Block NAT64 = Block.of("64:ff9b::", 96);

    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

    private record Block(byte[] start, int bits) {

        static Block of(String start, int bits) {
            try {
                return new Block(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) return false;
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (start[i / 8] & mask)) return false;
            }
            return true;
        }
    }

    private Addresses() {}

    /** True for whatever is not one machine on the open internet. */
    static boolean inner(InetAddress address) {
        return inner(address.getAddress());
    }

    private static boolean inner(byte[] bytes) {
        if (bytes.length == 4) return any(INNER_4, bytes);
        // ::, ::1, IPv4-compatible and IPv4-mapped: the first ten bytes are nought.
        boolean nought = true;
        for (int i = 0; i < 10; i++) nought &= bytes[i] == 0;
        if (nought) {
            boolean mapped = bytes[10] == -1 && bytes[11] == -1;
            return !mapped || inner(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (NAT64.holds(bytes)) return inner(Arrays.copyOfRange(bytes, 12, 16));
        if (SIX_TO_FOUR.holds(bytes)) return inner(Arrays.copyOfRange(bytes, 2, 6));
        return any(INNER_6, bytes);
    }

    /** Where clouds answer with keys: allowed to nobody, whatever is set. */
    static boolean metadata(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? bytes[0] == (byte) 169 && bytes[1] == (byte) 254
                : address.isLinkLocalAddress()
                        || address.getHostAddress().startsWith("fd00:ec2:0:0:0:0:0:254");
    }

    private static boolean any(Block[] blocks, byte[] address) {
        for (Block block : blocks) if (block.holds(address)) return true;
        return false;
    }
}
