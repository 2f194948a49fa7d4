package dev.lectern.calendar;

import java.util.stream.Collectors;

/** Text from outside, without what a calendar cannot show. */
final class OneLine {
    private OneLine() {}

    /** Each run of white space and of control characters is one space. */
    static String of(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** The same for each line by itself. */
    static String ofEach(String lines) {
        return lines.lines().map(OneLine::of).collect(Collectors.joining("\n")).strip();
    }
}
