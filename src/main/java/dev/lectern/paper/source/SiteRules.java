package dev.lectern.paper.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one site is asked.
 *
 * @param name for people, such as "arXiv"; also the name under which all processes share its pace
 * @param origins addresses of the hosts that belong to the site; questions and redirects go nowhere else
 * @param mostBytes of one answer, unpacked
 * @param missing the statuses by which the site says that it has no such thing
 * @param headers sent with each question, such as a key
 */
public record SiteRules(
        String name,
        List<URI> origins,
        Pace pace,
        Times times,
        Tries tries,
        int mostBytes,
        Set<Integer> missing,
        Map<String, String> headers) {

    /**
     * How often a site is asked.
     *
     * @param burst so many questions may follow one another at once
     * @param every and one more each time
     * @param alone whether no second question may be asked while one is open, by any process
     */
    public record Pace(int burst, Duration every, boolean alone) {}

    /**
     * How long things may take.
     *
     * @param connect until the connection stands
     * @param answer until the last byte is here, for one try
     * @param patience how long a question may wait for its turn
     * @param fresh so long an answer is given again without asking
     */
    public record Times(Duration connect, Duration answer, Duration patience, Duration fresh) {}

    /**
     * @param number of tries for one question
     * @param firstPause between the first and the second, about; twice as long each time
     */
    public record Tries(int number, Duration firstPause) {}

    private static final Pace GENTLE = new Pace(3, Duration.ofSeconds(1), false);
    private static final Times USUAL =
            new Times(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final Tries FEW = new Tries(3, Duration.ofSeconds(1));
    private static final int EIGHT_MEGABYTES = 8 << 20;

    public SiteRules {
        origins = List.copyOf(origins);
        missing = Set.copyOf(missing);
        headers = Map.copyOf(headers);
    }

    /** Gentle rules that fit most sites. */
    public static SiteRules of(String name, URI address) {
        return new SiteRules(name, List.of(address), GENTLE, USUAL, FEW, EIGHT_MEGABYTES, Set.of(404, 410), Map.of());
    }

    public SiteRules withOrigins(List<URI> hosts) {
        return new SiteRules(name, hosts, pace, times, tries, mostBytes, missing, headers);
    }

    public SiteRules withPace(Pace newPace) {
        return new SiteRules(name, origins, newPace, times, tries, mostBytes, missing, headers);
    }

    public SiteRules withTimes(Times newTimes) {
        return new SiteRules(name, origins, pace, newTimes, tries, mostBytes, missing, headers);
    }

    public SiteRules withTries(Tries newTries) {
        return new SiteRules(name, origins, pace, times, newTries, mostBytes, missing, headers);
    }

    public SiteRules withMostBytes(int most) {
        return new SiteRules(name, origins, pace, times, tries, most, missing, headers);
    }

    public SiteRules withMissing(Set<Integer> statuses) {
        return new SiteRules(name, origins, pace, times, tries, mostBytes, statuses, headers);
    }

    /** The only header besides the usual ones. */
    public SiteRules withHeader(String header, String value) {
        return new SiteRules(name, origins, pace, times, tries, mostBytes, missing, Map.of(header, value));
    }

    /** Without the headers, which may be secret. */
    @Override
    public String toString() {
        return "SiteRules[" + name + "]";
    }
}
