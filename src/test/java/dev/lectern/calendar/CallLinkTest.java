package dev.lectern.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallLinkTest {
    @Test
    void the_link_of_a_call_is_found_in_what_somebody_typed() {
        assertThat(CallLink.in("https://meet.example/abc?x=1#y")).contains("https://meet.example/abc?x=1#y");
        assertThat(CallLink.in("Room 7 (or HTTPS://Meet.example/abc).")).contains("HTTPS://Meet.example/abc");
        assertThat(CallLink.in("<https://meet.example/a> and https://meet.example/b"))
                .contains("https://meet.example/a");
        assertThat(CallLink.in("https://meet.example/größe")).contains("https://meet.example/gr%C3%B6%C3%9Fe");
    }

    @Test
    void a_room_is_no_link_and_neither_is_what_no_client_could_open() {
        for (String none : List.of("", "Room 7", "ftp://x", "javascript:alert(1)", "https://", "https://x/%zz")) {
            assertThat(CallLink.in(none)).as(none).isEmpty();
        }
    }
}
