package dev.lectern.sandbox.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Slack's rules for the options of selects, checkboxes, radio buttons and overflow menus. */
final class OptionRules {
    private static final Set<String> OPTION = Set.of("text", "value", "description", "url");
    private static final Set<String> GROUP = Set.of("label", "options");

    private OptionRules() {}

    static void options(Spot element, int fewest, int most, boolean mrkdwn) {
        element.required("options").ifPresent(options -> check(options, fewest, most, mrkdwn));
        initial(element);
    }

    static void optionsOrGroups(Spot element) {
        if (!element.has("option_groups")) {
            options(element, 1, 100, false);
            return;
        }
        if (element.has("options")) {
            element.problem("must provide only one of options, option_groups");
        }
        element.at("option_groups").items(1, 100).forEach(OptionRules::group);
        initial(element);
    }

    private static void group(Spot group) {
        if (!group.isObject()) {
            return;
        }
        group.only(GROUP);
        group.required("label").ifPresent(label -> TextRules.plain(label, 75));
        group.required("options").ifPresent(options -> check(options, 1, 100, false));
    }

    /** The answer to a {@code block_suggestion}: options or groups of them, none is an answer too. */
    static void suggested(Spot answer) {
        if (!answer.isObject()) {
            return;
        }
        answer.only(Set.of("options", "option_groups"));
        if (answer.has("options") == answer.has("option_groups")) {
            answer.problem("must provide one of options, option_groups");
        }
        answer.optional("options").ifPresent(options -> check(options, 0, 100, false));
        answer.optional("option_groups")
                .ifPresent(groups -> groups.items(0, 100).forEach(OptionRules::group));
    }

    private static void check(Spot options, int fewest, int most, boolean mrkdwn) {
        options.items(fewest, most).forEach(option -> option(option, mrkdwn));
    }

    static void option(Spot option, boolean mrkdwn) {
        if (!option.isObject()) {
            return;
        }
        option.only(OPTION);
        option.required("text").ifPresent(text -> {
            if (mrkdwn) {
                TextRules.either(text, 75);
            } else {
                TextRules.plain(text, 75);
            }
        });
        option.required("value").ifPresent(value -> value.string(150));
        option.optional("description").ifPresent(description -> {
            if (mrkdwn) {
                TextRules.either(description, 75);
            } else {
                TextRules.plain(description, 75);
            }
        });
        option.optional("url").ifPresent(url -> url.url(ElementRules.LINKS));
    }

    private static void initial(Spot element) {
        List<JsonNode> known = all(element.value());
        element.optional("initial_option").ifPresent(initial -> among(initial, known));
        element.optional("initial_options")
                .ifPresent(initials -> initials.items(1, 100).forEach(initial -> among(initial, known)));
    }

    private static void among(Spot initial, List<JsonNode> known) {
        if (known.stream().noneMatch(option -> same(option, initial.value()))) {
            initial.problem("must be one of the provided options");
        }
    }

    private static boolean same(JsonNode option, JsonNode other) {
        return option.path("value").equals(other.path("value"))
                && option.path("text").path("text").equals(other.path("text").path("text"));
    }

    /** All options of an element, those in groups too. */
    static List<JsonNode> all(JsonNode element) {
        List<JsonNode> all = new ArrayList<>(element.path("options").values());
        for (JsonNode group : element.path("option_groups").values()) {
            all.addAll(group.path("options").values());
        }
        return all;
    }
}
