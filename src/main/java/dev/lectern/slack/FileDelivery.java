package dev.lectern.slack;

import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings files into a conversation, once; as text where the workspace does not let the app upload. Any thread. */
final class FileDelivery {
    private static final Logger log = LoggerFactory.getLogger(FileDelivery.class);

    /** Where files stand Slack does not say; nobody needs to know, since they are never redrawn. */
    private static final String SOMEWHERE = "0";

    private final Recipients recipients;
    private final LookBack lookBack;
    private final Uploads uploads;
    private final Posting posting;

    FileDelivery(Recipients recipients, LookBack lookBack, Uploads uploads, Posting posting) {
        this.recipients = recipients;
        this.lookBack = lookBack;
        this.uploads = uploads;
        this.posting = posting;
    }

    Outcome deliver(Attempt attempt, FileMessage files) throws SlackFailure {
        if (attempt.before().isPresent()) {
            return new Outcome.Sent(attempt.before().get());
        }
        String channel = recipients.conversation(attempt);
        if (attempt.unknownSince().isPresent()) {
            LookBack.Found found =
                    found(attempt, channel, files, attempt.unknownSince().get());
            if (found.place().isPresent()) {
                return new Outcome.Sent(found.place().get());
            }
            if (!found.sure()) {
                return LookBack.left(attempt);
            }
        }
        return new Outcome.Sent(hand(attempt, channel, files));
    }

    private LookBack.Found found(Attempt attempt, String channel, FileMessage files, Instant since)
            throws SlackFailure {
        Mark mark = Mark.of(attempt);
        return lookBack.lookFor(
                entry -> mark.isOn(entry.payload()) || entry.files().containsAll(files.names()),
                attempt,
                channel,
                attempt.thread(),
                since);
    }

    private Receipt hand(Attempt attempt, String channel, FileMessage files) throws SlackFailure {
        Map<String, String> uploaded;
        try {
            uploaded = uploads.upload(attempt, files);
        } catch (SlackFailure e) {
            if (Uploads.notAllowed(e)) {
                log.info(
                        "{}: {} goes as text: {}",
                        attempt.group(),
                        attempt.message().id(),
                        e.reason());
                return posting.post(attempt, channel, files.asText());
            }
            throw e;
        }
        uploads.share(attempt, channel, files.text(), uploaded);
        return new Receipt(channel, SOMEWHERE);
    }
}
