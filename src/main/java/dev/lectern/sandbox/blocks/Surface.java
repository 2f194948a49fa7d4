package dev.lectern.sandbox.blocks;

/** Where blocks are shown, and how many of them fit there (docs.slack.dev, Block Kit reference). */
public enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    private final int mostBlocks;

    Surface(int mostBlocks) {
        this.mostBlocks = mostBlocks;
    }

    int mostBlocks() {
        return mostBlocks;
    }
}
