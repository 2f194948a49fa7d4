package dev.lectern.saved;

import dev.lectern.group.GroupId;

/**
 * A page of what somebody saved, as the modal carries it.
 *
 * @param place the group that its buttons are about; in a direct message and in the Home not a reading group's
 * @param from how many papers come before
 */
record SavedPage(GroupId place, int from) {
    static final int PAPERS = 10;

    SavedPage {
        if (from < 0) {
            throw new IllegalArgumentException("a page before the first: " + from);
        }
    }

    /** The last page there is, where there are not so many any more. */
    SavedPage within(int papers) {
        return from < papers || papers == 0
                ? new SavedPage(place, papers == 0 ? 0 : from)
                : new SavedPage(place, (papers - 1) / PAPERS * PAPERS);
    }

    SavedPage at(int start) {
        return new SavedPage(place, start);
    }

    /** Reads what {@link #toString} gives; throws {@link IllegalArgumentException} for anything else. */
    static SavedPage parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 2) {
            throw new IllegalArgumentException("not a page of saved papers: " + text);
        }
        return new SavedPage(GroupId.parse(words[0]), Integer.parseInt(words[1]));
    }

    @Override
    public String toString() {
        return place + " " + from;
    }
}
