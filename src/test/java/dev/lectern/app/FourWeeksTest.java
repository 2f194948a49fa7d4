package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole loop: four weeks of a group's life, played once, day by day; the tests look at what became of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourWeeksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DAYS = 28;

    private DemoWorld world;
    private People people;
    private LocalDate firstDay;
    private List<Post> everything;
    private List<Post> channel;

    /** By ballot: the paper that most voted for, and its title on the ballot. */
    private final Map<String, String> favourites = new LinkedHashMap<>();

    /** By meeting: who said yes. */
    private final Map<String, String> presenters = new LinkedHashMap<>();

    private final List<String> declined = new ArrayList<>();

    @BeforeAll
    void four_weeks_go_by(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        firstDay = people.now().atZone(BERLIN).toLocalDate();
        for (int day = 0; day < DAYS; day++) {
            people.goTo(at(firstDay.plusDays(day), LocalTime.NOON));
            nominateFromTheDigest(firstDay.plusDays(day));
            voteWhereThereIsAVote();
            answerWhoeverIsAsked();
        }
        people.goTo(at(firstDay.plusDays(DAYS), LocalTime.of(8, 30)));
        everything = people.everything();
        channel = people.channel();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, BERLIN).toInstant();
    }

    private void nominateFromTheDigest(LocalDate day) {
        people.newest("digest/" + day)
                .ifPresent(digest -> digest.values("ballot.nominate").stream()
                        .limit(day.getDayOfWeek() == DayOfWeek.MONDAY ? 2 : 1)
                        .forEach(paper -> {
                            String user = People.ALL.get(day.getDayOfMonth() % People.ALL.size());
                            assertThat(people.click(user, digest, "ballot.nominate", paper)
                                            .text())
                                    .startsWith("Nominated");
                        }));
    }

    /** Four approve of the last paper, two of the first, one of whom takes it back. */
    private void voteWhereThereIsAVote() {
        channel = people.channel();
        channel.stream()
                .filter(post -> !post.buttons("ballot.vote").isEmpty())
                .filter(post -> !favourites.containsKey(post.id()))
                .forEach(this::vote);
    }

    private void vote(Post ballot) {
        List<String> candidates = ballot.values("ballot.vote");
        String first = candidates.get(0);
        String last = candidates.get(candidates.size() - 1);
        People.ALL.subList(0, 4).forEach(user -> click(user, ballot, last));
        click(People.EMIL, ballot, first);
        click(People.FATIMA, ballot, first);
        click(People.EMIL, ballot, first);
        people.awaitRedraw();

        Post redrawn = people.the(ballot.id());
        assertThat(redrawn.ts()).isEqualTo(ballot.ts());
        assertThat(redrawn.json().has("edited")).isTrue();
        assertThat(redrawn.blockOf("ballot.vote", last).toString())
                .contains("4 votes: Ada Moreau, Ben Okafor, Chen Yulan, Diya Raman");
        assertThat(redrawn.blockOf("ballot.vote", first).toString()).contains("1 vote: Fatima Haddad");
        assertThat(redrawn.read()).contains("5 of 6 voted");
        favourites.put(
                ballot.id(),
                Shown.linked(redrawn.blockOf("ballot.vote", last)
                                .path("text")
                                .path("text")
                                .asString())
                        .orElseThrow());
    }

    private void click(String user, Post ballot, String paper) {
        assertThat(people.click(user, ballot, "ballot.vote", paper).text()).isEmpty();
    }

    /** Everybody accepts, but the first one who is asked for the second meeting. */
    private void answerWhoeverIsAsked() {
        for (int asked = 0; asked < People.ALL.size(); asked++) {
            for (String user : People.ALL) {
                people.direct(user).stream()
                        .filter(post -> !post.buttons("presenter.accept").isEmpty())
                        .forEach(question -> answer(user, question));
            }
        }
    }

    private void answer(String user, Post question) {
        String meeting = question.button("presenter.accept").value();
        if (presenters.size() == 1 && declined.isEmpty()) {
            declined.add(user);
            people.click(user, question, "presenter.decline");
        } else {
            presenters.put(meeting, user);
            people.click(user, question, "presenter.accept");
        }
        people.settle();
    }

    private List<Post> posts(String id) {
        return channel.stream().filter(post -> post.id().startsWith(id)).toList();
    }

    private static LocalDate meeting(Post post) {
        return LocalDate.parse(post.id().split("/")[1]);
    }

    private static void isOnTime(Post post, LocalDate day, LocalTime time) {
        assertThat(Duration.between(at(day, time), post.at()))
                .as("%s after %s %s", post, day, time)
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void every_workday_with_new_papers_had_its_digest_at_nine() {
        List<Post> digests = posts("digest/");
        assertThat(digests).hasSizeGreaterThanOrEqualTo(10);
        for (Post digest : digests) {
            isOnTime(digest, meeting(digest), LocalTime.of(9, 0));
            assertThat(meeting(digest).getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
        }
    }

    @Test
    void no_paper_was_in_two_digests() {
        List<String> papers = posts("digest/").stream()
                .flatMap(digest -> digest.values("paper.details").stream())
                .toList();
        assertThat(papers).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @Test
    void every_card_has_a_title_who_and_why_a_short_summary_and_three_buttons() {
        for (Post digest : posts("digest/")) {
            assertThat(digest.cards()).hasSizeBetween(1, 10);
            for (JsonNode card : digest.cards()) {
                assertThat(card.path("title").path("text").asString()).isNotBlank();
                assertThat(card.path("subtitle").path("text").asString())
                        .containsPattern("\\d{1,2}\u00a0[A-Z][a-z]{2}\u00a020\\d\\d");
                assertThat(card.path("body").path("text").asString())
                        .containsPattern(
                                "from a topic of yours: |trending: \\d+ upvotes in (a day|\\d+ days)|like “.+”, which "
                                        + "you (read|voted for|nominated|brought) in [A-Z]|something else, to explore")
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(200)
                        .containsPattern("([.!?][\"'”’)\\]]*|…)$");
                assertThat(card.path("actions")
                                .valueStream()
                                .map(button -> button.path("text").path("text").asString()))
                        .containsExactly("Nominate", "Details", "More like this");
            }
        }
    }

    @Test
    void each_of_the_four_meetings_had_one_ballot_that_opened_and_closed_by_itself() {
        List<Post> closed = posts("ballot/").stream()
                .filter(post -> post.read().startsWith("The vote is closed"))
                .toList();
        assertThat(closed).hasSizeGreaterThanOrEqualTo(4);
        assertThat(favourites.keySet())
                .containsAll(closed.stream().map(Post::id).toList());
        closed.forEach(ballot ->
                assertThat(ballot.buttons("ballot.vote")).as(ballot.id()).isEmpty());
        // The first waits for nominations; from then on a ballot opens two days before it closes.
        closed.stream()
                .skip(1)
                .forEach(ballot -> isOnTime(ballot, meeting(ballot).minusDays(4), LocalTime.of(15, 0)));
    }

    @Test
    void what_most_voted_for_was_announced_as_the_winner_when_the_ballot_closed() {
        List<Post> results = posts("ballot.result/");
        assertThat(results).hasSizeGreaterThanOrEqualTo(4);
        for (Post result : results) {
            isOnTime(result, meeting(result).minusDays(2), LocalTime.of(15, 0));
            String title = favourites.get("ballot/" + meeting(result));
            assertThat(result.text()).startsWith(title + " won the vote.");
            assertThat(result.read())
                    .contains("We read ")
                    .contains(title)
                    .contains("wins with the approval of 4 of 5 who voted")
                    .contains("Details");
        }
        assertThat(results.stream().map(FourWeeksTest::meeting).distinct()).hasSameSizeAs(results);
    }

    @Test
    void four_different_members_presented_and_the_channel_saw_who_presents_what_and_when() {
        List<Post> announced = posts("presenter/");
        assertThat(presenters).hasSizeGreaterThanOrEqualTo(4);
        assertThat(presenters.values().stream().limit(4)).doesNotHaveDuplicates();
        assertThat(declined).hasSize(1);
        assertThat(announced).hasSameSizeAs(presenters.keySet());
        for (Post post : announced) {
            String meeting = meeting(post).toString();
            assertThat(post.read())
                    .contains("<@" + presenters.get(meeting) + "> presents")
                    .contains("|" + favourites.get("ballot/" + meeting) + ">")
                    .contains("<!date^" + at(meeting(post), LocalTime.of(15, 0)).getEpochSecond());
        }
    }

    @Test
    void who_declined_was_asked_again_for_the_next_meeting() {
        List<String> order = List.copyOf(presenters.values());
        assertThat(order.get(2)).isEqualTo(declined.get(0));
    }

    @Test
    void the_day_before_each_meeting_had_its_reminder_and_the_hour_its_kick_off() {
        List<Post> reminders = posts("meeting.remind/");
        List<Post> starts = posts("meeting.start/");
        assertThat(reminders).hasSize(4);
        assertThat(starts.stream().map(FourWeeksTest::meeting))
                .containsExactlyElementsOf(
                        reminders.stream().map(FourWeeksTest::meeting).toList());
        reminders.forEach(post -> isOnTime(post, meeting(post).minusDays(1), LocalTime.of(15, 0)));
        starts.forEach(post -> isOnTime(post, meeting(post), LocalTime.of(15, 0)));
        for (Post post : starts) {
            String meeting = meeting(post).toString();
            assertThat(post.read())
                    .contains(favourites.get("ballot/" + meeting))
                    .contains("<@" + presenters.get(meeting) + ">");
        }
    }

    @Test
    void every_message_stands_exactly_once() {
        assertThat(everything).hasSizeGreaterThan(30);
        assertThat(everything.stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(channel.stream().map(Post::text)).doesNotHaveDuplicates();
        People.ALL.forEach(
                user -> assertThat(people.direct(user).stream().map(Post::text)).doesNotHaveDuplicates());
    }

    @Test
    void every_message_was_posted_by_one_call_and_slack_refused_nothing() {
        List<People.Call> calls = people.calls();
        assertThat(calls).hasSizeLessThan(10_000).allMatch(People.Call::isOk);
        Map<String, Long> posted = calls.stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .collect(Collectors.groupingBy(People.Call::id, Collectors.counting()));
        assertThat(posted.values()).containsOnly(1L);
        assertThat(posted.keySet()).isEqualTo(everything.stream().map(Post::id).collect(Collectors.toSet()));
    }

    @Test
    void nothing_is_redrawn_without_a_change() {
        Map<String, List<JsonNode>> drawings = people.calls().stream()
                .filter(call -> call.method().equals("chat.update"))
                .map(call -> call.json().path("arguments"))
                .collect(Collectors.groupingBy(call ->
                        call.path("channel").asString() + call.path("ts").asString()));
        drawings.values().forEach(each -> {
            for (int at = 1; at < each.size(); at++) {
                assertThat(each.get(at)).isNotEqualTo(each.get(at - 1));
            }
        });
    }

    @Test
    void every_message_has_a_text_of_its_own_for_notifications_and_screen_readers() {
        assertThat(everything)
                .allMatch(post -> !post.text().isBlank())
                .allMatch(post -> !post.blocks().isEmpty());
    }

    @Test
    void the_dates_all_name_the_same_instants_for_everybody() {
        Set<String> shapes = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Post post : everything) {
            for (String text : post.markup()) {
                Matcher date =
                        Pattern.compile("<!date\\^(\\d+)\\^([^|>]+)\\|([^>]+)>").matcher(text);
                while (date.find()) {
                    shapes.add(date.group(2));
                    seen.merge(date.group(3), 1, Integer::sum);
                    Instant instant = Instant.ofEpochSecond(Long.parseLong(date.group(1)));
                    assertThat(instant.atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(15, 0));
                    assertThat(date.group(3)).contains("15:00").contains("Europe/Berlin");
                }
            }
        }
        assertThat(seen).isNotEmpty();
        assertThat(shapes)
                .as("a deadline near by is told as today or tomorrow")
                .containsExactlyInAnyOrder("{date_long}, {time}", "{date_long_pretty}, {time}");
    }
}
