package dev.lectern.sandbox.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Slack's rules for modals and Home tabs (docs.slack.dev/reference/views). */
public final class ViewRules {
    private static final Set<String> HOME = Set.of(
            "type", "blocks", "private_metadata", "callback_id", "external_id", "clear_on_close", "notify_on_close");
    private static final Set<String> MODAL = Set.of(
            "type",
            "title",
            "blocks",
            "close",
            "submit",
            "private_metadata",
            "callback_id",
            "clear_on_close",
            "notify_on_close",
            "external_id",
            "submit_disabled");

    private ViewRules() {}

    /** What is wrong with this view, in Slack's words; empty when nothing is. */
    public static List<String> problems(JsonNode view, Surface surface) {
        List<String> problems = new ArrayList<>();
        Spot spot = new Spot(view, "/view", problems);
        if (spot.isObject()) {
            check(spot, surface);
        }
        return List.copyOf(problems);
    }

    private static void check(Spot view, Surface surface) {
        String type = surface == Surface.MODAL ? "modal" : "home";
        if (!view.type().equals(type)) {
            view.at("type").problem("must be one of: " + type);
            return;
        }
        view.only(surface == Surface.MODAL ? MODAL : HOME);
        view.required("blocks").ifPresent(blocks -> BlockRules.check(blocks, surface));
        view.optional("private_metadata").ifPresent(metadata -> metadata.stringOrEmpty(3000));
        view.optional("callback_id").ifPresent(id -> id.stringOrEmpty(255));
        view.optional("external_id").ifPresent(id -> id.stringOrEmpty(255));
        view.optional("clear_on_close").ifPresent(Spot::bool);
        view.optional("notify_on_close").ifPresent(Spot::bool);
        if (surface == Surface.MODAL) {
            modal(view);
        }
    }

    private static void modal(Spot modal) {
        modal.required("title").ifPresent(title -> TextRules.plain(title, 24));
        modal.optional("submit").ifPresent(submit -> TextRules.plain(submit, 24));
        modal.optional("close").ifPresent(close -> TextRules.plain(close, 24));
        modal.optional("submit_disabled").ifPresent(Spot::bool);
        boolean asks = modal.value()
                .path("blocks")
                .valueStream()
                .anyMatch(block -> block.path("type").asString("").equals("input"));
        if (asks && !modal.has("submit")) {
            modal.problem("must define `submit` to use an `input` block in modals");
        }
    }
}
