package dev.lectern.slack;

/**
 * What Slack tells of somebody's account in a workspace.
 *
 * @param admin whether they are an admin or an owner of the workspace
 * @param guest whether they see only the channels that they were invited to
 * @param stranger whether they belong to another organization and are here by Slack Connect
 */
public record Account(Standing standing, boolean admin, boolean guest, boolean stranger) {
    /** Of whom nothing can be said: Slack can't be asked, or does not know them. */
    public static final Account UNKNOWN = new Account(Standing.UNKNOWN, false, false, false);
}
