package dev.lectern.slack;

import dev.lectern.group.TeamId;

/** The workspace that Lectern is installed in, and who it is there. */
public record Installation(TeamId team, String botToken, String botUserId, String botId) {

    /** Asks Slack whom the token belongs to. */
    public static Installation ask(SlackApi slack, String botToken) throws SlackFailure {
        var answer = slack.whoAmI();
        return new Installation(new TeamId(answer.getTeamId()), botToken, answer.getUserId(), answer.getBotId());
    }

    @Override
    public String toString() {
        return "Installation[" + team + "]";
    }
}
