package dev.lectern.paper.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;

/**
 * Names of hosts that people may have us ask: whatever a name leads to, no address of this machine or a private network
 * is given out. The connection is made to the very addresses looked at, so that a name that changes gains nothing.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA: special addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA: special addresses of IPv6</a>
 */
final class PublicOnly implements Dns {
    /** Each as first address and length of the prefix, but for what {@link InetAddress} itself tells. */
    private static final List<String> SPECIAL = List.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "fc00::/7",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16");

    private static final byte[] TRANSLATED = address("64:ff9b::").getAddress();
    private static final int TRANSLATED_PREFIX = 12;

    private final Dns dns;

    PublicOnly(Dns dns) {
        this.dns = dns;
    }

    /** That a name leads to no address that everybody may ask. */
    static final class Private extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Private(String host) {
            super(host);
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> all = dns.lookup(host);
        if (all.isEmpty() || !all.stream().allMatch(PublicOnly::isPublic)) {
            throw new Private(host);
        }
        return all;
    }

    static boolean isPublic(InetAddress address) {
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !local && SPECIAL.stream().noneMatch(range -> isIn(range, address)) && isPublicInside(address);
    }

    /** An address of IPv6 may carry one of IPv4. */
    private static boolean isPublicInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address six)) {
            return true;
        }
        boolean carries = six.isIPv4CompatibleAddress()
                || Arrays.equals(bytes, 0, TRANSLATED_PREFIX, TRANSLATED, 0, TRANSLATED_PREFIX);
        return !carries || isPublic(four(Arrays.copyOfRange(bytes, TRANSLATED_PREFIX, bytes.length)));
    }

    private static boolean isIn(String range, InetAddress address) {
        String[] parts = range.split("/", 2);
        byte[] first = address(parts[0]).getAddress();
        byte[] bytes = address.getAddress();
        if (first.length != bytes.length) {
            return false;
        }
        int length = Integer.parseInt(parts[1]);
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((first[bit / 8] & mask) != (bytes[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Of a literal: no name is looked up. */
    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress four(byte[] bytes) {
        try {
            return Inet4Address.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
