package dev.lectern.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.MessageTs;
import dev.lectern.work.RequestId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What people say to Lectern outside of commands and buttons: mentions, direct messages, invitations. Any thread. */
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
        String self = self(payload);
        if (event.getBotId() != null || event.getUser() == null || event.getUser().equals(self)) {
            return Response.ok();
        }
        Mention mention = new Mention(
                place(payload, event.getChannel()),
                new UserId(event.getUser()),
                new RequestId(payload.getEventId()),
                new MessageTs(Objects.requireNonNullElse(event.getThreadTs(), event.getTs())),
                without(self, Objects.requireNonNullElse(event.getText(), "")));
        return taken(() -> answering.mentioned(mention));
    }

    /** The words without the mention, wherever in the message it stands. */
    private static String without(String self, String text) {
        return text.replaceAll("<@" + self + "(\\|[^>]*)?>", " ").strip();
    }

    /** Of all who join, only Lectern itself is of interest, and of that only where somebody brought it. */
    private Response joined(EventsApiPayload<MemberJoinedChannelEvent> payload) {
        MemberJoinedChannelEvent event = payload.getEvent();
        String by = event.getInviter();
        if (!self(payload).equals(event.getUser()) || by == null || by.isEmpty()) {
            return Response.ok();
        }
        Invited invited = new Invited(
                place(payload, event.getChannel()), new UserId(by), new RequestId(payload.getEventId()));
        return taken(() -> answering.invited(invited));
    }

    private Response said(EventsApiPayload<MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        if (!DIRECT.equals(event.getChannelType())
                || event.getBotId() != null
                || event.getUser() == null
                || event.getUser().equals(self(payload))) {
            return Response.ok();
        }
        DirectMessage message = new DirectMessage(
                place(payload, event.getChannel()),
                new UserId(event.getUser()),
                new RequestId(payload.getEventId()),
                Objects.requireNonNullElse(event.getText(), ""));
        return taken(() -> answering.toldDirectly(message));
    }

    private static Response taken(BooleanSupplier hearing) {
        return hearing.getAsBoolean() ? Response.ok() : Response.error(SERVICE_UNAVAILABLE);
    }

    private String self(EventsApiPayload<?> payload) {
        return Optional.of(new TeamId(payload.getTeamId()))
                .flatMap(workspaces::find)
                .map(Installation::botUserId)
                .orElse("");
    }

    private static GroupId place(EventsApiPayload<?> payload, String channel) {
        return new GroupId(new TeamId(payload.getTeamId()), new ChannelId(channel));
    }
}
