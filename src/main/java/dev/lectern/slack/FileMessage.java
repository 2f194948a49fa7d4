package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files with a sentence that says what they are.
 *
 * @param text in mrkdwn
 * @param files one at least
 */
public record FileMessage(String text, List<NamedFile> files) {
    private static final Texts TEXTS = Texts.of(FileMessage.class);
    private static final String FENCE = "```";

    public FileMessage {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no files");
        }
    }

    /**
     * A text file.
     *
     * @param name with its ending, without a slash
     * @param title what people read of it, in plain text
     */
    public record NamedFile(String name, String title, String content) {
        public NamedFile {
            if (content.isEmpty() || !name.matches("[A-Za-z0-9._-]{1,120}")) {
                throw new IllegalArgumentException("a file that Slack does not take: " + name);
            }
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    Set<String> names() {
        return files.stream().map(NamedFile::name).collect(Collectors.toSet());
    }

    /** For a workspace in which the app may not upload: the files that are short enough, to be copied. */
    Message asText() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(text));
        blocks.add(section(TEXTS.say("files.as-text")));
        files.forEach(file -> blocks.add(section(asText(file))));
        return Limits.fit(Message.of(text, blocks));
    }

    private static String asText(NamedFile file) {
        String name = Mrkdwn.bold(file.title()) + ", `" + file.name() + "`";
        String content = Mrkdwn.escape(file.content().strip()).replace(FENCE, "\u02CB\u02CB\u02CB");
        String shown = name + "\n" + FENCE + content + FENCE;
        return shown.length() > Limits.SECTION_TEXT ? TEXTS.say("files.too-long", "file", name) : shown;
    }
}
