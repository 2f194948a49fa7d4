package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.multiUsersSelect;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.RightsText;
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
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is or was there: by a tap of one's own, or by the organizer's list. */
final class AttendanceFeature implements Feature {
    private static final Texts TEXTS = Texts.of(AttendanceFeature.class);
    static final String HERE = "attendance.here/1";
    static final String LIST = "attendance.list/1";
    private static final String AWAY = "attendance.away/1";
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
        routes.button(AWAY, this::away);
        routes.button(LIST, this::opens);
        routes.modal(CALLBACK, this::listed);
    }

    private Reply here(Click click) {
        return steps.clicked(click, (change, found) -> {
            if (!found.rules().attendance()) {
                return Reply.onlyToYou(TEXTS.say("attendance.off"));
            }
            if (!found.takesAttendance(change.now())) {
                return Reply.onlyToYou(
                        found.hasBegun(change.now())
                                ? TEXTS.say("attendance.too-late")
                                : TEXTS.say(
                                        "attendance.too-early",
                                        "when",
                                        MeetingText.when(found.meeting(), found.group())));
            }
            if (found.discussion().attended().contains(click.user())) {
                return already(found);
            }
            steps.save(change, found, found.discussion().attending(click.user()), Phase.OPENED, Phase.WRAPPED);
            return Reply.none();
        });
    }

    private static Reply already(Gathering found) {
        String text = TEXTS.say("attendance.already");
        return Reply.onlyToYou(
                text,
                List.of(
                        section(text),
                        actions(button(
                                TEXTS.say("attendance.take-off"),
                                AWAY,
                                found.meeting().id().value()))));
    }

    private Reply away(Click click) {
        return steps.clicked(click, (change, found) -> {
            if (!found.takesAttendance(change.now())) {
                return Reply.onlyToYou(TEXTS.say("attendance.too-late"));
            }
            if (!found.discussion().attended().contains(click.user())) {
                return Reply.onlyToYou(TEXTS.say("attendance.not-counted"));
            }
            steps.save(change, found, found.discussion().notAttending(click.user()), Phase.OPENED, Phase.WRAPPED);
            return Reply.onlyToYou(TEXTS.say("attendance.taken-off"));
        });
    }

    private static Optional<Reply> refusal(Gathering found, UserId who) {
        return DiscussionText.organizersOnly(
                found,
                who,
                () -> TEXTS.say("attendance.organizers-only", "organizer", RightsText.organizers(found.group())));
    }

    private Reply opens(Click click) {
        return steps.find(click.group(), click.value(MeetingId::parse))
                .map(found -> refusal(found, click.user()).orElseGet(() -> Reply.opens(form(found))))
                .orElseGet(DiscussionSteps::gone);
    }

    private static Modal form(Gathering gathering) {
        List<UserId> shown =
                gathering.discussion().attended().stream().sorted().limit(MOST).toList();
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TEXTS.say("attendance.title"),
                        context(TEXTS.say(
                                "attendance.at", "when", MeetingText.when(gathering.meeting(), gathering.group()))),
                        input(
                                        PEOPLE,
                                        TEXTS.say("attendance.field"),
                                        multiUsersSelect("answer").choosing(shown))
                                .hint(TEXTS.say("attendance.hint"))
                                .mayBeEmpty())
                .submit(TEXTS.say("save"))
                .close(TEXTS.say("cancel"))
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
                TEXTS.say("attendance.title"),
                steps.sent(
                        sent,
                        (change, found) -> refusal(found, sent.user()).orElseGet(() -> {
                            if (!found.takesAttendance(change.now())) {
                                return Reply.onlyToYou(TEXTS.say("attendance.settled"));
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
