package dev.lectern.slack;

import com.slack.api.model.User;
import dev.lectern.group.ChannelId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import java.util.List;
import java.util.Objects;

/** The calls to Slack that tell who people are and where they meet. Any thread. */
final class MemberCalls {
    /** The same in every workspace, and not marked as a bot. */
    private static final String SLACKBOT = "USLACKBOT";

    private static final int MOST_MEMBERS = 1000;

    private final TokenCalls calls;

    MemberCalls(TokenCalls calls) {
        this.calls = calls;
    }

    People.Profile profile(UserId user) throws SlackFailure {
        User found = calls.call(
                        "users.info",
                        methods -> methods.usersInfo(r -> r.user(user.value()).includeLocale(true)))
                .getUser();
        return new People.Profile(
                Objects.requireNonNullElse(found.getRealName(), found.getName()),
                Objects.requireNonNullElse(found.getName(), ""),
                Objects.requireNonNullElse(found.getTz(), "UTC"),
                Objects.requireNonNullElse(found.getLocale(), ""));
    }

    Standing standing(UserId user) throws SlackFailure {
        return standing(info(user));
    }

    /** @param team the workspace that this is about: who belongs to no workspace of its organization is a stranger there */
    Account account(UserId user, TeamId team) throws SlackFailure {
        User found = info(user);
        boolean elsewhere = found.getTeamId() != null
                && !found.getTeamId().equals(team.value())
                && found.getEnterpriseUser() == null;
        return new Account(
                standing(found),
                found.isAdmin() || found.isOwner() || found.isPrimaryOwner(),
                found.isRestricted() || found.isUltraRestricted(),
                found.isStranger() || elsewhere);
    }

    private User info(UserId user) throws SlackFailure {
        return calls.call("users.info", methods -> methods.usersInfo(r -> r.user(user.value())))
                .getUser();
    }

    private static Standing standing(User found) {
        if (found.isDeleted()) {
            return Standing.DEACTIVATED;
        }
        return found.isBot() || SLACKBOT.equals(found.getId()) ? Standing.BOT : Standing.PERSON;
    }

    /** Who is in a channel, with ourselves; the first thousand. */
    List<UserId> in(ChannelId channel) throws SlackFailure {
        return calls
                .call(
                        "conversations.members",
                        methods -> methods.conversationsMembers(
                                r -> r.channel(channel.value()).limit(MOST_MEMBERS)))
                .getMembers()
                .stream()
                .map(UserId::new)
                .toList();
    }

    /** What a channel is called, without its {@code #}. Needs {@code channels:read}, of a private one {@code groups:read}. */
    String channelName(ChannelId channel) throws SlackFailure {
        return calls.call("conversations.info", methods -> methods.conversationsInfo(r -> r.channel(channel.value())))
                .getChannel()
                .getName();
    }
}
