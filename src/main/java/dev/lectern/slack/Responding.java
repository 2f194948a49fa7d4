package dev.lectern.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.response.Response;
import dev.lectern.group.TeamId;
import dev.lectern.redis.Json;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.text.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a reply to the person: in what Slack is answered, or by a call to Slack. Any thread. */
final class Responding {
    private static final Logger log = LoggerFactory.getLogger(Responding.class);
    private static final Texts TEXTS = Texts.of(Responding.class);

    private final Workspaces workspaces;

    Responding(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Response toCommand(Reply reply, TeamId team, String triggerId) {
        if (reply instanceof Reply.Opens opens) {
            return open(team, triggerId, opens).map(Responding::acknowledge).orElseGet(Response::ok);
        }
        return reply instanceof Reply.OnlyToYou only ? acknowledge(only) : Response.ok();
    }

    private static Response acknowledge(Reply.OnlyToYou only) {
        Limits.require(only.message());
        return json("""
                {"response_type":"ephemeral","text":%s,"blocks":%s}""".formatted(
                        Json.write(only.message().text()),
                        BlockJson.write(only.message().blocks())));
    }

    private Optional<Reply.OnlyToYou> open(TeamId team, String triggerId, Reply.Opens opens) {
        try {
            workspaces.of(team).views().open(triggerId, opens.modal());
            return Optional.empty();
        } catch (SlackFailure e) {
            log.warn("a form could not be opened: {}", e.getMessage());
            return Optional.of(notOpened());
        }
    }

    private static Reply.OnlyToYou notOpened() {
        return new Reply.OnlyToYou(Message.of(TEXTS.say("modal.unopened")));
    }

    void toClick(Reply reply, BlockActionPayload payload) {
        Optional<String> view = Incoming.modal(payload.getView()).map(shown -> shown.getId());
        try {
            SlackApi slack = workspaces.of(Incoming.team(payload));
            if (reply instanceof Reply.Opens opens && view.isPresent()) {
                slack.views().update(view.get(), opens.modal());
            } else if (reply instanceof Reply.Opens opens) {
                slack.views().open(payload.getTriggerId(), opens.modal());
            } else if (reply instanceof Reply.OnlyToYou only && view.isPresent()) {
                slack.views().push(payload.getTriggerId(), notice(only.message()));
            } else if (reply instanceof Reply.OnlyToYou only && payload.getView() != null) {
                slack.views().open(payload.getTriggerId(), notice(only.message()));
            } else if (reply instanceof Reply.OnlyToYou only && payload.getResponseUrl() != null) {
                slack.messages().respond(payload.getResponseUrl(), only.message());
            } else if (reply instanceof Reply.OnlyToYou only) {
                // Below somebody's link Slack's pages promise no response_url.
                slack.messages()
                        .postEphemeral(Incoming.place(payload).channel(), Incoming.user(payload), only.message());
            }
        } catch (SlackFailure e) {
            log.warn("an answer to a click did not get there: {}", e.getMessage());
            if (reply instanceof Reply.Opens && view.isEmpty()) {
                sayWhyNot(payload.getResponseUrl(), Incoming.team(payload));
            }
        }
    }

    /** A form that could not be opened is no silence: Slack gives three seconds for it, and a slow line takes more. */
    private void sayWhyNot(@Nullable String responseUrl, TeamId team) {
        if (responseUrl == null) {
            return;
        }
        try {
            workspaces.of(team).messages().respond(responseUrl, notOpened().message());
        } catch (SlackFailure e) {
            log.warn("nor could that be said: {}", e.getMessage());
        }
    }

    void toShortcut(Reply reply, MessageShortcutPayload payload) {
        try {
            SlackApi slack = workspaces.of(Incoming.team(payload));
            if (reply instanceof Reply.Opens opens) {
                slack.views().open(payload.getTriggerId(), opens.modal());
            } else if (reply instanceof Reply.OnlyToYou only && payload.getResponseUrl() != null) {
                slack.messages().respond(payload.getResponseUrl(), only.message());
            } else if (reply instanceof Reply.OnlyToYou only) {
                slack.messages().postEphemeral(Incoming.channel(payload), Incoming.user(payload), only.message());
            }
        } catch (SlackFailure e) {
            log.warn("an answer to a shortcut did not get there: {}", e.getMessage());
            if (reply instanceof Reply.Opens) {
                sayWhyNot(payload.getResponseUrl(), Incoming.team(payload));
            }
        }
    }

    /** What was chosen in no channel has no place for an answer but a modal. */
    void toShortcut(Reply reply, TeamId team, String triggerId) {
        try {
            if (reply instanceof Reply.Opens opens) {
                workspaces.of(team).views().open(triggerId, opens.modal());
            } else if (reply instanceof Reply.OnlyToYou only) {
                workspaces.of(team).views().open(triggerId, notice(only.message()));
            }
        } catch (SlackFailure e) {
            log.warn("an answer to a shortcut did not get there: {}", e.getMessage());
        }
    }

    static Response toSubmission(Reply reply) {
        if (reply instanceof Reply.Problems problems) {
            return json("{\"response_action\":\"errors\",\"errors\":" + Json.write(problems.byBlock()) + "}");
        }
        if (reply instanceof Reply.Opens opens) {
            Limits.require(opens.modal());
            return view("update", opens.modal());
        }
        // On top, so that what was entered is still there when the person goes back.
        return reply instanceof Reply.OnlyToYou only ? view("push", notice(only.message())) : Response.ok();
    }

    private static Response view(String action, Modal modal) {
        return json("{\"response_action\":\"" + action + "\",\"view\":" + BlockJson.write(modal) + "}");
    }

    static Response toTyping(List<Option> options) {
        return json("{\"options\":" + BlockJson.writeOptions(options) + "}");
    }

    /** A modal has no ephemeral messages: what would be one is said in a modal on top. */
    private static Modal notice(Message message) {
        List<Block> blocks = message.blocks().isEmpty() ? List.of(Blocks.section(message.text())) : message.blocks();
        return Limits.fit(Modal.of("notice/1", "Lectern", blocks).close(TEXTS.say("modal.back")));
    }

    private static Response json(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body)
                .build();
    }
}
