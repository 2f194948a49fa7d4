package dev.lectern.meeting.hub;

import static dev.lectern.Samples.ADA;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.LogEntry;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.source.Site;
import dev.lectern.paper.source.SourceTrouble;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.slack.Scenes;
import dev.lectern.text.Language;
import dev.lectern.work.Changes;
import dev.lectern.work.Delivery;
import dev.lectern.work.Due;
import dev.lectern.work.Ground;
import dev.lectern.work.Outbox;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Parking;
import dev.lectern.work.RequestId;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Steps;
import dev.lectern.work.Worker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** A German group whose organizer reads English, and a calendar that changes. */
@OnEachRedis
class HolidayLinkStepsTest {
    private static final String URL = "https://example.org/days.ics";
    private static final Group GROUP = Samples.group(ADA);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Calendar calendar = new Calendar();
    private final GroupStore groups;
    private final TimetableStore timetables;
    private final HolidayLinkSteps links;
    private final Ground ground;
    private final Worker worker;
    private final List<Outgoing.Post> told = new CopyOnWriteArrayList<>();
    private final List<LocalDate> planned = new ArrayList<>();

    HolidayLinkStepsTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
        groups = new GroupStore(redis);
        timetables = new TimetableStore(redis);
        ground.write(GROUP.id(), change -> groups.save(change, GROUP));
        Due due = new Due(redis);
        Changes changes = new Changes(redis, clock, due);
        Scenes scenes =
                new Scenes(group -> Optional.of(Language.GERMAN), (team, user) -> Optional.of(Language.ENGLISH));
        Steps steps = new Steps((group, step) -> scenes.in(group, () -> {
            step.run();
            return group;
        }));
        links = new HolidayLinkSteps(
                groups,
                timetables,
                new HolidayLinkStore(redis),
                (change, group, timetable) ->
                        planned.addAll(timetable.holidays().keySet()),
                Optional.of(calendar),
                new GroupLogStore(redis),
                changes);
        links.register(steps);
        worker = new Worker(
                redis, clock, due, changes, steps, new Outbox(redis), new Parking(redis, changes, due), this::deliver);
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    private Delivery.Outcome deliver(Delivery.Attempt attempt) {
        told.add((Outgoing.Post) attempt.message());
        return new Delivery.Outcome.Sent(new Delivery.Receipt(attempt.message().to(), "1774857600.000001"));
    }

    /** What stands under the link. */
    private static final class Calendar implements Site {
        private String text = "";
        private Optional<SourceTrouble> trouble = Optional.empty();
        private int asked;

        void has(String... days) {
            StringBuilder events = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
                    + "NAME:Days\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n");
            for (String day : days) {
                events.append("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:")
                        .append(day)
                        .append("\r\nSUMMARY:Day off\r\nEND:VEVENT\r\n");
            }
            text = events.append("BEGIN:VEVENT\r\nSUMMARY:no date\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                    .toString();
            trouble = Optional.empty();
        }

        @Override
        public Answer get(URI address) throws SourceTrouble {
            asked++;
            assertThat(address).hasToString(URL);
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            return new Answer(address, 200, "text/calendar", text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Answer post(URI address, String json) {
            throw new IllegalStateException("nothing is posted to a calendar");
        }
    }

    private void link() {
        ground.write(GROUP.id(), change -> links.begin(change, URL, ADA, new RequestId("R1")));
        worker.runDue();
    }

    private void after(Duration time) {
        clock.moveBy(time);
        worker.runDue();
    }

    private List<LocalDate> holidays() {
        return List.copyOf(timetables.of(GROUP).holidays().keySet());
    }

    private List<String> toldTo(String whom) {
        return told.stream()
                .filter(post -> post.to().equals(whom))
                .map(Outgoing.Post::message)
                .toList();
    }

    private List<String> toldAda() {
        return toldTo(ADA.value());
    }

    @Test
    void a_linked_calendar_is_read_at_once_and_told_to_each_in_their_language() {
        calendar.has("20260501", "20261225");
        link();
        assertThat(holidays()).containsExactly(MAY, LocalDate.of(2026, 12, 25));
        assertThat(planned).contains(MAY);
        assertThat(toldAda())
                .singleElement()
                .asString()
                .contains("I have read the calendar at " + URL + ": it has 2 days on which no series meets.");
        assertThat(toldTo(GROUP.id().channel().value()))
                .singleElement()
                .asString()
                .contains("<@U0ADA> hat festgelegt, an welchen Tagen wir uns nicht treffen: 2 Tage.");
        assertThat(new GroupLogStore(redis).of(GROUP.id()))
                .extracting(LogEntry::by, LogEntry::setting, LogEntry::to)
                .containsExactlyInAnyOrder(
                        tuple(ADA, "HOLIDAYS", List.of("2026-05-01 Day off", "2026-12-25 Day off")),
                        tuple(ADA, "HOLIDAY_LINK", List.of(URI.create(URL).getHost())));
    }

    @Test
    void it_is_read_again_once_a_month_and_only_what_changed_is_told() {
        calendar.has("20260501");
        link();
        after(Duration.ofDays(29));
        assertThat(calendar.asked).isEqualTo(1);
        after(Duration.ofDays(2));
        assertThat(calendar.asked).isEqualTo(2);
        assertThat(told).hasSize(2);
        calendar.has("20260501", "20270501");
        after(Duration.ofDays(31));
        assertThat(holidays()).contains(LocalDate.of(2027, 5, 1));
        assertThat(toldAda()).hasSize(2).last().asString().contains("1 holiday is new");
    }

    @Test
    void a_site_that_is_down_is_said_once_and_asked_each_day_until_it_answers() {
        calendar.trouble = Optional.of(new SourceTrouble(SourceTrouble.Kind.LATER, "example.org is down"));
        link();
        for (int day = 0; day < 5; day++) {
            after(Duration.ofDays(1));
        }
        assertThat(calendar.asked).isEqualTo(6);
        assertThat(toldAda())
                .singleElement()
                .asString()
                .contains("The calendar of holidays at " + URL + " does not answer. I try again once a day");
        calendar.has("20260501");
        after(Duration.ofDays(1));
        assertThat(holidays()).containsExactly(MAY);
        assertThat(toldAda()).hasSize(2);
    }

    @Test
    void what_is_no_calendar_is_not_kept_and_that_is_said() {
        calendar.text = "<html>Holidays</html>";
        link();
        assertThat(toldAda()).singleElement().asString().contains("is no calendar", "So I don't keep the link.");
        assertThat(links.of(GROUP.id())).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_link_that_worked_is_kept_when_it_is_refused_later() {
        calendar.has("20260501");
        link();
        calendar.trouble = Optional.of(new SourceTrouble(SourceTrouble.Kind.NEVER, "example.org refuses"));
        after(Duration.ofDays(31));
        after(Duration.ofDays(31));
        assertThat(holidays()).containsExactly(MAY);
        assertThat(toldAda()).hasSize(2).last().asString().contains("try again in a month");
        assertThat(links.of(GROUP.id())).map(HolidayLink::failing).contains(true);
    }
}
