package dev.lectern.meeting.when;

import java.util.regex.Matcher;

/** A sentence without a part of it. */
final class Without {
    private Without() {}

    static String found(String sentence, Matcher found) {
        return (sentence.substring(0, found.start()).strip() + " "
                        + sentence.substring(found.end()).strip())
                .strip();
    }
}
