package dev.lectern.meeting.part;

import java.util.List;

/**
 * The parts that come with Lectern: a discussion lead and a scribe, and the roles of Alec Jacobson and Colin Raffel,
 * "Role-Playing Paper-Reading Seminars", 2021 (colinraffel.com/blog/role-playing-seminar.html). The prompts are our own
 * words.
 */
public final class StandardParts {
    static final Part LEAD = new Part(
            "lead",
            "Discussion lead",
            "You open the talk and keep it going: bring three questions that have no short answer, and see that everybody speaks.");
    static final Part SCRIBE = new Part(
            "scribe",
            "Scribe",
            "You keep what is worth keeping: points, doubts, open questions. Put the notes in the meeting's thread.");
    /** Whoever nominated the paper should not be the one who judges it. */
    static final Part REVIEWER = new Part(
            "reviewer",
            "Reviewer",
            "You judge the paper as a conference would: strengths, weaknesses, and whether you would accept it. Be hard but fair.");

    static final Part ARCHAEOLOGIST = new Part(
            "archaeologist",
            "Archaeologist",
            "You dig around the paper: one older paper that it builds on, and one newer paper that builds on it. What changed?");
    static final Part RESEARCHER = new Part(
            "researcher",
            "Researcher",
            "You have read this and want to go on: propose one follow-up study that only became possible with this result.");
    static final Part PRACTITIONER = new Part(
            "practitioner",
            "Practitioner",
            "You might use this at work: pitch one product or task for it, what it would take, and what speaks against it.");
    static final Part HACKER = new Part(
            "hacker",
            "Hacker",
            "You get your hands on it: run the code, or build a small part of it on toy data, and show what happened.");
    static final Part INVESTIGATOR = new Part(
            "investigator",
            "Private investigator",
            "You look into one author's public work: where they come from, what led them to this, and where they went next.");
    static final Part SOCIAL = new Part(
            "social",
            "Social impact assessor",
            "You weigh what this does to people: who gains, who may be harmed, and what the authors say or leave out about it.");

    /** In the order in which they are offered. */
    public static final List<Part> ALL =
            List.of(LEAD, SCRIBE, REVIEWER, ARCHAEOLOGIST, RESEARCHER, PRACTITIONER, HACKER, INVESTIGATOR, SOCIAL);

    private StandardParts() {}
}
