package dev.lectern.sandbox.blocks;

import java.util.Set;

/** Slack's rules for text objects, confirmation dialogs and options. */
final class TextRules {
    private static final Set<String> PLAIN = Set.of("type", "text", "emoji");
    private static final Set<String> MRKDWN = Set.of("type", "text", "verbatim");
    private static final Set<String> CONFIRM = Set.of("title", "text", "confirm", "deny", "style");
    private static final Set<String> STYLES = Set.of("primary", "danger");

    private TextRules() {}

    static void either(Spot spot, int most) {
        text(spot, most, Set.of("plain_text", "mrkdwn"));
    }

    static void plain(Spot spot, int most) {
        text(spot, most, Set.of("plain_text"));
    }

    static void mrkdwn(Spot spot, int most) {
        text(spot, most, Set.of("mrkdwn"));
    }

    static void confirmation(Spot spot) {
        if (!spot.isObject()) {
            return;
        }
        spot.only(CONFIRM);
        spot.required("title").ifPresent(title -> plain(title, 100));
        spot.required("text").ifPresent(text -> either(text, 300));
        spot.required("confirm").ifPresent(confirm -> plain(confirm, 30));
        spot.required("deny").ifPresent(deny -> plain(deny, 30));
        spot.optional("style").ifPresent(style -> style.oneOf(STYLES));
    }

    private static void text(Spot spot, int most, Set<String> kinds) {
        if (!spot.isObject()) {
            return;
        }
        if (!kinds.contains(spot.type())) {
            spot.at("type")
                    .problem("must be one of: "
                            + String.join(", ", kinds.stream().sorted().toList()));
            return;
        }
        spot.only(spot.type().equals("plain_text") ? PLAIN : MRKDWN);
        spot.required("text").ifPresent(text -> text.string(most));
        spot.optional("emoji").ifPresent(Spot::bool);
        spot.optional("verbatim").ifPresent(Spot::bool);
    }
}
