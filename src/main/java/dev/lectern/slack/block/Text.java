package dev.lectern.slack.block;

/** A text in a block: shown as it is, or with Slack's formatting. Never blank, as Slack refuses empty texts. */
public sealed interface Text extends ContextElement permits PlainText, MrkdwnText {

    /** The characters that are sent, markup included. */
    String text();

    static PlainText plain(String text) {
        return new PlainText(text);
    }

    /** Takes finished mrkdwn: what comes from outside must have been through {@link Mrkdwn}. */
    static MrkdwnText mrkdwn(String text) {
        return new MrkdwnText(text);
    }
}
