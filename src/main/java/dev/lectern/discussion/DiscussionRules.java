package dev.lectern.discussion;

/**
 * What a group wants around its meetings.
 *
 * @param anonymous whether one may ask without one's name
 * @param names whether the channel sees who is coming and who was there by name, or only how many
 * @param attendance whether it is noted who was there
 * @param rating whether people say afterwards what they thought of the paper
 */
public record DiscussionRules(boolean anonymous, boolean names, boolean attendance, boolean rating) {
    /** What a group starts with. */
    public static final DiscussionRules DEFAULT = new DiscussionRules(true, true, true, true);
}
