package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What the presenter of a meeting presents: its first paper, or the first half of it.
 *
 * @param what finished mrkdwn in the language that was spoken when it was read; stands within a sentence
 * @param secondHalf who presents the other half; empty where there are no halves, and while nobody has it
 */
record Subject(String what, List<UserId> secondHalf) {
    private static final Texts TEXTS = Texts.of(Subject.class);

    Subject {
        secondHalf = List.copyOf(secondHalf);
    }

    /** As a group's stores know it now. Any thread. */
    record Reader(PaperStore papers, PartStore parts) {
        Subject of(GroupId group, Meeting meeting) {
            Optional<String> paper = meeting.paper().flatMap(papers::find).map(PaperText::link);
            if (!parts.inHalves(group, meeting)) {
                return new Subject(
                        paper.map(link -> TEXTS.say("subject.titled", "paper", link))
                                .orElseGet(() -> TEXTS.say("subject.paper")),
                        List.of());
            }
            return new Subject(
                    paper.map(link -> TEXTS.say("subject.first-half", "paper", link))
                            .orElseGet(() -> TEXTS.say("subject.first-half.open")),
                    parts.of(group, meeting.id()).alsoPresenting());
        }
    }
}
