package dev.lectern.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sandbox.workspace.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hello                               | hello
                    a & b < c > d                       | a &amp; b &lt; c &gt; d
                    see https://arxiv.org/abs/2401.1?a=1&b=2. | see <https://arxiv.org/abs/2401.1?a=1&amp;b=2>.
                    <https://arxiv.org/abs/2401.12345>  | <https://arxiv.org/abs/2401.12345>
                    @ada and @nobody                    | <@U0ADA> and @nobody
                    ada@adam.example                    | ada@adam.example
                    <@U0ADA> <!here>                    | <@U0ADA> &lt;!here&gt;
                    """)
    void what_is_typed_becomes_slacks_markup(String typed, String text) {
        assertThat(new Typed(Team.PEOPLE).toSlack(typed)).isEqualTo(text);
    }
}
