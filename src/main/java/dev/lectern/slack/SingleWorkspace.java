package dev.lectern.slack;

import dev.lectern.group.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One workspace alone, by the token that the operator gave. Once Slack takes the token no more, nothing is sent there until
 * Lectern is started with another one; what it keeps stays, since it is the operator's own. Any thread.
 */
final class SingleWorkspace implements Workspaces {
    private static final Logger log = LoggerFactory.getLogger(SingleWorkspace.class);
    private static final Set<String> TAKEN_OUT = Set.of("token_revoked", "account_inactive");

    private final SlackApi slack;
    private final Installation installation;
    private final AtomicBoolean out = new AtomicBoolean();

    /** Where nobody watches what becomes of the token. */
    SingleWorkspace(Installation installation, SlackApi slack) {
        this.installation = installation;
        this.slack = slack;
    }

    /** Asks Slack whom the token belongs to. */
    SingleWorkspace(SlackLine line, String botToken) throws SlackFailure {
        this.slack = SlackApi.of(line, botToken, (token, code) -> refused(code));
        this.installation = Installation.ask(slack, botToken);
    }

    @Override
    public Optional<Installation> find(TeamId team) {
        return Optional.of(installation)
                .filter(known -> !out.get() && known.team().equals(team));
    }

    @Override
    public boolean isIn(TeamId team) {
        return !out.get();
    }

    @Override
    public SlackApi of(TeamId team) throws SlackFailure {
        if (find(team).isEmpty()) {
            throw SlackFailure.notInstalled();
        }
        return slack;
    }

    @Override
    public SlackLine line() {
        return slack.line();
    }

    /** There is no other token to go on with. */
    private Optional<String> refused(String code) {
        if (TAKEN_OUT.contains(code)) {
            rest();
        }
        return Optional.empty();
    }

    /** News may be old: the token tells whether Lectern is still there. */
    @Override
    public void lost(TeamId owner, Instant said) {
        try {
            slack.whoAmI();
            log.info("that Lectern was taken out of {} is old news: its token is good", owner);
        } catch (SlackFailure e) {
            if (!e.isPassing()) {
                rest();
            }
        }
    }

    private void rest() {
        if (out.compareAndSet(false, true)) {
            log.error("{}", sentence());
        }
    }

    @Override
    public Optional<String> problem() {
        return out.get() ? Optional.of(sentence()) : Optional.empty();
    }

    private String sentence() {
        return "Slack takes SLACK_BOT_TOKEN no more, so nothing is sent to " + installation.team()
                + ": install the app there again, put its new token into SLACK_BOT_TOKEN, and start Lectern again;"
                + " what it kept is still there";
    }
}
