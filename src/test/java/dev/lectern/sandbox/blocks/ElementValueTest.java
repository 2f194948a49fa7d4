package dev.lectern.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ElementValueTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPTIONS = "'options':[{'text':{'type':'plain_text','text':'A'},'value':'a'},"
            + "{'text':{'type':'plain_text','text':'B'},'value':'b'}]";
    private static final String A = "{'text':{'type':'plain_text','text':'A'},'value':'a'}";

    private static JsonNode json(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    private static Element element(String definition) {
        return new Element(json("{'type':'input','block_id':'b'}"), json(definition));
    }

    /** Element, what was chosen, and what Slack puts into the state. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'type':'plain_text_input'        | 'hello'      | 'value':'hello'
                    'type':'users_select'            | 'U0ADA'      | 'selected_user':'U0ADA'
                    'type':'multi_users_select'      | ['U1','U2']  | 'selected_users':['U1','U2']
                    'type':'conversations_select'    | 'C1'         | 'selected_conversation':'C1'
                    'type':'datepicker'              | '2026-03-30' | 'selected_date':'2026-03-30'
                    'type':'timepicker'              | '09:00'      | 'selected_time':'09:00'
                    'type':'static_select',OPTIONS   | 'a'          | 'selected_option':A
                    'type':'radio_buttons',OPTIONS   | 'a'          | 'selected_option':A
                    'type':'multi_static_select',OPTIONS | ['a']    | 'selected_options':[A]
                    'type':'checkboxes',OPTIONS      | ['a']        | 'selected_options':[A]
                    'type':'plain_text_input'        | ''           | 'value':null
                    'type':'static_select',OPTIONS   | null         | 'selected_option':null
                    'type':'checkboxes',OPTIONS      | []           | 'selected_options':[]
                    'type':'datepicker'              | null         | 'selected_date':null
                    """)
    void a_choice_has_the_shape_that_slack_gives_it(String definition, String choice, String state) {
        Element element = element("{" + definition.strip().replace("OPTIONS", OPTIONS) + "}");

        JsonNode held = ElementValue.chosen(element, json(choice.strip()));

        assertThat(held)
                .isEqualTo(json("{'type':'" + element.type() + "',"
                        + state.strip().replace("A]", A + "]").replace(":A", ":" + A) + "}"));
    }

    @Test
    void slacks_own_form_means_the_same_as_the_short_one() {
        Element select = element("{'type':'static_select'," + OPTIONS + "}");
        JsonNode own = json("{'type':'static_select','selected_option':" + A + "}");
        assertThat(ElementValue.chosen(select, own)).isEqualTo(ElementValue.chosen(select, json("'a'")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'type':'static_select',OPTIONS                              | 'c'
                    'type':'checkboxes',OPTIONS                                 | ['a','c']
                    'type':'datepicker'                                         | '2026-02-30'
                    'type':'timepicker'                                         | '24:00'
                    'type':'plain_text_input','max_length':3                    | 'long'
                    'type':'plain_text_input','min_length':3                    | 'ab'
                    'type':'multi_static_select','max_selected_items':1,OPTIONS | ['a','b']
                    'type':'plain_text_input'                                   | 7
                    """)
    void what_the_element_cannot_hold_is_refused(String definition, String choice) {
        Element element = element("{" + definition.strip().replace("OPTIONS", OPTIONS) + "}");

        assertThatThrownBy(() -> ElementValue.chosen(element, json(choice.strip())))
                .isInstanceOf(ElementValue.Impossible.class);
    }

    @Test
    void before_anybody_touched_it_an_element_holds_its_initial_value() {
        assertThat(ElementValue.initial(element("{'type':'timepicker','initial_time':'15:00'}")))
                .isEqualTo(json("{'type':'timepicker','selected_time':'15:00'}"));
        assertThat(ElementValue.initial(element("{'type':'checkboxes'," + OPTIONS + "}")))
                .isEqualTo(json("{'type':'checkboxes','selected_options':[]}"));
    }

    @Test
    void what_was_entered_stays_through_an_update_where_the_element_stayed() {
        String blocks = "[{'type':'input','block_id':'b','element':{'type':'plain_text_input','action_id':'a'}},"
                + "{'type':'input','block_id':'c','element':{'type':'datepicker','action_id':'d'}}]";
        JsonNode before = json("{'b':{'a':{'type':'plain_text_input','value':'kept'}},"
                + "'c':{'d':{'type':'timepicker','selected_time':'09:00'}}}");

        JsonNode values = StateValues.carriedOver(json(blocks), before);

        assertThat(values.path("b").path("a").path("value").asString()).isEqualTo("kept");
        assertThat(values.path("c").path("d")).isEqualTo(json("{'type':'datepicker','selected_date':null}"));
    }
}
