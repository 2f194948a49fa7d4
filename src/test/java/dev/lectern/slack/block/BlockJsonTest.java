package dev.lectern.slack.block;

import static dev.lectern.slack.block.Blocks.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class BlockJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Option> DAYS = List.of(option("Monday", "mon"), option("Tuesday", "tue"));

    private static final String BOTH_DAYS = """
            [{"text":{"type":"plain_text","text":"Monday"},"value":"mon"},
             {"text":{"type":"plain_text","text":"Tuesday"},"value":"tue"}]""";
    private static final String TUESDAY = "{'text':{'type':'plain_text','text':'Tuesday'},'value':'tue'}";

    static List<Arguments> blocks() {
        return List.of(
                Arguments.of(
                        header("The day's papers"),
                        "{'type':'header','text':{'type':'plain_text','text':'The day`s papers'}}"),
                Arguments.of(
                        section("*Bold*"),
                        "{'type':'section','text':{'type':'mrkdwn','text':'*Bold*','verbatim':true}}"),
                Arguments.of(
                        section("Vote")
                                .with(button("Vote", "ballot.vote/1", "p1"))
                                .id("b1"),
                        """
                        {'type':'section','block_id':'b1','text':{'type':'mrkdwn','text':'Vote','verbatim':true},
                         'accessory':{'type':'button','text':{'type':'plain_text','text':'Vote'},
                                      'action_id':'ballot.vote/1','value':'p1'}}"""),
                Arguments.of(fields("*Who*\nAda", "*When*\nFriday"), """
                        {'type':'section','fields':[{'type':'mrkdwn','text':'*Who*\\nAda','verbatim':true},
                                                    {'type':'mrkdwn','text':'*When*\\nFriday','verbatim':true}]}"""),
                Arguments.of(
                        new Section(Optional.of(Text.plain("a <b>")), List.of(), Optional.empty(), Optional.empty()),
                        "{'type':'section','text':{'type':'plain_text','text':'a <b>'}}"),
                Arguments.of(context(List.of(picture("https://x.org/i.png", "A face"), Text.mrkdwn("by Ada"))), """
                        {'type':'context','elements':[
                          {'type':'image','image_url':'https://x.org/i.png','alt_text':'A face'},
                          {'type':'mrkdwn','text':'by Ada','verbatim':true}]}"""),
                Arguments.of(divider(), "{'type':'divider'}"),
                Arguments.of(
                        actions(
                                        button("Yes", "yes").primary(),
                                        button("No", "no").danger())
                                .id("a1"),
                        """
                        {'type':'actions','block_id':'a1','elements':[
                          {'type':'button','text':{'type':'plain_text','text':'Yes'},'action_id':'yes','style':'primary'},
                          {'type':'button','text':{'type':'plain_text','text':'No'},'action_id':'no','style':'danger'}]}"""),
                Arguments.of(image("https://x.org/i.png", "A plot").titled("Figure 1"), """
                        {'type':'image','image_url':'https://x.org/i.png','alt_text':'A plot',
                         'title':{'type':'plain_text','text':'Figure 1'}}"""),
                Arguments.of(
                        carousel(List.of(card("Title")
                                        .subtitle("Sub")
                                        .body("Body")
                                        .hero(picture("https://x.org/h.png", "Hero"))
                                        .icon(picture("https://x.org/i.png", "Icon"))
                                        .actions(button("Nominate", "digest.nominate/1", "p1"))
                                        .id("c1")))
                                .id("all"),
                        """
                        {'type':'carousel','block_id':'all','elements':[{'type':'card','block_id':'c1',
                          'hero_image':{'type':'image','image_url':'https://x.org/h.png','alt_text':'Hero'},
                          'icon':{'type':'image','image_url':'https://x.org/i.png','alt_text':'Icon'},
                          'title':{'type':'mrkdwn','text':'Title','verbatim':true},
                          'subtitle':{'type':'mrkdwn','text':'Sub','verbatim':true},
                          'body':{'type':'mrkdwn','text':'Body','verbatim':true},
                          'actions':[{'type':'button','text':{'type':'plain_text','text':'Nominate'},
                                      'action_id':'digest.nominate/1','value':'p1'}]}]}"""),
                Arguments.of(
                        card("Title").subtitle(" "),
                        "{'type':'card','title':{'type':'mrkdwn','text':'Title','verbatim':true}}"),
                Arguments.of(
                        input("topics", "Topics", textInput("topics"))
                                .hint("One a line")
                                .mayBeEmpty(),
                        """
                        {'type':'input','block_id':'topics','label':{'type':'plain_text','text':'Topics'},
                         'element':{'type':'plain_text_input','action_id':'topics','multiline':false},
                         'hint':{'type':'plain_text','text':'One a line'},'optional':true}"""));
    }

    static List<Arguments> elements() {
        return List.of(
                Arguments.of(
                        button("Go", "go")
                                .opening("https://x.org")
                                .spokenAs("Go there")
                                .asking(confirm("Sure?", "It is far.", "Go", "Stay")),
                        """
                        {'type':'button','text':{'type':'plain_text','text':'Go'},'action_id':'go','url':'https://x.org',
                         'accessibility_label':'Go there','confirm':{
                           'title':{'type':'plain_text','text':'Sure?'},'text':{'type':'plain_text','text':'It is far.'},
                           'confirm':{'type':'plain_text','text':'Go'},'deny':{'type':'plain_text','text':'Stay'}}}"""),
                Arguments.of(
                        select("day", DAYS).choosing("tue").prompting("Pick"),
                        "{'type':'static_select','action_id':'day','options':" + BOTH_DAYS + ",'initial_option':"
                                + TUESDAY + ",'placeholder':{'type':'plain_text','text':'Pick'}}"),
                Arguments.of(
                        multiSelect("day", DAYS).choosing(List.of("tue", "gone")),
                        "{'type':'multi_static_select','action_id':'day','options':" + BOTH_DAYS
                                + ",'initial_options':[" + TUESDAY + "]}"),
                Arguments.of(
                        checkboxes("day", DAYS).ticking(List.of("tue")),
                        "{'type':'checkboxes','action_id':'day','options':" + BOTH_DAYS + ",'initial_options':["
                                + TUESDAY + "]}"),
                Arguments.of(
                        checkboxes("day", DAYS), "{'type':'checkboxes','action_id':'day','options':" + BOTH_DAYS + "}"),
                Arguments.of(
                        radioButtons(
                                        "day",
                                        List.of(
                                                DAYS.get(0).describedAs("The first"),
                                                DAYS.get(1).describedAs(" ")))
                                .choosing("tue"),
                        """
                        {'type':'radio_buttons','action_id':'day','options':[
                           {'text':{'type':'plain_text','text':'Monday'},'value':'mon',
                            'description':{'type':'plain_text','text':'The first'}},TUESDAY],'initial_option':TUESDAY}""".replace("TUESDAY", TUESDAY)),
                Arguments.of(
                        externalSelect("paper")
                                .askingFrom(0)
                                .choosing(DAYS.get(1))
                                .prompting("Which?"),
                        "{'type':'external_select','action_id':'paper','min_query_length':0,'initial_option':" + TUESDAY
                                + ",'placeholder':{'type':'plain_text','text':'Which?'}}"),
                Arguments.of(externalSelect("paper"), "{'type':'external_select','action_id':'paper'}"),
                Arguments.of(usersSelect("who").choosing(new UserId("U1")).prompting("Who?"), """
                        {'type':'users_select','action_id':'who','initial_user':'U1',
                         'placeholder':{'type':'plain_text','text':'Who?'}}"""),
                Arguments.of(
                        multiUsersSelect("who", new UserId("U1"), new UserId("U2")),
                        "{'type':'multi_users_select','action_id':'who','initial_users':['U1','U2']}"),
                Arguments.of(
                        datePicker("day").choosing(LocalDate.of(2026, 3, 30)),
                        "{'type':'datepicker','action_id':'day','initial_date':'2026-03-30'}"),
                Arguments.of(
                        timePicker("hour").choosing(LocalTime.of(9, 0, 59)),
                        "{'type':'timepicker','action_id':'hour','initial_time':'09:00'}"),
                Arguments.of(
                        textInput("topics")
                                .tall()
                                .holding("NLP")
                                .prompting("Topics")
                                .atMost(200),
                        """
                        {'type':'plain_text_input','action_id':'topics','multiline':true,'initial_value':'NLP',
                         'placeholder':{'type':'plain_text','text':'Topics'},'max_length':200}"""),
                Arguments.of(
                        picture("https://x.org/i.png", "A face"),
                        "{'type':'image','image_url':'https://x.org/i.png','alt_text':'A face'}"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_block_is_written_as_slack_reads_it(Block block, String expected) {
        assertJson(BlockJson.write(List.of(block)), "[" + expected + "]");
    }

    @ParameterizedTest
    @MethodSource("elements")
    void an_element_is_written_as_slack_reads_it(Element element, String expected) {
        assertJson(JSON.writerFor(Element.class).writeValueAsString(element), expected);
    }

    @Test
    void every_kind_of_block_and_element_has_an_example() {
        assertThat(classes(blocks())).contains(Block.class.getPermittedSubclasses());
        assertThat(classes(elements())).contains(Button.class, Picture.class);
        assertThat(classes(elements())).contains(InputElement.class.getPermittedSubclasses());
    }

    private static List<Class<?>> classes(List<Arguments> examples) {
        return examples.stream()
                .<Class<?>>map(example -> example.get()[0].getClass())
                .toList();
    }

    @Test
    void a_whole_message_is_written() {
        Message message = Message.of("New papers", divider())
                .inThread(new MessageTs("1774854000.000100"))
                .carrying(new Metadata("digest", Map.of("step", "s1")));

        assertJson(BlockJson.write(message), """
                {'text':'New papers','blocks':[{'type':'divider'}],'thread_ts':'1774854000.000100',
                 'metadata':{'event_type':'digest','event_payload':{'step':'s1'}}}""");
    }

    @Test
    void a_modal_is_written_with_its_buttons() {
        Modal modal = Modal.of("setup/1", "Set up", divider())
                .submit("Save")
                .close("Cancel")
                .privateMetadata("C1");

        assertJson(BlockJson.write(modal), """
                {'type':'modal','callback_id':'setup/1','title':{'type':'plain_text','text':'Set up'},
                 'submit':{'type':'plain_text','text':'Save'},'close':{'type':'plain_text','text':'Cancel'},
                 'private_metadata':'C1','blocks':[{'type':'divider'}]}""");
    }

    @Test
    void an_empty_home_still_has_its_list_of_blocks() {
        assertJson(BlockJson.write(new Home(List.of())), "{'type':'home','blocks':[]}");
    }

    @Test
    void metadata_are_written_alike_whatever_the_order_they_were_put_in() {
        assertThat(BlockJson.write(new Metadata("step", Map.of("b", "2", "a", "1", "c", "3"))))
                .isEqualTo("{\"event_type\":\"step\",\"event_payload\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}}");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_message_read_again_is_the_message_that_was_written(Block block, String ignored) {
        Message message = Message.of("text", block).inThread(new MessageTs("1.2"));

        assertThat(BlockJson.readMessage(BlockJson.write(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void an_element_read_again_is_the_element_that_was_written(Element element, String ignored) {
        String json = JSON.writerFor(Element.class).writeValueAsString(element);

        assertThat(JSON.readValue(json, Element.class)).isEqualTo(element);
    }

    @Test
    void a_message_kept_inside_another_record_is_read_again_by_any_mapper() {
        record Entry(String channel, Message message) {}
        Entry entry = new Entry("C1", Message.of("text", section("a"), divider()));

        assertThat(JSON.readValue(JSON.writeValueAsString(entry), Entry.class)).isEqualTo(entry);
    }

    @Test
    void what_has_no_meaning_cannot_be_made() {
        assertThatThrownBy(() -> Message.of(" ")).hasMessageContaining("text must not be blank");
        assertThatThrownBy(() -> section("\n")).hasMessageContaining("blank");
        assertThatThrownBy(Blocks::fields).hasMessageContaining("a section needs a text or fields");
        assertThatThrownBy(() -> carousel(List.of())).hasMessageContaining("must not be empty");
        assertThatThrownBy(() -> actions(textInput("t"))).hasMessageContaining("neither pictures nor text inputs");
        assertThatThrownBy(() -> actions(picture("https://x.org", "x"))).hasMessageContaining("neither pictures");
        assertThatThrownBy(() -> section("a").with(textInput("t"))).hasMessageContaining("input block");
        assertThatThrownBy(() -> image("https://x.org", "")).hasMessageContaining("alt text");
        assertThatThrownBy(() -> new MessageTs("yesterday")).hasMessageContaining("yesterday");
        assertThatThrownBy(() -> new Metadata("two words", Map.of())).hasMessageContaining("two words");
    }

    private static void assertJson(String actual, String expected) {
        String strict = expected.replace('\'', '"').replace('`', '\'');
        assertThat(JSON.readTree(actual)).isEqualTo(JSON.readTree(strict));
    }
}
