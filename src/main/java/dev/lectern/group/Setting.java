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
    /** The series of meetings that differ. */
    TIMETABLE(Kind.ELSEWHERE),
    /** When one meeting begins that is put elsewhere, left out, or added. */
    ONE_MEETING(Kind.MOMENT),
    /** Those that came or went. */
    HOLIDAYS(Kind.NAMED_DAY),
    /** From which site holidays are read; the rest of the address may be a secret. */
    HOLIDAY_LINK(Kind.WORDS),
    PAUSE(Kind.NAMED_DAYS),
    VOTING_METHOD(Kind.ELSEWHERE),
    /** Written before {@link #SECRECY} was. */
    SECRET_VOTES(Kind.YES_NO),
    SECRECY(Kind.ELSEWHERE),
    TALLY_SHOWN(Kind.ELSEWHERE),
    /** 0 for as many as one likes. */
    MOST_APPROVALS(Kind.WORDS),
    QUORUM(Kind.WORDS),
    ADDITIONS(Kind.YES_NO),
    EARLY_END(Kind.YES_NO),
    VOTE_REMINDER(Kind.YES_NO),
    /** Those that differ. */
    PARTS(Kind.ELSEWHERE),
    PRESENTERS(Kind.WORDS),
    PAPERS_A_MEETING(Kind.WORDS),
    NOMINATOR_APART(Kind.YES_NO),
    PRESENTER_APART(Kind.YES_NO),
    /** Who is asked next. */
    ORDER(Kind.PEOPLE),
    ANONYMOUS_QUESTIONS(Kind.YES_NO),
    NAMES_SHOWN(Kind.YES_NO),
    ATTENDANCE(Kind.YES_NO),
    RATING(Kind.YES_NO),
    RECALL(Kind.ELSEWHERE),
    /** When the link was made. */
    CALENDAR_LINK(Kind.MOMENT);

    /** How values are written: always the same, whatever anybody reads. */
    enum Kind {
        /** As they are. */
        WORDS,
        /** As the part of Lectern writes and reads them whose setting it is. */
        ELSEWHERE,
        /** Members' ids. */
        PEOPLE,
        /** {@link java.time.DayOfWeek} by name. */
        DAYS,
        /** ISO 8601 and then, after a space, what it is called, if anything: {@code 2026-12-25 Christmas}. */
        NAMED_DAY,
        /** Likewise, the second day the first one after them: {@code 2026-08-01/2026-09-01 summer break}. */
        NAMED_DAYS,
        /** ISO 8601, in UTC. */
        MOMENT,
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
