package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.usersSelect;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.UsersSelect;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form in which the organizer says who presents when. */
final class AssignModal {
    static final String CALLBACK = "presenter.assign/1";
    static final String MEETING = "meeting";
    static final String MEMBER = "member";

    private static final String ANSWER = "answer";
    private static final int MOST_SHOWN = 50;
    private static final Texts TEXTS = Texts.of(AssignModal.class);

    private AssignModal() {}

    /** A form as it was sent; what was left empty is missing. */
    record Sent(GroupId group, Optional<String> doubted, Optional<MeetingId> meeting, Optional<UserId> who) {
        static Sent read(Submission sent) {
            String[] place = sent.metadata().split(" ", 2);
            return new Sent(
                    GroupId.parse(place[0]),
                    place.length > 1 ? Optional.of(place[1]) : Optional.empty(),
                    sent.value(MEETING).map(MeetingId::parse),
                    sent.value(MEMBER).map(UserId::new));
        }

        /** Whether the organizer was told that this member is away from this meeting, and sends it all the same. */
        boolean isSure(Meeting meeting, UserId member) {
            return doubted.equals(Optional.of(pair(meeting, member)));
        }
    }

    static Modal of(Group group, List<Meeting> ahead, MeetingId chosen) {
        return form(group, List.of(), ahead, chosen, usersSelect(ANSWER))
                .submit(TEXTS.say("button.assign"))
                .privateMetadata(group.id().toString());
    }

    /** The form again where somebody is away, as it was sent: sent once more, it is meant. */
    static Modal doubting(Group group, List<Meeting> ahead, Meeting meeting, Absence absence) {
        Block warning = section(TEXTS.say(
                "assign.away", "who", user(absence.who()), "days", AbsenceText.say(absence.from(), absence.until())));
        UsersSelect member = usersSelect(ANSWER).choosing(absence.who());
        return form(group, List.of(warning), ahead, meeting.id(), member)
                .submit(TEXTS.say("button.assign-anyway"))
                .privateMetadata(group.id() + " " + pair(meeting, absence.who()));
    }

    private static String pair(Meeting meeting, UserId who) {
        return meeting.id() + "/" + who;
    }

    private static Modal form(
            Group group, List<Block> above, List<Meeting> ahead, MeetingId chosen, UsersSelect members) {
        List<Block> blocks = new ArrayList<>(above);
        blocks.add(input(
                MEETING,
                TEXTS.say("assign.field.meeting"),
                select(ANSWER, options(ahead, group)).choosing(chosen.value())));
        blocks.add(input(MEMBER, TEXTS.say("assign.field.member"), members));
        return Modal.of(CALLBACK, TEXTS.say("assign.title"), blocks).close(TEXTS.say("button.cancel"));
    }

    /** The days as a menu shows them, in the group's zone. */
    static List<Option> options(List<Meeting> meetings, Group group) {
        return meetings.stream()
                .limit(MOST_SHOWN)
                .map(meeting -> option(
                        Dates.weekdayAndYear(meeting.day(group.settings().zone())),
                        meeting.id().value()))
                .toList();
    }
}
