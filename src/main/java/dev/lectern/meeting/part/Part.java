package dev.lectern.meeting.part;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a member does for a meeting. What comes with Lectern is known by its id, and spoken of in the language of
 * whoever reads; what a group thought of itself is as somebody wrote it.
 *
 * @param id stays the same where name and prompt change; lower-case letters, digits and hyphens
 * @param ownName as the group calls it, on one line: raw text; empty for what comes with Lectern
 * @param ownPrompt what whoever has it does, in the group's words, on one line: raw text; there where a name is
 */
public record Part(
        String id,
        @JsonProperty("name") Optional<String> ownName,
        @JsonProperty("prompt") Optional<String> ownPrompt) {
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_PROMPT = 240;

    static final String SECOND_HALF = "half-2";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final String PRESENTER = "presenter-";
    private static final String OWN = "own-";
    private static final Texts TEXTS = Texts.of(Part.class);

    public Part {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a part's id: " + id);
        }
        if (ownName.isPresent() != id.startsWith(OWN)
                || ownPrompt.isPresent() != ownName.isPresent()
                || !fits(ownName, LONGEST_NAME)
                || !fits(ownPrompt, LONGEST_PROMPT)) {
            throw new IllegalArgumentException("a part without name or prompt, or with too long ones: " + id);
        }
    }

    private static boolean fits(Optional<String> text, int longest) {
        return text.map(some -> !some.isBlank() && some.length() <= longest).orElse(true);
    }

    private static Part known(String id) {
        return new Part(id, Optional.empty(), Optional.empty());
    }

    /** One of those that come with Lectern, see {@link StandardParts}. */
    static Part standard(String id) {
        return known(id);
    }

    /** A part that a group thought of itself; one of another name is another part. */
    public static Part own(String name, String prompt) {
        return new Part(
                OWN + Integer.toHexString(name.toLowerCase(Locale.ROOT).hashCode()),
                Optional.of(name),
                Optional.of(prompt));
    }

    /** The second presenter of a meeting of one paper. */
    static Part secondHalf() {
        return known(SECOND_HALF);
    }

    /** @param number which paper of several, from 2 on: whoever is asked to present has the first */
    static Part presenterOf(int number) {
        return known(PRESENTER + number);
    }

    /** As people call it, on one line: raw text in the language that is spoken now, or the group's own. */
    public String name() {
        if (id.startsWith(PRESENTER)) {
            return TEXTS.say("part.presenter.name", "number", Integer.toString(paper()));
        }
        return ownName.orElseGet(() -> TEXTS.say("part.name." + id));
    }

    /** What whoever has it does, to them, on one line: raw text in the language that is spoken now, or the group's own. */
    public String prompt() {
        return id.startsWith(PRESENTER)
                ? TEXTS.say("part.presenter.prompt")
                : ownPrompt.orElseGet(() -> TEXTS.say("part.prompt." + id));
    }

    /** Whether this is its name in any language, in whatever case. */
    boolean isCalled(String typed) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> Language.speaking(language, () -> name().equalsIgnoreCase(typed)));
    }

    /** Whether whoever has it presents, beside the meeting's presenter. */
    public boolean presents() {
        return id.startsWith(PRESENTER) || id.equals(SECOND_HALF);
    }

    /** Of several papers, which one it is about, from 1 on; the only one for what is about none in particular. */
    public int paper() {
        return id.startsWith(PRESENTER) ? Integer.parseInt(id.substring(PRESENTER.length())) : 1;
    }
}
