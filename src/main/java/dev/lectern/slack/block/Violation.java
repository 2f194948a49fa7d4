package dev.lectern.slack.block;

/**
 * One limit of Slack's that is not kept.
 *
 * @param path where, in the names of Slack's JSON, such as {@code blocks[3].accessory.text}
 * @param sentence what is wrong and what Slack takes, without the text itself
 */
public record Violation(String path, String sentence) {
    @Override
    public String toString() {
        return path + " " + sentence;
    }
}
