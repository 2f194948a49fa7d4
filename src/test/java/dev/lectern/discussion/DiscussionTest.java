package dev.lectern.discussion;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.BERLIN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.redis.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscussionTest {
    private static final Instant START = Instant.parse("2026-04-09T13:00:00Z");
    private static final Discussion EMPTY = Discussion.of(MeetingId.parse("2026-04-09"));

    @Test
    void the_last_answer_counts() {
        Discussion discussion =
                EMPTY.answering(ADA, Rsvp.YES).answering(BEN, Rsvp.YES).answering(ADA, Rsvp.NO);
        assertThat(discussion.answered(Rsvp.YES)).containsExactly(BEN);
        assertThat(discussion.answered(Rsvp.NO)).containsExactly(ADA);
        assertThat(discussion.answered(Rsvp.MAYBE)).isEmpty();
    }

    @Test
    void who_means_to_come_was_not_there_by_that() {
        assertThat(EMPTY.answering(ADA, Rsvp.YES).attended()).isEmpty();
    }

    @Test
    void a_corrected_list_keeps_those_who_said_so_themselves_meanwhile() {
        Discussion before = EMPTY.attending(ADA).attending(BEN);
        Set<UserId> shown = before.attended();
        Discussion meanwhile = before.attending(DAN);
        Discussion corrected = meanwhile.listed(ADA, shown, List.of(ADA, CLEO));
        assertThat(corrected.attended()).containsExactlyInAnyOrder(ADA, CLEO, DAN);
        assertThat(corrected.listedBy()).contains(ADA);
    }

    @Test
    void who_takes_it_back_is_not_counted_and_the_others_are() {
        Discussion both = EMPTY.attending(ADA).attending(BEN);
        assertThat(both.notAttending(ADA).attended()).containsExactly(BEN);
        assertThat(both.notAttending(DAN)).isSameAs(both);
        Discussion listed = both.listed(ADA, both.attended(), List.of(ADA, CLEO));
        assertThat(listed.notAttending(CLEO).listedBy()).contains(ADA);
    }

    @Test
    void a_list_that_changes_nothing_leaves_no_trace() {
        Discussion before = EMPTY.attending(BEN);
        assertThat(before.listed(ADA, before.attended(), List.of(BEN))).isSameAs(before);
        assertThat(before.attending(BEN)).isSameAs(before);
    }

    @Test
    void whoever_is_chosen_is_there_whoever_is_struck_is_not_and_nobody_else_changes() {
        Random random = new Random(9);
        for (int round = 0; round < 500; round++) {
            Set<UserId> now = some(random);
            Set<UserId> shown = some(random);
            Set<UserId> chosen = some(random);
            Set<UserId> corrected = Attendance.corrected(now, shown, chosen);
            for (UserId one : Samples.people(12)) {
                boolean expected = chosen.contains(one) || now.contains(one) && !shown.contains(one);
                assertThat(corrected.contains(one)).isEqualTo(expected);
            }
        }
    }

    private static Set<UserId> some(Random random) {
        Set<UserId> some = new HashSet<>(Samples.people(12));
        some.removeIf(one -> random.nextBoolean());
        return some;
    }

    @Test
    void the_channel_is_told_once_and_once_more_of_a_meeting_that_was_moved() {
        Discussion told = EMPTY.saying(Phase.REMINDED, START).saying(Phase.REMINDED, START);
        assertThat(told.times(Phase.REMINDED)).isEqualTo(1);
        Discussion moved = told.saying(Phase.REMINDED, START.plusSeconds(3600)).saying(Phase.OPENED, START);
        assertThat(moved.times(Phase.REMINDED)).isEqualTo(2);
        assertThat(moved.times(Phase.OPENED)).isEqualTo(1);
        assertThat(moved.times(Phase.WRAPPED)).isZero();
    }

    @Test
    void an_average_is_shown_of_three_and_more() {
        List<Rating> ratings = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            assertThat(RatingSummary.of(ratings).isShown()).isFalse();
            ratings.add(new Rating(5, Optional.of(true)));
        }
        assertThat(RatingSummary.of(ratings).isShown()).isTrue();
        assertThat(RatingSummary.of(List.of()).average()).isZero();
    }

    @Test
    void a_summary_is_of_what_was_given_in_whatever_order() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            List<Rating> ratings = new ArrayList<>();
            int sum = 0;
            int yes = 0;
            int said = 0;
            int count = 1 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                int worth = 1 + random.nextInt(5);
                boolean says = random.nextBoolean();
                boolean recommends = random.nextBoolean();
                ratings.add(new Rating(worth, says ? Optional.of(recommends) : Optional.empty()));
                sum += worth;
                said += says ? 1 : 0;
                yes += says && recommends ? 1 : 0;
            }
            RatingSummary summary = RatingSummary.of(shuffled(ratings, random));
            assertThat(summary.count()).isEqualTo(count);
            assertThat(summary.average())
                    .isCloseTo((double) sum / count, within(1e-9))
                    .isBetween(1.0, 5.0);
            assertThat(summary.recommending()).isEqualTo(yes);
            assertThat(summary.saying()).isEqualTo(said);
            assertThat(summary.isRecommendationShown()).isEqualTo(said >= 3);
        }
    }

    private static List<Rating> shuffled(List<Rating> ratings, Random random) {
        List<Rating> copy = new ArrayList<>(ratings);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void what_is_told_of_few_ratings_is_their_number_alone() {
        RatingSummary two =
                RatingSummary.of(List.of(new Rating(1, Optional.of(false)), new Rating(2, Optional.empty())));
        assertThat(WrapUpMessages.ratings(two)).contains("2 rated it so far").doesNotContain("1.5", "recommend");
        RatingSummary three = RatingSummary.of(List.of(
                new Rating(1, Optional.of(false)), new Rating(2, Optional.of(true)), new Rating(5, Optional.of(true))));
        assertThat(WrapUpMessages.ratings(three)).isEqualTo("*2.7* of 5 from 3 · 2 of 3 would recommend it");
    }

    @Test
    void what_an_earlier_lectern_kept_is_read() {
        Discussion read = Json.read("""
                {"meeting":"2026-04-09","questions":[],"rsvps":{"U0ADA":"YES"},"attended":["U0BEN"],
                 "ratings":{"U0BEN":{"worth":4}},"notes":[]}""", Discussion.class);
        assertThat(read.said()).isEmpty();
        assertThat(read.secret()).isEmpty();
        assertThat(read.ratings().get(BEN)).isEqualTo(new Rating(4, Optional.empty()));
        assertThat(read)
                .isEqualTo(EMPTY.answering(ADA, Rsvp.YES).attending(BEN).rated(BEN, new Rating(4, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://slides.example/1?a=b#c", " http://localhost:8080/x ", "HTTPS://EXAMPLE.ORG"})
    void an_address_of_the_web_is_a_link(String typed) {
        assertThat(WebLink.in(typed)).contains(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "slides",
                "ftp://a.example",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "http://a b",
                "file:///etc/x",
                "mailto:a@b.example",
                "https://x|y>z"
            })
    void what_is_no_address_of_the_web_is_no_link(String typed) {
        assertThat(WebLink.in(typed)).isEmpty();
    }

    @Test
    void a_link_is_at_most_a_thousand_characters_long() {
        assertThat(WebLink.in("https://a.example/" + "x".repeat(1_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-09T12:59:00Z, Today",
        "2026-04-08T13:00:00Z, Tomorrow",
        "2026-04-08T22:30:00Z, Today",
        "2026-04-07T22:30:00Z, Tomorrow",
        "2026-04-07T13:00:00Z, On Thursday",
        "2026-04-03T13:00:00Z, On Thursday",
        "2026-04-02T13:00:00Z, On 9 April",
        "2026-04-10T13:00:00Z, On 9 April"
    })
    void a_day_is_called_as_it_is_from_where_one_stands(Instant now, String called) {
        assertThat(DiscussionText.day(now, START, BERLIN)).isEqualTo(called);
    }
}
