package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.UserId;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outgoing;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files on their way to a sandbox: uploaded, shown once, or said as text. */
class FileDeliveryTest extends DeliveringToSandbox {
    private static final Outgoing FILES = Outbound.filesTo("export/1", new UserId(ADA), "votes", "1");

    private void drawFiles() {
        drawings.registerFiles(
                "votes",
                (group, key) -> Optional.of(new FileMessage(
                        "The votes & all",
                        List.of(
                                new FileMessage.NamedFile("votes.json", "The votes", "{\"a\":\"\u00E9\"}"),
                                new FileMessage.NamedFile("votes.csv", "As a table", "a,b\r\n")))));
    }

    @Test
    void files_come_as_one_message_and_hold_what_was_drawn() throws Exception {
        drawFiles();
        Receipt receipt = receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("text").asString()).isEqualTo("The votes & all");
        JsonNode file = toAda().get(0).path("files").path(0);
        assertThat(file.path("title").asString()).isEqualTo("The votes");
        HttpResponse<String> fetched = http.send(
                HttpRequest.newBuilder(URI.create(file.path("url_private").asString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(fetched.body()).isEqualTo("{\"a\":\"\u00E9\"}");
        assertThat(fetched.headers().firstValue("Content-Disposition")).contains("attachment");

        assertThat(send(GROUP, FILES, Optional.of(receipt), Optional.empty())).isEqualTo(new Outcome.Sent(receipt));
        assertThat(toAda()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "fatal_error"})
    void files_that_got_there_without_an_answer_are_found_and_not_posted_again(String kind) {
        drawFiles();
        fault("files.completeUploadExternal", 1, kind);
        assertThat(later(send(FILES)).happened()).isTrue();
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void files_that_did_not_get_there_are_posted_after_a_look() {
        drawFiles();
        fault("files.completeUploadExternal", 1, "drop_before");
        assertThat(later(send(FILES)).happened()).isTrue();
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("files")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop_after", "http_500", "ratelimited"})
    void an_upload_that_failed_has_shown_nothing_and_is_done_again(String kind) {
        drawFiles();
        fault("files.getUploadURLExternal", 1, kind);
        assertThat(later(send(FILES)).happened()).isFalse();
        assertThat(toAda()).isEmpty();
        clock.move(Duration.ofSeconds(2));
        receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void who_cannot_look_does_not_post_files_twice() {
        without("im:history");
        drawFiles();
        receipt(send(FILES));
        assertThat(sendAgain(FILES)).isEqualTo(new Outcome.Dropped());
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void without_the_scope_short_files_come_as_text_and_the_scope_is_named() {
        without("files:write");
        drawFiles();
        receipt(send(FILES));
        assertThat(toAda()).hasSize(1);
        assertThat(toAda().get(0).path("blocks").toString())
                .contains("files:write", "votes.json", "```a,b```", "{\\\"a\\\":");
        receipt(sendAgain(FILES));
        assertThat(toAda()).hasSize(1);
    }

    @Test
    void without_the_scope_a_long_file_is_named_only() {
        without("files:write");
        drawings.registerFiles(
                "votes",
                (group, key) -> Optional.of(new FileMessage(
                        "The votes",
                        List.of(new FileMessage.NamedFile("votes.json", "The votes", "x".repeat(4_000))))));
        receipt(send(FILES));
        assertThat(toAda().get(0).path("blocks").toString())
                .contains("too long to be shown here")
                .doesNotContain("xxx");
    }

    @Test
    void files_of_what_is_gone_are_dropped() {
        drawings.registerFiles("votes", (group, key) -> Optional.empty());
        assertThat(send(FILES)).isEqualTo(new Outcome.Dropped());
    }
}
