package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.sandbox.workspace.Team;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Workspaces beside the first, and an organization of Enterprise Grid. */
class SandboxTeamsTest {
    private static final Team.Organization UNI = new Team.Organization("E0UNI", "The University");
    private static final Team NORTH = new Team("T0NORTH", "North Lab", "north-lab", Optional.of(UNI));
    private static final Team SOUTH = new Team("T0SOUTH", "South Lab", "south-lab", Optional.of(UNI));
    private static final Team ALONE = new Team("T0ALONE", "A Lab Alone", "alone", Optional.empty());
    private static final String BACK = "http://127.0.0.1:1/back";

    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-of-nobody", "secret")
            .installedBy(new OAuthApp("1.2", "s3cret", false, false))
            .beside(ALONE, NORTH, SOUTH));
    private final SandboxClient anybody = new SandboxClient(sandbox.url(), "");
    private final FakeApp app = new FakeApp(sandbox);

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    /** What the app gets once somebody allowed it for that workspace or organization. */
    private JsonNode granted(String owner) {
        HttpResponse<String> sent = anybody.send(HttpRequest.newBuilder(URI.create(
                        sandbox.url() + "/oauth/v2/authorize?client_id=1.2&scope=commands&redirect_uri=" + BACK))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("answer=allow&team=" + owner))
                .build());
        String back = sent.headers().firstValue("Location").orElseThrow();
        String code = URLDecoder.decode(back.substring(back.indexOf("code=") + 5), StandardCharsets.UTF_8);
        return anybody.apiForm(
                "oauth.v2.access", "client_id=1.2&client_secret=s3cret&redirect_uri=" + BACK + "&code=" + code);
    }

    private SandboxClient as(String owner) {
        return anybody.withToken(granted(owner).path("access_token").asString());
    }

    private static String error(JsonNode answer) {
        return answer.path("error").asString("");
    }

    private SandboxClient in(Team team) {
        return new SandboxClient(sandbox.url(team), "");
    }

    private JsonNode event() {
        return SandboxClient.JSON.readTree(app.last().body());
    }

    @Test
    void a_grant_names_the_workspace_or_the_organization_and_never_both_as_where_it_is_good() {
        JsonNode alone = granted(ALONE.id());
        assertThat(alone.at("/team/id").asString()).isEqualTo("T0ALONE");
        assertThat(alone.path("enterprise").isNull()).isTrue();
        assertThat(alone.path("is_enterprise_install").asBoolean()).isFalse();

        JsonNode north = granted(NORTH.id());
        assertThat(north.at("/team/id").asString()).isEqualTo("T0NORTH");
        assertThat(north.at("/enterprise/id").asString()).isEqualTo("E0UNI");
        assertThat(north.path("is_enterprise_install").asBoolean()).isFalse();

        JsonNode uni = granted(UNI.id());
        assertThat(uni.path("team").isNull()).isTrue();
        assertThat(uni.at("/enterprise/id").asString()).isEqualTo("E0UNI");
        assertThat(uni.path("is_enterprise_install").asBoolean()).isTrue();
    }

    @Test
    void a_token_sees_its_own_workspace_and_posts_there() {
        as(ALONE.id()).api("chat.postMessage", "{'channel':'C0READING','text':'hello'}");
        assertThat(in(ALONE).lastMessage("C0READING")).isPresent();
        assertThat(in(Team.FIRST).lastMessage("C0READING")).isEmpty();
        assertThat(as(ALONE.id()).api("auth.test", "{}").path("team_id").asString())
                .isEqualTo("T0ALONE");
        assertThat(error(as(ALONE.id()).api("chat.postMessage", "{'channel':'C0READING0NORTH','text':'hello'}")))
                .isEqualTo("channel_not_found");
    }

    @Test
    void an_organizations_token_finds_the_workspace_by_the_channel_and_lists_take_a_team() {
        SandboxClient uni = as(UNI.id());
        uni.api("chat.postMessage", "{'channel':'C0READING0SOUTH','text':'hello'}");
        assertThat(in(SOUTH).lastMessage("C0READING0SOUTH")).isPresent();
        assertThat(uni.api("auth.test", "{}").path("is_enterprise_install").asBoolean())
                .isTrue();
        assertThat(error(uni.api("conversations.list", "{}"))).isEqualTo("invalid_arguments");
        assertThat(error(uni.api("conversations.list", "{'team_id':'T0ALONE'}")))
                .isEqualTo("team_access_not_granted");
        assertThat(uni.api("conversations.list", "{'team_id':'T0NORTH'}")
                        .at("/channels/0/id")
                        .asString())
                .isEqualTo("C0READING0NORTH");
    }

    @Test
    void requests_name_the_workspace_in_use_and_its_organization() {
        granted(UNI.id());
        in(SOUTH).post("/sandbox/commands", "{'user':'U0ADA','channel':'C0READING0SOUTH','text':'/papers help'}");
        assertThat(app.last().field("team_id")).isEqualTo("T0SOUTH");
        assertThat(app.last().field("enterprise_id")).isEqualTo("E0UNI");
        assertThat(app.last().field("is_enterprise_install")).isEqualTo("true");

        in(SOUTH).post("/sandbox/shortcuts", "{'user':'U0ADA','callback_id':'x'}");
        assertThat(app.last().payload().at("/team/enterprise_id").asString()).isEqualTo("E0UNI");
        assertThat(app.last().payload().at("/enterprise/id").asString()).isEqualTo("E0UNI");
        assertThat(app.last().payload().path("is_enterprise_install").asBoolean())
                .isTrue();

        in(SOUTH).post("/sandbox/messages", "{'user':'U0ADA','channel':'C0READING0SOUTH','text':'hello'}");
        assertThat(event().path("context_team_id").asString()).isEqualTo("T0SOUTH");
        assertThat(event().path("enterprise_id").asString()).isEqualTo("E0UNI");
        assertThat(event().at("/authorizations/0/is_enterprise_install").asBoolean())
                .isTrue();

        granted(SOUTH.id());
        in(SOUTH).post("/sandbox/shortcuts", "{'user':'U0ADA','callback_id':'x'}");
        assertThat(app.last().payload().path("is_enterprise_install").asBoolean())
                .as("its own installation goes before the organization's")
                .isFalse();
    }

    @Test
    void whoever_takes_the_app_out_takes_out_its_own_installation() {
        SandboxClient uni = as(UNI.id());
        SandboxClient alone = as(ALONE.id());
        anybody.post("/sandbox/uninstall", "{'team':'E0UNI','events':['app_uninstalled']}");
        assertThat(error(uni.api("auth.test", "{}"))).isEqualTo("token_revoked");
        assertThat(alone.api("auth.test", "{}").path("ok").asBoolean()).isTrue();
        assertThat(event().at("/event/type").asString()).isEqualTo("app_uninstalled");
        assertThat(event().at("/authorizations/0/is_enterprise_install").asBoolean())
                .isTrue();
        assertThat(anybody.postResponse("/sandbox/uninstall", "{'team':'T0NOBODY'}")
                        .statusCode())
                .isEqualTo(404);
    }
}
