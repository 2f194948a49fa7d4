package dev.lectern.group;

import java.util.Arrays;
import java.util.Optional;

/** What a group can change about itself, as its log names it, and how its values are written down there. */
public enum Setting {
    MEMBERS(Kind.PEOPLE),
    ORGANIZERS(Kind.PEOPLE),
    LANGUAGE(Kind.LANGUAGE),
    TOPICS(Kind.WORDS),
    FOLLOWS(Kind.WORDS),
    DIGEST_DAYS(Kind.DAYS),
    DIGEST_TIME(Kind.WORDS),
    MEETING_DAY(Kind.DAYS),
    MEETING_TIME(Kind.WORDS),
    RHYTHM(Kind.RHYTHM),
    VOTING_WINDOW(Kind.DURATION),
    ZONE(Kind.WORDS),
    VOTE_CLOSES(Kind.DURATION),
    PRESENTER_ASKED(Kind.DURATION),
    REMINDER(Kind.DURATION),
    /** Meeting series, their rules as they are typed. */
    TIMETABLE(Kind.WORDS),
    HOLIDAYS(Kind.WORDS),
    PAUSE(Kind.WORDS),
    VOTING_METHOD(Kind.WORDS),
    SECRET_VOTES(Kind.YES_NO),
    QUORUM(Kind.WORDS),
    PARTS(Kind.WORDS),
    ANONYMOUS_QUESTIONS(Kind.YES_NO),
    NAMES_SHOWN(Kind.YES_NO),
    ATTENDANCE(Kind.YES_NO),
    RATING(Kind.YES_NO),
    RECALL(Kind.WORDS);

    /** How values are written: always the same, whatever anybody reads. */
    enum Kind {
        /** As they are. */
        WORDS,
        /** Members' ids. */
        PEOPLE,
        /** {@link java.time.DayOfWeek} by name. */
        DAYS,
        /** {@link Rhythm} by name. */
        RHYTHM,
        /** ISO 8601, such as {@code PT36H}. */
        DURATION,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** The tag, such as {@code de}. */
        LANGUAGE
    }

    private final Kind kind;

    Setting(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Empty for one that only a newer Lectern knows. */
    static Optional<Setting> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
