package dev.lectern.paper.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A site on the web, asked politely: at its pace, within a time, again when that may help, and not at all while it is
 * known to be down. Any thread.
 */
public interface Site {
    /**
     * What the site answers: with status 200, or, for what it does not have, another one: 404 and 410 as a rule.
     *
     * @throws SourceTrouble for every other answer, and for none
     */
    Answer get(URI address) throws SourceTrouble;

    /**
     * As {@link #get}, asking with a body of JSON; only for questions, which may be put twice.
     *
     * @throws SourceTrouble for every other answer, and for none
     */
    Answer post(URI address, String json) throws SourceTrouble;

    /**
     * What a site said.
     *
     * @param from the address that answered in the end, redirects followed
     * @param type the media type without parameters, in lower case; empty when the site named none
     * @param body all of it, never larger than the site's limit
     */
    record Answer(URI from, int status, String type, byte[] body) {
        public boolean isMissing() {
            return status != 200;
        }

        /** As a web page, its links seen from its own address. */
        Document page() {
            try {
                return Jsoup.parse(new ByteArrayInputStream(body), null, from.toString());
            } catch (IOException e) {
                throw new IllegalStateException("memory always answers", e);
            }
        }
    }
}
