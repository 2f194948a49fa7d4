package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "not_in_channel, /invite @lectern",
        "channel_not_found, /invite @lectern",
        "is_archived, archive",
        "account_inactive, install the app",
        "token_revoked, install the app",
        "missing_scope, scope",
        "restricted_action, ask an admin",
        "user_not_found, give up",
        "msg_too_long, tell whoever runs Lectern"
    })
    void a_common_refusal_has_a_way_out(String code, String wayOut) {
        assertThat(refusal(code).wayOut()).contains(wayOut);
        assertThat(refusal(code).meaning()).doesNotContain("does not take it (");
    }

    @Test
    void an_unknown_refusal_is_named_with_its_page() {
        assertThat(refusal("brand_new").meaning()).isEqualTo("it does not take it (brand_new)");
        assertThat(refusal("brand_new").wayOut()).contains("chat.postMessage");
    }

    @Test
    void what_is_none_of_slacks_is_no_refusal() {
        assertThat(Refusal.read("it could not be made: no paper: gone")).isEmpty();
        assertThat(Refusal.read("what is to be sent cannot be read")).isEmpty();
    }

    @Test
    void a_refusal_is_read_from_the_reason_that_a_failure_gives() {
        assertThat(Refusal.read(SlackFailure.refused("conversations.open", "user_not_found")
                        .reason()))
                .isPresent();
    }

    private static Refusal refusal(String code) {
        return Refusal.read("chat.postMessage: " + code).orElseThrow();
    }
}
