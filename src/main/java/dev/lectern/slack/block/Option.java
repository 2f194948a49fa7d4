package dev.lectern.slack.block;

/** One of the answers to choose from: the text that is shown and the value that comes back. */
public record Option(PlainText text, String value) {
    public Option {
        Require.notBlank(value, "an option's value");
    }
}
