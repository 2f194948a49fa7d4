package dev.lectern.group;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.paper.PaperList;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.People;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /papers setup}: makes a channel a reading group, and changes what it has set. */
public final class SetupFeature implements Feature {
    private static final Texts TEXTS = Texts.of(SetupFeature.class);
    private static final int LARGEST_PROPOSED = 50;
    private static final String SETTINGS = "setup";

    private final GroupStore groups;
    private final Changes changes;
    private final People people;
    private final GroupLogStore log;
    private final List<Planner> planners;
    private final List<Departures> departures;
    private final Consumer<List<PaperList>> follow;

    /** @param follow told what a group follows, before it does; may be told the same twice */
    public SetupFeature(
            GroupStore groups,
            Changes changes,
            People people,
            GroupLogStore log,
            List<Planner> planners,
            List<Departures> departures,
            Consumer<List<PaperList>> follow) {
        this.groups = groups;
        this.changes = changes;
        this.people = people;
        this.log = log;
        this.planners = planners;
        this.departures = departures;
        this.follow = follow;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("setup", "setup", () -> TEXTS.say("help.setup"), this::setup);
        routes.modal(SetupModal.CALLBACK, this::submitted);
    }

    @Override
    public void words(Wording wording) {
        wording.message(SETTINGS, () -> TEXTS.say("called.settings"));
    }

    private Reply setup(Command command) {
        if (command.group().channel().value().startsWith("D")) {
            return Reply.onlyToYou(TEXTS.say("group.needs-channel"));
        }
        Optional<Group> group = groups.find(command.group());
        if (group.isPresent() && !RightsText.mayOrganize(group.get(), command.user())) {
            return Reply.onlyToYou(onlyTheOrganizer(group.get()));
        }
        Optional<People.Roster> roster = people.rosterOf(command.group().channel());
        if (roster.filter(known -> !known.withUs()).isPresent()) {
            return Reply.onlyToYou(TEXTS.say("group.not-invited"));
        }
        SetupModal.Place place = new SetupModal.Place(command.group(), nameOf(command));
        Settings settings = group.map(Group::settings)
                .orElseGet(
                        () -> Settings.defaults(zoneOf(command.user())).withLanguage(Optional.of(Language.spoken())));
        return Reply.opens(SetupModal.of(
                place,
                settings,
                group.<Collection<UserId>>map(Group::members).orElseGet(() -> proposed(command.user(), roster)),
                group.flatMap(this::meetsInstead)));
    }

    /** Of a private channel Slack tells the name only where it is asked for, and the scope for that is granted. */
    private String nameOf(Command command) {
        return Optional.of(command.channelName())
                .filter(name -> !name.isBlank())
                .or(() -> people.channelNameOf(command.group()))
                .orElse("reading-group");
    }

    private Optional<String> meetsInstead(Group group) {
        return planners.stream()
                .flatMap(planner -> planner.meetsInstead(group).stream())
                .findFirst();
    }

    private static String onlyTheOrganizer(Group group) {
        return TEXTS.say("group.organizers-only", "organizer", RightsText.organizers(group));
    }

    private ZoneId zoneOf(UserId user) {
        return people.zoneOf(user)
                .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone))
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
    }

    /** Everybody in a small channel; in a large one, or where we can't know, whoever sets the group up. */
    private static List<UserId> proposed(UserId user, Optional<People.Roster> roster) {
        return roster.map(People.Roster::people)
                .filter(there -> there.contains(user) && there.size() <= LARGEST_PROPOSED)
                .orElse(List.of(user));
    }

    private Reply submitted(Submission sent) {
        SettingsForm.Parsed parsed = SetupModal.read(sent).parse();
        if (parsed instanceof SettingsForm.Invalid invalid) {
            return Reply.problems(SetupModal.beside(invalid.problems()));
        }
        List<UserId> members =
                sent.values(SetupModal.MEMBERS).stream().map(UserId::new).toList();
        if (members.isEmpty()) {
            return Reply.problems(Map.of(SetupModal.MEMBERS, TEXTS.say("form.members-missing")));
        }
        SetupModal.Place place = SetupModal.Place.read(sent.metadata());
        Settings settings = ((SettingsForm.Valid) parsed).settings();
        Optional<String> refused = RightsText.notListed(newcomers(place.group(), members), people::nameOf);
        if (refused.isPresent()) {
            return Reply.problems(Map.of(SetupModal.MEMBERS, refused.get()));
        }
        Reply saved = changes.once(
                place.group(),
                sent.request(),
                Reply.KEPT,
                change -> save(change, place, settings.withLanguage(SetupModal.language(sent)), members, sent.user()));
        return saved instanceof Reply.OnlyToYou said
                ? Reply.opens(SetupModal.said(said.message().text()))
                : saved;
    }

    private List<UserId> newcomers(GroupId group, List<UserId> members) {
        Optional<Group> known = groups.find(group);
        return members.stream()
                .filter(member ->
                        known.filter(before -> before.isMember(member)).isEmpty())
                .toList();
    }

    private Reply save(Change change, SetupModal.Place place, Settings settings, List<UserId> members, UserId user) {
        Optional<Group> before = groups.find(place.group());
        if (before.isPresent() && !RightsText.mayOrganize(before.get(), user)) {
            return Reply.problems(Map.of(SetupModal.MEMBERS, TEXTS.say("group.organizers-only.plain")));
        }
        Group group = before.map(known -> changed(known, settings, members, user))
                .orElseGet(() -> new Group(
                        place.group(),
                        place.channelName(),
                        settings,
                        new LinkedHashSet<>(members),
                        user,
                        change.now()));
        if (before.filter(group::equals).isPresent()) {
            return Reply.onlyToYou(TEXTS.say("setup.unchanged"));
        }
        follow.accept(settings.follows());
        groups.save(change, group);
        before.ifPresent(known -> log.note(change, user, SettingsChange.between(known, group)));
        planners.forEach(planner -> planner.plan(change, group));
        before.stream()
                .flatMap(known -> known.members().stream())
                .filter(member -> !group.isMember(member))
                .forEach(member -> departures.forEach(departure -> departure.left(change, group, member)));
        change.send(Outbound.toChannel(
                        SETTINGS + "/" + change.now().toEpochMilli(),
                        group.id().channel(),
                        () -> Language.speaking(
                                LanguageFeature.of(group.settings()),
                                () -> before.isPresent()
                                        ? GroupMessages.changed(group, meetsInstead(group))
                                        : GroupMessages.founded(group)))
                .notTwice());
        return Reply.none();
    }

    /** An admin who changes a group of which no organizer is there any more organizes it from then on. */
    private static Group changed(Group before, Settings settings, List<UserId> members, UserId by) {
        Optional<Language> spoken = before.settings().language();
        Optional<Language> language = settings.language()
                .filter(wanted -> spoken.isPresent() || wanted != Language.ENGLISH)
                .or(() -> spoken);
        Group after = before.withSettings(
                        settings.withLead(before.settings().lead()).withLanguage(language))
                .withMembers(members);
        boolean orphan =
                !before.isOrganizer(by) && RightsText.stillThere(before).isEmpty();
        return orphan ? after.withOrganizers(List.of(by)) : after;
    }
}
