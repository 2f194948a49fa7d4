package dev.lectern.slack.block;

import java.util.List;

/**
 * Slack's limits: the numbers, a check before sending, and a way to make things fit.
 *
 * <p>Lengths are in UTF-16 units, markup and escapes included. Slack does not say how it counts; this never counts less
 * than code points, so what passes here passes there. The numbers are those of {@code docs.slack.dev/reference} (under
 * {@code block-kit/blocks}, {@code block-kit/block-elements}, {@code block-kit/composition-objects}, {@code views}, and
 * {@code methods}) as of autumn 2026.
 */
public final class Limits {
    /** Blocks in a message: {@code reference/block-kit/blocks}. */
    public static final int MESSAGE_BLOCKS = 50;

    /** Blocks in a modal or in Home: {@code reference/block-kit/blocks}. */
    public static final int VIEW_BLOCKS = 100;

    /** A message's text: {@code chat.postMessage} advises 4,000, {@code chat.update} insists on it. */
    public static final int MESSAGE_TEXT = 4_000;

    /** Block ids, action ids, callback ids: each element's and view's own page. */
    public static final int ID = 255;

    /** A header block's text. */
    public static final int HEADER_TEXT = 150;

    /** A section's text, and that of any text object without a rule of its own. */
    public static final int SECTION_TEXT = 3_000;

    /** Fields of a section. */
    public static final int FIELDS = 10;

    /** The text of one field of a section. */
    public static final int FIELD_TEXT = 2_000;

    /** Elements of a context block. */
    public static final int CONTEXT_ELEMENTS = 10;

    /** Elements of an actions block. */
    public static final int ACTIONS_ELEMENTS = 25;

    /** An image's url. */
    public static final int IMAGE_URL = 3_000;

    /** The words that stand for an image. */
    public static final int ALT_TEXT = 2_000;

    /** An image block's title. */
    public static final int IMAGE_TITLE = 2_000;

    /** A card's title, or subtitle: {@code reference/block-kit/blocks/card-block}. */
    public static final int CARD_TITLE = 150;

    /** A card's body: {@code reference/block-kit/blocks/card-block}. */
    public static final int CARD_BODY = 200;

    /** Buttons on a card: {@code reference/block-kit/blocks/card-block}. */
    public static final int CARD_BUTTONS = 3;

    /** Cards in a carousel, one at least: {@code reference/block-kit/blocks/carousel-block}. */
    public static final int CAROUSEL_CARDS = 10;

    /** An input block's label, or hint. */
    public static final int INPUT_LABEL = 2_000;

    /** A button's text, or its label for screen readers. */
    public static final int BUTTON_TEXT = 75;

    /** A button's value. */
    public static final int BUTTON_VALUE = 2_000;

    /** The page that a button opens. */
    public static final int BUTTON_URL = 3_000;

    /** The title of the question before an action. */
    public static final int CONFIRM_TITLE = 100;

    /** The text of the question before an action. */
    public static final int CONFIRM_TEXT = 300;

    /** Each answer to the question before an action. */
    public static final int CONFIRM_ANSWER = 30;

    /** Options of a menu. */
    public static final int OPTIONS = 100;

    /** Options of a group of checkboxes, or of radio buttons. */
    public static final int CHECKBOXES = 10;

    /** An option's text, or the line below it. */
    public static final int OPTION_TEXT = 75;

    /** An option's value. */
    public static final int OPTION_VALUE = 150;

    /** What an empty field or menu shows. */
    public static final int PLACEHOLDER = 150;

    /** What a text input holds, or takes. */
    public static final int INPUT_VALUE = 3_000;

    /** A modal's title, and its two buttons. */
    public static final int MODAL_TITLE = 24;

    /** What a modal carries unseen. */
    public static final int PRIVATE_METADATA = 3_000;

    private Limits() {}

    /** Everything in this message that Slack would refuse; empty where there is nothing. */
    public static List<Violation> check(Message message) {
        return new LimitCheck().message(message);
    }

    /** Everything in this modal or Home that Slack would refuse; empty where there is nothing. */
    public static List<Violation> check(View view) {
        return new LimitCheck().view(view);
    }

    /** Returns the message; throws {@link LimitsExceeded} with every limit that is not kept. */
    public static Message require(Message message) {
        refuse(check(message));
        return message;
    }

    /** Returns the view; throws {@link LimitsExceeded} with every limit that is not kept. */
    public static <V extends View> V require(V view) {
        refuse(check(view));
        return view;
    }

    /**
     * The same message with whatever may be shortened made to fit: texts end at a word with an ellipsis, blocks with too
     * many parts become several, and too many blocks end in a line that says how much there is beside. Ids, values, and
     * urls mean something else when they are cut, so they stay as they are, for {@link #require(Message)} to refuse.
     */
    public static Message fit(Message message) {
        return Fitting.message(message);
    }

    /**
     * The answer to a {@code block_suggestion}: the first options that Slack takes, their texts shortened; empty is an
     * answer, too.
     *
     * @throws LimitsExceeded when an option's value is too long
     */
    public static List<Option> fitSuggestions(List<Option> options) {
        List<Option> fitting = FittingElement.options(options, OPTIONS);
        refuse(new LimitCheck().suggestions(fitting));
        return fitting;
    }

    /**
     * The same modal, made to fit as a message is; cards, which the reference shows in messages only, become classic
     * blocks as with {@link ClassicFallback}.
     */
    public static Modal fit(Modal modal) {
        return Fitting.modal(modal);
    }

    /** The same Home, made to fit as a modal is. */
    public static Home fit(Home home) {
        return Fitting.home(home);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new LimitsExceeded(violations);
        }
    }
}
