package dev.lectern.paper.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * bge-small-en-v1.5, quantized, in this process and without a network: 384 dimensions, reads 512 tokens. It is loaded
 * when the first text comes, which takes a second or two.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the model's card</a>
 */
public final class BgeSmall implements Embedder {
    private static final int DIMENSIONS = 384;
    /** Before a short question about longer texts, says the model's card. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    /** ONNX Runtime walks the model's graph by recursion: with a thread's usual 1 MB it ends the whole process. */
    private static final long STACK_FOR_LOADING = 64L << 20;

    private final Path natives;
    private @Nullable CompletableFuture<EmbeddingModel> loading;

    /** @param natives a folder for the native libraries, which are unpacked there once */
    public BgeSmall(Path natives) {
        this.natives = natives;
    }

    @Override
    public String model() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /** @throws ModelUnavailable when it cannot be loaded on this machine */
    @Override
    public float[] embed(String text) {
        // The library takes no blank text.
        return loaded().embed(text.isBlank() ? "." : text).content().vector();
    }

    private EmbeddingModel loaded() {
        try {
            return loading().join();
        } catch (CompletionException e) {
            throw new ModelUnavailable(
                    "the language model cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + e.getCause(),
                    e);
        }
    }

    private synchronized CompletableFuture<EmbeddingModel> loading() {
        if (loading == null) {
            CompletableFuture<EmbeddingModel> model = new CompletableFuture<>();
            Thread thread = new Thread(null, () -> load(model), "lectern-model", STACK_FOR_LOADING);
            thread.setDaemon(true);
            thread.start();
            loading = model;
        }
        return loading;
    }

    private void load(CompletableFuture<EmbeddingModel> model) {
        try {
            NativeLibraries.unpackInto(natives);
            model.complete(new OneThread());
        } catch (Throwable e) {
            model.completeExceptionally(e);
        }
    }

    /**
     * The library's model on a session of our own: by itself ONNX Runtime gives each text to all processors, whose
     * threads wait for each other by spinning; that takes twice the processor's time. Who wants to be faster reads
     * several texts at a time.
     */
    private static final class OneThread extends AbstractInProcessEmbeddingModel {
        private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
        private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

        private final OnnxBertBiEncoder encoder;

        OneThread() throws OrtException, IOException {
            super(Runnable::run);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            keepUntilTheEnd();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream model = resource(MODEL);
                    InputStream tokenizer = resource(TOKENIZER)) {
                options.setIntraOpNumThreads(1);
                OrtSession session = environment.createSession(model.readAllBytes(), options);
                this.encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
            }
        }

        /**
         * At the end of the process ONNX Runtime lets go of its environment by a hook of its own, also under a text that
         * is just being read: then the process ends by a signal. It counts its users; this one never leaves.
         */
        private static void keepUntilTheEnd() {
            try {
                Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
                api.setAccessible(true);
                Method use =
                        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
                use.setAccessible(true);
                use.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "lectern");
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("another ONNX Runtime than the one that Lectern was tried with", e);
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream found = BgeSmall.class.getResourceAsStream(name);
            if (found == null) {
                throw new IOException("the model is missing: " + name);
            }
            return found;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(QUESTION + query);
    }
}
