package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.View;
import dev.lectern.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vote as it is read in each language. */
class BallotLanguagesTest {
    private static final Group GROUP = Samples.group(ADA, BEN);
    private static final Meeting MEETING = Meeting.planned(Ballots.MEETING, Ballots.CLOSES.plus(Duration.ofDays(2)));
    private static final Ballot BALLOT = Ballots.of(1, 2);
    private static final Votes VOTES = Ballots.approve(ADA, paper(1));
    private static final BallotMessages MESSAGES =
            new BallotMessages(BallotLanguagesTest::known, user -> "Name of " + user);

    private static Paper known(PaperId id) {
        return new Paper(id, Draft.titled("Title of " + id), Ballots.OPENS);
    }

    private static String read(Language language, Supplier<Message> message) {
        Message said = Language.speaking(language, message);
        return said.text() + BlockJson.write(said.blocks());
    }

    @Test
    void an_open_vote_is_read_in_german() {
        assertThat(read(Language.GERMAN, () -> MESSAGES.open(BALLOT, VOTES, GROUP, MEETING)))
                .contains("Welches Paper als Nächstes?")
                .contains("Tippe auf *Abstimmen* neben jedem Paper")
                .contains("▰▰▰▰▰▱▱▱▱▱ 1 Stimme: Name of U0ADA")
                .contains("1 von 2 hat abgestimmt · läuft bis")
                .contains("Stimme für Title of");
    }

    @Test
    void an_open_vote_is_read_in_japanese() {
        assertThat(read(Language.JAPANESE, () -> MESSAGES.open(BALLOT, VOTES, GROUP, MEETING)))
                .contains("次に読む論文は？")
                .contains("1票: Name of U0ADA")
                .contains("2人中1人が投票済み");
    }

    @Test
    void many_names_end_in_a_number_in_each_language() {
        Votes votes = Votes.none();
        for (var member : Samples.people(14)) {
            votes = Ballots.approve(votes, member, paper(1));
        }
        Votes many = votes;
        assertThat(read(Language.ENGLISH, () -> MESSAGES.open(BALLOT, many, GROUP, MEETING)))
                .contains(" and 2 more");
        assertThat(read(Language.GERMAN, () -> MESSAGES.open(BALLOT, many, GROUP, MEETING)))
                .contains(" und 2 weitere");
        assertThat(read(Language.JAPANESE, () -> MESSAGES.open(BALLOT, many, GROUP, MEETING)))
                .contains(" ほか2人");
    }

    @Test
    void stars_have_the_comma_and_places_the_words_of_their_language() {
        Ballot ballot =
                Ballots.with(BALLOT.candidates(), VotingRules.DEFAULT.with(dev.lectern.ballot.count.Method.SCORE));
        Votes votes = Votes.none()
                .with(Voter.of(ADA), Optional.of(new Vote.Scores(Map.of(paper(1), 5))))
                .with(Voter.of(BEN), Optional.of(new Vote.Scores(Map.of(paper(1), 4))));
        Supplier<String> first = () -> new TallyText(ballot, votes, 3, Optional.empty()).of(paper(1));
        assertThat(Language.speaking(Language.ENGLISH, first))
                .isEqualTo("9 stars from 2 people, 4.5 on average · *1st if it closed now*");
        assertThat(Language.speaking(Language.GERMAN, first))
                .isEqualTo("9 Sterne von 2 Personen, im Schnitt 4,5 · *Platz 1, wenn jetzt Schluss wäre*");
        assertThat(Language.speaking(Language.JAPANESE, first)).contains("星9個（2人、平均 4.5）");
    }

    /** A form's title and its two buttons have room for 24 characters, and what is longer would be cut. */
    @ParameterizedTest
    @EnumSource
    void no_form_has_a_title_or_a_button_that_is_cut(Language language) {
        List<Supplier<Modal>> forms = List.of(
                () -> new VotingModal(BallotLanguagesTest::known).form(voting(), List.of()),
                () -> new VotingModal(BallotLanguagesTest::known).counted(voting(), List.of()),
                () -> NominateModal.of(GROUP.id()),
                () -> NewBallotModal.of(
                        new ForMeeting(GROUP, MEETING),
                        List.of(known(paper(1)), known(paper(2))),
                        Set.of(),
                        Ballots.CLOSES,
                        VotingRules.DEFAULT),
                () -> ManageBallotModal.of(GROUP, BALLOT, 1),
                () -> AddPaperModal.of(GROUP, BALLOT),
                () -> VotingRulesModal.of(GROUP.id(), VotingRules.DEFAULT),
                () -> CountedModal.of(BALLOT, Counting.count(BALLOT, VOTES), id -> id));
        for (Supplier<Modal> form : forms) {
            Modal modal = Language.speaking(language, form);
            assertThat(BlockJson.write((View) modal))
                    .doesNotContainPattern("\"(title|submit|close|confirm|deny)\":\\{[^}]*…\"");
        }
    }

    /** Menus and buttons have room for 75 characters. */
    @ParameterizedTest
    @EnumSource
    void nothing_to_choose_is_cut(Language language) {
        List<Block> fields = Language.speaking(language, () -> VotingRulesModal.fields(VotingRules.DEFAULT));
        assertThat(BlockJson.write(fields)).doesNotContain("…");
        Modal manage = Language.speaking(language, () -> ManageBallotModal.of(GROUP, BALLOT, 1));
        assertThat(BlockJson.write((View) manage)).doesNotContain("…");
    }

    private static Voting voting() {
        return new Voting(
                GROUP, BALLOT, List.of(known(paper(1)), known(paper(2))), Optional.of(Vote.Approves.of(paper(1))));
    }
}
