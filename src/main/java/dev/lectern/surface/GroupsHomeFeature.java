package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.escape;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.digest.PersonalDigest;
import dev.lectern.digest.PersonalDigestStore;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Routes.HomeVisit;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Dates;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How to begin, what a member's groups offer, which digests come, and what an organizer can set, in the Home. */
public final class GroupsHomeFeature implements Feature {
    private static final Texts TEXTS = Texts.of(GroupsHomeFeature.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final GroupStore groups;
    private final PersonalDigestStore digests;

    public GroupsHomeFeature(GroupStore groups, PersonalDigestStore digests) {
        this.groups = groups;
        this.digests = digests;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.homeSection(HomeTopic.START, this::start);
        routes.homeSection(HomeTopic.MEETINGS, this::offers);
        routes.homeSection(HomeTopic.DIGESTS, this::digests);
        routes.homeSection(HomeTopic.SETTINGS, this::settings);
    }

    private List<Group> joined(HomeVisit visit) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .toList();
    }

    private List<Block> start(HomeVisit visit) {
        return joined(visit).isEmpty() && groups.unreadable(visit.team()) == 0
                ? List.of(section(TEXTS.say("start.none")), section(TEXTS.say("start.steps")))
                : List.of();
    }

    private List<Block> offers(HomeVisit visit) {
        List<Block> blocks = new ArrayList<>();
        List<Group> joined = joined(visit);
        for (Group group : joined) {
            if (joined.size() > 1) {
                blocks.add(section(bold(group)));
            }
            blocks.add(actions(
                    RunFeature.runs(TEXTS.say("run.nominate"), group.id(), "nominate"),
                    RunFeature.runs(TEXTS.say("run.schedule"), group.id(), "schedule"),
                    RunFeature.runs(TEXTS.say("run.backlog"), group.id(), "backlog"),
                    RunFeature.runs(TEXTS.say("run.ask"), group.id(), "ask"),
                    RunFeature.runs(TEXTS.say("run.archive"), group.id(), "archive")));
        }
        return blocks;
    }

    private List<Block> digests(HomeVisit visit) {
        List<Group> joined = joined(visit);
        if (joined.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(own(visit, joined.get(0)));
        joined.forEach(group -> blocks.add(section(TEXTS.say(
                "digest.group",
                "group",
                name(group),
                "days",
                days(group.settings().digestDays()),
                "time",
                Dates.clock(group.settings().digestTime()),
                "zone",
                group.settings().zone().getId()))));
        return blocks;
    }

    private Section own(HomeVisit visit, Group otherwise) {
        Optional<GroupId> place = digests.groupOf(visit.team(), visit.user());
        Optional<PersonalDigest> own = place.flatMap(group -> digests.find(group, visit.user()));
        GroupId where = place.orElse(otherwise.id());
        return own.map(digest -> section(TEXTS.say(
                                "digest.own",
                                "days",
                                days(digest.days()),
                                "time",
                                Dates.clock(digest.time()),
                                "topics",
                                digest.topics().isEmpty()
                                        ? TEXTS.say("digest.any")
                                        : escape(String.join(", ", digest.topics()))))
                        .with(RunFeature.runs(TEXTS.say("digest.change"), where, "digest")))
                .orElseGet(() -> section(TEXTS.say("digest.none"))
                        .with(RunFeature.runs(TEXTS.say("digest.get"), where, "digest")));
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.equals(WORKDAYS)) {
            return TEXTS.say("digest.workdays");
        }
        return Enumerations.and(days.stream().map(Dates::name).toList());
    }

    private List<Block> settings(HomeVisit visit) {
        List<Block> blocks = new ArrayList<>();
        groups.of(visit.team()).stream()
                .filter(group -> group.isOrganizer(visit.user()))
                .forEach(group -> {
                    blocks.add(section(bold(group)));
                    blocks.add(actions(
                            RunFeature.runs(TEXTS.say("run.setup"), group.id(), "setup"),
                            RunFeature.runs(TEXTS.say("run.meetings"), group.id(), "meetings"),
                            RunFeature.runs(TEXTS.say("run.parts"), group.id(), "parts"),
                            RunFeature.runs(TEXTS.say("run.ballot"), group.id(), "ballot"),
                            RunFeature.runs(TEXTS.say("run.organizers"), group.id(), "organizers"),
                            RunFeature.runs(TEXTS.say("run.log"), group.id(), "log"),
                            RunFeature.runs(TEXTS.say("run.status"), group.id(), "status")));
                });
        return blocks;
    }

    private static String bold(Group group) {
        return "*" + name(group) + "*";
    }

    private static String name(Group group) {
        return line("#" + group.channelName());
    }
}
