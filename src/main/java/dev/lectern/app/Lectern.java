package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.StatusFeature;
import dev.lectern.group.UserId;
import dev.lectern.redis.RedisHealth;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Homes;
import dev.lectern.slack.OpenHomesStore;
import dev.lectern.slack.PaceStore;
import dev.lectern.slack.People;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Scenes;
import dev.lectern.slack.SlackApp;
import dev.lectern.slack.SlackDelivery;
import dev.lectern.slack.Workspaces;
import dev.lectern.web.SlackRoute;
import dev.lectern.web.WebServer;
import dev.lectern.work.Agenda;
import dev.lectern.work.Delivery;
import dev.lectern.work.Outbox;
import dev.lectern.work.Parking;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import dev.lectern.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/** The running app, put together by hand: what works by itself, and the ways in from outside. */
final class Lectern implements AutoCloseable {
    private final Presence presence;
    private final Homes homes;
    private final Worker worker;
    private final Optional<SocketEntrance> sockets;
    private final WebServer web;

    /**
     * How to reach Slack, and how Slack reaches us: at least one of the last two.
     *
     * @param signingSecret by which Slack's requests over HTTP prove to be Slack's
     * @param appToken with which sockets are opened for them
     */
    record SlackAccess(
            String apiUrl,
            Access.Installations installations,
            Optional<String> signingSecret,
            Optional<String> appToken) {

        /** What nobody else knows, in either case. */
        private String secret() {
            return signingSecret.or(this::appToken).orElseThrow();
        }

        @Override
        public String toString() {
            return "SlackAccess[" + apiUrl + "]";
        }
    }

    /**
     * What Lectern stands on; whoever made it closes it, after Lectern.
     *
     * @param lead how far {@code clock} is ahead of Redis' time: zero, but in a sandbox
     * @param alone whether no other process works on this Redis: then what a dead one held is free at once
     */
    record Ground(
            UnifiedJedis redis,
            Clock clock,
            Supplier<Duration> lead,
            PapersAtHand papers,
            Outside outside,
            boolean alone) {}

    /**
     * Where Lectern listens.
     *
     * @param port 0 for any free one
     * @param publicUrl where people's calendars reach it from outside, by the port on which it listens, without a slash at
     *     the end; empty where only Slack reaches it
     */
    record Address(String host, int port, IntFunction<Optional<String>> publicUrl) {}

    /** @throws Failure when Slack does not take the token, or the port is taken */
    static Lectern start(Ground ground, SlackAccess access, Address address) {
        return new Lectern(ground, Presence.of(ground, access), access, address);
    }

    private Lectern(Ground ground, Presence presence, SlackAccess access, Address address) {
        this.presence = presence;
        Workspaces workspaces = presence.workspaces();
        CommonGround common = new CommonGround(ground, new People(workspaces, ground.clock()));
        Scenes scenes = scenes(common);
        CalendarFeeds feeds = new CalendarFeeds(common, scenes, access.secret());
        presence.begin(common.stores.groups, common.due, feeds.links());

        Routes routes = new Routes();
        Steps steps = new Steps((group, step) -> scenes.in(group, () -> {
            step.run();
            return group;
        }));
        Drawings drawings = new Drawings();
        Wording wording = new Wording();
        Outbox outbox = new Outbox(common.redis);
        Parking parking = new Parking(common.redis, common.changes, common.due);
        parking.onChange(StatusFeature.telling(common.stores.groups));
        Feature calendar = feeds.feature(() -> address.publicUrl().apply(port()));
        Feature status = status(common, outbox, parking, wording);
        Stream.concat(Features.all(common).stream(), Stream.of(calendar, status))
                .forEach(feature -> {
                    feature.register(routes, steps, drawings);
                    feature.words(wording);
                });

        PaceStore paces = new PaceStore(common.redis, common.clock);
        this.homes = new Homes(
                workspaces,
                routes,
                scenes,
                new OpenHomesStore(common.redis, common.clock),
                paces,
                peopleOf(common.stores.groups));
        common.changes.onChange(homes::changed);
        Delivery delivery = new SlackDelivery(workspaces, drawings, scenes, paces);
        this.worker = new Worker(
                common.redis,
                common.clock,
                common.due,
                common.changes,
                steps,
                outbox,
                parking,
                homes.following(delivery),
                group -> !workspaces.isIn(group.team()));
        SlackApp app = new SlackApp(workspaces, routes, scenes, homes);
        this.sockets = access.appToken().map(token -> SocketEntrance.open(access.apiUrl(), token, app));
        this.web = listening(
                address,
                new WebServer.Served(
                        access.signingSecret().map(secret -> new SlackRoute(secret, common.clock, app)),
                        feeds.served(),
                        presence.pages(),
                        problem(common.redis)));
        if (ground.alone()) {
            worker.takeOver();
        }
        worker.start();
    }

    private static Scenes scenes(CommonGround common) {
        return new Scenes(
                group -> common.stores
                        .groups
                        .readable(group)
                        .flatMap(known -> known.settings().language()),
                (team, user) -> common.stores.languages.find(team, user).or(() -> common.people.languageOf(team, user)),
                common.people::accountOf);
    }

    private static Function<GroupId, Predicate<UserId>> peopleOf(GroupStore groups) {
        return id -> groups.readable(id)
                .<Predicate<UserId>>map(group -> user -> group.isMember(user) || group.isOrganizer(user))
                .orElse(user -> false);
    }

    private static Feature status(CommonGround common, Outbox outbox, Parking parking, Wording wording) {
        return new StatusFeature(
                common.stores.groups,
                common.due,
                new Agenda(common.redis),
                outbox,
                parking,
                wording,
                Sources.news(common.redis, common.clock));
    }

    private Supplier<Optional<String>> problem(UnifiedJedis redis) {
        RedisHealth health = new RedisHealth(redis);
        return () -> health.problem()
                .or(() -> presence.workspaces().problem())
                .or(() -> sockets.flatMap(SocketEntrance::problem));
    }

    private WebServer listening(Address address, WebServer.Served served) {
        try {
            return new WebServer(address.host(), address.port(), served);
        } catch (RuntimeException e) {
            sockets.ifPresent(SocketEntrance::close);
            throw new Failure(
                    "Lectern cannot listen on " + address.host() + ":" + address.port()
                            + ": choose another port with LECTERN_PORT",
                    e);
        }
    }

    int port() {
        return web.port();
    }

    Presence presence() {
        return presence;
    }

    Worker worker() {
        return worker;
    }

    /** Takes on nothing new, finishes what is in hand, then lets go. */
    @Override
    public void close() {
        worker.stop();
        web.close();
        sockets.ifPresent(SocketEntrance::close);
        worker.close();
        homes.close();
        presence.close();
    }
}
