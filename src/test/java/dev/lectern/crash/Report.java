package dev.lectern.crash;

import dev.lectern.crash.Plan.What;
import java.util.Map;
import java.util.TreeMap;

/** The closing table. Any thread. */
final class Report {
    private final long seed;
    private final Map<String, Long> faults = new TreeMap<>();
    private int rounds;
    private long kills;
    private long cuts;
    private long twice;
    private long answered;
    private long unanswered;
    private long votes;
    private long messages;
    private long lostMessages;
    private long doubleMessages;
    private long lostVotes;
    private long doubleVotes;
    private long lostOthers;
    private long doubleOthers;
    private long heldByTwo;

    Report(long seed) {
        this.seed = seed;
    }

    synchronized void round(Plan plan, Comparison.Tally tally) {
        rounds++;
        plan.faults().forEach(fault -> faults.merge(name(fault.what()), 1L, Long::sum));
        faults.merge("clock moved", (long) plan.steps().size(), Long::sum);
        lostMessages += tally.lostMessages;
        doubleMessages += tally.doubleMessages;
        lostVotes += tally.lostVotes;
        doubleVotes += tally.doubleVotes;
        lostOthers += tally.lostOthers;
        doubleOthers += tally.doubleOthers;
        heldByTwo += tally.heldByTwo;
    }

    /** @param messagesAtEnd how many messages there had to be */
    synchronized void season(
            Model model, long messagesAtEnd, long processesKilled, long cutsMade, long deliveredTwice) {
        answered += model.answeredRequests();
        unanswered += model.unansweredRequests();
        votes += model.answeredVotes();
        messages += messagesAtEnd;
        kills += processesKilled;
        cuts += cutsMade;
        twice += deliveredTwice;
    }

    private static String name(What what) {
        if (what instanceof What.Kill) {
            return "Lectern killed";
        }
        if (what instanceof What.Terminate) {
            return "Lectern asked to stop";
        }
        if (what instanceof What.KillRedis) {
            return "Redis killed";
        }
        if (what instanceof What.RedisAway) {
            return "Redis away";
        }
        if (what instanceof What.SlackAway) {
            return "Slack away";
        }
        if (what instanceof What.WrongClock) {
            return "a clock wrong";
        }
        return what instanceof What.Delay ? "line slow" : "line cut";
    }

    @Override
    public synchronized String toString() {
        StringBuilder table = new StringBuilder("\n| crash suite | seed " + seed + " |\n|---|---|\n");
        row(table, "rounds", rounds);
        faults.forEach((name, times) -> row(table, "planned: " + name, times));
        row(table, "processes killed in fact", kills);
        row(table, "connections, requests and answers cut", cuts);
        row(table, "requests delivered to two processes", twice);
        row(table, "people's requests answered", answered);
        row(table, "people's requests not answered", unanswered);
        row(table, "votes answered", votes);
        row(table, "votes lost", lostVotes);
        row(table, "votes double", doubleVotes);
        row(table, "other answers lost", lostOthers);
        row(table, "other answers double", doubleOthers);
        row(table, "messages expected", messages);
        row(table, "messages lost or stale", lostMessages);
        row(table, "messages double", doubleMessages);
        row(table, "leases held by two", heldByTwo);
        return table.toString();
    }

    private static void row(StringBuilder table, String name, long value) {
        table.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }
}
