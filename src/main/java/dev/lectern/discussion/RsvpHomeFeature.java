package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Whether one comes, asked in the Home from the reminder on until one has answered, there or in the channel. */
public final class RsvpHomeFeature implements Feature {
    private final GroupStore groups;
    private final DiscussionSteps steps;
    private final InstantSource clock;

    public RsvpHomeFeature(GroupStore groups, DiscussionSteps steps, InstantSource clock) {
        this.groups = groups;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.homeSection(HomeTopic.QUESTIONS, this::questions);
    }

    private List<Block> questions(Routes.HomeVisit visit) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .flatMap(group -> questions(group, visit.user()).stream())
                .toList();
    }

    private List<Block> questions(Group group, UserId member) {
        Instant now = clock.instant();
        List<Block> blocks = new ArrayList<>();
        steps.planned(group).stream()
                .filter(gathering -> gathering.asksWhoComes(now)
                        && !gathering.discussion().rsvps().containsKey(member))
                .forEach(gathering -> {
                    blocks.add(ReminderMessages.question(gathering));
                    blocks.add(actions(ReminderMessages.answers(gathering)));
                });
        return blocks;
    }
}
