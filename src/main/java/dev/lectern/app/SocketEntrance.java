package dev.lectern.app;

import dev.lectern.slack.SlackApi;
import dev.lectern.slack.SlackApp;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SocketRequests;
import dev.lectern.slack.socket.SocketMode;
import dev.lectern.slack.socket.SocketTrouble;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Slack's requests come in over sockets that we open. */
final class SocketEntrance implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SocketEntrance.class);

    private final SlackApi slack;
    private final SocketMode sockets;

    private SocketEntrance(SlackApi slack, SlackApp app) {
        this.slack = slack;
        this.sockets = new SocketMode(slack::socketAddress, new SocketRequests(app));
    }

    /** @throws Failure when Slack refuses for a reason that somebody has to mend */
    static SocketEntrance open(String apiUrl, String appToken, SlackApp app) {
        SocketEntrance entrance = new SocketEntrance(new SlackApi(apiUrl, appToken), app);
        try {
            entrance.sockets.start();
            return entrance;
        } catch (SlackFailure e) {
            entrance.close();
            throw new Failure(SocketTrouble.sentence(e.code()), e);
        }
    }

    /** What keeps Slack's requests away now, in one sentence without a stop. */
    Optional<String> problem() {
        return sockets.problem();
    }

    /** Answers what is in hand first. */
    @Override
    public void close() {
        sockets.close();
        try {
            slack.close();
        } catch (Exception e) {
            log.warn("closing the connections to Slack failed", e);
        }
    }
}
