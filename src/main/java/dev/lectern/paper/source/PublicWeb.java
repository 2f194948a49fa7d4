package dev.lectern.paper.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Every host of the web as a site of its own; the ones asked last are remembered. Any thread. */
final class PublicWeb implements Site {
    private final Function<SiteRules, Site> open;
    private final Map<String, Site> hosts;

    PublicWeb(Function<SiteRules, Site> open, int most) {
        this.open = open;
        this.hosts = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Site> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public Answer get(URI address) throws SourceTrouble {
        return site(address).get(address);
    }

    @Override
    public Answer post(URI address, String json) throws SourceTrouble {
        return site(address).post(address, json);
    }

    private Site site(URI address) throws SourceTrouble {
        if (!Origins.isWeb(address)) {
            throw new SourceTrouble(SourceTrouble.Kind.NEVER, "that is no address of a web page");
        }
        String host = Origins.host(address);
        refuseLiteral(host);
        synchronized (hosts) {
            return hosts.computeIfAbsent(
                    address.getScheme() + "://" + host + ":" + address.getPort(),
                    key -> open.apply(SiteRules.of(host, address).withOrigins(Origins.around(address))));
        }
    }

    /** An address in digits is never looked up as a name is. */
    private static void refuseLiteral(String host) throws SourceTrouble {
        if (!host.matches("\\[.*]|[\\d.]+|0x.*")) {
            return;
        }
        try {
            if (PublicOnly.isPublic(InetAddress.getByName(host))) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new SourceTrouble(SourceTrouble.Kind.NEVER, host + " is no address of a host", e);
        }
        throw new SourceTrouble(
                SourceTrouble.Kind.NEVER, host + " leads into a private network, where Lectern does not go");
    }
}
