package dev.lectern.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests from workspaces that Lectern is not in, or of which that cannot be told just now: one sentence to
 * whoever did something, wherever Slack leaves a place for it; to events, nothing. Any thread.
 */
final class Strangers {
    private static final Logger log = LoggerFactory.getLogger(Strangers.class);
    private static final Texts TEXTS = Texts.of(Strangers.class);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Workspaces workspaces;
    private final Answering answering;
    private final Responding responding;
    private final Apology apology = new Apology();

    Strangers(Workspaces workspaces, Answering answering, Responding responding) {
        this.workspaces = workspaces;
        this.answering = answering;
        this.responding = responding;
    }

    /** To a request from where Lectern is not installed, or not any more. */
    Response answer(Request<?> request, TeamId team) {
        if (request instanceof EventRequest) {
            return Response.ok();
        }
        log.info(
                "a request of the kind {} came from {}, where Lectern is not installed",
                request.getRequestType(),
                team);
        return told(request, team, this::notInstalled);
    }

    private String notInstalled() {
        return workspaces
                .installPage()
                .map(page -> TEXTS.say("stranger.page", "page", page))
                .orElseGet(() -> TEXTS.say("stranger.closed"));
    }

    /** To a request of which cannot be told whether Lectern is installed where it comes from; Slack repeats events. */
    Response failed(Request<?> request, TeamId team, RuntimeException failure) {
        if (request instanceof EventRequest) {
            apology.about(failure);
            return RedisTrouble.is(failure) ? Response.error(SERVICE_UNAVAILABLE) : Response.ok();
        }
        return told(request, team, () -> apology.about(failure));
    }

    private Response told(Request<?> request, TeamId team, Supplier<String> sentence) {
        String user = request.getContext().getRequestUserId();
        return user == null
                ? answered(request, team, sentence.get())
                : answering.speakingTo(
                        new UserId(user),
                        new GroupId(team, Incoming.NO_CHANNEL),
                        () -> answered(request, team, sentence.get()));
    }

    private Response answered(Request<?> request, TeamId team, String sentence) {
        Reply.OnlyToYou reply = new Reply.OnlyToYou(Message.of(sentence));
        if (request instanceof SlashCommandRequest) {
            return responding.toCommand(reply, team, "");
        }
        if (request instanceof ViewSubmissionRequest) {
            return Responding.toSubmission(reply);
        }
        if (request instanceof BlockSuggestionRequest) {
            return Responding.toTyping(List.of());
        }
        if (request instanceof BlockActionRequest click) {
            respond(click.getPayload().getResponseUrl(), reply);
        } else if (request instanceof MessageShortcutRequest shortcut) {
            respond(shortcut.getPayload().getResponseUrl(), reply);
        }
        return Response.ok();
    }

    private void respond(@Nullable String responseUrl, Reply.OnlyToYou reply) {
        if (responseUrl == null) {
            return;
        }
        try {
            workspaces.line().respond(responseUrl, reply.message());
        } catch (SlackFailure e) {
            log.warn("that Lectern is not installed could not be said: {}", e.getMessage());
        }
    }
}
