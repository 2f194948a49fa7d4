package dev.lectern.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes over a socket is told apart, and what is unknown harms nobody. */
class FrameTest {
    @Test
    void an_envelope_keeps_its_payload_in_its_order() {
        assertThat(Frame.read("""
                        {"envelope_id":"e1","type":"events_api","accepts_response_payload":false,
                         "payload":{"b":1,"a":{"c":[true,null]}},"retry_attempt":1}""")).isEqualTo(new Frame.Envelope("e1", false, "{\"b\":1,\"a\":{\"c\":[true,null]}}"));
    }

    @Test
    void a_hello_and_each_goodbye_are_known() {
        assertThat(Frame.read("{\"type\":\"hello\",\"num_connections\":3}")).isEqualTo(new Frame.Hello(3));
        assertThat(Frame.read("{\"type\":\"disconnect\",\"reason\":\"warning\"}"))
                .isEqualTo(new Frame.Disconnect("warning"));
        assertThat(new Frame.Disconnect("link_disabled").isSwitchedOff()).isTrue();
        assertThat(new Frame.Disconnect("refresh_requested").isSwitchedOff()).isFalse();
    }

    @Test
    void anything_else_is_nothing() {
        for (String other : List.of(
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"brand_new\",\"envelope_id\":\"e\"}",
                "{\"type\":\"interactive\",\"payload\":{}}")) {
            assertThat(Frame.read(other)).as(other).isEqualTo(new Frame.Other());
        }
    }
}
