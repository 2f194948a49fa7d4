package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import java.util.Optional;

/** A source that tells of single papers, by name. Any thread. */
public interface Lookup {
    /** Whether it could know a paper by one of these names, without asking. */
    boolean takes(Names names);

    /**
     * What the source tells of the paper; empty when it has none of that name.
     *
     * @throws SourceTrouble when it could not be asked, or answered nonsense
     */
    Optional<Draft> find(Names names) throws SourceTrouble;
}
