package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.multiSelect;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.timePicker;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Input;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The form in which the organizer opens a vote by hand. */
final class NewBallotModal {
    private static final Texts TEXTS = Texts.of(NewBallotModal.class);

    static final String CALLBACK = "ballot.new.open/1";
    static final String PAPERS = "papers";
    static final String DATE = "date";
    static final String TIME = "time";
    private static final String ANSWER = "answer";

    private NewBallotModal() {}

    static String title() {
        return TEXTS.say("new.title");
    }

    /**
     * @param papers that may be chosen; the first hundred are offered
     * @param chosen at first
     */
    static Modal of(
            ForMeeting round, List<Paper> papers, Collection<PaperId> chosen, Instant closes, VotingRules rules) {
        ZoneId zone = round.group().settings().zone();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("new.for", "when", date(round.meeting().start(), zone))));
        blocks.add(input(
                        PAPERS,
                        TEXTS.say("new.papers"),
                        multiSelect(
                                        ANSWER,
                                        papers.stream()
                                                .limit(Limits.OPTIONS)
                                                .map(paper -> option(
                                                        PaperText.title(paper),
                                                        paper.id().value()))
                                                .toList())
                                .choosing(chosen.stream().map(PaperId::value).toList()))
                .hint(TEXTS.say(
                        "new.papers.hint", "fewest", Ballot.FEWEST_CANDIDATES, "most", Ballot.MOST_CANDIDATES)));
        blocks.addAll(deadline(closes, zone));
        blocks.addAll(VotingRulesModal.fields(rules));
        return Limits.fit(Modal.of(CALLBACK, title(), blocks)
                .submit(TEXTS.say("new.send"))
                .close(TEXTS.say("new.cancel"))
                .privateMetadata(
                        new FormPlace(round.group().id(), round.meeting().id().value()).write()));
    }

    /** A day and a time in the group's zone. */
    static List<Input> deadline(Instant closes, ZoneId zone) {
        DeadlineForm now = DeadlineForm.of(closes, zone);
        return List.of(
                input(DATE, TEXTS.say("new.closes-on"), datePicker(ANSWER).choosing(LocalDate.parse(now.date()))),
                input(TIME, TEXTS.say("new.closes-at"), timePicker(ANSWER).choosing(LocalTime.parse(now.time())))
                        .hint(TEXTS.say("new.zone", "zone", zone.getId())));
    }

    static DeadlineForm deadline(Submission sent) {
        return new DeadlineForm(sent.value(DATE).orElse(""), sent.value(TIME).orElse(""));
    }

    static Map<String, String> beside(DeadlineForm.Invalid invalid) {
        return Map.of(invalid.field() == DeadlineForm.Field.DATE ? DATE : TIME, invalid.problem());
    }
}
