package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which papers of a digest somebody does not want: a tick says so, and taking it away takes that back. */
final class DismissalModal {
    static final String CALLBACK = "digest.dismiss/1";
    private static final Texts TEXTS = Texts.of(DismissalModal.class);
    private static final String PAPERS = "papers";
    private static final String ANSWER = "answer";

    private DismissalModal() {}

    /** What the form comes back with to know which digest it is about. */
    record Place(GroupId group, Audience.Issue issue) {
        String write() {
            return group + " " + issue;
        }

        static Place read(String metadata) {
            String[] parts = metadata.split(" ", 2);
            return new Place(GroupId.parse(parts[0]), Audience.Issue.parse(parts[1]));
        }
    }

    /** @param dismissed what this person ticked before */
    static Modal of(Place place, List<Paper> papers, Collection<PaperId> dismissed) {
        return Modal.of(
                        CALLBACK,
                        TEXTS.say("dismiss.title"),
                        section(TEXTS.say("dismiss.intro")),
                        input(
                                        PAPERS,
                                        TEXTS.say("dismiss.papers"),
                                        checkboxes(
                                                        ANSWER,
                                                        papers.stream()
                                                                .map(paper -> option(
                                                                        Shorten.plain(
                                                                                paper.title(), Limits.OPTION_TEXT),
                                                                        paper.id()
                                                                                .value()))
                                                                .toList())
                                                .ticking(papers.stream()
                                                        .map(Paper::id)
                                                        .filter(dismissed::contains)
                                                        .map(PaperId::value)
                                                        .toList()))
                                .mayBeEmpty())
                .submit(TEXTS.say("form.save"))
                .close(TEXTS.say("form.cancel"))
                .privateMetadata(place.write());
    }

    static Set<PaperId> read(Submission sent) {
        return sent.values(PAPERS).stream().map(PaperId::parse).collect(Collectors.toSet());
    }
}
