package dev.lectern.redis;

/** Redis cannot be had; the message is one sentence for the operator that names the way out. */
public final class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RedisException(String message) {
        super(message);
    }

    public RedisException(String message, Throwable cause) {
        super(message, cause);
    }
}
