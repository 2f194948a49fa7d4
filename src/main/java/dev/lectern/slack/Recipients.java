package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.Delivery.Attempt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where messages go: into a channel, or into the conversation for direct messages to a member. Any thread. */
final class Recipients {
    private final Workspaces workspaces;
    private final PacedCalls calls;
    private final Map<Member, String> directMessages = new ConcurrentHashMap<>();

    /** The same id may be somebody else in another workspace. */
    private record Member(TeamId team, UserId user) {}

    Recipients(Workspaces workspaces, PacedCalls calls) {
        this.workspaces = workspaces;
        this.calls = calls;
    }

    /** Whether an address is a member's and no channel's. */
    static boolean isMember(String to) {
        return to.startsWith("U") || to.startsWith("W");
    }

    /** The member whom a direct message goes to; empty for a channel. */
    static Optional<UserId> member(Attempt attempt) {
        return Optional.of(attempt.message().to()).filter(Recipients::isMember).map(UserId::new);
    }

    /** The channel, or the conversation, which is opened where it is not known yet. */
    String conversation(Attempt attempt) throws SlackFailure {
        Optional<UserId> member = member(attempt);
        if (member.isEmpty()) {
            return attempt.message().to();
        }
        Member addressee = new Member(attempt.group().team(), member.get());
        String known = directMessages.get(addressee);
        if (known != null) {
            return known;
        }
        String opened = calls.call(
                attempt,
                Pace.opening(),
                () -> workspaces.of(attempt.group().team()).messages().directMessagesWith(member.get()));
        directMessages.put(addressee, opened);
        return opened;
    }
}
