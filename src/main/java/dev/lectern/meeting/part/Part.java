package dev.lectern.meeting.part;

import java.util.regex.Pattern;

/**
 * Something that a member does for a meeting.
 *
 * @param id stays the same where name and prompt change; lower-case letters, digits and hyphens
 * @param name as people call it, on one line: raw text
 * @param prompt what whoever has it does, to them, on one line: raw text
 */
public record Part(String id, String name, String prompt) {
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_PROMPT = 240;

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final String PRESENTER = "presenter-";
    private static final String OWN = "own-";

    public Part {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a part's id: " + id);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || prompt.isBlank() || prompt.length() > LONGEST_PROMPT) {
            throw new IllegalArgumentException("a part without name or prompt, or with too long ones: " + id);
        }
    }

    /** A part that a group thought of itself; one of another name is another part. */
    public static Part own(String name, String prompt) {
        return new Part(
                OWN
                        + Integer.toHexString(
                                name.toLowerCase(java.util.Locale.ROOT).hashCode()),
                name,
                prompt);
    }

    /** The second presenter of a meeting of one paper. */
    static Part secondHalf() {
        return new Part(
                PRESENTER + 2,
                "Second half",
                "You present the second half of the paper: agree with the first presenter on the page where you take over.");
    }

    /** @param number which paper of several, from 2 on: whoever is asked to present has the first */
    static Part presenterOf(int number) {
        return new Part(
                PRESENTER + number,
                "Presenter of paper " + number,
                "You present this paper, briefly: its question, its answer, and what you make of it. Leave time to talk.");
    }

    /** Whether whoever has it presents, beside the meeting's presenter. */
    public boolean presents() {
        return id.startsWith(PRESENTER);
    }

    /** Of several papers, which one it is about, from 1 on; the only one for what is about none in particular. */
    int paper() {
        return presents() ? Integer.parseInt(id.substring(PRESENTER.length())) : 1;
    }

    boolean isOwn() {
        return id.startsWith(OWN);
    }
}
