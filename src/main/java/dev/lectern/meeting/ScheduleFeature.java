package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.work.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is next: the meetings ahead, on request and in the Home. */
public final class ScheduleFeature implements Feature {
    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;

    public ScheduleFeature(GroupStore groups, MeetingStore meetings, PaperStore papers) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("schedule", "schedule", "shows the next meetings", this::schedule);
        routes.homeSection(this::home);
    }

    private Reply schedule(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        List<String> entries = meetings.planned(command.group()).stream()
                .map(meeting -> entry(meeting, group.get()))
                .toList();
        return entries.isEmpty()
                ? Reply.onlyToYou("No meeting is planned. `/papers setup` sets the day and hour.")
                : Reply.onlyToYou(
                        String.join("\n", entries),
                        entries.stream().map(Blocks::section).toList());
    }

    private String entry(Meeting meeting, Group group) {
        return "*" + MeetingText.when(meeting, group) + "*\n" + PaperText.linkOr(paper(meeting), "paper open")
                + " · "
                + MeetingText.presenter(meeting);
    }

    private List<Block> home(Routes.HomeVisit visit) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("Your reading groups"));
        groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .forEach(group -> meetings.planned(group.id()).stream()
                        .findFirst()
                        .ifPresent(meeting -> blocks.add(section(
                                "*" + line("#" + group.channelName()) + "*\nNext meeting: " + entry(meeting, group)))));
        boolean none = blocks.size() == 1;
        if (groups.unreadable(visit.team()) > 0) {
            blocks.add(section("I can't read what I know about a group of this workspace. If one of yours is missing "
                    + "here, tell whoever runs Lectern: the log says what it is and the way out."));
        } else if (none) {
            blocks.add(section("You are in no reading group yet. `/papers setup` in a channel makes one, "
                    + "`/papers join` makes you a member of one that is there."));
        }
        return blocks;
    }

    private Optional<Paper> paper(Meeting meeting) {
        return meeting.paper().flatMap(papers::find);
    }
}
