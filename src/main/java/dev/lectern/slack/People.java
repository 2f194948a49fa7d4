package dev.lectern.slack;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who people are in Slack, in the workspace of the present {@link Scene}. What hardly changes is remembered for a while.
 * Any thread.
 */
public final class People {
    private static final Logger log = LoggerFactory.getLogger(People.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final Workspaces workspaces;
    private final InstantSource clock;
    private final Map<Member, Asked> profiles = new ConcurrentHashMap<>();

    /**
     * What Slack tells of a member.
     *
     * @param name how the member is called
     * @param handle what stands after an {@code @}
     * @param zone the IANA name of the member's zone
     * @param locale what the member reads Slack in, such as {@code de-DE}; empty where Slack does not tell
     */
    record Profile(String name, String handle, String zone, String locale) {}

    /** Who is in a channel.
     *
     * @param people without us
     * @param withUs whether we are in it, too
     */
    public record Roster(List<UserId> people, boolean withUs) {}

    private record Member(TeamId team, UserId user) {}

    private record Asked(Profile profile, Instant at) {}

    public People(Workspaces workspaces, InstantSource clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * How Slack names a member, for what is drawn on its way there. Somebody whom Slack does not know is "somebody".
     *
     * @throws RuntimeException when Slack can't be asked just now; then {@link SlackDelivery} draws the message later
     */
    public String nameOf(UserId user) {
        return now(user).map(Profile::name).orElse("somebody");
    }

    /**
     * What somebody is called after an {@code @}; empty for whom Slack does not know.
     *
     * @throws RuntimeException when Slack can't be asked just now
     */
    public String handleOf(UserId user) {
        return now(user).map(Profile::handle).orElse("");
    }

    private Optional<Profile> now(UserId user) {
        try {
            return Optional.of(profile(Scene.team(), user));
        } catch (SlackFailure e) {
            noteUnknown(user, e);
            if (e.isPassing()) {
                throw new NotNow(e);
            }
            return Optional.empty();
        }
    }

    /** The IANA name of the zone that a member chose in Slack; empty where Slack does not tell. */
    public Optional<String> zoneOf(UserId user) {
        return known(Scene.team(), user).map(Profile::zone);
    }

    /** What a member reads Slack in; empty where Slack does not tell, and where it is none of Lectern's languages. */
    public Optional<Language> languageOf(TeamId team, UserId user) {
        return known(team, user).map(Profile::locale).flatMap(Language::of);
    }

    private Optional<Profile> known(TeamId team, UserId user) {
        try {
            return Optional.of(profile(team, user));
        } catch (SlackFailure e) {
            noteUnknown(user, e);
            return Optional.empty();
        }
    }

    private Profile profile(TeamId team, UserId user) throws SlackFailure {
        Member member = new Member(team, user);
        Asked known = profiles.get(member);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.profile();
        }
        try {
            Profile asked = workspaces.of(team).members().profile(user);
            profiles.put(member, new Asked(asked, now));
            return asked;
        } catch (SlackFailure e) {
            if (known == null) {
                throw e;
            }
            noteUnknown(user, e);
            return known.profile();
        }
    }

    /** What somebody is in the workspace now; asked anew each time, since accounts are closed. */
    public Standing standingOf(UserId user) {
        try {
            return workspaces.of(Scene.team()).members().standing(user);
        } catch (SlackFailure e) {
            noteUnknown(user, e);
            return Standing.UNKNOWN;
        }
    }

    /** What somebody's account is in the workspace now; asked anew each time, since that changes. */
    public Account accountOf(UserId user) {
        TeamId team = Scene.team();
        try {
            return workspaces.of(team).members().account(user, team);
        } catch (SlackFailure e) {
            noteUnknown(user, e);
            return Account.UNKNOWN;
        }
    }

    private static void noteUnknown(UserId user, SlackFailure e) {
        log.warn("who {} is could not be asked: {}", user, e.getMessage());
    }

    /** What a channel is called, without its {@code #}; empty where Slack does not tell. */
    public Optional<String> channelNameOf(GroupId channel) {
        try {
            return Optional.ofNullable(workspaces.of(channel.team()).members().channelName(channel.channel()));
        } catch (SlackFailure e) {
            log.info("the name of {} could not be asked: {}", channel, e.getMessage());
            return Optional.empty();
        }
    }

    /** Who is in a channel, of the first thousand; empty where the scope for that is not granted. */
    public Optional<Roster> rosterOf(ChannelId channel) {
        TeamId team = Scene.team();
        try {
            return Optional.of(roster(workspaces.of(team).members().in(channel), workspaces.find(team)));
        } catch (SlackFailure e) {
            log.info("the members of {} could not be asked: {}", channel, e.getMessage());
            return Optional.empty();
        }
    }

    private static Roster roster(List<UserId> all, Optional<Installation> us) {
        Optional<UserId> bot = us.map(Installation::botUserId).map(UserId::new);
        return new Roster(
                all.stream().filter(member -> !bot.equals(Optional.of(member))).toList(),
                bot.filter(all::contains).isPresent());
    }
}
