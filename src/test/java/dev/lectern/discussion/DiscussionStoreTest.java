package dev.lectern.discussion;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.meeting.MeetingId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachRedis
class DiscussionStoreTest {
    private static final MeetingId FIRST = MeetingId.parse("2026-04-02");
    private static final MeetingId SECOND = MeetingId.parse("2026-04-09");

    private final Ground ground;
    private final DiscussionStore discussions;

    DiscussionStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        discussions = new DiscussionStore(ground.redis);
    }

    @Test
    void around_a_meeting_of_which_nobody_spoke_nothing_was_said() {
        assertThat(discussions.find(GROUP, FIRST)).isEqualTo(Discussion.of(FIRST));
        assertThat(discussions.all(GROUP)).isEmpty();
    }

    @Test
    void what_was_said_is_found_as_it_was_saved() {
        Discussion full = new Discussion(
                SECOND,
                List.of(
                        new Question("1", ADA, false, "Why <this> & not that?", START, Set.of(BEN, CLEO)),
                        new Question("2", BEN, true, "Does it scale?", START.plusSeconds(1), Set.of())),
                Map.of(ADA, Rsvp.YES, BEN, Rsvp.NO),
                Set.of(ADA, CLEO),
                Map.of(ADA, new Rating(5, Optional.of(true)), CLEO, new Rating(2, Optional.empty())),
                List.of(
                        new Note(Note.Kind.SLIDES, "", Optional.of("https://slides.example/1"), ADA, START),
                        new Note(Note.Kind.NOTES, "We liked the ablation.", Optional.empty(), CLEO, START)),
                List.of(new Said(Phase.REMINDED, START), new Said(Phase.OPENED, START.plusSeconds(1))),
                List.of(BEN),
                Optional.of("a secret"),
                Optional.of(ADA));
        ground.changes.apply(GROUP, change -> {
            discussions.save(change, full);
            discussions.save(change, Discussion.of(FIRST));
            return full;
        });
        assertThat(discussions.find(GROUP, SECOND)).isEqualTo(full);
        assertThat(discussions.all(GROUP))
                .containsExactly(Map.entry(FIRST, Discussion.of(FIRST)), Map.entry(SECOND, full));
    }

    @Test
    void a_group_has_the_usual_rules_until_it_saves_others() {
        DiscussionRulesStore rules = new DiscussionRulesStore(ground.redis);
        assertThat(rules.of(GROUP)).isEqualTo(DiscussionRules.DEFAULT);
        DiscussionRules other = new DiscussionRules(false, true, false, true);
        ground.write(GROUP, change -> rules.save(change, other));
        assertThat(rules.of(GROUP)).isEqualTo(other);
        assertThat(rules.of(Ground.group(2))).isEqualTo(DiscussionRules.DEFAULT);
    }

    @Test
    void of_many_who_answer_at_once_nobody_is_lost() {
        Together.run(Samples.people(6).stream()
                .<Runnable>map(who -> () -> ground.write(
                        GROUP,
                        change -> discussions.save(
                                change,
                                discussions
                                        .find(GROUP, FIRST)
                                        .answering(who, Rsvp.YES)
                                        .attending(who)
                                        .rated(who, new Rating(4, Optional.empty())))))
                .toList());
        Discussion kept = discussions.find(GROUP, FIRST);
        assertThat(kept.answered(Rsvp.YES)).containsExactlyElementsOf(Samples.people(6));
        assertThat(kept.attended()).hasSize(6);
        assertThat(RatingSummary.of(kept.ratings().values())).isEqualTo(new RatingSummary(6, 4, 0, 0));
    }
}
