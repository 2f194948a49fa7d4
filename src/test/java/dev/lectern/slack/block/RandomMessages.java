package dev.lectern.slack.block;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Messages and views of every kind, from a seed. Ids, values, and urls are always good, as nothing could mend them;
 * texts and numbers of parts are usually modest, and now and then far beyond what Slack takes.
 */
final class RandomMessages {
    private static final List<String> SNIPPETS = List.of(
            "<!here>",
            "<@U0ADA>",
            "<!subteam^S1>",
            "<https://x.org|x>",
            "&amp;",
            "&",
            "<",
            ">",
            "|",
            "*",
            "_",
            "~",
            "`",
            "```",
            "\n",
            " ",
            " ",
            "\t",
            "😀",
            "👨‍👩‍👧",
            "é",
            "e\u0301",
            "\uD83D",
            "\u202E",
            "word",
            "longer-word",
            "word, ",
            "日本語",
            "A*",
            "snake_case",
            ")",
            "(");

    private final Random random;
    private final int excess;
    private int ids;

    /** @param excess how many times what Slack takes a text or list may grow to; 0 for valid messages only */
    RandomMessages(long seed, int excess) {
        this.random = new Random(seed);
        this.excess = excess;
    }

    /** Text as an enemy would put it together, of so many snippets at most. */
    static String hostileText(Random random, int snippets) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(snippets + 1); n > 0; n--) {
            text.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        return text.toString();
    }

    Message message() {
        return new Message(
                words(Limits.MESSAGE_TEXT),
                blocks(Limits.MESSAGE_BLOCKS),
                maybe(() -> new MessageTs("1774854000.000100")),
                maybe(() -> new Metadata("step", Map.of("key", "k" + random.nextInt()))));
    }

    Modal modal() {
        return new Modal(
                id(),
                plain(Limits.MODAL_TITLE),
                Optional.of(plain(Limits.MODAL_TITLE)),
                maybe(() -> plain(Limits.MODAL_TITLE)),
                maybe(this::id),
                viewBlocks());
    }

    Home home() {
        return new Home(viewBlocks());
    }

    private List<Block> blocks(int max) {
        return list(0, max, this::block);
    }

    private List<Block> viewBlocks() {
        return blocks(Limits.VIEW_BLOCKS).stream()
                .filter(block -> excess > 0 || !(block instanceof Card || block instanceof Carousel))
                .toList();
    }

    Block block() {
        return switch (random.nextInt(9)) {
            case 0 -> new Header(plain(Limits.HEADER_TEXT), maybe(this::id));
            case 1 -> section();
            case 2 -> new Context(list(1, Limits.CONTEXT_ELEMENTS, this::contextElement), maybe(this::id));
            case 3 -> new Divider(maybe(this::id));
            case 4 -> new Actions(list(1, Limits.ACTIONS_ELEMENTS, this::action), maybe(this::id));
            case 5 -> new Image(url(), words(Limits.ALT_TEXT), maybe(() -> plain(Limits.IMAGE_TITLE)), maybe(this::id));
            case 6 -> card();
            case 7 -> new Carousel(list(1, Limits.CAROUSEL_CARDS, this::card), maybe(this::id));
            default ->
                new Input(
                        plain(Limits.INPUT_LABEL),
                        inputElement(random.nextInt(10)),
                        maybe(() -> plain(Limits.INPUT_LABEL)),
                        random.nextBoolean(),
                        maybe(this::id));
        };
    }

    private Section section() {
        List<Text> fields = random.nextInt(3) == 0 ? list(1, Limits.FIELDS, () -> text(Limits.FIELD_TEXT)) : List.of();
        Optional<Text> text =
                fields.isEmpty() || random.nextBoolean() ? Optional.of(text(Limits.SECTION_TEXT)) : Optional.empty();
        return new Section(text, fields, maybe(() -> random.nextBoolean() ? picture() : action()), maybe(this::id));
    }

    private Card card() {
        int must = random.nextInt(4);
        return new Card(
                must == 0 ? Optional.of(picture()) : maybe(this::picture),
                maybe(this::picture),
                must == 1 ? Optional.of(mrkdwn(Limits.CARD_TITLE)) : maybe(() -> mrkdwn(Limits.CARD_TITLE)),
                maybe(() -> mrkdwn(Limits.CARD_TITLE)),
                must == 2 ? Optional.of(mrkdwn(Limits.CARD_BODY)) : maybe(() -> mrkdwn(Limits.CARD_BODY)),
                list(must == 3 ? 1 : 0, Limits.CARD_BUTTONS, this::button),
                maybe(this::id));
    }

    private ContextElement contextElement() {
        return random.nextInt(3) == 0 ? picture() : text(Limits.SECTION_TEXT);
    }

    private Picture picture() {
        return new Picture(url(), words(Limits.ALT_TEXT));
    }

    private Element action() {
        return random.nextInt(3) > 0 ? button() : inputElement(random.nextInt(9));
    }

    private Button button() {
        return new Button(
                plain(Limits.BUTTON_TEXT),
                id(),
                maybe(this::id),
                maybe(() -> random.nextBoolean() ? Button.Style.PRIMARY : Button.Style.DANGER),
                maybe(this::url),
                maybe(() -> words(Limits.BUTTON_TEXT)),
                maybe(() -> new Confirm(
                        plain(Limits.CONFIRM_TITLE),
                        plain(Limits.CONFIRM_TEXT),
                        plain(Limits.CONFIRM_ANSWER),
                        plain(Limits.CONFIRM_ANSWER))));
    }

    private InputElement inputElement(int kind) {
        Optional<PlainText> placeholder = maybe(() -> plain(Limits.PLACEHOLDER));
        return switch (kind) {
            case 0 -> {
                List<Option> options = list(1, Limits.OPTIONS, this::option);
                yield new StaticSelect(id(), options, maybe(() -> options.get(options.size() - 1)), placeholder);
            }
            case 1 -> {
                List<Option> options = list(1, Limits.OPTIONS, this::option);
                yield new MultiStaticSelect(id(), options, some(options), placeholder);
            }
            case 2 -> {
                List<Option> options = list(1, Limits.CHECKBOXES, this::option);
                yield new Checkboxes(id(), options, some(options));
            }
            case 3 -> new UsersSelect(id(), maybe(this::user), placeholder);
            case 4 -> new MultiUsersSelect(id(), list(0, 5, this::user), placeholder);
            case 5 -> new DatePicker(id(), maybe(() -> LocalDate.ofEpochDay(random.nextInt(40_000))), placeholder);
            case 6 -> new TimePicker(id(), maybe(() -> LocalTime.ofSecondOfDay(random.nextInt(86_400))), placeholder);
            case 7 -> new ExternalSelect(id(), maybe(() -> random.nextInt(10)), maybe(this::option), placeholder);
            case 8 -> {
                List<Option> options = list(1, Limits.CHECKBOXES, this::option);
                yield new RadioButtons(id(), options, maybe(() -> options.get(options.size() - 1)));
            }
            default -> {
                Optional<Integer> takes = maybe(() -> 1 + random.nextInt(size(Limits.INPUT_VALUE)));
                yield new PlainTextInput(
                        id(),
                        random.nextBoolean(),
                        maybe(() -> words(takes.orElse(Limits.INPUT_VALUE))),
                        placeholder,
                        takes);
            }
        };
    }

    private Option option() {
        return new Option(plain(Limits.OPTION_TEXT), id(), maybe(() -> plain(Limits.OPTION_TEXT)));
    }

    private UserId user() {
        return new UserId("U" + random.nextInt(1_000));
    }

    private Text text(int max) {
        return random.nextBoolean() ? plain(max) : mrkdwn(max);
    }

    private PlainText plain(int max) {
        return Text.plain(words(max));
    }

    private MrkdwnText mrkdwn(int max) {
        return Text.mrkdwn(words(max));
    }

    /** Never blank; at its edge now and then; over it where an excess is wanted. */
    private String words(int max) {
        int length = random.nextInt(6) == 0 ? size(max) : 1 + random.nextInt(Math.min(max, 40));
        StringBuilder words = new StringBuilder("x");
        while (words.length() < length) {
            words.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        return words.substring(0, length);
    }

    private <T> List<T> list(int min, int max, Supplier<? extends T> one) {
        int wanted = random.nextInt(12) == 0 ? size(max) : random.nextInt(Math.min(max, 6) + 1);
        return IntStream.range(0, Math.max(min, wanted))
                .<T>mapToObj(i -> one.get())
                .toList();
    }

    private int size(int max) {
        return excess == 0 ? max : max + random.nextInt(max * excess + 1);
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        some.removeIf(one -> random.nextBoolean());
        return some;
    }

    private <T> Optional<T> maybe(Supplier<? extends T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private String id() {
        return "id" + ids++;
    }

    private String url() {
        return "https://x.org/" + ids++;
    }
}
