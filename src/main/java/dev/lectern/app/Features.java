package dev.lectern.app;

import dev.lectern.ballot.EarlyEndSteps;
import dev.lectern.ballot.VotingLogText;
import dev.lectern.discussion.RsvpHomeFeature;
import dev.lectern.group.Departures;
import dev.lectern.group.GoneFeature;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.LanguageFeature;
import dev.lectern.group.LogFeature;
import dev.lectern.group.OrganizersFeature;
import dev.lectern.group.Planner;
import dev.lectern.group.Setting;
import dev.lectern.group.SetupFeature;
import dev.lectern.meeting.hub.TimetableLogText;
import dev.lectern.meeting.part.PartLogText;
import dev.lectern.remember.RecallLogText;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeFeature;
import dev.lectern.surface.GroupsHomeFeature;
import dev.lectern.surface.HelpFeature;
import dev.lectern.surface.HintFeature;
import dev.lectern.surface.HintStore;
import dev.lectern.surface.MentionFeature;
import dev.lectern.surface.RunFeature;
import dev.lectern.surface.ShortcutsFeature;
import dev.lectern.surface.TurnsHomeFeature;
import dev.lectern.surface.WelcomeFeature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that Lectern can do, put together by hand: which feature stands on which stores, and who tells whom. */
final class Features {
    private final CommonGround common;
    private final Stores stores;

    private Features(CommonGround common) {
        this.common = common;
        this.stores = common.stores;
    }

    static List<Feature> all(CommonGround common) {
        return new Features(common).all();
    }

    private List<Feature> all() {
        VotingFeatures voting = new VotingFeatures(common);
        MeetingFeatures meetings = new MeetingFeatures(common);
        PaperFeatures papers = new PaperFeatures(common);
        MemoryFeatures memory = new MemoryFeatures(common);
        List<Planner> planners = List.of(papers.digests(), meetings.planning(), memory.recalling());
        List<Departures> departures =
                List.of(new EarlyEndSteps(stores.ballots), meetings.leaving(), meetings.partsOf());
        return Stream.of(
                        settings(),
                        voting.all(),
                        meetings.all(),
                        papers.all(),
                        memory.all(),
                        groups(planners, departures),
                        surfaces())
                .flatMap(List::stream)
                .toList();
    }

    private List<Feature> settings() {
        return List.of(
                new LanguageFeature(stores.groups, stores.languages, stores.log, common.changes),
                new OrganizersFeature(
                        stores.groups, stores.log, common.changes, common.people::nameOf, common.people::handleOf),
                new LogFeature(stores.groups, stores.log, sayingValues()));
    }

    /** How the log says what other parts write there. */
    private static Map<Setting, UnaryOperator<String>> sayingValues() {
        Map<Setting, UnaryOperator<String>> words = new EnumMap<>(Setting.class);
        Stream.of(VotingLogText.WORDS, TimetableLogText.WORDS, PartLogText.WORDS, RecallLogText.WORDS)
                .forEach(words::putAll);
        return words;
    }

    private List<Feature> groups(List<Planner> planners, List<Departures> departures) {
        return List.of(
                new GoneFeature(stores.groups, stores.log, common.changes, departures),
                new GroupFeature(stores.groups, stores.log, common.changes, departures),
                new SetupFeature(
                        stores.groups,
                        common.changes,
                        common.people,
                        stores.log,
                        planners,
                        departures,
                        common::follow));
    }

    /** Where people meet Lectern as a whole. */
    private List<Feature> surfaces() {
        return List.of(
                new HelpFeature(),
                new HomeFeature(),
                new RunFeature(stores.groups, common.people::channelNameOf),
                new TurnsHomeFeature(
                        stores.groups,
                        stores.meetings,
                        stores.timetables,
                        stores.parts,
                        stores.swaps,
                        common.turns,
                        stores.papers,
                        common.clock),
                new RsvpHomeFeature(stores.groups, common.told, common.clock),
                new GroupsHomeFeature(stores.groups, stores.personalDigests),
                new MentionFeature(stores.groups, stores.meetings, stores.papers, common.changes),
                new WelcomeFeature(stores.groups, common.people::channelNameOf, common.changes),
                new ShortcutsFeature(stores.groups),
                new HintFeature(new HintStore(common.redis)));
    }
}
