package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.multiUsersSelect;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.work.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who is or was there: by a tap of one's own, or by the organizer's list. */
final class AttendanceFeature implements Feature {
    static final String HERE = "attendance.here/1";
    static final String LIST = "attendance.list/1";
    private static final String CALLBACK = "attendance.listed/1";
    private static final String PEOPLE = "people";

    /** As many ids as fit beside the rest into what a modal carries unseen. */
    private static final int MOST = 200;

    private final DiscussionSteps steps;

    AttendanceFeature(DiscussionSteps steps) {
        this.steps = steps;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(HERE, this::here);
        routes.button(LIST, this::opens);
        routes.modal(CALLBACK, this::listed);
    }

    private Reply here(Click click) {
        return steps.clicked(click, (change, found) -> {
            if (!found.rules().attendance()) {
                return Reply.onlyToYou("This group doesn't note who is there any more.");
            }
            if (!found.takesAttendance(change.now())) {
                return Reply.onlyToYou(
                        found.hasBegun(change.now())
                                ? "This meeting is too long ago, or was called off: who was there stays as it is."
                                : "This meeting begins " + MeetingText.when(found.meeting(), found.group())
                                        + "; say so then.");
            }
            if (found.discussion().attended().contains(click.user())) {
                return Reply.onlyToYou("You are counted already. If that is wrong, "
                        + user(found.group().organizer()) + " can take you off with “Who was there…”.");
            }
            steps.save(change, found, found.discussion().attending(click.user()), Phase.OPENED, Phase.WRAPPED);
            return Reply.none();
        });
    }

    private Reply opens(Click click) {
        return steps.find(click.group(), click.value(MeetingId::parse))
                .map(found -> DiscussionText.organizersOnly(
                                found,
                                click.user(),
                                "says for others who was there; “I was there” says it for yourself")
                        .orElseGet(() -> Reply.opens(form(found))))
                .orElseGet(DiscussionSteps::gone);
    }

    private static Modal form(Gathering gathering) {
        List<UserId> shown =
                gathering.discussion().attended().stream().sorted().limit(MOST).toList();
        return Limits.fit(Modal.of(
                        CALLBACK,
                        "Who was there",
                        context("At the meeting of " + MeetingText.when(gathering.meeting(), gathering.group()) + "."),
                        input(
                                        PEOPLE,
                                        "They were there",
                                        multiUsersSelect("answer").choosing(shown))
                                .hint("Guests count, too. That you changed the list stands below it.")
                                .mayBeEmpty())
                .submit("Save")
                .close("Cancel")
                .privateMetadata(new DiscussionPlace(
                                gathering.group().id(),
                                gathering.meeting().id(),
                                shown.stream().map(UserId::value).collect(Collectors.joining(",")))
                        .write()));
    }

    private Reply listed(Submission sent) {
        List<UserId> shown = Arrays.stream(
                        DiscussionPlace.read(sent.metadata()).more().split(","))
                .filter(id -> !id.isEmpty())
                .map(UserId::new)
                .toList();
        List<UserId> chosen = sent.values(PEOPLE).stream().map(UserId::new).toList();
        return DiscussionRulesModal.answered(
                "Who was there",
                steps.sent(
                        sent,
                        (change, found) -> DiscussionText.organizersOnly(
                                        found, sent.user(), "says for others who was there")
                                .orElseGet(() -> {
                                    if (!found.takesAttendance(change.now())) {
                                        return Reply.onlyToYou(
                                                "Who was there at this meeting can't be changed any more.");
                                    }
                                    steps.save(
                                            change,
                                            found,
                                            found.discussion().listed(sent.user(), shown, chosen),
                                            Phase.OPENED,
                                            Phase.WRAPPED);
                                    return Reply.none();
                                })));
    }
}
