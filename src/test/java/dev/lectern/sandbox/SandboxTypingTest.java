package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.FakeApp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody types into a select of external data, and the app says what it offers. */
class SandboxTypingTest {
    private static final String SELECT = "{'type':'external_select','action_id':'paper','min_query_length':2}";
    private static final String MODAL = "{'type':'modal','callback_id':'pick','title':{'type':'plain_text','text':'T'},"
            + "'submit':{'type':'plain_text','text':'Go'},'blocks':[{'type':'input','block_id':'b',"
            + "'label':{'type':'plain_text','text':'L'},'element':" + SELECT + "}]}";
    private static final String OFFER = "{'options':[{'text':{'type':'plain_text','text':'One'},'value':'1'},"
            + "{'text':{'type':'plain_text','text':'Two'},'value':'2'}]}";

    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh"));
    private final SandboxClient client = new SandboxClient(sandbox);
    private final FakeApp app = new FakeApp(sandbox);

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    private String modal() {
        client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'go'}");
        String trigger = app.last().field("trigger_id");
        return client.api("views.open", "{'trigger_id':'" + trigger + "','view':" + MODAL + "}")
                .path("view")
                .path("id")
                .asString();
    }

    private JsonNode type(String view, String text) {
        return client.post(
                "/sandbox/suggestions",
                "{'user':'U0ADA','view_id':'" + view + "','action_id':'paper','value':'" + text + "'}");
    }

    private JsonNode submit(String view, String value) {
        return client.post("/sandbox/views/" + view + "/submit", "{'user':'U0ADA','values':{'b':'" + value + "'}}");
    }

    @Test
    void the_app_is_asked_with_what_was_typed_and_its_options_come_back() {
        String view = modal();
        app.answering(request -> Answer.json(OFFER));

        JsonNode answer = type(view, "on");

        assertThat(answer.path("options")).hasSize(2);
        JsonNode asked = app.last().payload();
        assertThat(asked.path("type").asString()).isEqualTo("block_suggestion");
        assertThat(asked.path("action_id").asString()).isEqualTo("paper");
        assertThat(asked.path("block_id").asString()).isEqualTo("b");
        assertThat(asked.path("value").asString()).isEqualTo("on");
        assertThat(asked.path("container").path("view_id").asString()).isEqualTo(view);
        assertThat(asked.path("view").path("callback_id").asString()).isEqualTo("pick");
        assertThat(asked.path("user").path("id").asString()).isEqualTo("U0ADA");
    }

    @Test
    void in_a_message_the_channel_comes_along_and_the_choice_is_told() {
        String ts = client.api(
                        "chat.postMessage",
                        "{'channel':'C0READING','text':'t','blocks':[{'type':'actions','block_id':'b','elements':["
                                + SELECT + "]}]}")
                .path("ts")
                .asString();
        app.answering(request -> Answer.json(OFFER));
        String place = "'user':'U0BEN','channel':'C0READING','ts':'" + ts + "','action_id':'paper'";

        assertThat(client.post("/sandbox/suggestions", "{" + place + ",'value':'tw'}")
                        .path("options"))
                .hasSize(2);
        assertThat(app.last().payload().path("channel").path("id").asString()).isEqualTo("C0READING");
        assertThat(app.last().payload().path("container").path("message_ts").asString())
                .isEqualTo(ts);

        client.post("/sandbox/actions", "{" + place + ",'selected':'2'}");
        JsonNode action = app.last().payload().path("actions").path(0);
        assertThat(action.path("selected_option").path("value").asString()).isEqualTo("2");
        assertThat(action.path("selected_option").path("text").path("text").asString())
                .isEqualTo("Two");
    }

    @Test
    void only_what_was_offered_to_that_person_can_be_chosen() {
        String view = modal();
        assertThat(submit(view, "1").path("error").asString()).contains("has no option with the value 1");
        app.answering(
                request -> request.field("payload").contains("block_suggestion") ? Answer.json(OFFER) : Answer.empty());
        type(view, "on");
        assertThat(submit(view, "3").path("error").asString()).contains("has no option with the value 3");

        assertThat(submit(view, "1").path("result").asString()).isEqualTo("closed");
        assertThat(app.last()
                        .payload()
                        .path("view")
                        .path("state")
                        .path("values")
                        .path("b")
                        .path("paper")
                        .path("selected_option")
                        .path("value")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void the_app_is_not_asked_before_enough_is_typed() {
        String view = modal();
        int before = app.requests.size();
        assertThat(type(view, "o").path("error").asString()).contains("from 2 typed characters on");
        assertThat(app.requests).hasSize(before);
    }

    @Test
    void an_answer_that_slack_would_not_show_is_said_to_be_that() {
        String view = modal();
        for (String wrong : new String[] {
            "{}",
            "[]",
            "nonsense",
            "{'options':[{'text':{'type':'mrkdwn','text':'One'},'value':'1'}]}",
            "{'options':[{'text':{'type':'plain_text','text':'" + "x".repeat(76) + "'},'value':'1'}]}"
        }) {
            app.answering(request -> Answer.json(wrong));
            JsonNode answer = type(view, "on");
            assertThat(answer.path("ok").asBoolean(true)).as(wrong).isFalse();
            assertThat(answer.path("error").asString()).as(wrong).startsWith("invalid_response");
        }
        app.answering(request -> Answer.json("{'options':[]}"));
        assertThat(type(view, "on").path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_field_with_an_option_of_its_own_keeps_it_unless_another_is_chosen() {
        String withInitial = MODAL.replace(
                "'min_query_length':2",
                "'min_query_length':2,'initial_option':{'text':{'type':'plain_text','text':'Zero'},'value':'0'}");
        client.post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING','text':'go'}");
        String view = client.api(
                        "views.open",
                        "{'trigger_id':'" + app.last().field("trigger_id") + "','view':" + withInitial + "}")
                .path("view")
                .path("id")
                .asString();
        app.answering(request -> Answer.empty());
        assertThat(client.post("/sandbox/views/" + view + "/submit", "{'user':'U0ADA','values':{}}")
                        .path("result")
                        .asString())
                .isEqualTo("closed");
        assertThat(app.last().field("payload")).contains("\"value\":\"0\"");
    }
}
