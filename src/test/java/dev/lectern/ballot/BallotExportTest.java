package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.ballot.BallotExport.ExportFile;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Recount;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BallotExportTest {
    private static Ballot ballot(VotingRules rules) {
        return Ballots.with(Ballots.of(0, 1, 2, 3, 4).candidates(), rules);
    }

    private static Votes votes(VotingRules rules, Random random) {
        Votes votes = Votes.none();
        for (UserId member : Samples.people(12)) {
            Vote vote = Ballots.anyVote(random);
            votes = rules.takes(vote) ? votes.with(Voter.of(member), Optional.of(vote)) : votes;
        }
        return votes;
    }

    private static List<ExportFile> files(Ballot ballot, Votes votes) {
        return BallotExport.files(ballot, votes, id -> "A \"title\" of " + id, UserId::value);
    }

    private static Recount read(ExportFile file) {
        return Recount.read(file.name(), file.content().getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> table(Ballot ballot, Votes votes) {
        return CsvTableTest.read(files(ballot, votes).get(1).content());
    }

    @RepeatedTest(20)
    void whoever_counts_the_export_finds_what_was_counted(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (VotingRules rules : Ballots.everyMethod()) {
            Ballot ballot = ballot(rules);
            Votes votes = votes(rules, random);
            Outcome counted = Counting.count(ballot, votes);
            Recount recount = read(files(ballot, votes).get(0));
            assertThat(recount.method()).contains(rules.method());
            assertThat(recount.count(rules.method(), Optional.empty())).isEqualTo(counted);
        }
    }

    @RepeatedTest(20)
    void rankings_in_prefLibs_format_have_the_same_ranking(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (Method method : List.of(Method.SCHULZE, Method.INSTANT_RUNOFF, Method.BORDA)) {
            VotingRules rules = VotingRules.DEFAULT.with(method);
            Ballot ballot = ballot(rules);
            Votes votes = votes(rules, random);
            Outcome counted = Counting.count(ballot, votes);
            boolean ranked = votes.byVoter().values().stream()
                    .anyMatch(vote -> !vote.only(ballot::offers).papers().isEmpty());
            List<ExportFile> files = files(ballot, votes);
            assertThat(files).hasSize(ranked ? 3 : 2);
            if (ranked) {
                Recount recount = read(files.get(2));
                assertThat(recount.count(method, Optional.empty()).ranking().stream()
                                .map(Set::size)
                                .toList())
                        .isEqualTo(counted.ranking().stream().map(Set::size).toList());
                assertThat(recount.names()
                                .get(recount.count(method, Optional.empty()).winner()))
                        .contains(counted.winner());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_ballot_on_which_nobody_voted_can_be_exported_too(Method method) {
        Ballot ballot = ballot(VotingRules.DEFAULT.with(method));
        List<ExportFile> files = files(ballot, Votes.none());
        assertThat(files)
                .extracting(ExportFile::name)
                .containsExactly("ballot-2026-04-02.json", "ballot-2026-04-02.csv");
        assertThat(read(files.get(0)).count(method, Optional.empty())).isEqualTo(Counting.count(ballot, Votes.none()));
    }

    @Test
    void an_open_vote_has_names_in_its_table_and_an_abstention_shows() {
        Ballot ballot = Ballots.of(0, 1);
        Votes votes = Ballots.approve(BEN, paper(1)).with(Voter.of(ADA), Optional.of(new Vote.Abstains()));
        assertThat(table(ballot, votes))
                .containsExactly(
                        List.of(
                                "voter",
                                "A \"title\" of " + paper(0) + " (" + paper(0) + ")",
                                "A \"title\" of " + paper(1) + " (" + paper(1) + ")",
                                "abstained"),
                        List.of("U0ADA", "", "", "yes"),
                        List.of("U0BEN", "", "1", ""));
    }

    @Test
    void stars_and_places_stand_in_the_papers_columns() {
        Ballot stars = ballot(VotingRules.DEFAULT.with(Method.STAR));
        Vote scores = new Vote.Scores(Map.of(paper(0), 5, paper(3), 0));
        assertThat(table(stars, Votes.none().with(Voter.of(ADA), Optional.of(scores)))
                        .get(1))
                .containsExactly("U0ADA", "5", "", "", "0", "", "");
        Ballot ranks = ballot(VotingRules.DEFAULT.with(Method.BORDA));
        Vote ranking = new Vote.Ranks(List.of(Set.of(paper(4)), Set.of(paper(0), paper(1))));
        assertThat(table(ranks, Votes.none().with(Voter.of(ADA), Optional.of(ranking)))
                        .get(1))
                .containsExactly("U0ADA", "2", "2", "", "", "1", "");
    }

    @RepeatedTest(10)
    void without_names_neither_who_nor_when_can_be_told(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (Secrecy secrecy : List.of(Secrecy.ANONYMOUS, Secrecy.SECRET)) {
            VotingRules rules = VotingRules.DEFAULT.with(Method.SCORE).with(secrecy);
            Ballot ballot = ballot(rules);
            Votes votes = votes(rules, random);
            List<ExportFile> files = BallotExport.files(ballot, votes, PaperId::value, member -> {
                throw new AssertionError("asked who " + member + " is");
            });
            assertThat(files)
                    .allSatisfy(file -> assertThat(file.content())
                            .doesNotContain(Samples.people(12).stream()
                                    .map(UserId::value)
                                    .toList()));
            assertThat(BallotExport.files(ballot, exchanged(votes, random), PaperId::value, UserId::value))
                    .isEqualTo(files);
        }
    }

    /** The same votes by other people, in another order. */
    private static Votes exchanged(Votes votes, Random random) {
        List<Vote> cast = new ArrayList<>(votes.byVoter().values());
        Collections.shuffle(cast, random);
        Map<Voter, Vote> exchanged = new LinkedHashMap<>();
        IntStream.range(0, cast.size())
                .forEach(i -> exchanged.put(
                        Voter.of(new UserId("W%03d%03d".formatted(random.nextInt(1000), i))), cast.get(i)));
        return new Votes(exchanged);
    }
}
