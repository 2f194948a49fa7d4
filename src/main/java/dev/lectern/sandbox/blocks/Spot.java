package dev.lectern.sandbox.blocks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One place in a JSON document under inspection: its value, its JSON pointer, and the list that problems go to. */
record Spot(JsonNode value, String pointer, List<String> problems) {

    void problem(String sentence) {
        problems.add("[ERROR] " + sentence + " [json-pointer:" + pointer + "]");
    }

    boolean has(String name) {
        return value.hasNonNull(name);
    }

    Spot at(String name) {
        return new Spot(value.path(name), pointer + "/" + name, problems);
    }

    Optional<Spot> optional(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    Optional<Spot> required(String name) {
        if (!has(name)) {
            problem("missing required field: " + name);
        }
        return optional(name);
    }

    String type() {
        return value.path("type").asString("");
    }

    boolean isObject() {
        if (!value.isObject()) {
            problem("must provide an object");
        }
        return value.isObject();
    }

    void only(Set<String> names) {
        for (String name : value.propertyNames()) {
            if (!names.contains(name)) {
                problem("invalid additional property: " + name);
            }
        }
    }

    /** The items of this array; none, with a problem noted, when it is no array or has too few or too many. */
    List<Spot> items(int fewest, int most) {
        if (!value.isArray()) {
            problem("must provide an array");
            return List.of();
        }
        if (value.size() < fewest) {
            problem("no less than " + fewest + " items allowed");
        }
        if (value.size() > most) {
            problem("no more than " + most + " items allowed");
            return List.of();
        }
        List<Spot> items = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            items.add(new Spot(value.path(index), pointer + "/" + index, problems));
        }
        return items;
    }

    /** A string of 1 to {@code most} characters. */
    void string(int most) {
        if (value.isString() && value.asString().isEmpty()) {
            problem("must be more than 0 characters");
        }
        stringOrEmpty(most);
    }

    void stringOrEmpty(int most) {
        if (!value.isString()) {
            problem("must be a string");
            return;
        }
        String string = value.asString();
        if (string.codePointCount(0, string.length()) > most) {
            problem("must be less than " + (most + 1) + " characters");
        }
    }

    void bool() {
        if (!value.isBoolean()) {
            problem("must be a boolean");
        }
    }

    void wholeNumber(int least, int most) {
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            problem("must be a whole number from " + least + " to " + most);
        }
    }

    void oneOf(Set<String> allowed) {
        if (!value.isString() || !allowed.contains(value.asString())) {
            problem("must be a valid enum value");
        }
    }

    void matching(Pattern shape, String what) {
        if (!value.isString() || !shape.matcher(value.asString()).matches()) {
            problem("must be " + what);
        }
    }

    void url(Set<String> schemes) {
        string(3000);
        if (value.isString() && !value.asString().isEmpty() && !hasScheme(value.asString(), schemes)) {
            problem("must be a valid url");
        }
    }

    private static boolean hasScheme(String url, Set<String> schemes) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getSchemeSpecificPart() != null;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
