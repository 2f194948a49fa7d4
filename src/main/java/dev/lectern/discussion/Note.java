package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something written down, or linked, about what was talked about.
 *
 * @param text raw, as it was typed; for a link what it is called, may be empty then
 * @param url an http or https address; empty for a note that is text only
 */
public record Note(Kind kind, String text, Optional<String> url, UserId by, Instant at) {

    /** What it is. */
    public enum Kind {
        NOTES,
        SLIDES,
        RECORDING,
        CODE,
        OTHER
    }

    public Note {
        if (text.isBlank() && url.isEmpty()) {
            throw new IllegalArgumentException("an empty note");
        }
    }
}
