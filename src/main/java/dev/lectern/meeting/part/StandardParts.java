package dev.lectern.meeting.part;

import java.util.List;

/**
 * The parts that come with Lectern: a discussion lead and a scribe, and the roles of Alec Jacobson and Colin Raffel,
 * "Role-Playing Paper-Reading Seminars", 2021 (colinraffel.com/blog/role-playing-seminar.html). The prompts are our own
 * words.
 */
public final class StandardParts {
    static final Part LEAD = Part.standard("lead");
    static final Part SCRIBE = Part.standard("scribe");
    /** Whoever nominated the paper should not be the one who judges it. */
    static final Part REVIEWER = Part.standard("reviewer");

    static final Part ARCHAEOLOGIST = Part.standard("archaeologist");
    static final Part RESEARCHER = Part.standard("researcher");
    static final Part PRACTITIONER = Part.standard("practitioner");
    static final Part HACKER = Part.standard("hacker");
    static final Part INVESTIGATOR = Part.standard("investigator");
    static final Part SOCIAL = Part.standard("social");

    /** In the order in which they are offered. */
    public static final List<Part> ALL =
            List.of(LEAD, SCRIBE, REVIEWER, ARCHAEOLOGIST, RESEARCHER, PRACTITIONER, HACKER, INVESTIGATOR, SOCIAL);

    private StandardParts() {}
}
