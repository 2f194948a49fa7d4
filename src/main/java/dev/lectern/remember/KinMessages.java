package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Section;
import dev.lectern.slack.block.Shorten;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of new papers what they have to do with something that the group has read, with the way to its notes. */
public final class KinMessages {
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
                        .map(paper -> block("*" + title(paper) + "* ", kin, Optional.empty())))
                .toList();
    }

    /**
     * For below the paper itself; empty where there is nothing to say.
     *
     * @param group whose, as it may be looked at elsewhere than in its channel
     */
    public List<Block> about(GroupId group, Paper paper, Instant before) {
        return reader.of(group, List.of(paper), before).stream()
                .map(kin -> block("It ", kin, Optional.of(group)))
                .toList();
    }

    private static Block block(String subject, Kin kin, Optional<GroupId> group) {
        Section said = section(subject + what(kin) + ", which you read on "
                + PaperText.day(kin.read().date()) + ".");
        return kin.read().notes() == 0
                ? said
                : said.with(RememberText.notes(kin.read().meeting(), kin.read().notes(), group)
                        .spokenAs(PaperText.spoken("Notes on ", kin.read().paper())));
    }

    private static String what(Kin kin) {
        String read = "*" + title(kin.read().paper()) + "*";
        String shared = line(kin.shared().orElse(""));
        return switch (kin.how()) {
            case NAMES -> "names " + shared + " and is about something like " + read;
            case AUTHOR -> "is by " + shared + ", too, and is about something like " + read;
            case CLOSE -> "is close to " + read;
        };
    }

    private static String title(Paper paper) {
        return line(Shorten.plain(PaperText.title(paper), LONGEST_TITLE));
    }
}
