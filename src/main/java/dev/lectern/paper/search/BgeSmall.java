package dev.lectern.paper.search;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/**
 * bge-small-en-v1.5, quantized, in this process and without a network: 384 dimensions, reads 512 tokens.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model's card</a>
 */
public final class BgeSmall implements Embedder {
    private static final int DIMENSIONS = 384;

    private final BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run);

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
}
