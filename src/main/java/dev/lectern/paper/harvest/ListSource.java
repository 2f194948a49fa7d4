package dev.lectern.paper.harvest;

import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where lists of one kind come from. */
public interface ListSource {
    /** The name under which all processes share its schedule. */
    String lane();

    /** What is to be fetched these days, the most urgent first. Whatever is no longer among it is forgotten. */
    List<ListDay> wanted(Instant now);

    /** For people: whoever is asked for it. What has one name is up or down together. */
    String asked(ListDay what);

    Listed fetch(ListDay what, Instant now) throws SourceTrouble;

    /** Notes that it was fetched, and answers when to fetch it again; empty for never. */
    Optional<Instant> fetched(ListDay what, Instant now);
}
