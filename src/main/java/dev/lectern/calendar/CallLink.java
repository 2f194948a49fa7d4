package dev.lectern.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that a place names, as the link of a call does. */
final class CallLink {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    private CallLink() {}

    /** The first one in what somebody typed; empty where there is none, or none that is a URI. */
    static Optional<String> in(String place) {
        Matcher found = WEB.matcher(place);
        return found.find() ? uri(withoutStop(found.group())) : Optional.empty();
    }

    /** What ends a sentence ends no link. */
    private static String withoutStop(String found) {
        return found.replaceAll("[.,;:!?)\\]]+$", "");
    }

    private static Optional<String> uri(String text) {
        try {
            URI uri = new URI(text);
            return Optional.ofNullable(uri.getHost()).map(host -> uri.toASCIIString());
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
