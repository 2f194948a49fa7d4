package dev.lectern.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.VotingRulesForm.Field;
import dev.lectern.ballot.VotingRulesForm.Invalid;
import dev.lectern.ballot.VotingRulesForm.Valid;
import dev.lectern.ballot.count.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotingRulesFormTest {
    private static final int MEMBERS = 6;

    private static VotingRulesForm.Parsed parse(String method, String most, String quorum) {
        return new VotingRulesForm(method, "OPEN", "LIVE", most, quorum, List.of()).parse(MEMBERS);
    }

    @Test
    void the_form_of_rules_says_those_rules() {
        Seeded.times(300, random -> {
            Method method = Samples.oneOf(List.of(Method.values()), random);
            VotingRules rules = new VotingRules(
                    method,
                    Samples.oneOf(List.of(Secrecy.values()), random),
                    Samples.oneOf(List.of(TallyShown.values()), random),
                    method == Method.APPROVAL ? random.nextInt(21) : 0,
                    random.nextInt(MEMBERS + 1),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean());
            assertThat(VotingRulesForm.of(rules).parse(MEMBERS)).isEqualTo(new Valid(rules));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "dictator, '', '', METHOD, Choose how",
        "approval, many, '', MOST, whole number up to 20",
        "approval, 21, '', MOST, whole number up to 20",
        "approval, -1, '', MOST, whole number",
        "schulze, 3, '', MOST, Schulze knows no such limit",
        "plurality, 2, '', MOST, Plurality knows no such limit",
        "approval, '', 7, QUORUM, This group has 6 members: 7 can never vote. Write 6 or less.",
        "approval, '', half, QUORUM, whole number up to 1000",
        "approval, '', 99999999999, QUORUM, whole number up to 1000",
    })
    void what_cannot_be_is_said_beside_its_field(
            String method, String most, String quorum, Field field, String problem) {
        assertThat(parse(method, most, quorum)).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.problems()).containsOnlyKeys(field);
            assertThat(invalid.problems().get(field)).contains(problem);
        });
    }

    @Test
    void all_problems_are_said_at_once_and_nothing_is_no_number_at_all() {
        assertThat(new VotingRulesForm("?", "?", "?", "?", "?", List.of("?")).parse(MEMBERS))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .containsOnlyKeys(Field.METHOD, Field.SECRECY, Field.TALLY, Field.MOST, Field.QUORUM));
        assertThat(parse("approval", " ", "0"))
                .isEqualTo(new Valid(
                        new VotingRules(Method.APPROVAL, Secrecy.OPEN, TallyShown.LIVE, 0, 0, false, false, false)));
    }
}
