package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Links in messages: the app hears of them, and shows what they are about. */
class SandboxUnfurlTest {
    private static final String PAPER = "https://arxiv.org/abs/2401.12345";
    private static final String BLOCKS = "[{'type':'section','text':{'type':'mrkdwn','text':'A paper'},"
            + "'accessory':{'type':'button','action_id':'pick','value':'1','text':{'type':'plain_text','text':'Pick'}}}]";

    private Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-sandbox-test", "shh"));
    private SandboxClient client = new SandboxClient(sandbox);
    private FakeApp app = new FakeApp(sandbox);

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    private void without(String scope) {
        stop();
        Set<String> scopes = new HashSet<>(SandboxConfiguration.DEFAULT_SCOPES);
        scopes.remove(scope);
        sandbox = Sandbox.start(
                SandboxConfiguration.of("xoxb-sandbox-test", "shh").withScopes(scopes));
        client = new SandboxClient(sandbox);
        app = new FakeApp(sandbox);
    }

    private String say(String text) {
        return client.post("/sandbox/messages", "{'user':'U0ADA','channel':'C0READING','text':'" + text + "'}")
                .path("ts")
                .asString();
    }

    private JsonNode unfurl(String ts, String unfurls) {
        return client.api("chat.unfurl", "{'channel':'C0READING','ts':'" + ts + "','unfurls':" + unfurls + "}");
    }

    private JsonNode shared() {
        return app.requests.stream()
                .filter(request -> request.body().contains("link_shared"))
                .findFirst()
                .map(request -> SandboxClient.JSON.readTree(request.body()).path("event"))
                .orElseThrow();
    }

    private JsonNode message() {
        return client.lastMessage("C0READING").orElseThrow();
    }

    @Test
    void the_app_hears_of_links_to_its_sites_and_of_no_others() {
        String ts =
                say("See " + PAPER + " and https://www.alphaxiv.org/abs/2401.1?a=1&b=2, not https://notarxiv.org/x");

        JsonNode event = shared();
        assertThat(event.path("message_ts").asString()).isEqualTo(ts);
        assertThat(event.path("channel").asString()).isEqualTo("C0READING");
        assertThat(event.path("source").asString()).isEqualTo("conversations_history");
        assertThat(event.path("is_bot_user_member").asBoolean()).isTrue();
        assertThat(event.path("links")).hasSize(2);
        assertThat(event.path("links").path(0).path("url").asString()).isEqualTo(PAPER);
        assertThat(event.path("links").path(1).path("url").asString())
                .isEqualTo("https://www.alphaxiv.org/abs/2401.1?a=1&b=2");
        assertThat(event.path("links").path(1).path("domain").asString()).isEqualTo("alphaxiv.org");
    }

    @Test
    void without_the_scope_or_such_a_link_it_hears_nothing() {
        say("https://example.org/abs/2401.12345 and arxiv.org");
        assertThat(app.requests).noneMatch(request -> request.body().contains("link_shared"));
        without("links:read");
        say(PAPER);
        assertThat(app.requests).noneMatch(request -> request.body().contains("link_shared"));
    }

    @Test
    void what_the_app_shows_stands_below_the_message_once_and_its_buttons_tell_where_they_are() {
        String ts = say(PAPER);
        assertThat(unfurl(ts, "{'" + PAPER + "':{'blocks':" + BLOCKS + "}}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(unfurl(ts, "{'" + PAPER + "':{'blocks':" + BLOCKS.replace("A paper", "The paper") + "}}")
                        .path("ok")
                        .asBoolean())
                .isTrue();

        JsonNode attachments = message().path("attachments");
        assertThat(attachments).hasSize(1);
        assertThat(attachments.path(0).path("app_unfurl_url").asString()).isEqualTo(PAPER);
        assertThat(attachments
                        .path(0)
                        .path("blocks")
                        .path(0)
                        .path("text")
                        .path("text")
                        .asString())
                .isEqualTo("The paper");
        assertThat(message().has("edited")).isFalse();

        client.post(
                "/sandbox/actions",
                "{'user':'U0BEN','channel':'C0READING','ts':'" + ts + "','action_id':'pick','value':'1'}");
        JsonNode click = app.last().payload();
        assertThat(click.path("container").path("type").asString()).isEqualTo("message_attachment");
        assertThat(click.path("container").path("is_app_unfurl").asBoolean()).isTrue();
        assertThat(click.path("container").path("attachment_id").asInt()).isEqualTo(1);
        assertThat(click.path("app_unfurl").path("app_unfurl_url").asString()).isEqualTo(PAPER);
        assertThat(click.path("channel").path("id").asString()).isEqualTo("C0READING");
        assertThat(click.path("actions").path(0).path("value").asString()).isEqualTo("1");
    }

    @Test
    void nothing_for_a_link_takes_away_what_was_shown() {
        String ts = say(PAPER);
        unfurl(ts, "{'" + PAPER + "':{'blocks':" + BLOCKS + "}}");
        unfurl(ts, "{'" + PAPER + "':{}}");
        assertThat(message().has("attachments")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = (char) 34, delimiter = '|', textBlock = """
                    {'https://arxiv.org/abs/2401.99999':{'blocks':[{'type':'divider'}]}} | cannot_unfurl_message
                    {'https://example.org/x':{'blocks':[{'type':'divider'}]}}            | cannot_unfurl_url
                    {'https://arxiv.org/abs/2401.12345':{'blocks':[{'type':'nonsense'}]}} | cannot_parse_attachment
                    {'https://arxiv.org/abs/2401.12345':{'blocks':[]}}                   | cannot_parse_attachment
                    {'https://arxiv.org/abs/2401.12345':{'text':'old'}}                  | cannot_parse_attachment
                    []                                                                   | invalid_unfurls_format
                    """)
    void what_slack_would_not_show_is_refused(String unfurls, String error) {
        String ts = say(PAPER + " https://example.org/x");
        assertThat(unfurl(ts, unfurls).path("error").asString()).isEqualTo(error);
        assertThat(message().has("attachments")).isFalse();
    }

    @Test
    void a_message_that_is_not_there_and_a_missing_scope_are_refused() {
        assertThat(unfurl("1.000001", "{'" + PAPER + "':{'blocks':" + BLOCKS + "}}")
                        .path("error")
                        .asString())
                .isEqualTo("cannot_find_message");
        without("links:write");
        String ts = say(PAPER);
        JsonNode refused = unfurl(ts, "{'" + PAPER + "':{'blocks':" + BLOCKS + "}}");
        assertThat(refused.path("error").asString()).isEqualTo("missing_scope");
        assertThat(refused.path("needed").asString()).isEqualTo("links:write");
    }
}
