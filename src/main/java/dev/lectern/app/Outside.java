package dev.lectern.app;

import dev.lectern.paper.Names;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.Searches;
import dev.lectern.paper.source.Site;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom Lectern asks besides Slack; each part is empty where nobody of that kind is to be asked.
 *
 * @param lookUp asks the sources about a paper, within seconds
 * @param searches the sites that are searched where nothing is found here
 * @param web any host of the public web, asked for what people link
 */
record Outside(Optional<Function<Names, Lookups.Answer>> lookUp, Optional<Searches> searches, Optional<Site> web) {
    static final Outside NOBODY = new Outside(Optional.empty(), Optional.empty(), Optional.empty());
}
