package dev.lectern.discussion;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.discussion.QuestionQueue.Asked;
import dev.lectern.discussion.QuestionQueue.Asking;
import dev.lectern.discussion.QuestionQueue.Refused;
import dev.lectern.discussion.QuestionQueue.Why;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionQueueTest {
    private static final Instant NOW = Instant.parse("2026-04-08T13:00:00Z");
    private static final Discussion EMPTY = Discussion.of(MeetingId.parse("2026-04-09"));
    private static final String SECRET = "what nobody can guess";

    private static QuestionQueue queue(Discussion discussion) {
        return new QuestionQueue(discussion);
    }

    private static Discussion asked(Asking asking) {
        assertThat(asking).isInstanceOf(Asked.class);
        return ((Asked) asking).discussion();
    }

    private static Discussion ask(Discussion before, UserId by, String text) {
        return asked(queue(before).ask(by, text, "id of " + text, NOW));
    }

    private static Why refused(Asking asking) {
        assertThat(asking).isInstanceOf(Refused.class);
        return ((Refused) asking).why();
    }

    private static Why refused(Discussion before, UserId by, String text) {
        return refused(queue(before).ask(by, text, "another", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200b\u200b", "\u2060 \u0000"})
    void what_nobody_could_read_is_no_question(String text) {
        assertThat(refused(EMPTY, ADA, text)).isEqualTo(Why.EMPTY);
    }

    @Test
    void a_question_is_as_long_as_five_hundred_characters_whatever_they_are() {
        assertThat(ask(EMPTY, ADA, "x".repeat(500)).questions()).hasSize(1);
        assertThat(ask(EMPTY, ADA, "\uD83D\uDE80".repeat(500)).questions()).hasSize(1);
        assertThat(refused(EMPTY, ADA, "x".repeat(501))).isEqualTo(Why.TOO_LONG);
        assertThat(refused(EMPTY, ADA, "x".repeat(4_000))).isEqualTo(Why.TOO_LONG);
    }

    @Test
    void a_question_is_there_once_however_it_is_spaced_and_cased() {
        Discussion one = ask(EMPTY, ADA, "Does it  scale?");
        assertThat(refused(one, BEN, " does it\nSCALE? ")).isEqualTo(Why.THERE_ALREADY);
    }

    @Test
    void one_member_has_ten_questions_with_and_without_a_name_together_and_a_meeting_a_hundred() {
        Discussion discussion = EMPTY;
        for (int i = 0; i < 5; i++) {
            discussion = ask(discussion, ADA, "open " + i);
            discussion = asked(queue(discussion).askAnonymously(ADA, "hidden " + i, "h" + i, NOW, SECRET));
        }
        assertThat(refused(discussion, ADA, "one more")).isEqualTo(Why.TOO_MANY_OF_ONE);
        assertThat(refused(queue(discussion).askAnonymously(ADA, "one more", "x", NOW, SECRET)))
                .isEqualTo(Why.TOO_MANY_OF_ONE);
        for (UserId other : Samples.people(9)) {
            for (int i = 0; i < 10; i++) {
                discussion = ask(discussion, other, other + " asks " + i);
            }
        }
        assertThat(discussion.questions()).hasSize(QuestionQueue.MOST);
        assertThat(refused(discussion, BEN, "one more")).isEqualTo(Why.TOO_MANY);
    }

    @Test
    void an_anonymous_question_names_nobody_and_is_known_to_its_asker_until_the_secret_is_gone() {
        Discussion discussion = asked(queue(EMPTY).askAnonymously(ADA, "Why?", "1", NOW, SECRET));
        Question question = discussion.questions().get(0);
        assertThat(question.by()).isNotEqualTo(ADA);
        assertThat(discussion.toString()).doesNotContain(ADA.value());
        assertThat(queue(discussion).isOf(question, ADA)).isTrue();
        assertThat(queue(discussion).isOf(question, BEN)).isFalse();
        assertThat(queue(discussion).plus("1", ADA)).isEqualTo(discussion);

        Discussion second = asked(queue(discussion).askAnonymously(BEN, "How?", "2", NOW, "another secret"));
        assertThat(second.secret()).contains(SECRET);
        assertThat(queue(second.withoutSecret()).isOf(question, ADA)).isFalse();
    }

    @Test
    void the_alias_of_a_member_is_another_with_each_secret_and_nobody_elses() {
        Set<UserId> aliases = new HashSet<>();
        for (UserId member : Samples.people(100)) {
            aliases.add(Alias.of(SECRET, member));
            aliases.add(Alias.of("another secret", member));
            assertThat(Alias.of(SECRET, member)).isEqualTo(Alias.of(SECRET, member));
        }
        assertThat(aliases).hasSize(200).doesNotContainAnyElementsOf(Samples.people(100));
    }

    @Test
    void the_most_wanted_come_first_and_of_those_wanted_alike_the_one_asked_first() {
        Discussion discussion = EMPTY;
        for (int i = 0; i < 3; i++) {
            discussion = asked(queue(discussion).ask(ADA, "question " + i, Integer.toString(i), NOW.plusSeconds(i)));
        }
        discussion = queue(discussion).plus("2", BEN);
        assertThat(queue(discussion).sorted()).extracting(Question::id).containsExactly("2", "0", "1");
        assertThat(queue(discussion).top(1)).extracting(Question::id).containsExactly("2");
    }

    @Test
    void whatever_members_do_each_has_one_vote_for_a_question_of_another_and_the_order_is_by_votes() {
        Random random = new Random(6);
        List<UserId> people = Samples.people(8);
        Discussion discussion = EMPTY;
        Map<String, Set<UserId>> expected = new HashMap<>();
        Map<String, UserId> askers = new HashMap<>();
        for (int turn = 0; turn < 3_000; turn++) {
            UserId who = Samples.oneOf(people, random);
            String id = Integer.toString(random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> {
                    boolean there = askers.containsKey(id);
                    Asking asking = random.nextBoolean()
                            ? queue(discussion).ask(who, "question " + id, id, NOW.plusSeconds(turn))
                            : queue(discussion)
                                    .askAnonymously(who, "question " + id, id, NOW.plusSeconds(turn), SECRET);
                    if (asking instanceof Asked asked) {
                        assertThat(there).isFalse();
                        discussion = asked.discussion();
                        askers.put(id, who);
                        expected.put(id, new HashSet<>());
                    }
                }
                case 1, 2 -> {
                    discussion = queue(discussion).plus(id, who);
                    if (!who.equals(askers.getOrDefault(id, who))) {
                        expected.getOrDefault(id, new HashSet<>()).add(who);
                    }
                }
                case 3 -> {
                    discussion = queue(discussion).minus(id, who);
                    expected.getOrDefault(id, new HashSet<>()).remove(who);
                }
                default -> {
                    if (random.nextInt(5) == 0) {
                        discussion = queue(discussion).without(id);
                        askers.remove(id);
                        expected.remove(id);
                    }
                }
            }
            check(discussion, expected, askers);
        }
        assertThat(expected).hasSizeGreaterThan(5);
    }

    private static void check(Discussion discussion, Map<String, Set<UserId>> votes, Map<String, UserId> askers) {
        QuestionQueue queue = queue(discussion);
        List<Question> sorted = queue.sorted();
        assertThat(sorted).extracting(Question::id).containsExactlyInAnyOrderElementsOf(votes.keySet());
        for (int i = 0; i < sorted.size(); i++) {
            Question question = sorted.get(i);
            assertThat(question.votes()).isEqualTo(votes.get(question.id()));
            assertThat(queue.isOf(question, askers.getOrDefault(question.id(), ADA)))
                    .isTrue();
            assertThat(i == 0
                            || sorted.get(i - 1).votes().size()
                                    >= question.votes().size())
                    .isTrue();
        }
    }

    @Test
    void a_vote_that_is_given_twice_counts_once_and_may_be_taken_back() {
        Discussion one = ask(EMPTY, ADA, "Why?");
        String id = one.questions().get(0).id();
        Discussion voted = queue(queue(one).plus(id, BEN)).plus(id, BEN);
        assertThat(voted.questions().get(0).votes()).containsExactly(BEN);
        assertThat(queue(queue(voted).minus(id, BEN)).minus(id, CLEO)).isEqualTo(one);
    }
}
