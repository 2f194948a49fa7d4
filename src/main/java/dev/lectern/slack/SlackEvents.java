package dev.lectern.slack;

import static dev.lectern.slack.Incomplete.needed;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import dev.lectern.slack.block.MessageTs;
import dev.lectern.work.RequestId;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * What people say to Lectern outside of commands and buttons: mentions, direct messages, invitations. What bots say does not
 * get here: {@link PeopleOnly}. Any thread.
 */
final class SlackEvents {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String DIRECT = "im";

    private final Workspaces workspaces;
    private final Answering answering;

    SlackEvents(Workspaces workspaces, Answering answering) {
        this.workspaces = workspaces;
        this.answering = answering;
    }

    void register(App app) {
        app.event(AppMentionEvent.class, (event, context) -> mentioned(event));
        app.event(MemberJoinedChannelEvent.class, (event, context) -> joined(event));
        app.event(MessageEvent.class, (event, context) -> said(event));
    }

    private Response mentioned(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent event = payload.getEvent();
        Mention mention = new Mention(
                Incoming.group(payload.getTeamId(), event.getChannel()),
                Incoming.user(event.getUser()),
                id(payload),
                needed(event.getThreadTs() == null ? event.getTs() : event.getThreadTs(), "ts", MessageTs::new),
                without(self(payload), Objects.requireNonNullElse(event.getText(), "")));
        return taken(() -> answering.mentioned(mention));
    }

    /** The words without the mention, wherever in the message it stands. */
    private static String without(String self, String text) {
        return text.replaceAll("<@" + Pattern.quote(self) + "(\\|[^>]*)?>", " ").strip();
    }

    /** Of all who join, only Lectern itself is of interest, and of that only where somebody brought it. */
    private Response joined(EventsApiPayload<MemberJoinedChannelEvent> payload) {
        MemberJoinedChannelEvent event = payload.getEvent();
        String by = event.getInviter();
        if (!self(payload).equals(event.getUser()) || by == null || by.isEmpty()) {
            return Response.ok();
        }
        Invited invited =
                new Invited(Incoming.group(payload.getTeamId(), event.getChannel()), Incoming.user(by), id(payload));
        return taken(() -> answering.invited(invited));
    }

    private Response said(EventsApiPayload<MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        if (!DIRECT.equals(event.getChannelType())) {
            return Response.ok();
        }
        DirectMessage message = new DirectMessage(
                Incoming.group(payload.getTeamId(), event.getChannel()),
                Incoming.user(event.getUser()),
                id(payload),
                Objects.requireNonNullElse(event.getText(), ""));
        return taken(() -> answering.toldDirectly(message));
    }

    private static Response taken(BooleanSupplier hearing) {
        return hearing.getAsBoolean() ? Response.ok() : Response.error(SERVICE_UNAVAILABLE);
    }

    private String self(EventsApiPayload<?> payload) {
        return workspaces
                .find(Incoming.team(payload.getTeamId()))
                .map(Installation::botUserId)
                .orElse("");
    }

    private static RequestId id(EventsApiPayload<?> payload) {
        return needed(payload.getEventId(), "event_id", RequestId::new);
    }
}
