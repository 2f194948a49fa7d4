package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusMessagesTest {
    private static String shown(List<String> news) {
        StatusMessages.Status status = new StatusMessages.Status(
                GroupId.parse("T1:C1"), Optional.empty(), Optional.empty(), 0, Optional.empty(), news, List.of());
        return new StatusMessages(new Wording())
                .status(status, new UserId("U1"))
                .toString();
    }

    @Test
    void a_source_that_is_down_is_said_on_one_escaped_line() {
        assertThat(shown(List.of("arXiv is\n<!here> down.", "Daily Papers is late.")))
                .contains("arXiv is &lt;!here&gt; down.\nDaily Papers is late.");
    }

    @Test
    void nothing_is_said_of_sources_that_answer() {
        assertThat(shown(List.of())).doesNotContain("arXiv").doesNotContain("sources");
    }
}
