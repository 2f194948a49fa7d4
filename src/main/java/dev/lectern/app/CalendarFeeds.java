package dev.lectern.app;

import dev.lectern.calendar.CalendarFeature;
import dev.lectern.calendar.CalendarStore;
import dev.lectern.calendar.FeedLinkStore;
import dev.lectern.calendar.FeedReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Scenes;
import dev.lectern.web.Calendars;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meetings in people's own calendars: the links to them, in Slack, and what is behind a link, on the web. */
final class CalendarFeeds {
    private static final Logger log = LoggerFactory.getLogger(CalendarFeeds.class);

    private final CommonGround common;
    private final Scenes scenes;
    private final FeedLinkStore links;

    /** @param secret what nobody else knows, and is the same as long as links are to open what they opened before */
    CalendarFeeds(CommonGround common, Scenes scenes, String secret) {
        this.common = common;
        this.scenes = scenes;
        this.links = new FeedLinkStore(common.redis, secret, new Unguessable());
    }

    FeedLinkStore links() {
        return links;
    }

    /** @param publicUrl where calendars reach Lectern from outside; empty where they can't */
    Feature feature(Supplier<Optional<String>> publicUrl) {
        return new CalendarFeature(
                common.stores.groups, links, publicUrl, common.stores.log, common.changes, common.clock);
    }

    Calendars served() {
        FeedReader feeds = new FeedReader(
                common.stores.groups,
                common.stores.meetings,
                common.stores.timetables,
                common.stores.papers,
                common.stores.parts,
                new CalendarStore(common.redis, common.changes),
                links,
                (group, user) -> scenes.in(group, () -> nameNow(user)),
                this::speaking,
                common.clock);
        return (token, alarms) ->
                feeds.find(token, alarms).map(feed -> new Calendars.Calendar(feed.text(), feed.changed()));
    }

    private FeedReader.Answer speaking(GroupId group, Optional<UserId> reader, Supplier<FeedReader.Answer> written) {
        return reader.map(user -> scenes.before(user, group, written)).orElseGet(() -> scenes.in(group, written));
    }

    /** A calendar does without a name sooner than that it waits for Slack. */
    private Optional<String> nameNow(UserId user) {
        try {
            return Optional.of(common.people.nameOf(user));
        } catch (RuntimeException e) {
            log.info("how {} is called can't be asked just now: {}", user, e.getMessage());
            return Optional.empty();
        }
    }
}
