package dev.lectern.meeting.part;

/**
 * A part as the group's log keeps it: id, how many have it, and of the group's own the name and, behind a line's end, what
 * whoever has it does.
 */
record PartValue(Part part, int count) {
    private static final String BETWEEN = "\n";

    static String write(Part part, int count) {
        return part.id() + " " + count
                + part.ownName().map(name -> " " + name).orElse("")
                + part.ownPrompt().map(prompt -> BETWEEN + prompt).orElse("");
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    static PartValue read(String text) {
        String[] words = text.split(" ", 3);
        if (words.length < 2) {
            throw new IllegalArgumentException("not a part: " + text);
        }
        int count = Integer.parseInt(words[1]);
        if (words.length == 2) {
            return new PartValue(
                    StandardParts.ALL.stream()
                            .filter(part -> part.id().equals(words[0]))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("not a part of ours: " + text)),
                    count);
        }
        String[] own = words[2].split(BETWEEN, 2);
        return new PartValue(Part.own(own[0], own.length < 2 ? own[0] : own[1]), count);
    }
}
