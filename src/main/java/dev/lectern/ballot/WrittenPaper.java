package dev.lectern.ballot;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Names;
import dev.lectern.paper.source.PastedLink;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paper as somebody writes it to nominate it: a link or id, a title, or a title behind a link.
 *
 * @param names by the first link or id in the text; also by a bare id with a title beside it
 * @param title what stands beside the link or id; may be empty
 */
record WrittenPaper(Optional<Names> names, String title) {

    static WrittenPaper read(String text) {
        String beside = Stream.of(text.replaceAll("<https?:[^<>]*>", " ").split("\\s+"))
                .filter(word -> namesIn(word).isEmpty() && !word.matches("(?i)(?:arxiv|doi):"))
                .collect(Collectors.joining(" "))
                .strip();
        return new WrittenPaper(namesIn(text), beside);
    }

    private static Optional<Names> namesIn(String text) {
        return PastedLink.in(text).stream()
                .map(PastedLink::names)
                .findFirst()
                .or(() -> Stream.of(text.split("\\s+"))
                        .flatMap(word -> ArxivId.find(word).stream())
                        .findFirst()
                        .map(Names.NONE::withArxiv));
    }
}
