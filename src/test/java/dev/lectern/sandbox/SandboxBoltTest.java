package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.ViewState;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bolt for Java must understand all that the sandbox sends, and the sandbox all that Bolt answers. */
class SandboxBoltTest {
    private static final String MODAL = """
            {"type":"modal","callback_id":"setup","title":{"type":"plain_text","text":"Set up"},
             "submit":{"type":"plain_text","text":"Save"},"notify_on_close":true,"private_metadata":"C0READING",
             "blocks":[
              {"type":"input","block_id":"topics","label":{"type":"plain_text","text":"Topics"},
               "element":{"type":"plain_text_input","action_id":"text","initial_value":"agents"}},
              {"type":"input","block_id":"day","optional":true,"label":{"type":"plain_text","text":"Day"},
               "element":{"type":"static_select","action_id":"pick","options":[
                {"text":{"type":"plain_text","text":"Monday"},"value":"MON"},
                {"text":{"type":"plain_text","text":"Tuesday"},"value":"TUE"}]}},
              {"type":"input","block_id":"members","label":{"type":"plain_text","text":"Members"},
               "element":{"type":"multi_users_select","action_id":"who"}},
              {"type":"input","block_id":"hour","optional":true,"label":{"type":"plain_text","text":"Hour"},
               "element":{"type":"timepicker","action_id":"at","initial_time":"15:00"}},
              {"type":"input","block_id":"from","optional":true,"label":{"type":"plain_text","text":"From"},
               "element":{"type":"datepicker","action_id":"on"}},
              {"type":"input","block_id":"flags","optional":true,"label":{"type":"plain_text","text":"Flags"},
               "element":{"type":"checkboxes","action_id":"set","options":[
                {"text":{"type":"plain_text","text":"Remind"},"value":"remind"}]}}]}
            """;
    private static final String CAROUSEL = """
            [{"type":"carousel","elements":[
              {"type":"card","block_id":"c1","title":{"type":"mrkdwn","text":"One"},
               "actions":[{"type":"button","action_id":"nominate","value":"p1",
                           "text":{"type":"plain_text","text":"Nominate"}}]},
              {"type":"card","block_id":"c2","title":{"type":"mrkdwn","text":"Two"},
               "actions":[{"type":"button","action_id":"nominate","value":"p2",
                           "text":{"type":"plain_text","text":"Nominate"}}]}]},
             {"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"Pick"},
              "accessory":{"type":"users_select","action_id":"who"}}]
            """;

    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh"));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    private static ViewState.Value value(ViewState state, String block, String action) {
        Map<String, ViewState.Value> values =
                Objects.requireNonNull(state.getValues().get(block), block);
        return Objects.requireNonNull(values.get(action), action);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        sandbox.close();
    }

    private BoltApp bolt(java.util.function.Consumer<com.slack.api.bolt.App> listeners) {
        BoltApp bolt = new BoltApp(sandbox, listeners);
        open.add(bolt);
        return bolt;
    }

    @Test
    void a_slash_command_reaches_bolt_with_all_its_fields_and_its_answer_is_seen_by_that_person_alone() {
        Got<SlashCommandPayload> got = new Got<>();
        bolt(app -> app.command("/papers", (request, context) -> {
            got.set(request.getPayload());
            return context.ack("Try `/papers setup`.");
        }));

        JsonNode answer = client.post(
                "/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'/papers help & more = ü'}");

        assertThat(got.get().getText()).isEqualTo("help & more = ü");
        assertThat(got.get().getCommand()).isEqualTo("/papers");
        assertThat(got.get().getUserId()).isEqualTo("U0ADA");
        assertThat(got.get().getUserName()).isEqualTo("ada");
        assertThat(got.get().getChannelName()).isEqualTo("reading-group");
        assertThat(got.get().getTeamId()).isEqualTo("T0LECTERN");
        assertThat(got.get().getTeamDomain()).isNotBlank();
        assertThat(got.get().getApiAppId()).isEqualTo("A0LECTERN");
        assertThat(got.get().getTriggerId()).matches("\\d+\\.\\d+\\.[0-9a-f]+");
        assertThat(got.get().getResponseUrl()).startsWith(sandbox.url() + "/response/");
        assertThat(answer.path("text").asString()).isEqualTo("Try `/papers setup`.");
        JsonNode message = answer.path("messages").path(0);
        assertThat(message.path("ephemeral").asBoolean()).isTrue();
        assertThat(message.path("to").asString()).isEqualTo("U0ADA");
        assertThat(client.get("/sandbox/channels/C0READING/messages?user=U0BEN").path("messages"))
                .isEmpty();
    }

    @Test
    void an_answer_in_the_channel_is_seen_by_all() {
        bolt(app -> app.command(
                "/papers",
                (request, context) -> context.ack(
                        message -> message.responseType("in_channel").text("For all"))));

        client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'backlog'}");

        JsonNode message = client.lastMessage("C0READING").orElseThrow();
        assertThat(message.path("text").asString()).isEqualTo("For all");
        assertThat(message.has("ephemeral")).isFalse();
    }

    @Test
    void a_click_on_one_card_of_a_carousel_reaches_bolt_with_its_message_and_its_value() {
        Got<BlockActionPayload> got = new Got<>();
        BoltApp bolt = bolt(app -> app.blockAction("nominate", (request, context) -> {
            got.set(request.getPayload());
            context.respond("Nominated.");
            return context.ack();
        }));
        String ts = post(bolt);

        JsonNode answer = client.post(
                "/sandbox/actions",
                "{'user':'U0BEN','channel':'C0READING','ts':'" + ts + "','action_id':'nominate','value':'p2'}");

        assertThat(got.get().getActions()).hasSize(1);
        assertThat(got.get().getActions().get(0).getValue()).isEqualTo("p2");
        assertThat(got.get().getActions().get(0).getBlockId()).isEqualTo("c2");
        assertThat(got.get().getUser().getId()).isEqualTo("U0BEN");
        assertThat(got.get().getChannel().getId()).isEqualTo("C0READING");
        assertThat(got.get().getMessage().getTs()).isEqualTo(ts);
        assertThat(got.get().getMessage().getMetadata().getEventType()).isEqualTo("digest");
        assertThat(got.get().getContainer().getMessageTs()).isEqualTo(ts);
        assertThat(value(got.get().getState(), "s", "who").getType()).isEqualTo("users_select");
        assertThat(answer.path("text").asString()).isEqualTo("Nominated.");
    }

    private String post(BoltApp bolt) {
        try {
            ChatPostMessageResponse response = bolt.slack
                    .methods(sandbox.botToken())
                    .chatPostMessage(request -> request.channel("C0READING")
                            .text("Papers")
                            .metadata(com.slack.api.model.Message.Metadata.builder()
                                    .eventType("digest")
                                    .eventPayload(Map.of("day", "2026-03-30"))
                                    .build())
                            .blocksAsString(CAROUSEL));
            assertThat(response.getError()).isNull();
            return response.getTs();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_choice_in_a_select_is_the_action_and_stays_in_the_state_of_later_clicks() {
        Got<BlockActionPayload> choice = new Got<>();
        Got<BlockActionPayload> click = new Got<>();
        BoltApp bolt = bolt(app -> {
            app.blockAction("who", (request, context) -> {
                choice.set(request.getPayload());
                return context.ack();
            });
            app.blockAction("nominate", (request, context) -> {
                click.set(request.getPayload());
                return context.ack();
            });
        });
        String place = "{'user':'U0BEN','channel':'C0READING','ts':'" + post(bolt) + "',";

        client.post("/sandbox/actions", place + "'action_id':'who','selected':'U0CHEN'}");
        client.post("/sandbox/actions", place + "'action_id':'nominate','value':'p1'}");

        assertThat(choice.get().getActions().get(0).getSelectedUser()).isEqualTo("U0CHEN");
        assertThat(value(click.get().getState(), "s", "who").getSelectedUser()).isEqualTo("U0CHEN");
    }

    @Test
    void a_modal_is_opened_filled_refused_and_submitted() {
        Got<ViewSubmissionPayload> got = new Got<>();
        bolt(app -> {
            app.command("/papers", (request, context) -> {
                ViewsOpenResponse opened = context.client()
                        .viewsOpen(
                                view -> view.triggerId(context.getTriggerId()).viewAsString(MODAL));
                assertThat(opened.getError()).isNull();
                return context.ack();
            });
            app.viewSubmission("setup", (request, context) -> {
                got.set(request.getPayload());
                ViewState state = request.getPayload().getView().getState();
                return value(state, "topics", "text").getValue().equals("bad")
                        ? context.ack(response ->
                                response.responseAction("errors").errors(Map.of("topics", "Not that topic.")))
                        : context.ack();
            });
        });
        JsonNode answer = client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'setup'}");
        String submit = "/sandbox/views/" + answer.path("view").path("id").asString() + "/submit";

        JsonNode incomplete = client.post(submit, "{'user':'U0ADA','values':{}}");
        JsonNode refused = client.post(submit, "{'user':'U0ADA','values':{'topics':'bad','members':['U0ADA']}}");
        JsonNode accepted = client.post(
                submit,
                "{'user':'U0ADA','values':{'topics':{'text':{'type':'plain_text_input','value':'vision'}},"
                        + "'day':'TUE','from':'2026-03-30','set':['remind'],'members':['U0ADA','U0BEN']}}");

        assertThat(incomplete.path("errors").path("members").asString()).contains("required");
        assertThat(refused.path("result").asString()).isEqualTo("errors");
        assertThat(refused.path("errors").path("topics").asString()).isEqualTo("Not that topic.");
        assertThat(accepted.path("result").asString()).isEqualTo("closed");
        ViewState state = got.get().getView().getState();
        assertThat(got.get().getView().getPrivateMetadata()).isEqualTo("C0READING");
        assertThat(value(state, "topics", "text").getValue()).isEqualTo("vision");
        assertThat(value(state, "day", "pick").getSelectedOption().getValue()).isEqualTo("TUE");
        assertThat(value(state, "members", "who").getSelectedUsers()).containsExactly("U0ADA", "U0BEN");
        assertThat(value(state, "hour", "at").getSelectedTime()).isEqualTo("15:00");
        assertThat(value(state, "from", "on").getSelectedDate()).isEqualTo("2026-03-30");
        assertThat(value(state, "flags", "set").getSelectedOptions().get(0).getValue())
                .isEqualTo("remind");
        assertThat(client.get("/sandbox/users/U0ADA/views").path("modals")).isEmpty();
    }

    @Test
    void a_submission_may_update_push_or_clear_and_a_closed_view_is_told() {
        Got<ViewClosedPayload> closed = new Got<>();
        bolt(app -> {
            app.globalShortcut("open", (request, context) -> {
                context.client()
                        .viewsOpen(
                                view -> view.triggerId(context.getTriggerId()).viewAsString(MODAL));
                return context.ack();
            });
            app.viewSubmission("setup", (request, context) -> {
                ViewState state = request.getPayload().getView().getState();
                String text = value(state, "topics", "text").getValue();
                return context.ackWithJson(
                        text.equals("clear")
                                ? Map.of("response_action", "clear")
                                : Map.of(
                                        "response_action",
                                        text,
                                        "view",
                                        SandboxClient.JSON.readValue(MODAL, Map.class)));
            });
            app.viewClosed("setup", (request, context) -> {
                closed.set(request.getPayload());
                return context.ack();
            });
        });
        client.post("/sandbox/shortcuts", "{'user':'U0ADA','callback_id':'open'}");

        assertThat(submitTop("update").path("result").asString()).isEqualTo("updated");
        assertThat(submitTop("push").path("result").asString()).isEqualTo("pushed");
        assertThat(submitTop("push").path("result").asString()).isEqualTo("pushed");
        assertThat(submitTop("push").path("ok").asBoolean()).isFalse();
        JsonNode top = modals().path(2);
        assertThat(top.path("previous_view_id").asString())
                .isEqualTo(modals().path(1).path("id").asString());
        client.post("/sandbox/views/" + top.path("id").asString() + "/close", "{'user':'U0ADA'}");
        assertThat(closed.get().getView().getId()).isEqualTo(top.path("id").asString());
        assertThat(modals()).hasSize(2);
        assertThat(submitTop("clear").path("result").asString()).isEqualTo("closed");
        assertThat(modals()).isEmpty();
    }

    private JsonNode modals() {
        return client.get("/sandbox/users/U0ADA/views").path("modals");
    }

    private JsonNode submitTop(String topics) {
        JsonNode modals = modals();
        String top = modals.path(modals.size() - 1).path("id").asString();
        return client.post(
                "/sandbox/views/" + top + "/submit",
                "{'user':'U0ADA','values':{'topics':'" + topics + "','members':['U0ADA']}}");
    }

    @Test
    void shortcuts_reach_bolt_with_and_without_a_message() {
        Got<GlobalShortcutPayload> global = new Got<>();
        Got<MessageShortcutPayload> onMessage = new Got<>();
        BoltApp bolt = bolt(app -> {
            app.globalShortcut("anywhere", (request, context) -> {
                global.set(request.getPayload());
                return context.ack();
            });
            app.messageShortcut("nominate", (request, context) -> {
                onMessage.set(request.getPayload());
                return context.ack();
            });
        });
        String ts = post(bolt);

        client.post("/sandbox/shortcuts", "{'user':'U0EMIL','callback_id':'anywhere'}");
        client.post(
                "/sandbox/shortcuts",
                "{'user':'U0EMIL','callback_id':'nominate','channel':'C0READING','ts':'" + ts + "'}");

        assertThat(global.get().getUser().getId()).isEqualTo("U0EMIL");
        assertThat(onMessage.get().getMessage().getText()).isEqualTo("Papers");
        assertThat(onMessage.get().getMessageTs()).isEqualTo(ts);
        assertThat(onMessage.get().getChannel().getId()).isEqualTo("C0READING");
    }

    @Test
    void events_reach_bolt_home_messages_and_mentions() {
        List<MessageEvent> messages = new CopyOnWriteArrayList<>();
        List<AppMentionEvent> mentions = new CopyOnWriteArrayList<>();
        bolt(app -> {
            app.event(AppHomeOpenedEvent.class, (payload, context) -> {
                var published = context.client()
                        .viewsPublish(
                                request -> request.userId(payload.getEvent().getUser())
                                        .viewAsString("{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}"));
                assertThat(published.getError()).isNull();
                return context.ack();
            });
            app.event(MessageEvent.class, (payload, context) -> {
                messages.add(payload.getEvent());
                assertThat(payload.getEventId()).startsWith("Ev");
                return context.ack();
            });
            app.event(AppMentionEvent.class, (payload, context) -> {
                mentions.add(payload.getEvent());
                return context.ack();
            });
        });

        JsonNode home = client.post("/sandbox/home", "{'user':'U0DIYA'}");
        client.post("/sandbox/messages", "{'user':'U0DIYA','channel':'C0READING','text':'hey @lectern & co'}");
        client.post("/sandbox/messages", "{'user':'U0DIYA','channel':'D0DIYA','text':'just us'}");
        client.post("/sandbox/messages", "{'user':'U0DIYA','channel':'C0RANDOM','text':'not for @lectern'}");

        assertThat(home.path("home").path("type").asString()).isEqualTo("home");
        assertThat(messages).extracting(MessageEvent::getText).containsExactly("hey <@U0LECTERN> &amp; co", "just us");
        assertThat(messages).extracting(MessageEvent::getChannelType).containsExactly("channel", "im");
        assertThat(mentions).hasSize(1);
    }

    @Test
    void requests_are_signed_over_their_raw_bytes_with_the_sandbox_clock() throws Exception {
        BoltApp bolt = bolt(app -> app.command("/papers", (request, context) -> context.ack()));
        client.post("/sandbox/clock", "{'advance':'P2D'}");

        client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'é'}");

        BoltApp.Received request = bolt.received().get(0);
        String timestamp = header(request, "X-Slack-Request-Timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shh".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String base = "v0:" + timestamp + ":" + new String(request.body(), StandardCharsets.UTF_8);
        String expected = "v0=" + HexFormat.of().formatHex(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        assertThat(header(request, "X-Slack-Signature")).isEqualTo(expected);
        assertThat(Long.parseLong(timestamp))
                .isBetween(
                        sandbox.clock().instant().getEpochSecond() - 60,
                        sandbox.clock().instant().getEpochSecond());
    }

    private static String header(BoltApp.Received request, String name) {
        return request.headers().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void an_app_that_fails_shows_as_slack_shows_it() {
        bolt(app -> app.command("/papers", (request, context) -> {
            throw new IllegalStateException("broken on purpose");
        }));

        JsonNode answer = client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'help'}");

        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error").asString()).isEqualTo("dispatch_failed");
        assertThat(answer.path("text").asString()).isEqualTo("/papers failed with the error \"dispatch_failed\"");
    }
}
