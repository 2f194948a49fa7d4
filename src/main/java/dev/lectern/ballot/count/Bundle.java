package dev.lectern.ballot.count;

/**
 * Equal votes, bundled as they are when paper is counted; an invalid one throws IllegalArgumentException.
 *
 * @param count how many voters voted so, 1 or more
 */
public record Bundle(int count, Preference vote) {
    public Bundle {
        if (count < 1) {
            throw new IllegalArgumentException("a bundle of " + count);
        }
    }
}
