package dev.lectern.sandbox.page;

import dev.lectern.sandbox.workspace.Person;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Slack's client makes of a message that somebody types: links and {@code @names} become Slack's markup, and
 * {@code &}, {@code <} and {@code >} are escaped (docs.slack.dev/messaging/formatting-message-text). What already is
 * markup for a person, channel or link stays.
 */
record Typed(List<Person> members) {
    private static final Pattern SPECIAL = Pattern.compile("<(?:[@#][A-Z0-9]+|https?://[^<>\\s]+)>"
            + "|https?://[^<>\\s]*[^<>\\s.,;:!?)]"
            + "|(?<![\\w.@])@[a-z]+"
            + "|[&<>]");

    String toSlack(String text) {
        return SPECIAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(marked(found)));
    }

    private String marked(MatchResult found) {
        String part = found.group();
        return switch (part.charAt(0)) {
            case '&' -> "&amp;";
            case '>' -> "&gt;";
            case '<' -> part.length() == 1 ? "&lt;" : part;
            case '@' -> mention(part);
            default -> "<" + part.replace("&", "&amp;") + ">";
        };
    }

    private String mention(String name) {
        return members.stream()
                .filter(member -> name.equals("@" + member.name()))
                .findFirst()
                .map(member -> "<@" + member.id() + ">")
                .orElse(name);
    }
}
