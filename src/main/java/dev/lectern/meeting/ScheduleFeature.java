package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.ArrayList;
import java.util.List;

/** What is next, in the Home of each member. */
public final class ScheduleFeature implements Feature {
    private static final Texts TEXTS = Texts.of(ScheduleFeature.class);

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final ScheduleMessages schedule;

    public ScheduleFeature(GroupStore groups, MeetingStore meetings, ScheduleMessages schedule) {
        this.groups = groups;
        this.meetings = meetings;
        this.schedule = schedule;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.homeSection(HomeTopic.MEETINGS, this::home);
    }

    @Override
    public void words(Wording wording) {
        wording.message(MeetingNewsMessages.MOVED, () -> TEXTS.say("message.moved"));
        wording.message(MeetingNewsMessages.OFF, () -> TEXTS.say("message.off"));
    }

    private List<Block> home(Routes.HomeVisit visit) {
        List<Block> blocks = new ArrayList<>();
        groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .forEach(group -> meetings.planned(group.id()).stream()
                        .findFirst()
                        .ifPresent(meeting -> blocks.add(section(TEXTS.say(
                                "home.next",
                                "channel",
                                line("#" + group.channelName()),
                                "when",
                                MeetingText.when(meeting, group),
                                "meeting",
                                schedule.entry(meeting))))));
        if (groups.unreadable(visit.team()) > 0) {
            blocks.add(section(TEXTS.say("home.unreadable")));
        }
        return blocks;
    }
}
