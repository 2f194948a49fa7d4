package dev.lectern.discussion;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The questions for one meeting, and what one may do with them. Immutable: every change is a copy of the discussion. */
record QuestionQueue(Discussion discussion) {
    /** In code points: two or three sentences. */
    static final int LONGEST = 500;

    /** Of one member for one meeting, those asked anonymously among them. */
    static final int MOST_OF_ONE = 10;

    /** For one meeting. */
    static final int MOST = 100;

    /** Controls, format characters and the like, which nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    /** What became of a question. */
    sealed interface Asking {}

    record Asked(Discussion discussion, Question question) implements Asking {}

    record Refused(Why why) implements Asking {}

    enum Why {
        EMPTY,
        TOO_LONG,
        THERE_ALREADY,
        TOO_MANY_OF_ONE,
        TOO_MANY
    }

    /** All of them, the most wanted first. */
    List<Question> sorted() {
        return discussion.questions().stream()
                .sorted(Question.MOST_WANTED_FIRST)
                .toList();
    }

    /** The first of {@link #sorted}. */
    List<Question> top(int most) {
        return sorted().stream().limit(most).toList();
    }

    Optional<Question> find(String id) {
        return discussion.questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** Whether this person asked it; of an anonymous one nobody can tell any more once the meeting is over. */
    boolean isOf(Question question, UserId who) {
        return question.anonymous()
                ? alias(who).filter(question.by()::equals).isPresent()
                : question.by().equals(who);
    }

    private Optional<UserId> alias(UserId who) {
        return discussion.secret().map(secret -> Alias.of(secret, who));
    }

    /** With one more question under the name of who asks it. */
    Asking ask(UserId by, String typed, String id, Instant at) {
        return ask(by, typed, text -> new Question(id, by, false, text, at, Set.of()));
    }

    /**
     * With one more question that bears nobody's name.
     *
     * @param newSecret used where the meeting has none yet
     */
    Asking askAnonymously(UserId by, String typed, String id, Instant at, String newSecret) {
        String secret = discussion.secret().orElse(newSecret);
        UserId alias = Alias.of(secret, by);
        return new QuestionQueue(discussion.withSecret(secret))
                .ask(by, typed, text -> new Question(id, alias, true, text, at, Set.of()));
    }

    private Asking ask(UserId by, String typed, Function<String, Question> make) {
        String text = typed.strip();
        Optional<Why> refusal = refusal(by, text);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Question question = make.apply(text);
        return new Asked(
                discussion.withQuestions(Stream.concat(discussion.questions().stream(), Stream.of(question))
                        .toList()),
                question);
    }

    private Optional<Why> refusal(UserId by, String text) {
        if (UNSEEN.matcher(text).replaceAll("").isBlank()) {
            return Optional.of(Why.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of(Why.TOO_LONG);
        }
        if (discussion.questions().stream()
                .anyMatch(other -> plain(other.text()).equals(plain(text)))) {
            return Optional.of(Why.THERE_ALREADY);
        }
        if (discussion.questions().stream()
                        .filter(question -> isOf(question, by))
                        .count()
                >= MOST_OF_ONE) {
            return Optional.of(Why.TOO_MANY_OF_ONE);
        }
        return discussion.questions().size() >= MOST ? Optional.of(Why.TOO_MANY) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** With somebody's +1; the same where they gave it, or asked it themselves, or it is not there. */
    Discussion plus(String id, UserId who) {
        return changed(id, question -> {
            if (isOf(question, who)) {
                return question;
            }
            Set<UserId> more = new LinkedHashSet<>(question.votes());
            more.add(who);
            return question.withVotes(more);
        });
    }

    /** Without somebody's +1. */
    Discussion minus(String id, UserId who) {
        return changed(id, question -> {
            Set<UserId> fewer = new LinkedHashSet<>(question.votes());
            fewer.remove(who);
            return question.withVotes(fewer);
        });
    }

    private Discussion changed(String id, UnaryOperator<Question> change) {
        return discussion.withQuestions(discussion.questions().stream()
                .map(question -> question.id().equals(id) ? change.apply(question) : question)
                .toList());
    }

    Discussion without(String id) {
        return discussion.withQuestions(discussion.questions().stream()
                .filter(question -> !question.id().equals(id))
                .toList());
    }
}
