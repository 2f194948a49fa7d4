package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.LogEntry;
import dev.lectern.group.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a group changes about itself leaves one line in its log, over HTTP, though it be sent twice. */
class SettingsTraceTest {
    private static final GroupId GROUP = GroupId.parse("T0LECTERN:" + People.READING);
    /** What is read from a site, which the sandbox has none of, and what only older Lecterns wrote. */
    private static final Set<String> ELSEWHERE = Set.of("HOLIDAY_LINK", "SECRET_VOTES");

    private final SoftAssertions each = new SoftAssertions();
    private final Map<String, Post> openers = new HashMap<>();
    private DemoWorld world;

    @BeforeEach
    void a_monday_morning_with_a_reader_of_german(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people().locale(People.EMIL, "de-DE");
        people().advance(Duration.ofHours(2));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private List<LogEntry> log() {
        return new GroupLogStore(world.redis()).of(GROUP);
    }

    private String page(String reader) {
        return people().command(reader, "log").posts().get(0).read().replace("*", "");
    }

    private View form(Post where, String button) {
        return people().click(People.ADA, where, button).opened();
    }

    private Post shown(String command) {
        return people().command(People.ADA, command).posts().get(0);
    }

    private Runnable sends(String command, String button, Map<String, Object> values) {
        return () -> send(form(shown(command), button), values);
    }

    private Runnable sets(String field, Object value) {
        return () -> send(people().command(People.ADA, "setup").opened(), Map.of(field, value));
    }

    private void send(View form, Map<String, Object> values) {
        assertThat(people().submit(People.ADA, form, values).result()).isEqualTo("closed");
    }

    private Runnable says(String user, String command) {
        return () -> people().command(user, command);
    }

    private Runnable presses(String command, String button) {
        return () -> people().click(People.ADA, shown(command), button);
    }

    /** Presses what stands below messages that come much later, and fills in the form that opens. */
    private Runnable sendsFrom(String opener, String value, Map<String, Object> values) {
        return () -> {
            Post left = openers.computeIfAbsent(opener, button -> {
                people().settle();
                return people().leftBehind(button, value);
            });
            send(form(left, opener.split("/")[0]), values);
        };
    }

    /** Checks that one line is new, and reads so in both languages. */
    private void leaves(Runnable change, String english, String german) {
        leaves(change, 1, english, german);
    }

    private void leaves(Runnable change, int lines, String english, String german) {
        int before = log().size();
        change.run();
        each.assertThat(log()).as(english).hasSize(before + lines);
        each.assertThat(newest(People.BEN)).contains("<!date^", english);
        each.assertThat(newest(People.EMIL)).contains(german);
    }

    private String newest(String reader) {
        return page(reader).lines().skip(1).findFirst().orElse("");
    }

    @Test
    void every_setting_leaves_one_line_that_reads_in_english_and_german() {
        leaves(sets("topics", "speech"), "topics: ", "Themen: ");
        leaves(sets("follows", "cs.SD"), "nothing → cs.SD", "nichts → cs.SD");
        leaves(sets("digest_days", List.of("FRIDAY")), "→ Friday", "→ Freitag");
        leaves(sets("digest_time", "10:30"), "→ 10:30", "Uhrzeit der Auswahl");
        leaves(sets("meeting_time", "16:00"), "15:00 → 16:00", "15:00 → 16:00");
        leaves(sets("meeting_day", "WEDNESDAY"), "Thursday → Wednesday", "Donnerstag → Mittwoch");
        leaves(sets("rhythm", "FORTNIGHTLY"), "every week → every two weeks", "jede Woche → ");
        leaves(sets("voting_window", "1 day"), "→ 1 day", "→ 1 Tag");
        leaves(sets("zone", "Europe/Paris"), "→ Europe/Paris", "→ Europe/Paris");
        leaves(sets("members", List.of(People.ADA, People.BEN, People.EMIL)), "members: − <@U0CHEN>", "− <@U0CHEN>");
        leaves(says(People.CHEN, "join"), "<@U0CHEN> · members: + <@U0CHEN>", "+ <@U0CHEN>");
        leaves(says(People.CHEN, "leave"), "members: − <@U0CHEN>", "− <@U0CHEN>");
        leaves(says(People.DIYA, "join"), "members: + <@U0DIYA>", "+ <@U0DIYA>");
        leaves(() -> people().leave(People.DIYA, People.READING), "<@U0DIYA> · members: − <@U0DIYA>", "− <@U0DIYA>");
        leaves(
                () -> send(
                        people().command(People.ADA, "organizers").opened(),
                        Map.of("organizers", List.of(People.ADA, People.BEN))),
                "<@U0ADA> → <@U0ADA>, <@U0BEN>",
                "<@U0ADA> → <@U0ADA>, <@U0BEN>");
        leaves(says(People.ADA, "language deutsch"), "English → Deutsch", "Sprache: English → Deutsch");
        theTimetable();
        theVotesAndThePartsAndTheRest();
        each.assertThat(log().stream().map(LogEntry::setting).collect(Collectors.toSet()))
                .as("settings of which nobody changed one here")
                .containsAll(EnumSet.allOf(Setting.class).stream()
                        .map(Setting::name)
                        .filter(name -> !ELSEWHERE.contains(name))
                        .toList());
        each.assertAll();
    }

    private void theTimetable() {
        leaves(
                () -> people().click(People.ADA, shown("schedule every Thursday at 15:00"), "meetings.rule"),
                "→ every Thursday at 15:00 (Europe/Paris)",
                "→ jeden Donnerstag um 15:00");
        leaves(
                sends("meetings", "meetings.place", Map.of("place", "Room <7>", "length", "90")),
                "Room &lt;7&gt;",
                "Room &lt;7&gt;");
        leaves(
                sends("meetings", "meetings.change", Map.of("words", "every Friday at 15:00")),
                "→ every Friday at 15:00",
                "→ jeden Freitag um 15:00");
        leaves(
                sends("meetings", "meetings.add", Map.of("words", "every Monday at 18:00", "zone", "")),
                "when we meet: nothing → every Monday at 18:00",
                "nichts → jeden Montag um 18:00");
        leaves(
                sends("meetings", "meetings.more", Map.of("date", "2026-04-08", "time", "10:00")),
                "one meeting: nothing → <!date^",
                "ein Treffen: nichts → <!date^");
        leaves(
                sends(
                        "meetings",
                        "meetings.move",
                        Map.of("meeting", "2026-04-10", "date", "2026-04-11", "time", "10:00")),
                "> → <!date^",
                "> → <!date^");
        leaves(sends("meetings", "meetings.skip", Map.of("meeting", "2026-04-17")), "→ nothing", "→ nichts");
        leaves(
                () -> people().clickFirst(People.ADA, shown("meetings"), "meetings.restore"),
                "one meeting: nothing → <!date^",
                "ein Treffen: nichts → <!date^");
        leaves(
                sends("meetings", "meetings.holidays", Map.of("days", "1 May 2026 Labour Day")),
                "holidays: nothing → Friday 1 May 2026 (Labour Day)",
                "nichts → Freitag, 1. Mai 2026 (Labour Day)");
        leaves(
                sends("meetings", "meetings.pause", Map.of("from", "2026-08-01", "until", "2026-09-01")),
                "pause: nothing → Saturday 1 August 2026 to Tuesday 1 September 2026",
                "nichts → Samstag, 1. August 2026 bis Dienstag, 1. September 2026");
        leaves(says(People.ADA, "pause until 1 May 2026: exams"), "(exams)", "(exams)");
        leaves(says(People.ADA, "resume"), "(exams)", "(exams)");
        leaves(sends("meetings", "meetings.lead", Map.of("vote", "3")), "2 days → 3 days", "2 Tage → 3 Tage");
        leaves(
                sends("meetings", "meetings.lead", Map.of("presenter", "3")),
                "asked to present: 2 days → 3 days",
                "2 Tage → 3 Tage");
        leaves(sends("meetings", "meetings.lead", Map.of("reminder", "30")), "→ 30 hours", "→ 30 Stunden");
    }

    private void theVotesAndThePartsAndTheRest() {
        rule("most", "3", "(0: any): 0 → 3", ": 0 → 3");
        leaves(
                sendsFrom("ballot.rules/1", "", Map.of("method", "star", "most", "")),
                2,
                "how we vote: Approval → STAR",
                "Zustimmungswahl → STAR");
        rule("secrecy", "ANONYMOUS", "open → anonymous", "offen → anonym");
        rule("tally", "AT_CLOSE", "tally seen live → tally seen at the close", "laufend sichtbar → ");
        rule("quorum", "2", "quorum: 0 → 2", ": 0 → 2");
        rule("options", List.of("REMINDS"), "add papers to open votes: yes → no", "ja → nein");
        rule("options", List.of("ENDS_EARLY", "REMINDS"), "end once all have voted: no → yes", "nein → ja");
        rule("options", List.of("ENDS_EARLY"), "reminder to vote: yes → no", "Erinnerung ans Abstimmen: ja → nein");
        leaves(
                sends("parts", "part.choose", Map.of("parts", List.of("scribe"))),
                "parts: nothing → Scribe",
                "Rollen: nichts → Protokoll");
        leaves(sends("parts", "part.choose", Map.of("several", "scribe 2")), "Scribe → Scribe (2)", " (2)");
        leaves(sends("parts", "part.choose", Map.of("presenters", "2")), "presenters: 1 → 2", "Vortragende: 1 → 2");
        leaves(
                () -> {
                    send(form(shown("parts"), "part.choose"), Map.of("presenters", "1"));
                    send(form(shown("parts"), "part.choose"), Map.of("papers", "2"));
                },
                2,
                "papers a meeting: 1 → 2",
                "Paper je Treffen: 1 → 2");
        leaves(
                sends("parts", "part.choose", Map.of("rules", List.of("PRESENTER_APART"))),
                "does not review it: yes → no",
                "ja → nein");
        leaves(sends("parts", "part.choose", Map.of("rules", List.of())), "no other part: yes → no", "ja → nein");
        leaves(
                sends("parts", "part.own", Map.of("own_parts", "Time keeper: You ring <!here> after an hour")),
                "nothing → Time keeper: You ring &lt;!here&gt; after an hour",
                "nichts → Time keeper");
        leaves(presses("parts", "rotation.forward"), "asked next to present: <@", "für den Vortrag angefragt wird: <@");
        discussed(List.of("names", "attendance", "rating"), "questions without a name: yes → no");
        discussed(List.of("attendance", "rating"), "names shown: yes → no");
        discussed(List.of("rating"), "who was there is noted: yes → no");
        discussed(List.of(), "papers are rated: yes → no");
        leaves(
                sendsFrom("remember.rules/1", "", Map.of("pace", "NEVER")),
                "recall: At most once a week → Never",
                "was wiederkommt: ");
        leaves(
                presses("calendar", "calendar.renew.group"),
                "calendar, made: <!date^",
                "Link zum Kalender der Gruppe, erstellt: ");
    }

    private void discussed(List<String> wanted, String english) {
        leaves(sendsFrom("discussion.rules/1", GROUP.toString(), Map.of("wanted", wanted)), english, "ja → nein");
    }

    private void rule(String field, Object value, String english, String german) {
        leaves(sendsFrom("ballot.rules/1", "", Map.of(field, value)), english, german);
    }

    @Test
    void what_is_sent_twice_leaves_one_line_and_what_changes_nothing_none() {
        Door door = new Door(world.port());
        Post parts = shown("parts");
        Post calendar = shown("calendar");
        List.of(
                        Door.command("T0LECTERN", People.ADA, "pause until 1 May 2026: exams"),
                        Door.command("T0LECTERN", People.CHEN, "leave"),
                        Door.click(People.ADA, parts, "rotation.forward"),
                        Door.click(People.ADA, calendar, "calendar.renew.group"))
                .forEach(body -> {
                    int before = log().size();
                    Door.Knock knock = Door.Knock.signed(body, people().now());
                    assertThat(door.send(knock).statusCode()).isEqualTo(200);
                    assertThat(door.send(knock).statusCode()).isEqualTo(200);
                    assertThat(log()).as(body).hasSize(before + 1);
                });
        int before = log().size();
        List.of("meetings.place", "meetings.lead", "meetings.holidays")
                .forEach(button -> sends("meetings", button, Map.of()).run());
        List.of("part.choose", "part.own")
                .forEach(button -> sends("parts", button, Map.of()).run());
        sendsFrom("ballot.rules/1", "", Map.of()).run();
        sendsFrom("discussion.rules/1", GROUP.toString(), Map.of()).run();
        sendsFrom("remember.rules/1", "", Map.of()).run();
        says(People.ADA, "pause until 1 May 2026: exams").run();
        says(People.BEN, "join").run();
        says(People.BEN, "organizers").run();
        assertThat(log()).hasSize(before);
    }
}
