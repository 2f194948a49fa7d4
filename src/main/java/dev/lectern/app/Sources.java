package dev.lectern.app;

import dev.lectern.paper.Names;
import dev.lectern.paper.source.Lookups;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where Lectern learns of papers that somebody names.
 *
 * @param lookUp asks all that fit, within seconds; empty where none are set up
 */
record Sources(Optional<Function<Names, Lookups.Answer>> lookUp) {
    static final Sources NONE = new Sources(Optional.empty());

    static Sources of(Lookups lookups) {
        return new Sources(Optional.of(lookups::find));
    }
}
