package dev.lectern.sandbox.page;

import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Rank;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * People leave channels and come back, and their accounts change; the app hears of it as events. Channels go into the
 * archive and come out of it, and the app is taken out of them.
 */
final class Memberships {
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}-[A-Z]{2}");

    private final Workspace workspace;
    private final Lookup lookup;
    private final Events events;

    Memberships(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.lookup = new Lookup(workspace);
        this.events = events;
    }

    /** {@code {user}}: that person leaves the channel. */
    ObjectNode leave(String id, Body body) {
        Person person = lookup.person(body.required("user"));
        Channel channel = lookup.channelOf(person, id);
        if (channel.isDirect()) {
            throw WrongRequest.bad("Nobody leaves their direct messages.");
        }
        workspace.conversations().leave(channel, person.id());
        events.leftChannel(channel, person.id(), ts());
        return ok();
    }

    /** {@code {user}}: that person brings the app into the channel. */
    ObjectNode invite(String id, Body body) {
        Person person = lookup.person(body.required("user"));
        invite(lookup.channelOf(person, id), person);
        return ok();
    }

    void invite(Channel channel, Person by) {
        if (channel.isDirect()) {
            throw WrongRequest.bad("Nobody is invited to direct messages.");
        }
        if (!channel.has(Team.BOT)) {
            Channel joined = workspace.conversations().join(channel, Team.BOT);
            events.joinedChannel(joined, Team.BOT, Optional.of(by.id()), ts());
        }
    }

    /** {@code {user}}: that person is in the channel again. */
    ObjectNode join(String id, Body body) {
        Person person = lookup.person(body.required("user"));
        if (person.deleted()) {
            throw WrongRequest.bad("The account of " + person.realName() + " is deactivated.");
        }
        Channel before = lookup.channel(id);
        Channel joined = workspace.conversations().join(before, person.id());
        if (!before.has(person.id())) {
            events.joinedChannel(joined, person.id(), Optional.empty(), ts());
        }
        return ok();
    }

    /** The app is taken out of the channel; it asks for no event that says so. */
    ObjectNode removeApp(String id) {
        workspace.conversations().leave(lookup.channel(id), Team.BOT);
        return ok();
    }

    ObjectNode archive(String id, boolean now) {
        workspace.conversations().archive(lookup.channel(id), now);
        return ok();
    }

    ObjectNode makePrivate(String id) {
        workspace.conversations().makePrivate(lookup.channel(id));
        return ok();
    }

    ObjectNode deactivate(String id) {
        Person person = workspace.deactivate(lookup.person(id));
        events.userChanged(person, workspace.now(), ts());
        return ok();
    }

    /** {@code {rank}}: what that person's account may do from now on. */
    ObjectNode rank(String id, Body body) {
        Person person = lookup.person(id);
        Rank rank = Rank.of(body.required("rank"))
                .orElseThrow(() -> WrongRequest.bad("There is no such rank: choose one of "
                        + Arrays.stream(Rank.values()).map(Rank::toString).collect(Collectors.joining(", ")) + "."));
        events.userChanged(workspace.give(person, rank), workspace.now(), ts());
        return ok();
    }

    /** {@code {locale}}: in what language Slack speaks to that person from now on, such as {@code de-DE}. */
    ObjectNode locale(String id, Body body) {
        Person person = lookup.person(id);
        String locale = body.required("locale");
        if (!LOCALE.matcher(locale).matches()) {
            throw WrongRequest.bad("That is no locale of Slack's: one has the form de-DE.");
        }
        events.userChanged(workspace.read(person, locale), workspace.now(), ts());
        return ok();
    }

    private String ts() {
        return workspace.now().getEpochSecond() + ".000000";
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}
