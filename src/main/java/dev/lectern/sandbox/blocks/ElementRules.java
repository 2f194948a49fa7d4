package dev.lectern.sandbox.blocks;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Slack's rules for block elements (docs.slack.dev/reference/block-kit/block-elements). */
final class ElementRules {
    static final Set<String> LINKS = Set.of("http", "https", "mailto", "slack");
    static final Set<String> WEB = Set.of("http", "https");
    static final Set<String> IN_ACTIONS = Set.of(
            "button",
            "overflow",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons");
    static final Set<String> IN_SECTION =
            with(IN_ACTIONS, "image", "multi_static_select", "multi_users_select", "multi_conversations_select");
    static final Set<String> IN_INPUT = Set.of(
            "plain_text_input",
            "static_select",
            "multi_static_select",
            "external_select",
            "users_select",
            "multi_users_select",
            "conversations_select",
            "multi_conversations_select",
            "datepicker",
            "timepicker",
            "checkboxes",
            "radio_buttons");

    static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Slack names no limit; what is typed into a select is no longer than an option's text. */
    private static final int LONGEST_QUERY = 75;

    private static final Set<String> COMMON = Set.of("type", "action_id", "confirm", "focus_on_load");
    private static final Set<String> IMAGE = Set.of("type", "image_url", "alt_text");

    private ElementRules() {}

    /** Checks an element that may be of the given types only. */
    static void check(Spot element, Set<String> types) {
        if (!element.isObject()) {
            return;
        }
        if (!types.contains(element.type())) {
            element.problem("unsupported type: " + element.type());
            return;
        }
        if (element.type().equals("image")) {
            image(element);
            return;
        }
        element.optional("action_id").ifPresent(id -> id.string(255));
        element.optional("confirm").ifPresent(TextRules::confirmation);
        element.optional("focus_on_load").ifPresent(Spot::bool);
        checkType(element);
    }

    private static void checkType(Spot element) {
        switch (element.type()) {
            case "button" -> button(element);
            case "overflow" -> {
                element.only(with(COMMON, "options"));
                OptionRules.options(element, 2, 5, false);
            }
            case "static_select" -> {
                select(element, "options", "option_groups", "initial_option");
                OptionRules.optionsOrGroups(element);
            }
            case "multi_static_select" -> {
                select(element, "options", "option_groups", "initial_options", "max_selected_items");
                OptionRules.optionsOrGroups(element);
            }
            case "external_select" -> {
                select(element, "initial_option", "min_query_length");
                element.optional("initial_option").ifPresent(option -> OptionRules.option(option, false));
                element.optional("min_query_length").ifPresent(length -> length.wholeNumber(0, LONGEST_QUERY));
            }
            case "checkboxes" -> {
                element.only(with(COMMON, "options", "initial_options"));
                OptionRules.options(element, 1, 10, true);
            }
            case "radio_buttons" -> {
                element.only(with(COMMON, "options", "initial_option"));
                OptionRules.options(element, 1, 10, true);
            }
            case "users_select" -> {
                select(element, "initial_user");
                element.optional("initial_user").ifPresent(user -> user.string(255));
            }
            case "multi_users_select" -> {
                select(element, "initial_users", "max_selected_items");
                strings(element, "initial_users");
            }
            case "conversations_select" ->
                select(
                        element,
                        "initial_conversation",
                        "default_to_current_conversation",
                        "filter",
                        "response_url_enabled");
            case "multi_conversations_select" -> {
                select(
                        element,
                        "initial_conversations",
                        "default_to_current_conversation",
                        "filter",
                        "max_selected_items");
                strings(element, "initial_conversations");
            }
            case "datepicker" -> {
                select(element, "initial_date");
                element.optional("initial_date").ifPresent(date -> date.matching(DATE, "a date as YYYY-MM-DD"));
            }
            case "timepicker" -> {
                select(element, "initial_time", "timezone");
                element.optional("initial_time").ifPresent(time -> time.matching(TIME, "a time as HH:mm"));
            }
            case "plain_text_input" -> textInput(element);
            default -> element.problem("unsupported type: " + element.type());
        }
    }

    static void image(Spot image) {
        if (!image.isObject()) {
            return;
        }
        if (!image.type().equals("image")) {
            image.problem("unsupported type: " + image.type());
            return;
        }
        image.only(IMAGE);
        image.required("image_url").ifPresent(url -> url.url(WEB));
        image.required("alt_text").ifPresent(alt -> alt.string(2000));
    }

    private static void button(Spot button) {
        button.only(with(COMMON, "text", "url", "value", "style", "accessibility_label"));
        button.required("text").ifPresent(text -> TextRules.plain(text, 75));
        button.optional("url").ifPresent(url -> url.url(LINKS));
        button.optional("value").ifPresent(value -> value.stringOrEmpty(2000));
        button.optional("style").ifPresent(style -> style.oneOf(Set.of("primary", "danger")));
        button.optional("accessibility_label").ifPresent(label -> label.string(75));
    }

    private static void textInput(Spot input) {
        input.only(with(
                COMMON,
                "initial_value",
                "multiline",
                "min_length",
                "max_length",
                "dispatch_action_config",
                "placeholder"));
        input.optional("placeholder").ifPresent(placeholder -> TextRules.plain(placeholder, 150));
        input.optional("initial_value").ifPresent(value -> value.stringOrEmpty(3000));
        input.optional("multiline").ifPresent(Spot::bool);
        input.optional("min_length").ifPresent(length -> length.wholeNumber(0, 3000));
        input.optional("max_length").ifPresent(length -> length.wholeNumber(1, 3000));
    }

    private static void select(Spot select, String... own) {
        select.only(with(with(COMMON, "placeholder"), own));
        select.optional("placeholder").ifPresent(placeholder -> TextRules.plain(placeholder, 150));
        select.optional("max_selected_items").ifPresent(most -> most.wholeNumber(1, 1000));
    }

    private static void strings(Spot element, String name) {
        element.optional(name).ifPresent(list -> list.items(0, 1000).forEach(item -> item.string(255)));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
