package dev.lectern.paper.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows whether its reader has met the end. */
final class EndNoticing extends FilterInputStream {
    private boolean ended;

    EndNoticing(InputStream in) {
        super(in);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        ended |= one < 0;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        ended |= count < 0;
        return count;
    }
}
