package dev.lectern.group;

/** What somebody is in the workspace, as far as it matters to what they may do in a group. */
public enum Rank {
    /** A member of the workspace; also whom Slack can't be asked about just now. */
    PERSON,
    /** An admin or owner of the workspace. */
    ADMIN,
    /** Sees only the channels that they were invited to. */
    GUEST,
    /** Of another organization, by Slack Connect. */
    STRANGER,
    /** An app's user, or Slackbot. */
    APP,
    /** Their account was deactivated. */
    GONE
}
