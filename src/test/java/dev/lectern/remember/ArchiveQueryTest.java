package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.BERLIN;
import static dev.lectern.remember.Remembered.at;
import static dev.lectern.remember.Remembered.held;
import static dev.lectern.remember.Remembered.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.ballot.Nomination;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveQueryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-02");
    private static final Function<UserId, String> NAMES =
            Map.of(ADA, "Ada Moreau", BEN, "Ben Ó Briain", CLEO, "Cleo Adams")::get;

    /** Presented by Ada, nominated by Ben, four stars. */
    private static final ReadPaper READ = Archive.of(
                    List.of(held(DAY, paper(1), ADA)),
                    Map.of(MeetingId.of(DAY), said(DAY, List.of(), List.of(), Set.of(), 4, 4, 4)),
                    List.of(new Nomination(paper(1), BEN, at(DAY).minusSeconds(60))),
                    BERLIN)
            .papers()
            .get(0);

    private static boolean admits(String query) {
        return ArchiveQuery.parse(query).admits(READ, NAMES, BEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "any words",
                "by:@ada",
                "by:ada",
                "BY:Moreau",
                "by:\"ada moreau\"",
                "by:@ada_moreau",
                "by:<@U0ADA|ada>",
                "by:U0ADA",
                "by:me",
                "by:o",
                "by:ada by:ben",
                "since:2026",
                "since:2026-04",
                "since:2026-04-02",
                "until:2026",
                "until:2026-04",
                "until:2026-04-02",
                "rating:4",
                "rating:3.5 words since:2025"
            })
    void lets_pass(String query) {
        assertThat(admits(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by:cleo",
                "by:adam",
                "by:oreau",
                "by:ada by:cleo",
                "since:2027",
                "since:2026-05",
                "since:2026-04-03",
                "until:2025",
                "until:2026-03",
                "until:2026-04-01",
                "rating:4.1",
                "rating:5"
            })
    void keeps_out(String query) {
        assertThat(admits(query)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "by:,name must follow",
        "by:@,name must follow",
        "since:soon,is no day",
        "since:2026-13,is no day",
        "until:2026-02-30,is no day",
        "rating:6,is no rating",
        "rating:5.5,is no rating",
        "rating:good,is no rating",
        "rating:,is no rating"
    })
    void says_what_is_wrong(String query, String sentence) {
        assertThatThrownBy(() -> ArchiveQuery.parse(query))
                .isInstanceOf(WrongQuery.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void what_is_no_filter_is_words() {
        ArchiveQuery query = ArchiveQuery.parse("  standby:me \"in a row\"  by:ada  rating ");
        assertThat(query.words()).isEqualTo("standby:me \"in a row\" rating");
        assertThat(query.people()).containsExactly("ada");
        assertThat(query.since()).isEqualTo(Optional.empty());
    }

    @Test
    void an_unrated_paper_has_no_stars_to_ask_for() {
        ReadPaper unrated = Archive.of(List.of(held(DAY, paper(1), ADA)), Map.of(), List.of(), BERLIN)
                .papers()
                .get(0);
        assertThat(ArchiveQuery.parse("rating:1").admits(unrated, NAMES, BEN)).isFalse();
        assertThat(ArchiveQuery.parse("").admits(unrated, NAMES, BEN)).isTrue();
    }
}
