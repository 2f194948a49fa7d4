package dev.lectern.calendar;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.RightsText;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives members the links of their calendars, and new ones for those that got about. */
public final class CalendarFeature implements Feature {
    private static final Texts TEXTS = Texts.of(CalendarFeature.class);
    private final GroupStore groups;
    private final FeedLinkStore links;
    private final Supplier<Optional<String>> publicUrl;
    private final GroupLogStore log;
    private final Changes changes;
    private final InstantSource clock;

    /** @param publicUrl where calendars reach this Lectern from outside, without a slash at its end; asked each time */
    public CalendarFeature(
            GroupStore groups,
            FeedLinkStore links,
            Supplier<Optional<String>> publicUrl,
            GroupLogStore log,
            Changes changes,
            InstantSource clock) {
        this.groups = groups;
        this.links = links;
        this.publicUrl = publicUrl;
        this.log = log;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("calendar", "calendar", () -> TEXTS.say("verb.calendar"), this::both);
        routes.button(CalendarMessages.RENEW_OWN, this::renewOwn);
        routes.button(CalendarMessages.RENEW_GROUP, this::renewGroup);
    }

    private Reply both(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (!group.get().isMember(command.user()) && !RightsText.mayOrganize(group.get(), command.user())) {
            return Reply.onlyToYou(TEXTS.say("refusal.members-only"));
        }
        Optional<String> address = publicUrl.get();
        if (address.isEmpty()) {
            return unreachable(group.get(), command);
        }
        RequestId request = command.request();
        return new Reply.OnlyToYou(new CalendarMessages(address.get(), group.get())
                .both(
                        command.user(),
                        links.shown(own(command), request, clock.instant()),
                        links.shown(new FeedOwner.OfGroup(group.get().id()), request, clock.instant())));
    }

    private static Reply unreachable(Group group, Command command) {
        return Reply.onlyToYou(
                group.isOrganizer(command.user())
                        ? TEXTS.say("unreachable.organizer")
                        : TEXTS.say("unreachable", "organizer", Mrkdwn.user(group.organizer())));
    }

    private static FeedOwner own(Command command) {
        return new FeedOwner.OfPerson(command.group().team(), command.user());
    }

    private Reply renewOwn(Click click) {
        FeedOwner owner = new FeedOwner.OfPerson(click.group().team(), click.user());
        return renewed(click, owner, CalendarMessages.Whose.OWN);
    }

    private Reply renewGroup(Click click) {
        Optional<Group> group = groups.find(click.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (!RightsText.mayOrganize(group.get(), click.user())) {
            return Reply.onlyToYou(TEXTS.say(
                    "refusal.organizer-only",
                    "organizer",
                    Mrkdwn.user(group.get().organizer())));
        }
        FeedOwner owner = new FeedOwner.OfGroup(group.get().id());
        if (publicUrl.get().isPresent()) {
            note(click, owner);
        }
        return renewed(click, owner, CalendarMessages.Whose.OF_GROUP);
    }

    /** Beside the renewal, since the answer is kept, and a link is nothing to be kept in the clear. */
    private void note(Click click, FeedOwner owner) {
        Instant before = links.shown(owner, click.request(), clock.instant()).since();
        changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            log.note(change, click.user(), List.of(SettingsChange.of(Setting.CALENDAR_LINK, before, clock.instant())));
            return Reply.none();
        });
    }

    private Reply renewed(Click click, FeedOwner owner, CalendarMessages.Whose whose) {
        Optional<String> address = publicUrl.get();
        if (address.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("unreachable.now"));
        }
        return new Reply.OnlyToYou(
                CalendarMessages.renewed(address.get(), whose, links.renewed(owner, click.request(), clock.instant())));
    }
}
