package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdsTest {

    @Test
    void a_request_is_known_by_slacks_own_ids() {
        assertThat(RequestIds.of("1.2.abc", "body").value()).isEqualTo("1.2.abc");
        assertThat(RequestIds.of("1.2.abc", "body", "V1", "156.78").value()).isEqualTo("1.2.abc/V1/156.78");
        assertThat(RequestIds.of("1.2.abc", "body", null, "156.78").value()).isEqualTo("1.2.abc/156.78");
    }

    @Test
    void where_slack_sends_no_trigger_the_whole_body_tells() {
        for (String trigger : new String[] {null, "", " "}) {
            assertThat(RequestIds.of(trigger, "body", "V1"))
                    .isEqualTo(RequestIds.of(null, "body", "V1"))
                    .isNotEqualTo(RequestIds.of(trigger, "other body", "V1"));
        }
    }
}
