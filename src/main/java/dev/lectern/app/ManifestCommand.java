package dev.lectern.app;

import dev.lectern.slack.install.Manifest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code manifest}: what to paste at api.slack.com to make Lectern's app. */
@Command(
        name = "manifest",
        mixinStandardHelpOptions = true,
        description = "Prints the manifest of Lectern's Slack app, with LECTERN_PUBLIC_URL filled in.")
final class ManifestCommand implements Callable<Integer> {
    private final Supplier<Optional<String>> publicUrl;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--socket", description = "For Socket Mode: without a public address.")
    private boolean socket;

    @Option(names = "--yaml", description = "As YAML, with each scope and event explained, instead of JSON.")
    private boolean yaml;

    ManifestCommand(Supplier<Optional<String>> publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public Integer call() {
        Optional<String> url = publicUrl.get();
        Manifest manifest = socket
                ? Manifest.overSocket(url)
                : Manifest.overHttp(url.orElseThrow(
                        () -> new WrongUse("LECTERN_PUBLIC_URL is not set: Slack sends its requests there, such as"
                                + " https://lectern.example.org; or use --socket, which needs no public address")));
        var out = spec.commandLine().getOut();
        out.println((yaml ? manifest.yaml() : manifest.json()).stripTrailing());
        out.flush();
        return 0;
    }
}
