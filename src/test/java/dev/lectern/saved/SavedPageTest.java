package dev.lectern.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPageTest {
    private static final GroupId PLACE = new GroupId(new TeamId("T0LECTERN"), new ChannelId("C0READING"));

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "10, 0, 0", "10, 10, 0", "10, 11, 10", "20, 11, 10", "490, 25, 20", "0, 500, 0"})
    void a_page_that_is_gone_becomes_the_last_one(int from, int all, int shown) {
        assertThat(new SavedPage(PLACE, from).within(all).from()).isEqualTo(shown);
    }

    @Test
    void a_page_is_read_as_it_is_written() {
        SavedPage page = new SavedPage(PLACE, 30);
        assertThat(SavedPage.parse(page.toString())).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T0LECTERN/C0READING", "T0LECTERN/C0READING x", "T0LECTERN/C0READING -1", "a b c"})
    void what_is_no_page_is_refused(String text) {
        assertThatThrownBy(() -> SavedPage.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_page_of_them_is_counted_and_not_numbered() {
        Paper paper = Paper.added(Draft.titled("Attention Is All You Need"), Instant.EPOCH);
        Modal list = SavedMessages.list(new SavedPage(PLACE, 0), List.of(paper), 1, Optional.empty());
        assertThat(BlockJson.write(list)).contains("1 saved paper. Only you see this.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_list_fits_and_speaks_the_readers_language(Language language) {
        Paper paper = Paper.added(Draft.titled("Attention Is All You Need"), Instant.EPOCH);
        Modal list = Language.speaking(
                language, () -> SavedMessages.list(new SavedPage(PLACE, 10), List.of(paper), 1234, Optional.empty()));

        assertThat(Limits.check(list)).isEmpty();
        assertThat(BlockJson.write(list))
                .contains(
                        switch (language) {
                            case ENGLISH -> "11 to 11 of 1,234 saved papers, the newest first. Only you see this.";
                            case GERMAN -> "11 bis 11 von 1.234 gemerkten Papern, die neuesten zuerst.";
                            case JAPANESE -> "保存した論文1,234件中11〜11件目";
                        });
    }
}
