package dev.lectern.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list: Slack's {@code limit} and {@code cursor} (docs.slack.dev/apis/web-api/pagination). */
record Page<T>(List<T> items, int next, boolean hasMore) {
    private static final String CURSOR = "from:";

    static <T> Page<T> of(List<T> all, Arguments arguments) {
        return of(all, arguments, 100);
    }

    static <T> Page<T> of(List<T> all, Arguments arguments, int otherwise) {
        int from = arguments.text("cursor").map(Page::position).orElse(0);
        int to = Math.min(all.size(), from + arguments.number("limit", otherwise, 999));
        return new Page<>(all.subList(Math.min(from, to), to), to, to < all.size());
    }

    ObjectNode addCursor(ObjectNode answer) {
        String cursor =
                hasMore ? Base64.getEncoder().encodeToString((CURSOR + next).getBytes(StandardCharsets.UTF_8)) : "";
        answer.putObject("response_metadata").put("next_cursor", cursor);
        return answer;
    }

    private static int position(String cursor) {
        try {
            String decoded = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(decoded.replaceFirst("^" + CURSOR, "")));
        } catch (IllegalArgumentException notOurs) {
            throw new Refused("invalid_cursor");
        }
    }
}
