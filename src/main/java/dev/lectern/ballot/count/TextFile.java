package dev.lectern.ballot.count;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8, or it is refused. */
final class TextFile {
    static final int MOST_BYTES = 16 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    static String text(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new BrokenFile(
                    file, BrokenFile.WHOLE, "it has more than " + (MOST_BYTES >> 20) + " MB, too large to be counted");
        }
        String text = decoded(file, bytes);
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw new BrokenFile(file, BrokenFile.WHOLE, "it is empty");
        }
        return plain;
    }

    private static String decoded(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError() || text.indexOf('\0') >= 0) {
            String before = result.isError() ? text : text.substring(0, text.indexOf('\0'));
            throw new BrokenFile(file, lines(before), "this is not text in UTF-8");
        }
        return text;
    }

    private static int lines(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
