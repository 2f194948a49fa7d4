package dev.lectern.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.lectern.group.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Lectern was taken out of a workspace. Slack says so in two events, in any order, also in one of them, also twice.
 *
 * @see <a href="https://docs.slack.dev/reference/events/app_uninstalled">Slack: app_uninstalled</a>
 * @see <a href="https://docs.slack.dev/reference/events/tokens_revoked">Slack: tokens_revoked</a>
 */
final class Farewells {
    private static final Set<String> TYPES = Set.of(AppUninstalledEvent.TYPE_NAME, TokensRevokedEvent.TYPE_NAME);

    private final Workspaces workspaces;

    Farewells(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Whether it is to be heard of also where nothing is installed any more. */
    static boolean isOne(Request<?> request) {
        return request instanceof EventRequest event && TYPES.contains(event.getEventType());
    }

    Response uninstalled(EventsApiPayload<AppUninstalledEvent> event, EventContext context) {
        owner(event).ifPresent(owner -> workspaces.lost(owner, when(event)));
        return context.ack();
    }

    /** Tokens of people are none of Lectern's. */
    Response revoked(EventsApiPayload<TokensRevokedEvent> event, EventContext context) {
        TokensRevokedEvent.Tokens tokens = event.getEvent().getTokens();
        if (tokens != null && tokens.getBot() != null && !tokens.getBot().isEmpty()) {
            owner(event).ifPresent(owner -> workspaces.lost(owner, when(event)));
        }
        return context.ack();
    }

    /** Empty where the event names no workspace as Slack does. */
    private static Optional<TeamId> owner(EventsApiPayload<?> event) {
        boolean everywhere = event.getAuthorizations() != null
                && event.getAuthorizations().stream()
                        .anyMatch(one -> Boolean.TRUE.equals(one.getIsEnterpriseInstall()));
        return everywhere && event.getEnterpriseId() != null
                ? TeamId.read(event.getEnterpriseId())
                : TeamId.read(event.getTeamId());
    }

    private static Instant when(EventsApiPayload<?> event) {
        return Instant.ofEpochSecond(Incomplete.needed(event.getEventTime(), "event_time"));
    }
}
