package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every vote of a ballot in a row, with a column for each paper: 1 for an approval, the stars, or the place in the
 * ranking, where those in the same place share its number. Empty is what the vote says nothing of.
 */
final class VoteTable {
    private final Ballot ballot;
    private final List<PaperId> papers;

    private VoteTable(Ballot ballot) {
        this.ballot = ballot;
        this.papers = ballot.candidates().stream().map(Nomination::paper).toList();
    }

    /**
     * Its header, and the votes: on an open ballot by name; otherwise numbered in the order of what they say, which tells
     * nothing of who cast them, nor when.
     *
     * @param titles of papers, plain text
     * @param names of members, plain text; not asked where the ballot is not an open one
     */
    static List<List<String>> of(
            Ballot ballot, Votes votes, Function<PaperId, String> titles, Function<UserId, String> names) {
        VoteTable table = new VoteTable(ballot);
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.header(titles));
        rows.addAll(ballot.rules().secrecy() == Secrecy.OPEN ? table.named(votes, names) : table.numbered(votes));
        return rows;
    }

    private List<String> header(Function<PaperId, String> titles) {
        List<String> header = new ArrayList<>(List.of("voter"));
        papers.forEach(paper -> header.add(titles.apply(paper) + " (" + paper + ")"));
        header.add("abstained");
        return header;
    }

    private List<List<String>> named(Votes votes, Function<UserId, String> names) {
        return votes.byVoter().entrySet().stream()
                .map(vote -> row(vote.getKey().member().map(names).orElse(""), vote.getValue()))
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private List<List<String>> numbered(Votes votes) {
        List<String> sorted = votes.byVoter().values().stream()
                .map(vote -> String.join(",", row("", vote)))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String row : sorted) {
            List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
            cells.set(0, Integer.toString(rows.size() + 1));
            rows.add(cells);
        }
        return rows;
    }

    private List<String> row(String voter, Vote vote) {
        Map<PaperId, String> marks = marks(vote.only(ballot::offers));
        List<String> row = new ArrayList<>(List.of(voter));
        papers.forEach(paper -> row.add(marks.getOrDefault(paper, "")));
        row.add(vote instanceof Vote.Abstains ? "yes" : "");
        return row;
    }

    private static Map<PaperId, String> marks(Vote vote) {
        if (vote instanceof Vote.Scores scores) {
            return scores.scores().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, score -> Integer.toString(score.getValue())));
        }
        if (vote instanceof Vote.Ranks ranks) {
            return vote.papers().stream().collect(Collectors.toMap(Function.identity(), paper -> place(ranks, paper)));
        }
        return vote.papers().stream().collect(Collectors.toMap(Function.identity(), paper -> "1"));
    }

    private static String place(Vote.Ranks ranks, PaperId paper) {
        int place = 1;
        while (!ranks.places().get(place - 1).contains(paper)) {
            place++;
        }
        return Integer.toString(place);
    }
}
