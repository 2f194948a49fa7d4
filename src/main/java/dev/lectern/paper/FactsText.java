package dev.lectern.paper;

import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a paper besides its title and text, in words: who, when, how it is liked, where to look. Mrkdwn. */
final class FactsText {
    private static final Texts TEXTS = Texts.of(FactsText.class);

    /** Longer than this is only an organization with its full address, and the date should still fit. */
    private static final int BYLINE = 80;

    private static final int AUTHORS = 30;
    private static final String BETWEEN = " · ";

    private FactsText() {}

    /** Who, when, how it is liked, its code and project: as many of them, in this order, as fit. */
    static String line(Paper paper, int max) {
        StringBuilder line = new StringBuilder();
        for (String fact : facts(paper)) {
            String more = line.isEmpty() ? fact : BETWEEN + fact;
            if (line.length() + more.length() <= max) {
                line.append(more);
            }
        }
        return line.toString();
    }

    private static List<String> facts(Paper paper) {
        List<String> facts = new ArrayList<>();
        facts.add(Shorten.mrkdwn(Mrkdwn.line(paper.byline()), BYLINE));
        facts.add(onOneLine(paper.published().map(PaperText::day).orElse("")));
        echo(paper, upvotes -> TEXTS.say("facts.upvotes", "count", upvotes))
                .forEach(count -> facts.add(onOneLine(count)));
        paper.codeUrl().ifPresent(url -> facts.add(Mrkdwn.link(url, TEXTS.say("link.code"))));
        paper.projectUrl()
                .filter(url -> !paper.codeUrl().equals(Optional.of(url)))
                .ifPresent(url -> facts.add(Mrkdwn.link(url, TEXTS.say("link.project"))));
        return facts.stream().filter(fact -> !fact.isEmpty()).toList();
    }

    /** A phone's lines are short: a date and a count are not torn apart by them. */
    private static String onOneLine(String fact) {
        return fact.replace(' ', ReadableTex.TIE);
    }

    /** How the world likes it; empty where nobody said anything. */
    static String echo(Paper paper) {
        return String.join(BETWEEN, echo(paper, upvotes -> TEXTS.say("facts.upvotes.daily", "count", upvotes)));
    }

    private static List<String> echo(Paper paper, IntFunction<String> upvotes) {
        return Stream.of(
                        counted(paper.upvotes(), upvotes),
                        counted(paper.comments(), count -> TEXTS.say("facts.comments", "count", count)),
                        counted(paper.citations(), count -> TEXTS.say("facts.citations", "count", count)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> counted(int count, IntFunction<String> words) {
        return count == 0 ? Optional.empty() : Optional.of(words.apply(count));
    }

    /** Its authors by name on one line, organization and day on the next; whichever are known. */
    static String authors(Paper paper) {
        String names = paper.authors().stream().limit(AUTHORS).map(Mrkdwn::line).collect(Collectors.joining(", "));
        int more = paper.authorCount() - Math.min(AUTHORS, paper.authors().size());
        String all =
                more > 0 && !names.isEmpty() ? TEXTS.say("facts.authors.more", "names", names, "count", more) : names;
        String where = Stream.of(
                        Mrkdwn.line(
                                all.isEmpty()
                                        ? paper.byline()
                                        : paper.organization().orElse("")),
                        paper.published().map(PaperText::day).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return Stream.of(all, where).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Where to read on. */
    static String links(Paper paper) {
        return paper.links().stream()
                .map(to -> Mrkdwn.link(to.url(), to.label()))
                .collect(Collectors.joining(BETWEEN));
    }
}
