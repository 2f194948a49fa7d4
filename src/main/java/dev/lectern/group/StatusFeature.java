package dev.lectern.group;

import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Agenda;
import dev.lectern.work.Change;
import dev.lectern.work.Due;
import dev.lectern.work.Outbox;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Parked;
import dev.lectern.work.Parking;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** How a group's work stands, and what to do with what could not be done. */
public final class StatusFeature implements Feature {
    private static final Texts TEXTS = Texts.of(StatusFeature.class);
    private static final String DRAWING = "parked";

    private final GroupStore groups;
    private final Due due;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Parking parking;
    private final StatusMessages messages;
    private final Supplier<List<String>> news;

    /** @param news what is to be said of where papers come from, a sentence each; none while all is well */
    public StatusFeature(
            GroupStore groups,
            Due due,
            Agenda agenda,
            Outbox outbox,
            Parking parking,
            Wording wording,
            Supplier<List<String>> news) {
        this.groups = groups;
        this.due = due;
        this.agenda = agenda;
        this.outbox = outbox;
        this.parking = parking;
        this.messages = new StatusMessages(wording);
        this.news = news;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("status", "status", () -> TEXTS.say("help.status"), this::status);
        routes.button(StatusMessages.AGAIN, this::tryAgain);
        routes.button(StatusMessages.GIVE_UP, this::giveUp);
        routes.homeSection(HomeTopic.TROUBLE, this::home);
        drawings.register(DRAWING, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.message(DRAWING, () -> TEXTS.say("called.parked"));
    }

    /**
     * Keeps a group's organizer informed, by one direct message that always shows how things stand. To be called
     * whenever work is put aside, released, or given up.
     */
    public static BiConsumer<Change, Parked> telling(GroupStore groups) {
        return (change, parked) -> {
            // Of a message that does not get there it would be of no use to send one.
            if (!isOurs(parked)) {
                groups.readable(change.group()).ifPresent(group -> Parking.sendAnew(change, shown(group)));
            }
        };
    }

    private static Outgoing shown(Group group) {
        return Outbound.shownTo(group.organizer(), DRAWING, group.id() + "/" + group.organizer());
    }

    private static boolean isOurs(Parked parked) {
        return parked.kind() == Parked.Kind.MESSAGE && parked.id().startsWith(DRAWING + "/");
    }

    private Reply status(Command command) {
        GroupId id = command.group();
        Optional<Group> group = groups.readable(id);
        List<Parked> parked = parking.of(id);
        Optional<String> trouble = due.trouble(id);
        if (group.isEmpty() && parked.isEmpty() && trouble.isEmpty() && !groups.exists(id)) {
            return GroupFeature.noGroup();
        }
        StatusMessages.Status status =
                new StatusMessages.Status(id, group, agenda.next(id), agenda.waiting(id), trouble, news.get(), parked);
        return new Reply.OnlyToYou(messages.status(status, command.user()));
    }

    private Reply tryAgain(Click click) {
        return decide(click, (group, key) -> {
            Optional<Parked> stands = parking.find(group, key);
            if (stands.isPresent() && !stands.get().canBeReleased()) {
                return Reply.onlyToYou(TEXTS.say("status.hopeless", "what", messages.what(stands.get())));
            }
            return parking.release(group, key)
                    .map(released -> Reply.onlyToYou(TEXTS.say("status.trying")))
                    .orElseGet(StatusFeature::seenTo);
        });
    }

    private Reply giveUp(Click click) {
        return decide(
                click,
                (group, key) -> parking.drop(group, key)
                        .map(dropped -> Reply.onlyToYou(TEXTS.say("status.given-up")))
                        .orElseGet(StatusFeature::seenTo));
    }

    private static Reply seenTo() {
        return Reply.onlyToYou(TEXTS.say("status.seen-to"));
    }

    @FunctionalInterface
    private interface Decision {
        Reply on(GroupId group, String key);
    }

    private Reply decide(Click click, Decision decision) {
        GroupId group = click.argument(GroupId::parse);
        return groups.readable(group)
                .filter(known -> RightsText.mayOrganize(known, click.user()))
                .map(known -> decision.on(group, click.value()))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("status.organizers-only")));
    }

    private List<Block> home(Routes.HomeVisit visit) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isOrganizer(visit.user()))
                .flatMap(group -> {
                    List<Parked> parked = parking.of(group.id());
                    return parked.isEmpty()
                            ? List.<Block>of().stream()
                            : List.of(messages.inHome(group, parked)).stream();
                })
                .toList();
    }

    private Optional<Message> draw(GroupId id, String key) {
        List<Parked> parked =
                parking.of(id).stream().filter(one -> !isOurs(one)).toList();
        boolean silent =
                parked.isEmpty() && outbox.receipt(id, DRAWING + "/" + key).isEmpty();
        return silent ? Optional.empty() : groups.find(id).map(group -> messages.toOrganizer(group, parked));
    }
}
