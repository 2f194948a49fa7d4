package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Modal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptReplyTest {

    @Test
    void a_reply_is_read_as_it_was_written() {
        for (Reply reply : List.of(
                Reply.none(),
                Reply.onlyToYou("Nominated *<https://x.test|a>*. ✓"),
                Reply.onlyToYou(
                        "two",
                        List.of(
                                Blocks.section("one"),
                                Blocks.actions(Blocks.button("Nominate", "ballot.nominate/1", "2401.00001")))),
                Reply.problems(Map.of("members", "Somebody else is the organizer.")))) {
            assertThat(Reply.KEPT.read(Reply.KEPT.write(reply))).isEqualTo(reply);
        }
    }

    @Test
    void a_modal_is_not_kept() {
        Reply opens = Reply.opens(Modal.of("setup/1", "Setup", Blocks.section("one")));
        assertThatThrownBy(() -> Reply.KEPT.write(opens))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setup/1");
    }
}
