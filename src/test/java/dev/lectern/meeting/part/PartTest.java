package dev.lectern.meeting.part;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Language;
import dev.lectern.work.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part's name and task, in the languages that Lectern speaks and in the group's own words. */
class PartTest {
    private static final Part KEEPER = Part.own("Time keeper", "You see that we end on time");
    private static final Meeting MEETING = Meeting.planned(
                    MeetingId.of(LocalDate.of(2026, 4, 9)), Instant.parse("2026-04-09T13:00:00Z"))
            .withPaper(paper(1));

    private static Stream<Part> known() {
        return Stream.concat(
                StandardParts.ALL.stream(), Stream.of(Part.secondHalf(), Part.presenterOf(2), Part.presenterOf(4)));
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_with_lectern_has_a_name_of_its_own_and_a_task_in_each_language(Language language) {
        List<String> names =
                Language.speaking(language, () -> known().map(Part::name).toList());
        List<String> prompts =
                Language.speaking(language, () -> known().map(Part::prompt).toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() <= Part.LONGEST_NAME);
        assertThat(prompts).allMatch(prompt -> prompt.length() <= Part.LONGEST_PROMPT);
    }

    @Test
    void a_name_is_the_reader_s_but_an_own_one_is_as_it_was_written() {
        assertThat(Language.speaking(Language.GERMAN, StandardParts.SCRIBE::name))
                .isEqualTo("Protokoll");
        assertThat(Language.speaking(Language.JAPANESE, Part.secondHalf()::name))
                .isEqualTo("後半");
        assertThat(Language.speaking(Language.GERMAN, KEEPER::name)).isEqualTo("Time keeper");
        assertThat(Language.speaking(Language.JAPANESE, KEEPER::prompt)).isEqualTo("You see that we end on time");
    }

    @Test
    void a_part_is_found_by_its_name_in_any_language() {
        assertThat(StandardParts.REVIEWER.isCalled("REVIEWER")).isTrue();
        assertThat(StandardParts.REVIEWER.isCalled("gutachten")).isTrue();
        assertThat(StandardParts.REVIEWER.isCalled("査読者")).isTrue();
        assertThat(StandardParts.REVIEWER.isCalled("Scribe")).isFalse();
        assertThat(OwnParts.read("protokoll: you write").problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("There is a part “protokoll” already"));
    }

    @Test
    void an_own_part_without_its_words_cannot_be_and_a_known_one_has_none_of_its_own() {
        assertThatThrownBy(() -> new Part("own-1", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part("scribe", Optional.of("Scribe"), Optional.of("You write")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Part.own(" ", "You write")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_of_a_language_is_kept() {
        Handed handed = Language.speaking(
                Language.GERMAN,
                () -> new Handed(
                        List.of(given(StandardParts.SCRIBE, ADA), given(KEEPER, BEN)),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()));
        String kept = Language.speaking(Language.GERMAN, () -> Stored.write(handed));
        assertThat(kept).contains("\"scribe\"", "Time keeper").doesNotContain("Protokoll", "Scribe");
        assertThat(Stored.read(kept, Handed.class)).isEqualTo(handed);
    }

    private static Handed.Given given(Part part, UserId member) {
        return new Handed.Given(part, 1, List.of(member));
    }

    @Test
    void what_was_handed_out_with_english_names_is_read_as_it_was_meant() {
        Handed read = Stored.read("""
                {"v":1,"value":{"given":[
                {"part":{"id":"presenter-2","name":"Second half","prompt":"You present"},"wanted":1,"members":["U0ADA"]},
                {"part":{"id":"scribe","name":"Scribe","prompt":"You keep"},"wanted":1,"members":["U0BEN"]},
                {"part":{"id":"own-1","name":"Time keeper","prompt":"You ring"},"wanted":1,"members":[]}],
                "declined":[],"offers":[{"from":"U0ADA","mine":"presenter-2","to":"U0BEN","theirs":"scribe"}],
                "trace":[{"kind":"DECLINED","by":"U0ADA","part":"presenter-2","at":"2026-04-09T13:00:00Z"}]}}""", Handed.class);
        assertThat(read.given())
                .extracting(Handed.Given::part)
                .containsExactly(
                        Part.secondHalf(),
                        StandardParts.SCRIBE,
                        new Part("own-1", Optional.of("Time keeper"), Optional.of("You ring")));
        assertThat(read.offers())
                .containsExactly(new Handed.Swap(ADA, Part.secondHalf().id(), BEN, Optional.of("scribe")));
        assertThat(read.trace().get(0).part()).contains(Part.secondHalf().id());
        assertThat(read.alsoPresenting()).containsExactly(ADA);
    }

    @Test
    void a_second_presenter_of_several_papers_stays_one() {
        Handed read = Stored.read("""
                {"v":1,"value":{"given":[{"part":{"id":"presenter-2","name":"Presenter of paper 2","prompt":"You present"},
                "wanted":1,"members":["U0ADA"]}],"declined":[],
                "offers":[{"from":"U0ADA","mine":"presenter-2","to":"U0BEN"}],"trace":[]}}""", Handed.class);
        assertThat(read.given().get(0).part()).isEqualTo(Part.presenterOf(2));
        assertThat(read.offers().get(0).mine()).isEqualTo("presenter-2");
    }

    @Test
    void the_list_is_in_the_language_of_its_readers() {
        Handed handed = new Handed(
                List.of(given(StandardParts.LEAD, ADA), new Handed.Given(StandardParts.HACKER, 2, List.of(BEN))),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
        PartMessages messages = new PartMessages(Samples.group(ADA, BEN), MEETING, List.of(), handed);
        assertThat(BlockJson.write(Language.speaking(Language.GERMAN, messages::list)))
                .contains("Wer macht was am", "• *Vortrag:* noch niemand", "• *Gesprächsleitung:* <@U0ADA>")
                .contains("• *Nachbau:* <@U0BEN> _(noch 1 Person gesucht: Wir sind zu wenige)_");
        assertThat(BlockJson.write(Language.speaking(Language.JAPANESE, () -> messages.yours(ADA))))
                .contains("のあなたの役割：司会", "できません");
    }

    @ParameterizedTest
    @EnumSource
    void a_form_that_was_written_in_a_language_is_read_in_it(Language language) {
        Map<String, Integer> twice = StandardParts.ALL.stream().collect(Collectors.toMap(Part::id, part -> 2));
        PartRules rules = new PartRules(twice, 1, 1, List.of(KEEPER), true, true);
        assertThat(Language.speaking(language, () -> PartsForm.of(rules).parse(List.of(KEEPER))))
                .isEqualTo(new PartsForm.Valid(rules));
    }

    @ParameterizedTest
    @EnumSource
    void forms_are_shown_whole_in_each_language(Language language) {
        PartRules rules = new PartRules(Map.of("scribe", 2), 2, 1, List.of(KEEPER), true, true);
        List<Modal> forms = Language.speaking(
                language,
                () -> List.of(
                        PartsModal.choose(Samples.group(ADA).id(), rules),
                        PartsModal.own(Samples.group(ADA).id(), rules)));
        assertThat(forms).allSatisfy(form -> {
            Limits.require(form);
            assertThat(BlockJson.write(form)).doesNotContain("…");
        });
    }
}
