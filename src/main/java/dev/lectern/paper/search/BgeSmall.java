package dev.lectern.paper.search;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * bge-small-en-v1.5, quantized, in this process and without a network: 384 dimensions, reads 512 tokens.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model's card</a>
 */
public final class BgeSmall implements Embedder {
    private static final int DIMENSIONS = 384;
    /** Before a short question about longer texts, says the model's card. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    /** ONNX Runtime walks the model's graph by recursion: with a thread's usual 1 MB it ends the whole process. */
    private static final long STACK_FOR_LOADING = 64L << 20;

    private final BgeSmallEnV15QuantizedEmbeddingModel model =
            onDeepStack(() -> new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run));

    private static <T> T onDeepStack(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "lectern-model",
                STACK_FOR_LOADING);
        thread.start();
        return result.join();
    }

    @Override
    public String model() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        // The library takes no blank text.
        return model.embed(text.isBlank() ? "." : text).content().vector();
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(QUESTION + query);
    }
}
