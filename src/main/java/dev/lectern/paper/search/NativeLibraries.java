package dev.lectern.paper.search;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the model's native libraries come from. By themselves they are unpacked into the system's temporary folder (ONNX
 * Runtime: 17 MB at each start, left behind by each kill) and the user's home (the tokenizer); here they are unpacked
 * once, into a folder of ours. And nobody calls home.
 */
final class NativeLibraries {
    private static final List<String> OF_THE_RUNTIME =
            List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");
    private static final String TEMPORARY_FOLDERS = "onnxruntime-java*";

    private NativeLibraries() {}

    /** For this process, before the libraries are first used; whatever somebody set by hand stands. */
    static void unpackInto(Path folder) throws IOException {
        Path natives = Files.createDirectories(folder.toAbsolutePath());
        set("ai.djl.offline", "true");
        set("OPT_OUT_TRACKING", "true");
        set("DJL_CACHE_DIR", natives.toString());
        // The tokenizer asks for graphics cards by way of this library.
        set("jna.tmpdir", natives.toString());
        Optional<Path> runtime = unpackRuntime(natives);
        if (runtime.isPresent()) {
            set("onnxruntime.native.path", runtime.get().toString());
            loadRuntime();
        }
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Empty where there is none for this kind of machine: the runtime says so itself. */
    private static Optional<Path> unpackRuntime(Path natives) throws IOException {
        Optional<Path> folder = Optional.empty();
        for (String library : OF_THE_RUNTIME) {
            String name = System.mapLibraryName(library);
            URL resource = NativeLibraries.class.getResource("/ai/onnxruntime/native/" + kindOfMachine() + "/" + name);
            if (resource == null) {
                continue;
            }
            if (folder.isEmpty()) {
                // Each version in a folder of its own: who has one loaded keeps it.
                folder = Optional.of(Files.createDirectories(natives.resolve("onnxruntime-" + size(resource))));
            }
            unpack(resource, folder.get().resolve(name));
        }
        return folder;
    }

    /** As ONNX Runtime names it, such as linux-x64. */
    private static String kindOfMachine() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux")
                + (processor.equals("aarch64") ? "-aarch64" : "-x64");
    }

    private static long size(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return connection.getContentLengthLong();
        }
    }

    private static void unpack(URL resource, Path target) throws IOException {
        if (Files.exists(target) && Files.size(target) == size(resource)) {
            return;
        }
        Path part =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try (InputStream in = resource.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** In one step: another process may be at it, too. */
    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** It makes an empty temporary folder even so. */
    private static void loadRuntime() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = temporaryFolders(temporary);
        OrtEnvironment.getEnvironment();
        Set<Path> made = temporaryFolders(temporary);
        made.removeAll(before);
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // Another program's, which does unpack there.
            }
        }
    }

    private static Set<Path> temporaryFolders(Path temporary) throws IOException {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, TEMPORARY_FOLDERS)) {
            folders.forEach(found::add);
        }
        return found;
    }
}
