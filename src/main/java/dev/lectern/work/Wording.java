package dev.lectern.work;

import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people call a group's steps and messages. Filled by the features while Lectern is put together, then only read.
 * What comes back is plain text, not mrkdwn.
 */
public final class Wording {
    private static final Texts TEXTS = Texts.of(Wording.class);

    private final Map<String, Function<String, StepWords>> steps = new HashMap<>();
    private final Map<String, Supplier<String>> messages = new HashMap<>();

    /**
     * A step in people's words.
     *
     * @param ahead what will happen, such as {@code the vote closes}: goes on after "Next: "
     * @param failed that it did not, such as {@code The vote could not be closed}: a sentence without its stop
     */
    public record StepWords(String ahead, String failed) {}

    /** @param words by the step's key, of which nobody knows whether it can be read */
    public void step(String name, Function<String, StepWords> words) {
        add(steps, name, words);
    }

    /**
     * @param name what the message's id begins with, up to its first slash
     * @param called such as {@code The digest}: a sentence goes on after it
     */
    public void message(String name, String called) {
        message(name, () -> called);
    }

    /** Like {@link #message(String, String)}, in the language of whoever reads it. */
    public void message(String name, Supplier<String> called) {
        add(messages, name, called);
    }

    private static <T> void add(Map<String, T> all, String name, T words) {
        if (all.putIfAbsent(name, words) != null) {
            throw new IllegalStateException("two features have words for " + name);
        }
    }

    /** What will happen. */
    public String ahead(Step step) {
        return words(step).map(StepWords::ahead).orElseGet(() -> TEXTS.say("step.unknown", "id", step.id()));
    }

    /** That a step could not be done, by its id. */
    public String failed(String stepId) {
        return Step.read(stepId, Instant.EPOCH)
                .flatMap(this::words)
                .map(StepWords::failed)
                .orElseGet(() -> TEXTS.say("step.unknown.failed", "id", stepId));
    }

    private Optional<StepWords> words(Step step) {
        return Optional.ofNullable(steps.get(step.name())).map(of -> of.apply(step.key()));
    }

    /** What a message is called, by its id. */
    public String called(String messageId) {
        String name = messageId.split("/", 2)[0];
        return messages.getOrDefault(name, () -> TEXTS.say("message.unknown", "id", messageId))
                .get();
    }
}
