package dev.lectern.paper.search;

import dev.lectern.paper.Paper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The text of a paper that its vector is made of. */
public final class EmbeddedText {
    /**
     * Names this way to make the text. Change it with {@link #of}: else processes of the old and of the new way, on one
     * Redis, would make each other's vectors anew for ever.
     */
    static final String WAY = "1";

    /** Enough that two texts never have the same; so many bytes of SHA-256. */
    static final int HASH_BYTES = 16;

    private EmbeddedText() {}

    /** The title, then the abstract, or where there is none the source's short summary. */
    public static String of(Paper paper) {
        String more = paper.abstractText().isEmpty() ? paper.shortSummary().orElse("") : paper.abstractText();
        return more.isEmpty() ? paper.title() : paper.title() + "\n" + more;
    }

    static byte[] hash(Paper paper) {
        try {
            byte[] text = of(paper).getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
