package dev.lectern.paper.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** One question on the wire, and what came back, whole and in time, or why not. Follows nothing, repeats nothing. */
final class Exchange {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient http;
    private final SiteRules rules;
    private final String userAgent;

    /** @param http with the times of the rules */
    Exchange(OkHttpClient http, SiteRules rules, String userAgent) {
        this.http = http;
        this.rules = rules;
        this.userAgent = userAgent;
    }

    /**
     * @param body of JSON, for a POST
     * @param headers besides the rules' own
     */
    record Question(URI address, Optional<String> body, Map<String, String> headers) {
        Question at(URI other) {
            return new Question(other, body, headers);
        }
    }

    /** What came back. Header names in any case. */
    record Heard(int status, okhttp3.Headers headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        /** The media type, without parameters. */
        String type() {
            return header("Content-Type")
                    .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .orElse("");
        }
    }

    Heard ask(Question question) throws FailedTry {
        try (Response response = http.newCall(request(question)).execute()) {
            // The body of an error is not for us.
            boolean wanted = response.code() == 200;
            return new Heard(response.code(), response.headers(), wanted ? body(response) : new byte[0]);
        } catch (IOException e) {
            throw failed(question.address(), e);
        }
    }

    private Request request(Question question) throws FailedTry {
        try {
            Request.Builder request =
                    new Request.Builder().url(question.address().toString()).header("User-Agent", userAgent);
            rules.headers().forEach(request::header);
            question.headers().forEach(request::header);
            question.body().ifPresent(json -> request.post(RequestBody.create(json, JSON)));
            return request.build();
        } catch (IllegalArgumentException e) {
            throw FailedTry.forGood("cannot be asked under such an address");
        }
    }

    private byte[] body(Response response) throws IOException, FailedTry {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        if (body.contentLength() > rules.mostBytes()) {
            throw tooLarge();
        }
        InputStream in = body.byteStream();
        byte[] bytes = in.readNBytes(rules.mostBytes() + 1);
        if (bytes.length > rules.mostBytes()) {
            throw tooLarge();
        }
        return bytes;
    }

    private FailedTry tooLarge() {
        int megabytes = rules.mostBytes() >> 20;
        String limit = megabytes > 0 ? megabytes + " MB" : rules.mostBytes() + " bytes";
        return FailedTry.forGood("sends more than " + limit + ", which is too much");
    }

    private FailedTry failed(URI address, IOException e) {
        if (e instanceof PublicOnly.Private) {
            return FailedTry.forGood("leads into a private network, where Lectern does not go");
        }
        if (e instanceof UnknownHostException) {
            return FailedTry.ill("cannot be found (no host " + Origins.host(address) + ")");
        }
        if (Thread.currentThread().isInterrupted() || "Canceled".equals(e.getMessage())) {
            return FailedTry.notAsked("was not asked to the end, as Lectern is stopping");
        }
        if (e instanceof ConnectException) {
            return FailedTry.ill("does not answer (connection refused)");
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return FailedTry.ill("takes too long to answer (more than "
                    + rules.times().answer().toSeconds() + " s)");
        }
        if (e instanceof SSLException) {
            return FailedTry.ill("offers no connection that can be trusted");
        }
        return FailedTry.ill("broke off its answer");
    }
}
