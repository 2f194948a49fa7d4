package dev.lectern.sandbox.socket;

/** One open WebSocket, as the sandbox uses it. Any thread. */
interface Line {
    void send(String text);

    void close(int status, String reason);

    /** Without a word, as when a cable is cut. */
    void cut();
}
