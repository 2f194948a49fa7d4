package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Section;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of new papers what they have to do with something that the group has read, with the way to its notes. */
public final class KinMessages {
    private static final Texts TEXTS = Texts.of(KinMessages.class);
    /** More would be as long as the digest. */
    private static final int MOST = 2;

    private static final int LONGEST_TITLE = 60;

    private final KinReader reader;

    public KinMessages(KinReader reader) {
        this.reader = reader;
    }

    /** For below a list of papers; the few of which most can be said. */
    public List<Block> below(GroupId group, Collection<Paper> shown, Instant before) {
        Map<PaperId, Paper> byId =
                shown.stream().collect(Collectors.toMap(Paper::id, Function.identity(), (one, other) -> one));
        return reader.of(group, byId.values(), before).stream()
                .limit(MOST)
                .flatMap(kin -> Optional.ofNullable(byId.get(kin.paper())).stream()
                        .map(paper -> block(said(kin, paper), kin, Optional.empty())))
                .toList();
    }

    /**
     * For below the paper itself; empty where there is nothing to say.
     *
     * @param group whose, as it may be looked at elsewhere than in its channel
     */
    public List<Block> about(GroupId group, Paper paper, Instant before) {
        return reader.of(group, List.of(paper), before).stream()
                .map(kin -> block(said(kin), kin, Optional.of(group)))
                .toList();
    }

    private static Block block(String sentence, Kin kin, Optional<GroupId> group) {
        Section said = section(sentence);
        return kin.read().notes() == 0
                ? said
                : said.with(RememberText.notes(kin.read().meeting(), kin.read().notes(), group)
                        .spokenAs(Shorten.plain(
                                TEXTS.say(
                                        "kin.notes-aloud",
                                        "title",
                                        PaperText.title(kin.read().paper())),
                                Limits.BUTTON_TEXT)));
    }

    private static String said(Kin kin, Paper paper) {
        return TEXTS.say(
                "kin." + how(kin),
                "paper",
                title(paper),
                "shared",
                line(kin.shared().orElse("")),
                "read",
                title(kin.read().paper()),
                "day",
                Dates.shortDay(kin.read().date()));
    }

    /** Where the paper stands above. */
    private static String said(Kin kin) {
        return TEXTS.say(
                "kin.it." + how(kin),
                "shared",
                line(kin.shared().orElse("")),
                "read",
                title(kin.read().paper()),
                "day",
                Dates.shortDay(kin.read().date()));
    }

    private static String how(Kin kin) {
        return kin.how().name().toLowerCase(Locale.ROOT);
    }

    private static String title(Paper paper) {
        return line(Shorten.plain(PaperText.title(paper), LONGEST_TITLE));
    }
}
