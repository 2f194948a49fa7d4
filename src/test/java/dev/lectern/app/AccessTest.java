package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String KEY = "ab".repeat(32);
    private static final String URL = "https://lectern.example.org";

    private static Access of(String signing, String bot, String id, String secret, String key, String url) {
        return Access.of(new Access.Given(
                given(signing), Optional.empty(), given(bot), given(id), given(secret), given(key), given(url), false));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static void assertRefused(Access access, String setting) {
        Access.Finding finding = access.refusal().orElseThrow();
        assertThat(finding.setting()).isEqualTo(setting);
        assertThat(finding.sentence()).contains(setting).doesNotContain("xoxb-1", KEY, "\n");
    }

    @Test
    void a_token_and_a_signing_secret_are_enough_for_one_workspace() {
        Access access = of("s", "xoxb-1", "", "", "", "");
        assertThat(access.findings()).isEmpty();
        assertThat(access.installations()).contains(new Access.Installations.Single("xoxb-1"));
        assertThat(access.toString()).doesNotContain("xoxb-1");
    }

    @Test
    void an_app_token_takes_the_place_of_the_signing_secret() {
        Access access = Access.of(new Access.Given(
                Optional.empty(),
                Optional.of("xapp-1"),
                Optional.of("xoxb-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
        assertThat(access.findings()).isEmpty();
    }

    @Test
    void an_app_with_all_of_its_settings_is_installed_by_workspaces() {
        Access access = of("s", "", "1.2", "hidden", KEY, URL);
        assertThat(access.findings()).isEmpty();
        Access.OAuth oauth =
                ((Access.Installations.ByOAuth) access.installations().orElseThrow()).oauth();
        assertThat(oauth.redirectUri()).isEqualTo("https://lectern.example.org/slack/oauth_redirect");
        assertThat(access.toString()).doesNotContain("hidden", KEY);
    }

    @Test
    void what_is_missing_is_named_with_the_way_out() {
        assertRefused(of("", "", "", "", "", ""), "SLACK_BOT_TOKEN");
        assertRefused(of("", "xoxb-1", "", "", "", ""), "SLACK_SIGNING_SECRET");
        assertRefused(of("s", "", "1.2", "", KEY, URL), "SLACK_CLIENT_SECRET");
        assertRefused(of("s", "", "", "hidden", KEY, URL), "SLACK_CLIENT_ID");
        assertRefused(of("s", "", "1.2", "hidden", KEY, ""), "LECTERN_PUBLIC_URL");
        assertRefused(of("s", "", "1.2", "hidden", "", URL), "LECTERN_SECRET_KEY");
        assertRefused(of("s", "", "1.2", "hidden", "too short", URL), "LECTERN_SECRET_KEY");
        assertThat(of("", "", "1.2", "", "", "").findings())
                .extracting(Access.Finding::setting)
                .containsExactly(
                        "SLACK_CLIENT_SECRET", "LECTERN_PUBLIC_URL", "LECTERN_SECRET_KEY", "SLACK_SIGNING_SECRET");
    }

    @Test
    void what_contradicts_itself_is_named() {
        assertRefused(of("s", "xoxb-1", "1.2", "hidden", KEY, URL), "SLACK_BOT_TOKEN");
        assertThat(of("s", "xapp-1", "", "", "", "").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.sentence()).contains("xoxb-");
            assertThat(finding.refuses()).isFalse();
        });
        assertThat(of("s", "xoxb-1", "", "", KEY, "").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("not used"));
        assertThat(of("s", "", "1.2", "hidden", KEY, "http://lectern.example.org")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("https:// only"));
        assertThat(of("s", "", "1.2", "hidden", KEY, "http://127.0.0.1:3001").findings())
                .isEmpty();
    }
}
