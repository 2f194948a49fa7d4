package dev.lectern.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be written after {@code /papers}, in the order in which one comes to need it. */
enum Chapter {
    PAPERS("nominate", "search", "today", "week", "month", "trending", "backlog", "saved", "taste", "digest"),
    VOTES("vote", "ballot"),
    MEETINGS("schedule", "meetings", "pause", "resume", "calendar"),
    TURNS("present", "swap", "away", "snooze", "parts", "assign"),
    DISCUSSION("ask", "questions", "notes"),
    MEMORY("archive", "stats"),
    GROUP("setup", "join", "leave", "status", "log", "help");

    /** What a member needs from the first day on. */
    static final List<String> FIRST = List.of("nominate", "vote", "schedule", "present", "ask", "setup");

    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("nominate", List.of("nominate https://arxiv.org/abs/1706.03762", "nominate attention is all")),
            Map.entry(
                    "search",
                    List.of(
                            "search sparse attention",
                            "search author:vaswani since:2026-03",
                            "search \"world model\"")),
            Map.entry("today", List.of("today")),
            Map.entry("week", List.of("week")),
            Map.entry("month", List.of("month")),
            Map.entry("trending", List.of("trending")),
            Map.entry("backlog", List.of("backlog")),
            Map.entry("taste", List.of("taste")),
            Map.entry("digest", List.of("digest")),
            Map.entry("vote", List.of("vote")),
            Map.entry("ballot", List.of("ballot", "ballot history")),
            Map.entry(
                    "schedule",
                    List.of(
                            "schedule",
                            "schedule every second Thursday at 15:00",
                            "schedule last Friday of the month at 10")),
            Map.entry("meetings", List.of("meetings")),
            Map.entry("pause", List.of("pause until 6 Jan")),
            Map.entry("resume", List.of("resume")),
            Map.entry("calendar", List.of("calendar")),
            Map.entry("present", List.of("present")),
            Map.entry("swap", List.of("swap", "swap @ada")),
            Map.entry("away", List.of("away 20 Dec - 6 Jan", "away")),
            Map.entry("snooze", List.of("snooze", "snooze 14")),
            Map.entry("parts", List.of("parts")),
            Map.entry("assign", List.of("assign @ada", "assign @ada on 16 April")),
            Map.entry("ask", List.of("ask Why does this work at all?")),
            Map.entry("questions", List.of("questions")),
            Map.entry("notes", List.of("notes", "notes 16 April")),
            Map.entry("archive", List.of("archive", "archive by:@ada since:2026-01", "archive export")),
            Map.entry("stats", List.of("stats", "stats me")),
            Map.entry("setup", List.of("setup")),
            Map.entry("join", List.of("join")),
            Map.entry("leave", List.of("leave")),
            Map.entry("status", List.of("status")),
            Map.entry("help", List.of("help vote", "help papers")));

    private final List<String> verbs;

    Chapter(String... verbs) {
        this.verbs = List.of(verbs);
    }

    /** In the order of the chapter, some of which this Lectern may not have. */
    List<String> verbs() {
        return verbs;
    }

    /** The word that opens it, such as {@code papers}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Chapter> called(String word) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.word().equals(word))
                .findFirst();
    }

    /** The one that a verb stands in; the last one for a verb that nobody gave a place. */
    static Chapter of(String verb) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.verbs.contains(verb))
                .findFirst()
                .orElse(GROUP);
    }

    /** What to write after {@code /papers}, the plainest first; none for a verb that nobody wrote any for. */
    static List<String> examples(String verb) {
        return EXAMPLES.getOrDefault(verb, List.of());
    }

    /** Whether there is more to say about a verb than its line in the help. */
    static boolean explains(String verb) {
        return EXAMPLES.containsKey(verb);
    }
}
