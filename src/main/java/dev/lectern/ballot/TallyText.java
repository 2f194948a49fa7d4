package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How an open ballot stands, a line for each paper. Mrkdwn. */
final class TallyText {
    private static final Texts TEXTS = Texts.of(TallyText.class);
    private static final int BAR = 10;
    private static final int NAMES = 12;

    private final Ballot ballot;
    private final Votes votes;
    private final int members;
    private final Optional<Function<UserId, String>> names;
    private final Map<PaperId, Integer> places;

    /** @param names how a member is called, without a ping; without it nobody is named */
    TallyText(Ballot ballot, Votes votes, int members, Optional<Function<UserId, String>> names) {
        this.ballot = ballot;
        this.votes = votes;
        this.members = Math.max(members, votes.turnout());
        this.names = names;
        this.places = ballot.rules().takesTaps() || votes.turnout() == 0 ? Map.of() : places(ballot, votes);
    }

    private static Map<PaperId, Integer> places(Ballot ballot, Votes votes) {
        Outcome outcome = Counting.count(ballot, votes);
        Map<PaperId, Integer> places = new HashMap<>();
        int place = 1;
        for (Set<String> tied : outcome.ranking()) {
            for (PaperId paper : Counting.papers(tied)) {
                places.put(paper, place);
            }
            place += tied.size();
        }
        return places;
    }

    String of(PaperId paper) {
        return switch (ballot.rules().method()) {
            case APPROVAL, PLURALITY -> bar(paper);
            case SCORE, STAR -> stars(paper);
            case INSTANT_RUNOFF, SCHULZE, BORDA -> rank(paper);
        };
    }

    private String bar(PaperId paper) {
        List<Voter> liking = voters(vote -> vote.liked().contains(paper));
        int full = Math.round((float) liking.size() * BAR / Math.max(1, members));
        String bar = "▰".repeat(full) + "▱".repeat(BAR - full);
        return TEXTS.say("tally.bar", "bar", bar, "votes", liking.size()) + after(named(liking, voter -> ""));
    }

    /** The sum decides, the mean tells what those who know the paper think of it: two numbers, and no bar. */
    private String stars(PaperId paper) {
        Map<Voter, Integer> given = given(paper);
        if (given.isEmpty()) {
            return TEXTS.say("tally.stars.none");
        }
        int sum = given.values().stream().mapToInt(Integer::intValue).sum();
        String mean = String.format(Language.spoken().locale(), "%.1f", (double) sum / given.size());
        return TEXTS.say("tally.stars", "stars", sum, "people", given.size(), "mean", mean)
                + after(named(given.keySet(), voter -> " " + given.getOrDefault(voter, 0)))
                + place(paper);
    }

    private Map<Voter, Integer> given(PaperId paper) {
        Map<Voter, Integer> given = new LinkedHashMap<>();
        votes.byVoter().forEach((voter, vote) -> {
            if (vote instanceof Vote.Scores scores && scores.papers().contains(paper)) {
                given.put(voter, scores.scores().getOrDefault(paper, 0));
            }
        });
        return given;
    }

    private String rank(PaperId paper) {
        List<Voter> first = voters(vote -> vote.liked().contains(paper));
        return TEXTS.say("tally.first", "people", first.size()) + after(named(first, voter -> "")) + place(paper);
    }

    private String place(PaperId paper) {
        return Optional.ofNullable(places.get(paper))
                .map(place -> " · " + TEXTS.say("tally.place", "place", place))
                .orElse("");
    }

    /** Who answered, and chose no paper; empty where nobody did or nobody is named. */
    String abstaining() {
        List<Voter> abstaining = voters(Vote.Abstains.class::isInstance);
        return names.isEmpty() || abstaining.isEmpty()
                ? ""
                : TEXTS.say("tally.abstaining", "names", named(abstaining, voter -> ""));
    }

    private List<Voter> voters(Predicate<Vote> which) {
        return votes.byVoter().entrySet().stream()
                .filter(vote -> which.test(vote.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String after(String names) {
        return names.isEmpty() ? "" : ": " + names;
    }

    private String named(Collection<Voter> voters, Function<Voter, String> more) {
        if (names.isEmpty() || voters.isEmpty()) {
            return "";
        }
        // Names are asked for one by one, so only those that are shown.
        List<Voter> known =
                voters.stream().filter(voter -> voter.member().isPresent()).toList();
        String shown = known.stream()
                .limit(NAMES)
                .map(voter -> line(names.get().apply(voter.member().orElseThrow())) + more.apply(voter))
                .collect(Collectors.joining(", "));
        return TEXTS.say("names.some", "names", shown, "more", Math.max(0, known.size() - NAMES));
    }
}
