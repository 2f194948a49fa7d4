package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.BERLIN;
import static dev.lectern.remember.Remembered.held;
import static dev.lectern.remember.Remembered.note;
import static dev.lectern.remember.Remembered.question;
import static dev.lectern.remember.Remembered.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.discussion.Discussion;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.remember.ArchiveFeature.Asked;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Actions;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchiveMessagesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-08");
    private static final int READ = 2 * ArchiveMessages.PAGE + 3;

    private final Map<PaperId, Paper> papers = new HashMap<>();
    private final List<ReadPaper> archive = archive();

    private List<ReadPaper> archive() {
        Map<MeetingId, Discussion> said = new HashMap<>();
        return Archive.of(
                        IntStream.range(0, READ)
                                .mapToObj(week -> {
                                    LocalDate day = FIRST.plusWeeks(week);
                                    papers.put(
                                            paper(week),
                                            Paper.added(
                                                    Draft.titled("<&> ".repeat(200) + week)
                                                            .withArxivId(new ArxivId(
                                                                    paper(week).value())),
                                                    Instant.EPOCH));
                                    said.put(
                                            MeetingId.of(day),
                                            said(
                                                    day,
                                                    List.of(question("q", ADA, false, day)),
                                                    List.of(note("n", ADA, day)),
                                                    Set.of(ADA),
                                                    3,
                                                    3,
                                                    3));
                                    return held(day, paper(week), ADA);
                                })
                                .toList(),
                        said,
                        List.of(),
                        BERLIN)
                .papers();
    }

    private Message page(Asked asked) {
        Message page = ((Reply.OnlyToYou) ArchiveMessages.page(archive, papers, asked, false)).message();
        assertThat(Limits.check(page)).isEmpty();
        return page;
    }

    private static Stream<Button> buttons(Message page, String action) {
        return page.blocks().stream()
                .filter(Actions.class::isInstance)
                .flatMap(block -> ((Actions) block).elements().stream())
                .map(element -> (Button) element)
                .filter(button -> button.actionId().equals(action));
    }

    @Test
    void turning_its_pages_shows_every_meeting_once_the_newest_first() {
        List<String> meetings = new ArrayList<>();
        String next = new Asked("x", 0).write();
        while (!next.isEmpty()) {
            Message page = page(Asked.read(next));
            buttons(page, RememberText.NOTES)
                    .map(button -> button.value().orElseThrow())
                    .forEach(meetings::add);
            next = buttons(page, ArchiveFeature.PAGE)
                    .map(button -> button.value().orElseThrow())
                    .findFirst()
                    .orElse("");
        }
        assertThat(meetings)
                .containsExactlyElementsOf(IntStream.range(0, READ)
                        .mapToObj(week -> FIRST.plusWeeks(READ - 1L - week).toString())
                        .toList());
    }

    @Test
    void a_query_that_no_button_can_carry_has_one_page() {
        assertThat(buttons(page(new Asked("x".repeat(Limits.BUTTON_VALUE), 0)), ArchiveFeature.PAGE))
                .isEmpty();
    }

    @Test
    void a_paper_that_is_gone_leaves_its_meeting() {
        papers.clear();
        assertThat(page(new Asked("", 0)).blocks().toString()).contains("A paper that is no longer known");
    }
}
