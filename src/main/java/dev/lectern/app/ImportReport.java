package dev.lectern.app;

import dev.lectern.app.ImportCommand.FileReport;
import dev.lectern.redis.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The outcome of an import, for a program and for a person. */
final class ImportReport {
    private ImportReport() {}

    static String json(List<FileReport> reports, long papers) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode files = root.putArray("files");
        for (FileReport report : reports) {
            ObjectNode file = files.addObject()
                    .put("file", report.file())
                    .put("format", report.format())
                    .put("rows", report.rows())
                    .put("new", report.added())
                    .put("merged", report.merged());
            ArrayNode skipped = file.putArray("skipped");
            report.skipped()
                    .forEach(row -> skipped.addObject().put("row", row.row()).put("why", row.why()));
        }
        return Json.write(root.put("papers", papers));
    }

    static List<String> table(List<FileReport> reports, long papers) {
        int width = reports.stream()
                .mapToInt(report -> report.file().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(line(width, "FILE", "FORMAT", "ROWS", "NEW", "MERGED", "SKIPPED"));
        for (FileReport report : reports) {
            lines.add(line(
                    width,
                    report.file(),
                    Objects.requireNonNullElse(report.format(), "-"),
                    report.rows(),
                    report.added(),
                    report.merged(),
                    report.skipped().size()));
        }
        lines.add(papers + (papers == 1 ? " paper is known now." : " papers are known now."));
        return lines;
    }

    private static String line(int width, String file, Object... columns) {
        String name = file + " ".repeat(Math.max(0, width - file.length()));
        return name + String.format("  %-17s  %5s  %5s  %6s  %7s", columns);
    }
}
