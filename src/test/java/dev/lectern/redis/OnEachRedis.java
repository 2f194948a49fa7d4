package dev.lectern.redis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A contract: the class's tests run on a single server, under Sentinel, and on a Cluster. Its constructor takes the
 * {@link RedisKind}; a failure says which it was.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(RedisKind.class)
@ExtendWith(OnEachRedis.NamesTheKind.class)
public @interface OnEachRedis {

    /** Puts the kind into the failure's message. */
    final class NamesTheKind implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
            String kind =
                    context.getParent().map(ExtensionContext::getDisplayName).orElse("?");
            throw new AssertionError("on " + kind + ": " + failure.getMessage(), failure);
        }
    }
}
