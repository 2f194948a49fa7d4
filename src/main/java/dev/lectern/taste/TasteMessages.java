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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A taste as people read it: each interest with how strong it is and the papers that it came from. */
final class TasteMessages {
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
        blocks.add(header("What #" + group.channelName() + " likes"));
        blocks.addAll(messages.interests(
                all,
                "Nothing yet: nominate and vote, and it shows here. Until then the digest goes by the topics of "
                        + "`/papers setup`, and by what is trending."));
        if (!all.topics().isEmpty()) {
            blocks.add(section("*Topics from setup:* " + line(String.join(", ", all.topics()))));
        }
        blocks.addAll(messages.dismissed(all, "Not for this group"));
        blocks.add(divider());
        blocks.add(header("What you like"));
        blocks.addAll(messages.interests(own, "Nothing yet: it comes from what you nominate, vote for and present."));
        blocks.addAll(messages.dismissed(own, "Not for you"));
        blocks.add(context("What happened " + Signal.HALF_LIFE.toDays() + " days ago counts half. A vote taken back no "
                + "longer counts, and “Not for us” below a digest pushes papers like it away."));
        return Message.of("What this group likes: " + summary(all) + ". What you like: " + summary(own) + ".", blocks);
    }

    private static String summary(Taste taste) {
        return taste.interests().isEmpty()
                ? "nothing yet"
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
            blocks.add(context("… and " + more + (more == 1 ? " weaker one." : " weaker ones.")));
        }
        return blocks;
    }

    private String interest(Taste taste, Interest interest) {
        String from = interest.papers().stream().limit(PAPERS).map(this::paper).collect(Collectors.joining("\n"));
        int more = interest.papers().size() - PAPERS;
        return "`" + bar(interest.strength()) + "` " + bold(String.join(", ", taste.phrases(interest, PHRASES))) + "\n"
                + from + (more > 0 ? "\n… and " + more + (more == 1 ? " more paper" : " more papers") : "");
    }

    private String paper(Liked liked) {
        LocalDate day = liked.because().at().atZone(zone).toLocalDate();
        return "• " + title(liked) + ", " + did(liked.because().kind()) + " " + PaperText.day(day) + votes(liked);
    }

    private static String votes(Liked liked) {
        if (liked.votes() == 0 || (liked.votes() == 1 && liked.because().kind() == Signal.Kind.VOTED)) {
            return "";
        }
        return liked.votes() == 1 ? ", 1 vote" : ", " + liked.votes() + " votes";
    }

    private String title(Liked liked) {
        return PaperText.linkOr(Optional.ofNullable(papers.get(liked.paper())), "a paper that is gone");
    }

    private static String did(Signal.Kind happened) {
        return switch (happened) {
            case READ -> "read";
            case VOTED -> "voted for";
            case NOMINATED -> "nominated";
            case BROUGHT -> "brought";
            case DISMISSED -> "dismissed";
        };
    }

    private static String bar(double strength) {
        int full = (int) Math.max(1, Math.round(strength * BAR));
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private List<Block> dismissed(Taste taste, String heading) {
        if (taste.dismissed().isEmpty()) {
            return List.of();
        }
        String titles =
                taste.dismissed().stream().limit(DISMISSED).map(this::title).collect(Collectors.joining("; "));
        int more = taste.dismissed().size() - DISMISSED;
        return List.of(section("*" + heading + ":* " + titles + (more > 0 ? "; and " + more + " more" : "")));
    }
}
