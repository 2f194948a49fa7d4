package dev.lectern.paper;

/** Who told what of a paper. */
record Credits(Trust title, Trust text, Trust published) {
    static Credits all(Trust teller) {
        return new Credits(teller, teller, teller);
    }
}
