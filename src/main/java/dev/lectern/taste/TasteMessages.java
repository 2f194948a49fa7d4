package dev.lectern.taste;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.divider;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.bold;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A taste as people read it: each interest with how strong it is and the papers that it came from. */
final class TasteMessages {
    private static final Texts TEXTS = Texts.of(TasteMessages.class);
    private static final int INTERESTS = 6;
    private static final int PAPERS = 3;
    private static final int DISMISSED = 5;
    private static final int BAR = 10;
    private static final int PHRASES = 3;

    private final Map<PaperId, Paper> papers;
    private final ZoneId zone;

    private TasteMessages(Map<PaperId, Paper> papers, ZoneId zone) {
        this.papers = papers;
        this.zone = zone;
    }

    static Message of(Group group, Taste all, Taste own, Map<PaperId, Paper> papers) {
        TasteMessages messages = new TasteMessages(papers, group.settings().zone());
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(TEXTS.say("taste.group", "channel", group.channelName())));
        blocks.addAll(messages.interests(all, TEXTS.say("taste.group.nothing")));
        if (!all.topics().isEmpty()) {
            blocks.add(section(TEXTS.say("taste.group.topics", "topics", line(String.join(", ", all.topics())))));
        }
        blocks.addAll(messages.dismissed(
                all, (titles, more) -> TEXTS.say("taste.group.dismissed", "titles", titles, "more", more)));
        blocks.add(divider());
        blocks.add(header(TEXTS.say("taste.own")));
        blocks.addAll(messages.interests(own, TEXTS.say("taste.own.nothing")));
        blocks.addAll(messages.dismissed(
                own, (titles, more) -> TEXTS.say("taste.own.dismissed", "titles", titles, "more", more)));
        blocks.add(context(TEXTS.say("taste.how", "days", Signal.HALF_LIFE.toDays())));
        return Message.of(TEXTS.say("taste.spoken", "group", summary(all), "own", summary(own)), blocks);
    }

    private static String summary(Taste taste) {
        return taste.interests().isEmpty()
                ? TEXTS.say("taste.nothing")
                : taste.interests().stream()
                        .limit(INTERESTS)
                        .map(interest -> line(String.join(", ", taste.phrases(interest, PHRASES))))
                        .collect(Collectors.joining("; "));
    }

    private List<Block> interests(Taste taste, String none) {
        if (taste.interests().isEmpty()) {
            return List.of(section(none));
        }
        List<Block> blocks = new ArrayList<>();
        taste.interests().stream().limit(INTERESTS).forEach(interest -> blocks.add(section(interest(taste, interest))));
        int more = taste.interests().size() - INTERESTS;
        if (more > 0) {
            blocks.add(context(TEXTS.say("taste.weaker", "count", more)));
        }
        return blocks;
    }

    private String interest(Taste taste, Interest interest) {
        String from = interest.papers().stream().limit(PAPERS).map(this::paper).collect(Collectors.joining("\n"));
        int more = interest.papers().size() - PAPERS;
        return "`" + bar(interest.strength()) + "` " + bold(String.join(", ", taste.phrases(interest, PHRASES))) + "\n"
                + from + (more > 0 ? "\n" + TEXTS.say("papers.more", "count", more) : "");
    }

    private String paper(Liked liked) {
        LocalDate day = liked.because().at().atZone(zone).toLocalDate();
        return "• "
                + TEXTS.say(
                        "paper." + liked.because().kind().name().toLowerCase(Locale.ROOT),
                        "title",
                        title(liked),
                        "day",
                        PaperText.day(day),
                        "votes",
                        furtherVotes(liked));
    }

    /** A single vote is told already where it is what happened. */
    private static int furtherVotes(Liked liked) {
        return liked.votes() == 1 && liked.because().kind() == Signal.Kind.VOTED ? 0 : liked.votes();
    }

    private String title(Liked liked) {
        return PaperText.linkOr(Optional.ofNullable(papers.get(liked.paper())), TEXTS.say("papers.gone"));
    }

    private static String bar(double strength) {
        int full = (int) Math.max(1, Math.round(strength * BAR));
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private List<Block> dismissed(Taste taste, BiFunction<String, Integer, String> sentence) {
        if (taste.dismissed().isEmpty()) {
            return List.of();
        }
        String titles =
                taste.dismissed().stream().limit(DISMISSED).map(this::title).collect(Collectors.joining("; "));
        int more = Math.max(0, taste.dismissed().size() - DISMISSED);
        return List.of(section(sentence.apply(titles, more)));
    }
}
