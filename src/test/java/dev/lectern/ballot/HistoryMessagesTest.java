package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.meeting.MeetingId;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryMessagesTest {
    private static final Pattern COUNTED = Pattern.compile("ballot\\.counted/1/([0-9-]+)");
    private static final Pattern OLDER = Pattern.compile("\"ballot\\.history/1\",\"value\":\"(\\d+)\"");

    private final Group group = Samples.group(ADA);
    private final HistoryMessages history = new HistoryMessages(id -> Optional.empty());

    private static Ballot weeksLater(int weeks) {
        MeetingId meeting =
                MeetingId.parse(LocalDate.of(2026, 1, 1).plusWeeks(weeks).toString());
        Duration later = Duration.ofDays(7L * weeks);
        Ballot ballot = Ballots.open(
                BallotId.of(meeting),
                meeting,
                Ballots.of(1, 2).candidates(),
                Ballots.OPENS.plus(later),
                Ballots.CLOSES.plus(later));
        return ballot.closed(Counting.verdict(ballot, Ballots.approve(ADA, paper(1)), Optional.of(paper(1)), 6));
    }

    private Message page(List<Ballot> ballots, int from) {
        return ((Reply.OnlyToYou) history.page(ballots, group, from)).message();
    }

    private static List<String> found(Pattern pattern, Message page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(BlockJson.write(page));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void every_vote_is_on_one_page_newest_first_and_each_page_fits() {
        List<Ballot> ballots = new ArrayList<>(
                IntStream.range(0, 25).mapToObj(HistoryMessagesTest::weeksLater).toList());
        List<String> newestFirst = new ArrayList<>(
                ballots.stream().map(ballot -> ballot.id().value()).toList());
        Collections.reverse(newestFirst);
        Collections.shuffle(ballots, new Random(3));

        List<String> seen = new ArrayList<>();
        Optional<Integer> from = Optional.of(0);
        int pages = 0;
        while (from.isPresent()) {
            Message page = page(ballots, from.get());
            assertThat(Limits.check(page)).isEmpty();
            seen.addAll(found(COUNTED, page));
            from = found(OLDER, page).stream().map(Integer::valueOf).findFirst();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).isEqualTo(newestFirst);
    }

    @Test
    void a_vote_shows_its_turnout_its_method_and_a_missed_quorum() {
        Ballot held = weeksLater(0);
        Ballot open = Ballots.of(1, 2);
        Ballot missed = open.closed(Counting.verdict(open, Votes.none(), Optional.empty(), 6));
        assertThat(BlockJson.write(page(List.of(held), 0))).contains("1 of 6 voted", "Approval", "gone");
        assertThat(BlockJson.write(page(List.of(missed), 0))).contains("0 of 6 voted", "was missed");
    }

    @Test
    void what_was_called_off_has_nothing_to_look_at_and_what_is_open_is_not_past() {
        Ballot open = Ballots.of(1, 2);
        Message page = page(List.of(open.cancelled()), 0);
        assertThat(BlockJson.write(page)).contains("called off").doesNotContain("button");
        assertThat(page(List.of(open), 0).text()).contains("No vote has ended yet");
        assertThat(page(List.of(weeksLater(0)), 1).text()).contains("There are no older votes");
    }
}
