package dev.lectern.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.User;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.redis.Json;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Home;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.work.RequestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bolt, wired to the routes: every command, click, form, and visit of the Home goes one way. Any thread. */
public final class SlackApp {
    private static final Logger log = LoggerFactory.getLogger(SlackApp.class);
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private static final String COMPOSER = "composer";
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Workspaces workspaces;
    private final Answering answering;
    private final App app;
    private final SlackRequestParser parser;

    public SlackApp(Workspaces workspaces, Routes routes, Scenes scenes) {
        this.workspaces = workspaces;
        this.answering = new Answering(routes, scenes);
        AppConfig config = AppConfig.builder().build();
        this.parser = new SlackRequestParser(config);
        this.app = new App(config, List.of(new KnownInstallation(workspaces)));
        app.command(ANY, this::command);
        app.blockAction(ANY, this::click);
        app.viewSubmission(ANY, this::submission);
        app.blockSuggestion(ANY, this::suggestions);
        app.messageShortcut(ANY, this::shortcut);
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            home(new TeamId(event.getTeamId()), new UserId(event.getEvent().getUser()));
            return context.ack();
        });
        app.event(LinkSharedEvent.class, (event, context) -> shared(event.getTeamId(), event.getEvent()));
        app.event(
                MemberLeftChannelEvent.class,
                (event, context) -> gone(
                        event,
                        event.getEvent().getUser(),
                        Optional.of(new ChannelId(event.getEvent().getChannel()))));
        app.event(UserChangeEvent.class, (event, context) -> {
            User changed = event.getEvent().getUser();
            return changed.isDeleted() ? gone(event, changed.getId(), Optional.empty()) : context.ack();
        });
        app.event(MessageEvent.class, (event, context) -> context.ack());
        Farewells farewells = new Farewells(workspaces);
        app.event(AppUninstalledEvent.class, farewells::uninstalled);
        app.event(TokensRevokedEvent.class, farewells::revoked);
        app.start();
    }

    /** Answers a request whose signature was checked before; status 400 for what is none of Slack's. */
    public Response handle(SlackRequestParser.HttpRequest request) throws Exception {
        Request<?> parsed = parse(request);
        return parsed == null ? Response.builder().statusCode(400).body("").build() : app.run(parsed);
    }

    private @Nullable Request<?> parse(SlackRequestParser.HttpRequest request) {
        try {
            return parser.parse(request);
        } catch (RuntimeException e) {
            // Bolt's parser trusts Slack, and throws whatever comes of it where somebody else has the secret.
            log.warn(
                    "a signed request is none that Slack sends: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }

    private Response command(SlashCommandRequest request, SlashCommandContext context) {
        var payload = request.getPayload();
        Reply reply = answering.command(Command.read(
                group(payload.getTeamId(), payload.getChannelId()),
                Objects.requireNonNullElse(payload.getChannelName(), ""),
                new UserId(payload.getUserId()),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString()),
                Objects.requireNonNullElse(payload.getText(), "")));
        if (reply instanceof Reply.Opens opens) {
            return open(new TeamId(payload.getTeamId()), payload.getTriggerId(), opens)
                    .map(failed -> acknowledge(failed))
                    .orElseGet(context::ack);
        }
        return reply instanceof Reply.OnlyToYou only ? acknowledge(only) : context.ack();
    }

    private static Response acknowledge(Reply.OnlyToYou only) {
        Limits.require(only.message());
        return json("""
                {"response_type":"ephemeral","text":%s,"blocks":%s}""".formatted(
                        Json.write(only.message().text()),
                        BlockJson.write(only.message().blocks())));
    }

    private Response click(BlockActionRequest request, ActionContext context) {
        BlockActionPayload payload = request.getPayload();
        BlockActionPayload.Action action = payload.getActions().get(0);
        Optional<String> view = Optional.ofNullable(payload.getView()).map(shown -> shown.getId());

        Reply reply = answering.click(
                action.getActionId(),
                new UserId(payload.getUser().getId()),
                place(payload),
                arguments -> new Click(
                        place(payload),
                        new UserId(payload.getUser().getId()),
                        RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), action.getActionTs()),
                        arguments,
                        chosen(action),
                        view,
                        metadata(payload.getView())));
        answer(reply, payload, view);
        return context.ack();
    }

    /** Where somebody clicked; a modal carries the group that it is about. */
    private static GroupId place(BlockActionPayload payload) {
        if (payload.getChannel() != null) {
            return group(payload.getTeam().getId(), payload.getChannel().getId());
        }
        return place(payload.getTeam().getId(), payload.getView());
    }

    private static GroupId place(String team, @Nullable View view) {
        String metadata = metadata(view);
        return metadata.isEmpty() ? group(team, "D0") : GroupId.parse(metadata.split(" ", 2)[0]);
    }

    private static String metadata(@Nullable View view) {
        return view == null ? "" : Objects.requireNonNullElse(view.getPrivateMetadata(), "");
    }

    private Response suggestions(BlockSuggestionRequest request, BlockSuggestionContext context) {
        BlockSuggestionPayload payload = request.getPayload();
        List<Option> options = answering.suggestions(
                payload.getActionId(),
                () -> new Typeahead(
                        place(payload),
                        new UserId(payload.getUser().getId()),
                        Objects.requireNonNullElse(payload.getValue(), "")));
        return json("{\"options\":" + BlockJson.writeOptions(options) + "}");
    }

    private static GroupId place(BlockSuggestionPayload payload) {
        String team = payload.getTeam().getId();
        return payload.getChannel() == null
                ? place(team, payload.getView())
                : group(team, payload.getChannel().getId());
    }

    private static String chosen(BlockActionPayload.Action action) {
        return action.getSelectedOption() != null
                ? action.getSelectedOption().getValue()
                : Objects.requireNonNullElse(action.getValue(), "");
    }

    private void answer(Reply reply, BlockActionPayload payload, Optional<String> view) {
        try {
            SlackApi slack = workspaces.of(new TeamId(payload.getTeam().getId()));
            if (reply instanceof Reply.Opens opens && view.isPresent()) {
                slack.updateView(view.get(), opens.modal());
            } else if (reply instanceof Reply.Opens opens) {
                slack.openView(payload.getTriggerId(), opens.modal());
            } else if (reply instanceof Reply.OnlyToYou only && view.isPresent()) {
                slack.pushView(payload.getTriggerId(), notice(only.message()));
            } else if (reply instanceof Reply.OnlyToYou only && payload.getResponseUrl() != null) {
                slack.respond(payload.getResponseUrl(), only.message());
            } else if (reply instanceof Reply.OnlyToYou only) {
                // Below somebody's link Slack's pages promise no response_url.
                slack.postEphemeral(
                        place(payload).channel(), new UserId(payload.getUser().getId()), only.message());
            }
        } catch (SlackFailure e) {
            log.warn("an answer to a click did not get there: {}", e.getMessage());
        }
    }

    /** A modal has no ephemeral messages: what would be one is said in a modal on top. */
    private static Modal notice(Message message) {
        List<Block> blocks = message.blocks().isEmpty() ? List.of(Blocks.section(message.text())) : message.blocks();
        return Limits.fit(Modal.of("notice/1", "Lectern", blocks).close("Back"));
    }

    private Optional<Reply.OnlyToYou> open(TeamId team, String triggerId, Reply.Opens opens) {
        try {
            workspaces.of(team).openView(triggerId, opens.modal());
            return Optional.empty();
        } catch (SlackFailure e) {
            log.warn("a form could not be opened: {}", e.getMessage());
            return Optional.of(
                    (Reply.OnlyToYou) Reply.onlyToYou("Slack did not let me open the form. Please try again."));
        }
    }

    private Response submission(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        Reply reply = answering.submission(
                payload.getView().getCallbackId(),
                place(payload.getTeam().getId(), payload.getView()),
                new Submission(
                        new UserId(payload.getUser().getId()),
                        RequestIds.of(
                                payload.getTriggerId(),
                                request.getRequestBodyAsString(),
                                payload.getView().getId(),
                                payload.getView().getHash()),
                        Objects.requireNonNullElse(payload.getView().getPrivateMetadata(), ""),
                        values(payload.getView().getState())));
        if (reply instanceof Reply.Problems problems) {
            return context.ackWithErrors(problems.byBlock());
        }
        if (reply instanceof Reply.Opens opens) {
            Limits.require(opens.modal());
            return view("update", opens.modal());
        }
        if (reply instanceof Reply.OnlyToYou only) {
            // On top, so that what was entered is still there when the person goes back.
            return view("push", notice(only.message()));
        }
        return context.ack();
    }

    private static Response view(String action, Modal modal) {
        return json("{\"response_action\":\"" + action + "\",\"view\":" + BlockJson.write(modal) + "}");
    }

    private static Map<String, List<String>> values(ViewState state) {
        Map<String, List<String>> values = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .forEach((block, actions) -> actions.values().forEach(value -> values.put(block, entered(value))));
        }
        return values;
    }

    private static List<String> entered(ViewState.Value value) {
        if (value.getSelectedUsers() != null) {
            return value.getSelectedUsers();
        }
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .toList();
        }
        String option = value.getSelectedOption() == null
                ? null
                : value.getSelectedOption().getValue();
        return Stream.of(
                        value.getValue(),
                        option,
                        value.getSelectedUser(),
                        value.getSelectedDate(),
                        value.getSelectedTime())
                .filter(Objects::nonNull)
                .toList();
    }

    private void home(TeamId team, UserId user) {
        try {
            workspaces.of(team).publishHome(user, new Home(answering.home(new Routes.HomeVisit(team, user))));
        } catch (SlackFailure e) {
            log.warn("the Home of {} could not be published: {}", user, e.getMessage());
        }
    }

    private Response shortcut(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcutPayload payload = request.getPayload();
        Reply reply = answering.shortcut(
                payload.getCallbackId(),
                new MessageShortcut(
                        group(payload.getTeam().getId(), payload.getChannel().getId()),
                        new UserId(payload.getUser().getId()),
                        RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), payload.getActionTs()),
                        Objects.requireNonNullElse(payload.getMessage().getText(), "")));
        try {
            SlackApi slack = workspaces.of(new TeamId(payload.getTeam().getId()));
            if (reply instanceof Reply.Opens opens) {
                slack.openView(payload.getTriggerId(), opens.modal());
            } else if (reply instanceof Reply.OnlyToYou only) {
                slack.respond(payload.getResponseUrl(), only.message());
            }
        } catch (SlackFailure e) {
            log.warn("an answer to a shortcut did not get there: {}", e.getMessage());
        }
        return context.ack();
    }

    /** Links in a message that is still being written stand in no channel. */
    private Response shared(String team, LinkSharedEvent event) {
        if (COMPOSER.equals(event.getSource())) {
            return Response.ok();
        }
        List<String> urls =
                event.getLinks().stream().map(LinkSharedEvent.Link::getUrl).toList();
        boolean taken = answering.links(new SharedLinks(group(team, event.getChannel()), event.getMessageTs(), urls));
        return taken ? Response.ok() : Response.error(SERVICE_UNAVAILABLE);
    }

    private Response gone(EventsApiPayload<?> event, String user, Optional<ChannelId> channel) {
        boolean taken = answering.gone(
                new Gone(new TeamId(event.getTeamId()), new UserId(user), channel, new RequestId(event.getEventId())));
        return taken ? Response.ok() : Response.error(SERVICE_UNAVAILABLE);
    }

    private static GroupId group(String team, String channel) {
        return new GroupId(new TeamId(team), new ChannelId(channel));
    }

    private static Response json(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body)
                .build();
    }
}
