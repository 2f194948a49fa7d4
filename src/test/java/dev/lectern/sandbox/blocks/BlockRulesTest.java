package dev.lectern.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlockRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUTTON_TEXT = "'text':{'type':'plain_text','text':'Go'}";

    private static List<String> problems(String blocks, Surface surface) {
        JsonNode tree = JSON.readTree(blocks.replace('\'', '"'));
        return BlockRules.problems(tree, surface, "/blocks");
    }

    private static List<String> problems(String block) {
        return problems("[" + block + "]", Surface.MESSAGE);
    }

    private static String x(int times) {
        return "x".repeat(times);
    }

    private static String many(int times, IntFunction<String> item) {
        return String.join(
                ",", java.util.stream.IntStream.range(0, times).mapToObj(item).toList());
    }

    private static String section(String rest) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'Hi'}" + rest + "}";
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[" + elements + "]}";
    }

    private static String button(String rest) {
        return actions("{'type':'button'," + BUTTON_TEXT + rest + "}");
    }

    private static String option(int index) {
        return "{'text':{'type':'plain_text','text':'O" + index + "'},'value':'v" + index + "'}";
    }

    private static String optioned(String type, int options, String rest) {
        return section(",'accessory':{'type':'" + type + "','options':[" + many(options, BlockRulesTest::option) + "]"
                + rest + "}");
    }

    private static String card(String rest) {
        return "{'type':'card'," + rest + "}";
    }

    private static String text(String kind, int length) {
        return "{'type':'" + kind + "','text':'" + x(length) + "'}";
    }

    private static String image(int alt) {
        return "'image_url':'https://example.org/a.png','alt_text':'" + x(alt) + "'";
    }

    private static String input(String rest) {
        return "{'type':'input','label':{'type':'plain_text','text':'L'}," + "'element':{'type':'plain_text_input'}"
                + rest + "}";
    }

    /** What is limited, the most that is allowed, a block with that much, and where too much is reported. */
    static Stream<Arguments> limits() {
        return Stream.of(
                limit(3000, n -> "{'type':'section','text':" + text("mrkdwn", n) + "}", "/text/text"),
                limit(2000, n -> "{'type':'section','fields':[" + text("mrkdwn", n) + "]}", "/fields/0/text"),
                limit(10, n -> "{'type':'section','fields':[" + many(n, i -> text("mrkdwn", 1)) + "]}", "/fields"),
                limit(255, n -> section(",'block_id':'" + x(n) + "'"), "/block_id"),
                limit(150, n -> "{'type':'header','text':" + text("plain_text", n) + "}", "/text/text"),
                limit(10, n -> "{'type':'context','elements':[" + many(n, i -> text("mrkdwn", 1)) + "]}", "/elements"),
                limit(25, n -> actions(many(n, i -> "{'type':'button'," + BUTTON_TEXT + "}")), "/elements"),
                limit(2000, n -> "{'type':'image'," + image(n) + "}", "/alt_text"),
                limit(
                        2000,
                        n -> "{'type':'image','title':" + text("plain_text", n) + "," + image(1) + "}",
                        "/title/text"),
                limit(
                        75,
                        n -> actions("{'type':'button','text':" + text("plain_text", n) + "}"),
                        "/elements/0/text/text"),
                limit(2000, n -> button(",'value':'" + x(n) + "'"), "/elements/0/value"),
                limit(3000, n -> button(",'url':'https://" + x(n - 8) + "'"), "/elements/0/url"),
                limit(255, n -> button(",'action_id':'" + x(n) + "'"), "/elements/0/action_id"),
                limit(75, n -> button(",'accessibility_label':'" + x(n) + "'"), "/elements/0/accessibility_label"),
                limit(
                        300,
                        n -> button(",'confirm':{'title':" + text("plain_text", 1) + ",'text':" + text("mrkdwn", n)
                                + ",'confirm':" + text("plain_text", 1) + ",'deny':" + text("plain_text", 1) + "}"),
                        "/elements/0/confirm/text/text"),
                limit(100, n -> optioned("static_select", n, ""), "/accessory/options"),
                limit(100, n -> optioned("multi_static_select", n, ""), "/accessory/options"),
                limit(10, n -> optioned("checkboxes", n, ""), "/accessory/options"),
                limit(5, n -> optioned("overflow", n, ""), "/accessory/options"),
                limit(
                        75,
                        n -> section(",'accessory':{'type':'static_select','options':[{'text':" + text("plain_text", n)
                                + ",'value':'v'}]}"),
                        "/accessory/options/0/text/text"),
                limit(
                        150,
                        n -> section(",'accessory':{'type':'static_select','options':[{'text':" + text("plain_text", 1)
                                + ",'value':'" + x(n) + "'}]}"),
                        "/accessory/options/0/value"),
                limit(
                        150,
                        n -> section(
                                ",'accessory':{'type':'users_select','placeholder':" + text("plain_text", n) + "}"),
                        "/accessory/placeholder/text"),
                limit(150, n -> card("'title':" + text("mrkdwn", n)), "/title/text"),
                limit(
                        150,
                        n -> card("'title':" + text("mrkdwn", 1) + ",'subtitle':" + text("mrkdwn", n)),
                        "/subtitle/text"),
                limit(200, n -> card("'body':" + text("mrkdwn", n)), "/body/text"),
                limit(
                        200,
                        n -> card("'body':" + text("mrkdwn", 1) + ",'subtext':" + text("mrkdwn", n)),
                        "/subtext/text"),
                limit(
                        3,
                        n -> card("'actions':[" + many(n, i -> "{'type':'button'," + BUTTON_TEXT + "}") + "]"),
                        "/actions"),
                limit(
                        10,
                        n -> "{'type':'carousel','elements':[" + many(n, i -> card("'body':" + text("mrkdwn", 1)))
                                + "]}",
                        "/elements"),
                limit(50, n -> chart(x(n), "{'name':'n'," + bars(1) + "}", categories(1)), "/title"),
                limit(2000, n -> input(",'hint':" + text("plain_text", n)), "/hint/text"));
    }

    private static String chart(String title, String series, String categories) {
        return "{'type':'data_visualization','title':'" + title + "','chart':{'type':'bar','series':[" + series
                + "],'axis_config':{'categories':[" + categories + "]}}}";
    }

    private static String bars(int count) {
        return "'data':[" + many(count, i -> "{'label':'b" + i + "','value':" + i + "}") + "]";
    }

    private static String categories(int count) {
        return many(count, i -> "'b" + i + "'");
    }

    @Test
    void a_chart_has_a_point_for_every_category_and_a_message_two_charts() {
        String good = chart("t", "{'name':'n'," + bars(2) + "}", categories(2));
        assertThat(problems(good + "," + good)).isEmpty();
        assertThat(problems(good + "," + good + "," + good)).hasSize(1);
        assertThat(problems(chart("t", "{'name':'n'," + bars(2) + "}", categories(3))))
                .hasSize(1);
        assertThat(problems(chart("t", "{'name':'n'," + bars(3) + "}", categories(2))))
                .hasSize(1);
        assertThat(problems(chart("t", "{'name':'n'," + bars(20) + "}", categories(20))))
                .isEmpty();
        assertThat(problems(chart("t", "{'name':'n'," + bars(21) + "}", categories(21))))
                .isNotEmpty();
        assertThat(problems(good.replace("'b0'", "'" + x(20) + "'"))).isEmpty();
        assertThat(problems(good.replace("'b0'", "'" + x(21) + "'"))).hasSize(2);
        assertThat(problems(good.replace("'bar'", "'cake'"))).hasSize(1);
        assertThat(problems(good.replace("'value':1", "'value':'1'"))).hasSize(1);
        assertThat(problems("[" + good + "]", Surface.MODAL)).hasSize(1);
    }

    private static Arguments limit(int most, IntFunction<String> block, String where) {
        return arguments(most, block, where);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_limit_may_be_reached_but_not_passed(int most, IntFunction<String> block, String where) {
        assertThat(problems(block.apply(most))).isEmpty();
        assertThat(problems(block.apply(most + 1)))
                .singleElement()
                .asString()
                .startsWith("[ERROR] ")
                .endsWith("[json-pointer:/blocks/0" + where + "]");
    }

    @Test
    void a_text_that_is_too_long_is_reported_in_slacks_words() {
        assertThat(problems("{'type':'header','text':" + text("plain_text", 151) + "}"))
                .containsExactly("[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void a_message_holds_50_blocks_and_a_view_100() {
        String divider = "{'type':'divider'}";
        assertThat(problems("[" + many(50, i -> divider) + "]", Surface.MESSAGE))
                .isEmpty();
        assertThat(problems("[" + many(51, i -> divider) + "]", Surface.MESSAGE))
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(problems("[" + many(100, i -> divider) + "]", Surface.HOME)).isEmpty();
        assertThat(problems("[" + many(101, i -> divider) + "]", Surface.MODAL)).hasSize(1);
    }

    @Test
    void astral_characters_count_once() {
        String title = String.join("", Collections.nCopies(150, "😀"));
        assertThat(problems("{'type':'header','text':{'type':'plain_text','text':'" + title + "'}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'poll'}",
                "{}",
                "'text'",
                "{'type':'section'}",
                "{'type':'section','text':{'type':'mrkdwn','text':''}}",
                "{'type':'section','text':{'type':'html','text':'x'}}",
                "{'type':'section','text':'plain'}",
                "{'type':'section','text':{'type':'mrkdwn','text':'x'},'colour':'red'}",
                "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
                "{'type':'section','text':{'type':'mrkdwn','text':'x'},'accessory':{'type':'plain_text_input'}}",
                "{'type':'section','fields':[]}",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                "{'type':'context','elements':[]}",
                "{'type':'context','elements':[{'type':'button','text':{'type':'plain_text','text':'x'}}]}",
                "{'type':'actions','elements':[]}",
                "{'type':'actions','elements':[{'type':'multi_users_select'}]}",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'mrkdwn','text':'x'}}]}",
                "{'type':'actions','elements':[{'type':'button'}]}",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'style':'big'}]}",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'url':'javascript:alert(1)'}]}",
                "{'type':'image','image_url':'https://example.org/a.png'}",
                "{'type':'image','alt_text':'A'}",
                "{'type':'image','image_url':'file:///etc/passwd','alt_text':'A'}",
                "{'type':'image','image_url':'https://example.org/a.png','alt_text':''}",
                "{'type':'card'}",
                "{'type':'card','subtitle':{'type':'mrkdwn','text':'x'}}",
                "{'type':'card','body':{'type':'plain_text','text':'x'}}",
                "{'type':'card','hero_image':'https://example.org/a.png'}",
                "{'type':'card','actions':[{'type':'static_select'}]}",
                "{'type':'carousel','elements':[]}",
                "{'type':'carousel','elements':[{'type':'section','text':{'type':'mrkdwn','text':'x'}}]}",
                "{'type':'input','element':{'type':'plain_text_input'}}",
                "{'type':'input','label':{'type':'plain_text','text':'L'}}",
                "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'button'}}",
                "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'datepicker','initial_date':'30.3.'}}",
                "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'timepicker','initial_time':'25:00'}}"
            })
    void what_slack_would_refuse_is_refused(String block) {
        assertThat(problems(block)).isNotEmpty();
    }

    @Test
    void a_select_needs_options_and_its_initial_option_is_one_of_them() {
        assertThat(problems(section(",'accessory':{'type':'static_select'}"))).hasSize(1);
        assertThat(problems(optioned("static_select", 0, ""))).hasSize(1);
        assertThat(problems(optioned("overflow", 1, ""))).hasSize(1);
        assertThat(problems(optioned("static_select", 3, ",'initial_option':" + option(2))))
                .isEmpty();
        assertThat(problems(optioned("static_select", 3, ",'initial_option':" + option(3))))
                .hasSize(1);
        assertThat(problems(optioned("checkboxes", 3, ",'initial_options':[" + option(0) + "," + option(9) + "]")))
                .hasSize(1);
    }

    @Test
    void block_ids_are_unique_those_of_cards_in_a_carousel_too() {
        String one = "{'type':'divider','block_id':'a'}";
        assertThat(problems("[" + one + "," + one + "]", Surface.MESSAGE))
                .singleElement()
                .asString()
                .contains("already exists");
        String carousel =
                "{'type':'carousel','elements':[{'type':'card','block_id':'a','body':" + text("mrkdwn", 1) + "}]}";
        assertThat(problems("[" + one + "," + carousel + "]", Surface.MESSAGE)).hasSize(1);
    }

    @Test
    void action_ids_are_unique_within_a_block_but_not_within_a_message() {
        String button = "{'type':'button','action_id':'go'," + BUTTON_TEXT + "}";
        assertThat(problems(actions(button + "," + button))).hasSize(1);
        assertThat(problems("[" + actions(button) + "," + actions(button) + "]", Surface.MESSAGE))
                .isEmpty();
    }

    @Test
    void cards_and_carousels_are_for_messages_only() {
        String card = "[" + card("'body':" + text("mrkdwn", 1)) + "]";
        assertThat(problems(card, Surface.MESSAGE)).isEmpty();
        assertThat(problems(card, Surface.HOME)).hasSize(1);
        assertThat(problems(card, Surface.MODAL)).hasSize(1);
    }

    @Test
    void whatever_is_sent_is_judged_and_never_breaks_the_judge() {
        long seed = 20260330;
        Random random = new Random(seed);
        String valid = "[" + section(",'accessory':{'type':'overflow','options':[" + option(1) + "," + option(2) + "]}")
                + "," + card("'body':" + text("mrkdwn", 3)) + "," + input("") + "," + button("") + "]";
        for (int round = 0; round < 2_000; round++) {
            JsonNode mutated = mutated(JSON.readTree(valid.replace('\'', '"')), random);
            assertThat(BlockRules.problems(mutated, Surface.MESSAGE, "/blocks"))
                    .as("seed %d round %d: %s", seed, round, mutated)
                    .allMatch(problem -> problem.startsWith("[ERROR] ") && problem.contains("[json-pointer:/blocks"));
            Element.in(mutated);
        }
    }

    /** Replaces one value somewhere in the tree by one of another kind. */
    private static JsonNode mutated(JsonNode tree, Random random) {
        List<JsonNode> containers = new java.util.ArrayList<>(List.of(tree));
        for (int index = 0; index < containers.size(); index++) {
            containers.get(index).values().stream()
                    .filter(JsonNode::isContainer)
                    .forEach(containers::add);
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode odd = JSON.readTree(List.of("null", "7", "\"\"", "[]", "{}", "true", "[[]]", "{\"type\":1}")
                .get(random.nextInt(8)));
        if (container instanceof tools.jackson.databind.node.ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            object.set(names.get(random.nextInt(names.size())), odd);
        } else if (container instanceof tools.jackson.databind.node.ArrayNode array) {
            array.set(random.nextInt(array.size()), odd);
        }
        return tree;
    }
}
