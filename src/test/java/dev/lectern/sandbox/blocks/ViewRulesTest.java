package dev.lectern.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ViewRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INPUT =
            "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input'}}";

    private static List<String> problems(String view, Surface surface) {
        return ViewRules.problems(JSON.readTree(view.replace('\'', '"')), surface);
    }

    private static String modal(String title, String blocks, String rest) {
        return "{'type':'modal','title':{'type':'plain_text','text':'" + title + "'},'blocks':[" + blocks + "]" + rest
                + "}";
    }

    @Test
    void a_title_has_24_characters_at_most() {
        assertThat(problems(modal("x".repeat(24), "", ""), Surface.MODAL)).isEmpty();
        assertThat(problems(modal("x".repeat(25), "", ""), Surface.MODAL))
                .containsExactly("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
    }

    @ParameterizedTest
    @CsvSource({"submit,24", "close,24"})
    void the_buttons_have_24_characters_at_most(String name, int most) {
        String button = ",'" + name + "':{'type':'plain_text','text':'";
        assertThat(problems(modal("T", "", button + "x".repeat(most) + "'}"), Surface.MODAL))
                .isEmpty();
        assertThat(problems(modal("T", "", button + "x".repeat(most + 1) + "'}"), Surface.MODAL))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"private_metadata,3000", "callback_id,255", "external_id,255"})
    void strings_have_their_limits(String name, int most) {
        String field = ",'" + name + "':'";
        assertThat(problems(modal("T", "", field + "x".repeat(most) + "'"), Surface.MODAL))
                .isEmpty();
        assertThat(problems(modal("T", "", field + "x".repeat(most + 1) + "'"), Surface.MODAL))
                .hasSize(1);
    }

    @Test
    void a_modal_that_asks_needs_a_submit_button() {
        assertThat(problems(modal("T", INPUT, ""), Surface.MODAL))
                .singleElement()
                .asString()
                .contains("submit");
        String submit = ",'submit':{'type':'plain_text','text':'Go'}";
        assertThat(problems(modal("T", INPUT, submit), Surface.MODAL)).isEmpty();
    }

    @Test
    void a_view_is_of_the_kind_that_its_place_wants() {
        assertThat(problems("{'type':'home','blocks':[]}", Surface.HOME)).isEmpty();
        assertThat(problems("{'type':'home','blocks':[]}", Surface.MODAL)).hasSize(1);
        assertThat(problems(modal("T", "", ""), Surface.HOME)).hasSize(1);
        assertThat(problems("{'type':'modal','blocks':[]}", Surface.MODAL)).hasSize(1);
        assertThat(problems("[]", Surface.MODAL)).hasSize(1);
        assertThat(problems("{'type':'home','blocks':[],'title':'x'}", Surface.HOME))
                .hasSize(1);
    }
}
