package dev.lectern.calendar;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.BERLIN;
import static dev.lectern.work.Ground.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.part.Part;
import dev.lectern.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedWriterTest {
    private static final Instant SINCE = Instant.parse("2026-03-30T07:00:00Z");
    private static final Instant START = Instant.parse("2026-04-09T13:00:00Z");
    private static final Event MEETING = new Event(
            new MeetingId("2026-04-09"),
            START,
            Duration.ofMinutes(90),
            Optional.of("Room 7, or https://meet.example/abc."),
            "reading-group",
            "A title",
            "A title\narXiv: https://arxiv.org/abs/2401.00001",
            Optional.of(ADA),
            Optional.of("Ada Moreau"),
            List.of(),
            false);

    /** What people and sources write, and what a calendar's own syntax is made of. */
    private static final List<String> PIECES = List.of(
            ",",
            ";",
            ":",
            "\\",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\\n",
            "\\,",
            "BEGIN:VEVENT",
            "ä",
            "字",
            "𝒜",
            "👩‍🔬",
            "\t",
            " ",
            "\u0007",
            "\u0000",
            "\u0085",
            "\u2028",
            "END:VCALENDAR",
            "word",
            "=",
            "^n",
            "DTSTART;TZID=X");

    private static Feed feed(boolean alarms, Feed.Entry... entries) {
        return new Feed("#reading-group", BERLIN, alarms, List.of(entries));
    }

    private static Feed.Entry entry(Event event) {
        return new Feed.Entry(GROUP, BERLIN, new Given(event, 3, SINCE), Optional.empty());
    }

    private static ReadFeed read(Event event) {
        return ReadFeed.of(FeedWriter.write(feed(true, entry(event))));
    }

    private static Event titled(String title) {
        return new Event(
                MEETING.meeting(),
                START,
                MEETING.length(),
                Optional.of(title),
                "c",
                title,
                title,
                MEETING.presenter(),
                Optional.of(title),
                List.of(),
                false);
    }

    @Test
    void a_meeting_is_read_as_it_is() {
        ReadFeed.Read read = read(MEETING).event();
        assertThat(read.start()).isEqualTo(START);
        assertThat(read.end()).isEqualTo(START.plus(Duration.ofMinutes(90)));
        assertThat(read.value("SUMMARY")).isEqualTo("#reading-group: A title");
        assertThat(read.value("DESCRIPTION"))
                .isEqualTo("A title\narXiv: https://arxiv.org/abs/2401.00001\n\nPresented by Ada Moreau.");
        assertThat(read.value("LOCATION")).isEqualTo("Room 7, or https://meet.example/abc.");
        assertThat(read.value("URL")).isEqualTo("https://meet.example/abc");
        assertThat(read.value("CONFERENCE")).isEqualTo("https://meet.example/abc");
        assertThat(read.value("STATUS")).isEqualTo("CONFIRMED");
        assertThat(read.sequence()).isEqualTo(3);
        assertThat(read.changed()).isEqualTo(SINCE);
        assertThat(read.value("DTSTAMP")).isEqualTo("20260330T070000Z");
        assertThat(read.alarms()).containsExactly("-P1D", "-PT15M");
    }

    @Test
    void the_calendar_has_a_name_and_says_how_often_to_ask() {
        ReadFeed read = read(MEETING);
        assertThat(read.property("METHOD")).isEqualTo("PUBLISH");
        assertThat(read.property("X-WR-CALNAME")).isEqualTo("#reading-group");
        assertThat(read.property("REFRESH-INTERVAL")).isEqualTo("PT1H");
        assertThat(read.property("X-PUBLISHED-TTL")).isEqualTo("PT1H");
        assertThat(read.property("PRODID")).contains("Lectern").doesNotContain("biweekly");
    }

    @Test
    void without_alarms_or_called_off_nothing_rings() {
        assertThat(ReadFeed.of(FeedWriter.write(feed(false, entry(MEETING))))
                        .event()
                        .alarms())
                .isEmpty();
        ReadFeed.Read off = read(MEETING.calledOff(true)).event();
        assertThat(off.alarms()).isEmpty();
        assertThat(off.value("STATUS")).isEqualTo("CANCELLED");
        assertThat(off.value("TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(off.value("SUMMARY")).isEqualTo("Called off: #reading-group: A title");
    }

    @Test
    void who_presents_sees_it_in_the_title() {
        Feed.Entry own = new Feed.Entry(GROUP, BERLIN, new Given(MEETING, 0, SINCE), Optional.of(ADA));
        ReadFeed.Read read = ReadFeed.of(FeedWriter.write(feed(true, own))).event();
        assertThat(read.value("SUMMARY")).isEqualTo("You present · #reading-group: A title");
        assertThat(read.uid())
                .as("the same meeting")
                .isEqualTo(read(MEETING).event().uid());
    }

    private static Event withParts() {
        return new Event(
                MEETING.meeting(),
                START,
                MEETING.length(),
                MEETING.place(),
                MEETING.channel(),
                MEETING.titles(),
                MEETING.reading(),
                MEETING.presenter(),
                MEETING.presenterName(),
                List.of(
                        new Role(part("Critic"), List.of(new Role.Holder(BEN, Optional.of("Ben Okafor")))),
                        new Role(
                                part("Listener"),
                                List.of(
                                        new Role.Holder(new UserId("U0CHEN"), Optional.empty()),
                                        new Role.Holder(ADA, Optional.of("Ada Moreau"))))),
                false);
    }

    private static Part part(String name) {
        return Part.own(name, "You do what a " + name + " does.");
    }

    private static ReadFeed.Read readBy(UserId owner, Event event) {
        return ReadFeed.of(FeedWriter.write(
                        feed(true, new Feed.Entry(GROUP, BERLIN, new Given(event, 0, SINCE), Optional.of(owner)))))
                .event();
    }

    @Test
    void everybody_s_part_is_listed_and_one_s_own_stands_in_the_title() {
        String listed = "Presented by Ada Moreau.\nCritic: Ben Okafor\nListener: somebody and Ada Moreau";
        ReadFeed.Read groups = read(withParts()).event();
        assertThat(groups.value("SUMMARY")).isEqualTo("#reading-group: A title");
        assertThat(groups.value("DESCRIPTION")).endsWith("\n\n" + listed);
        ReadFeed.Read bens = readBy(BEN, withParts());
        assertThat(bens.value("SUMMARY")).isEqualTo("You are: Critic · #reading-group: A title");
        assertThat(bens.value("DESCRIPTION"))
                .startsWith("You are: Critic. You do what a Critic does.\n\nA title")
                .endsWith(listed);
        assertThat(readBy(ADA, withParts()).value("SUMMARY"))
                .isEqualTo("You present, and are: Listener · #reading-group: A title");
        assertThat(readBy(new UserId("U0DIYA"), withParts()).value("SUMMARY")).isEqualTo("#reading-group: A title");
        assertThat(readBy(BEN, withParts().calledOff(true)).value("SUMMARY"))
                .isEqualTo("Called off: #reading-group: A title");
        assertThat(readBy(BEN, withParts().calledOff(true)).value("DESCRIPTION"))
                .isEqualTo("This meeting was called off.\n\nA title\narXiv: https://arxiv.org/abs/2401.00001");
    }

    @Test
    void a_calendar_is_written_in_the_language_that_is_spoken() {
        ReadFeed.Read german = Language.speaking(Language.GERMAN, () -> readBy(ADA, withParts()));
        assertThat(german.value("SUMMARY")).isEqualTo("Du trägst vor, deine Rolle: Listener · #reading-group: A title");
        assertThat(german.value("DESCRIPTION")).contains("Vortrag: Ada Moreau.", "Listener: jemand und Ada Moreau");
        assertThat(Language.speaking(Language.JAPANESE, () -> readBy(BEN, withParts()))
                        .value("SUMMARY"))
                .isEqualTo("あなたの役割：Critic · #reading-group：A title");
    }

    @Test
    void an_empty_calendar_is_valid_too() {
        assertThat(ReadFeed.of(FeedWriter.write(feed(true))).events()).isEmpty();
    }

    @Test
    void an_id_is_a_meetings_own_and_tells_nothing() {
        Feed.Entry other =
                new Feed.Entry(Samples.group(ADA).id(), BERLIN, new Given(MEETING, 0, SINCE), Optional.empty());
        Event later = new Event(
                new MeetingId("2026-04-16"),
                START,
                MEETING.length(),
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
        List<String> ids =
                ReadFeed.of(FeedWriter.write(feed(true, entry(MEETING), other, entry(later)))).events().stream()
                        .map(ReadFeed.Read::uid)
                        .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(3).allMatch(id -> id.matches("[0-9a-f]{64}@lectern"));
    }

    @Test
    void the_same_feed_is_the_same_text() {
        assertThat(FeedWriter.write(feed(true, entry(MEETING))))
                .isEqualTo(FeedWriter.write(feed(true, entry(MEETING))));
    }

    @Test
    void whatever_is_written_in_a_title_stays_in_it_and_no_line_is_too_long() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            String nasty = nasty(random);
            String text = FeedWriter.write(feed(true, entry(titled(nasty))));
            for (String line : text.split("\r\n", -1)) {
                assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\n", "\r", "�");
            }
            ReadFeed.Read read = ReadFeed.of(text).event();
            String oneLine = nasty.replaceAll("[\\s\\p{Cntrl}\\u2028]+", " ").strip();
            assertThat(read.value("SUMMARY")).isEqualTo("#c: " + oneLine);
            assertThat(read.value("LOCATION")).isEqualTo(oneLine);
            assertThat(read.value("DESCRIPTION")).endsWith("Presented by " + oneLine + ".");
            assertThat(read.start()).isEqualTo(START);
        }
    }

    private static String nasty(Random random) {
        return "x"
                + IntStream.range(0, 1 + random.nextInt(60))
                        .mapToObj(i -> Samples.oneOf(PIECES, random))
                        .reduce("", String::concat)
                + "y";
    }

    @Test
    void the_hour_is_right_over_every_change_of_clocks() {
        for (String zone : List.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Nuuk",
                "Africa/Casablanca",
                "Asia/Kolkata",
                "America/Sao_Paulo",
                "Europe/Dublin",
                "Pacific/Chatham",
                "Asia/Gaza",
                "Asia/Jerusalem",
                "UTC",
                "Etc/GMT-14",
                "Africa/Cairo",
                "America/Santiago",
                "+05:30")) {
            ZoneId in = ZoneId.of(zone);
            List<Feed.Entry> entries = new ArrayList<>();
            for (LocalDate day = LocalDate.of(2025, 1, 1);
                    day.isBefore(LocalDate.of(2027, 12, 31));
                    day = day.plusDays(1)) {
                Instant start = LocalDateTime.of(day, LocalTime.of(4 + day.getDayOfYear() % 20, 30))
                        .atZone(in)
                        .toInstant();
                if (day.getDayOfMonth() > 1 && !isBesideChange(in, start)) {
                    continue;
                }
                entries.add(new Feed.Entry(GROUP, in, new Given(at(day, start), 0, SINCE), Optional.empty()));
            }
            ReadFeed read = ReadFeed.of(FeedWriter.write(new Feed("x", in, false, entries)));
            List<ReadFeed.Read> events = read.events();
            assertThat(events).hasSameSizeAs(entries);
            for (int n = 0; n < entries.size(); n++) {
                assertThat(events.get(n).start())
                        .as("%s %s", zone, events.get(n).value("DTSTART"))
                        .isEqualTo(entries.get(n).given().event().start());
            }
        }
    }

    private static boolean isBesideChange(ZoneId zone, Instant start) {
        Duration days = Duration.ofDays(2);
        return !zone.getRules()
                .getOffset(start.minus(days))
                .equals(zone.getRules().getOffset(start.plus(days)));
    }

    private static Event at(LocalDate day, Instant start) {
        return new Event(
                MeetingId.of(day),
                start,
                Duration.ofHours(1),
                Optional.empty(),
                "x",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    @Test
    void a_yearly_change_is_told_as_a_rule() {
        String text = FeedWriter.write(feed(true, entry(MEETING)));
        assertThat(text)
                .contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
                .contains("DTSTART;TZID=Europe/Berlin:20260409T150000");
    }
}
