package dev.lectern.slack.block;

import dev.lectern.group.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Short names for making blocks, to be imported statically. Arguments called {@code mrkdwn} are sent as they are: text
 * from people or feeds goes through {@link Mrkdwn} first. All others are plain text and need no escaping.
 */
public final class Blocks {
    private Blocks() {}

    public static Header header(String text) {
        return new Header(Text.plain(text), Optional.empty());
    }

    public static Section section(String mrkdwn) {
        return new Section(Optional.of(Text.mrkdwn(mrkdwn)), List.of(), Optional.empty(), Optional.empty());
    }

    /** Many lines in as few sections as they fit into, each line in one. */
    public static List<Section> lines(List<String> mrkdwn) {
        List<Section> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : mrkdwn) {
            if (text.length() > 0 && text.length() + 1 + line.length() > Limits.SECTION_TEXT) {
                sections.add(section(text.toString()));
                text.setLength(0);
            }
            text.append(text.length() > 0 ? "\n" : "").append(line);
        }
        if (text.length() > 0) {
            sections.add(section(text.toString()));
        }
        return List.copyOf(sections);
    }

    /** A section of nothing but short texts in two columns. */
    public static Section fields(String... mrkdwn) {
        List<Text> texts = Arrays.stream(mrkdwn).<Text>map(Text::mrkdwn).toList();
        return new Section(Optional.empty(), texts, Optional.empty(), Optional.empty());
    }

    public static Context context(String... mrkdwn) {
        return context(Arrays.stream(mrkdwn).<ContextElement>map(Text::mrkdwn).toList());
    }

    public static Context context(List<ContextElement> elements) {
        return new Context(elements, Optional.empty());
    }

    public static Divider divider() {
        return new Divider(Optional.empty());
    }

    public static Actions actions(Element... elements) {
        return actions(List.of(elements));
    }

    public static Actions actions(List<? extends Element> elements) {
        return new Actions(List.copyOf(elements), Optional.empty());
    }

    public static Image image(String url, String altText) {
        return new Image(url, altText, Optional.empty(), Optional.empty());
    }

    /** A picture inside another block. */
    public static Picture picture(String url, String altText) {
        return new Picture(url, altText);
    }

    /** A card with a title, to which the rest is added: {@code card("…").subtitle("…").body("…").actions(…)}. */
    public static Card card(String titleMrkdwn) {
        return new Card(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Text.mrkdwn(titleMrkdwn)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static Carousel carousel(List<Card> cards) {
        return new Carousel(cards, Optional.empty());
    }

    /** @param unit what the bars count, such as {@code Votes} */
    public static BarChart barChart(String title, String unit, List<BarChart.Point> points) {
        List<String> labels = points.stream().map(BarChart.Point::label).toList();
        return new BarChart(
                title,
                new BarChart.Bars(List.of(new BarChart.Series(unit, points)), new BarChart.Axis(labels)),
                Optional.empty());
    }

    /** Several series beside each other, each with a bar for the same labels. */
    public static BarChart barChart(String title, List<BarChart.Series> series) {
        List<String> labels =
                series.get(0).data().stream().map(BarChart.Point::label).toList();
        return new BarChart(title, new BarChart.Bars(series, new BarChart.Axis(labels)), Optional.empty());
    }

    /** A field of a form; its answer is found under the block id. */
    public static Input input(String blockId, String label, InputElement element) {
        return new Input(Text.plain(label), element, Optional.empty(), false, Optional.of(blockId));
    }

    public static Button button(String text, String actionId) {
        return new Button(Text.plain(text), actionId, Optional.empty());
    }

    public static Button button(String text, String actionId, String value) {
        return new Button(Text.plain(text), actionId, Optional.of(value));
    }

    public static Confirm confirm(String title, String text, String yes, String no) {
        return new Confirm(Text.plain(title), Text.plain(text), Text.plain(yes), Text.plain(no));
    }

    public static Option option(String text, String value) {
        return new Option(Text.plain(text), value, Optional.empty());
    }

    public static StaticSelect select(String actionId, List<Option> options) {
        return new StaticSelect(actionId, options, Optional.empty(), Optional.empty());
    }

    public static MultiStaticSelect multiSelect(String actionId, List<Option> options) {
        return new MultiStaticSelect(actionId, options, List.of(), Optional.empty());
    }

    /** A field whose options the app is asked for while somebody types. */
    public static ExternalSelect externalSelect(String actionId) {
        return new ExternalSelect(actionId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static UsersSelect usersSelect(String actionId) {
        return new UsersSelect(actionId, Optional.empty(), Optional.empty());
    }

    public static MultiUsersSelect multiUsersSelect(String actionId, UserId... initially) {
        return new MultiUsersSelect(actionId, List.of(initially), Optional.empty());
    }

    public static DatePicker datePicker(String actionId) {
        return new DatePicker(actionId, Optional.empty(), Optional.empty());
    }

    public static TimePicker timePicker(String actionId) {
        return new TimePicker(actionId, Optional.empty(), Optional.empty());
    }

    public static Checkboxes checkboxes(String actionId, List<Option> options) {
        return new Checkboxes(actionId, options, List.of());
    }

    public static RadioButtons radioButtons(String actionId, List<Option> options) {
        return new RadioButtons(actionId, options, Optional.empty());
    }

    public static PlainTextInput textInput(String actionId) {
        return new PlainTextInput(actionId, false, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
