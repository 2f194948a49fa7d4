package dev.lectern.slack;

import static dev.lectern.slack.Incomplete.needed;

import com.google.gson.JsonParseException;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewClosedRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.User;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.LinkSharedEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.work.RequestId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bolt, wired to the routes: every command, click, form, and visit of the Home goes one way. Any thread. */
public final class SlackApp {
    private static final Logger log = LoggerFactory.getLogger(SlackApp.class);
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private static final String COMPOSER = "composer";
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Answering answering;
    private final Homes homes;
    private final Responding responding;
    private final App app;
    private final SlackRequestParser parser;

    public SlackApp(Workspaces workspaces, Routes routes, Scenes scenes, Homes homes) {
        this.homes = homes;
        this.answering = new Answering(routes, scenes);
        this.responding = new Responding(workspaces);
        AppConfig config = AppConfig.builder().build();
        config.setUnmatchedRequestHandler(SlackApp::notOurs);
        config.setAllEventsApiAutoAckEnabled(true);
        this.parser = new SlackRequestParser(config);
        this.app = new App(
                config,
                List.of(
                        new KnownInstallation(workspaces, new Strangers(workspaces, answering, responding)),
                        new PeopleOnly()));
        app.command(ANY, this::command);
        app.blockAction(ANY, this::click);
        app.viewSubmission(ANY, this::submission);
        app.blockSuggestion(ANY, this::suggestions);
        app.messageShortcut(ANY, this::shortcut);
        app.globalShortcut(ANY, this::globalShortcut);
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            homes.opened(
                    Incoming.team(context.getTeamId()),
                    Incoming.user(event.getEvent().getUser()));
            return context.ack();
        });
        app.event(LinkSharedEvent.class, (event, context) -> shared(context.getTeamId(), event.getEvent()));
        app.event(
                MemberLeftChannelEvent.class,
                (event, context) -> gone(
                        event,
                        context,
                        event.getEvent().getUser(),
                        Optional.of(Incoming.channel(event.getEvent().getChannel()))));
        app.event(UserChangeEvent.class, (event, context) -> {
            User changed = needed(event.getEvent().getUser(), "user");
            return changed.isDeleted() ? gone(event, context, changed.getId(), Optional.empty()) : context.ack();
        });
        new SlackEvents(workspaces, answering).register(app);
        Farewells farewells = new Farewells(workspaces);
        app.event(AppUninstalledEvent.class, farewells::uninstalled);
        app.event(TokensRevokedEvent.class, farewells::revoked);
        app.start();
    }

    /**
     * Answers a request that is known to be Slack's: status 400 for what is none that Slack sends, 200 and nothing for
     * what Slack sends and nobody here asked for.
     */
    public Response handle(SlackRequestParser.HttpRequest request) throws Exception {
        Request<?> parsed = parse(request);
        if (parsed == null) {
            return Response.builder()
                    .statusCode(UnaskedFor.is(request.getRequestBody()) ? 200 : 400)
                    .body("")
                    .build();
        }
        try {
            requireWhatBoltNeeds(parsed);
            return app.run(parsed);
        } catch (Incomplete e) {
            log.info("a request of the kind {} has {}: nothing to do", parsed.getRequestType(), e.getMessage());
            return Response.ok();
        } catch (JsonParseException e) {
            log.info(
                    "a request of the kind {} has another shape than it should: nothing to do",
                    parsed.getRequestType());
            return Response.ok();
        }
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

    /** Bolt looks into these without asking whether they are there. */
    private static void requireWhatBoltNeeds(Request<?> request) {
        if (request instanceof ViewSubmissionRequest submission) {
            needed(submission.getPayload().getView(), "view");
        } else if (request instanceof ViewClosedRequest closed) {
            needed(closed.getPayload().getView(), "view");
        } else if (request instanceof BlockActionRequest click) {
            needed(click.getPayload().getActions(), "actions");
        }
    }

    private static Response notOurs(Request<?> request) {
        log.debug("nobody here asked for a request of the kind {}", request.getRequestType());
        return Response.ok();
    }

    private Response command(SlashCommandRequest request, SlashCommandContext context) {
        Command command = Incoming.command(request);
        Reply reply = answering.command(command);
        homes.changed(command.group().team(), command.user());
        return answering.speakingTo(
                command.user(),
                command.group(),
                () -> responding.toCommand(
                        reply, command.group().team(), request.getPayload().getTriggerId()));
    }

    private Response click(BlockActionRequest request, ActionContext context) {
        BlockActionPayload payload = request.getPayload();
        Reply reply = answering.click(
                Incoming.action(payload).getActionId(),
                Incoming.user(payload),
                Incoming.place(payload),
                arguments -> Incoming.click(request, arguments));
        return answering.speakingTo(Incoming.user(payload), Incoming.place(payload), () -> {
            responding.toClick(reply, payload);
            homes.changed(Incoming.team(payload), Incoming.user(payload));
            return context.ack();
        });
    }

    private Response suggestions(BlockSuggestionRequest request, BlockSuggestionContext context) {
        return Responding.toTyping(
                answering.suggestions(request.getPayload().getActionId(), () -> Incoming.typing(request)));
    }

    private Response submission(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        Submission submission = Incoming.submission(request);
        GroupId place = Incoming.place(payload);
        Reply reply = answering.submission(payload.getView().getCallbackId(), place, submission);
        homes.changed(place.team(), submission.user());
        return answering.speakingTo(submission.user(), place, () -> Responding.toSubmission(reply));
    }

    private Response shortcut(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcut shortcut = Incoming.shortcut(request);
        Reply reply = answering.shortcut(request.getPayload().getCallbackId(), shortcut);
        return answering.speakingTo(shortcut.user(), shortcut.group(), () -> {
            responding.toShortcut(reply, request.getPayload());
            homes.changed(shortcut.group().team(), shortcut.user());
            return context.ack();
        });
    }

    private Response globalShortcut(GlobalShortcutRequest request, GlobalShortcutContext context) {
        Shortcut shortcut = Incoming.shortcut(request);
        Reply reply = answering.globalShortcut(request.getPayload().getCallbackId(), shortcut);
        return answering.speakingTo(shortcut.user(), new GroupId(shortcut.team(), Incoming.NO_CHANNEL), () -> {
            responding.toShortcut(reply, shortcut.team(), request.getPayload().getTriggerId());
            return context.ack();
        });
    }

    /** Links in a message that is still being written stand in no channel. */
    private Response shared(String team, LinkSharedEvent event) {
        if (COMPOSER.equals(event.getSource())) {
            return Response.ok();
        }
        List<String> urls = needed(event.getLinks(), "links").stream()
                .map(LinkSharedEvent.Link::getUrl)
                .filter(Objects::nonNull)
                .toList();
        return heard(answering.links(new SharedLinks(
                Incoming.group(team, event.getChannel()), needed(event.getMessageTs(), "message_ts"), urls)));
    }

    /** In a channel that workspaces share, only the context says which one of them is ours. */
    private Response gone(EventsApiPayload<?> event, EventContext context, String user, Optional<ChannelId> channel) {
        return heard(answering.gone(new Gone(
                Incoming.team(context.getTeamId()),
                Incoming.user(user),
                channel,
                needed(event.getEventId(), "event_id", RequestId::new))));
    }

    private static Response heard(boolean taken) {
        return taken ? Response.ok() : Response.error(SERVICE_UNAVAILABLE);
    }
}
