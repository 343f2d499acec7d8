// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * A list of image files in a CSV file (RFC 4180; UTF-8, or UTF-16 with its mark) whose first line names the columns.
 * Every further line that is not blank is one record: it gives a file, a rejection, or is left out by patterns or the
 * limit per class. Blanks around names and fields do not count.
 *
 * @param files the files that exist, in the order of the lines; id = the path as it is written, with slashes
 * @param rejected lines that name no usable file
 * @param leftOut the files that were left out by patterns or the limit per class
 * @param columns names of the further columns
 * @param values per id the fields of these columns; not modifiable
 */
public record Manifest(List<FoundFile> files, List<Rejection> rejected, LeftOut leftOut,
    List<String> columns, Map<String, List<String>> values) {

    private static final int NONE = -1;

    /** Copies the lists. */
    public Manifest {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
        columns = List.copyOf(columns);
        values = Map.copyOf(values);
    }

    /**
     * Reads a manifest.
     *
     * @param csv the manifest
     * @param settings where it says what
     * @param scan which of the files, and labels and groups where the manifest has no column of them
     * @param folder what relative paths start from
     * @param run asked for cancellation at every line
     * @return what it names
     * @throws CanceledException if the work was canceled
     * @throws DataException if the manifest cannot be read or lacks a column
     */
    public static Manifest read(final Path csv, final ManifestSettings settings, final ScanSettings scan,
        final Path folder, final RunControl run) throws CanceledException {
        final var lines = CsvLines.of(CsvText.read(csv), settings.separatorCharacter());
        if (lines.isEmpty()) {
            throw new DataException(Wording.file(csv), "the file is empty.", "Name the columns in its first line.");
        }
        final var header = header(csv, lines.get(0));
        final var reader = new Reader(header, column(csv, header, settings.pathColumn()),
            optional(csv, header, settings.labelColumn()), optional(csv, header, settings.groupColumn()), scan,
            folder);
        for (final var line : lines.subList(1, lines.size())) {
            run.checkCanceled();
            reader.add(line);
        }
        return reader.result();
    }

    private static List<String> header(final Path csv, final CsvLines.Line line) {
        return line.fields().orElseThrow(() -> new DataException(Wording.file(csv),
            "line %d should name the columns, but has a quote without its partner.".formatted(line.number()),
            "Correct the line.")).stream().map(ClassName::of).toList();
    }

    private static int optional(final Path csv, final List<String> header, final String name) {
        return name.isEmpty() ? NONE : column(csv, header, name);
    }

    private static int column(final Path csv, final List<String> header, final String name) {
        final int column = header.indexOf(ClassName.of(name));
        if (column != header.lastIndexOf(ClassName.of(name))) {
            throw new DataException(Wording.file(csv), "there are several columns \"%s\".".formatted(name),
                "Rename all but one of them.");
        }
        if (column < 0) {
            throw new DataException(Wording.file(csv), "there is no column \"%s\", its columns are %s.".formatted(name,
                String.join(", ", header.stream().map(Wording::value).toList())),
                "Choose one of its columns.", "Check the separator.");
        }
        return column;
    }

    private static final class Reader {

        private final List<String> m_header;

        private final int m_path;

        private final int m_label;

        private final int m_group;

        private final ScanSettings m_scan;

        private final WantedFiles m_wanted;

        private final Path m_folder;

        private final Set<Path> m_known = new HashSet<>();

        private final List<FoundFile> m_files = new ArrayList<>();

        private final List<Rejection> m_rejected = new ArrayList<>();

        private final Map<String, List<String>> m_values = new LinkedHashMap<>();

        Reader(final List<String> header, final int path, final int label, final int group,
            final ScanSettings scan, final Path folder) {
            m_header = header;
            m_path = path;
            m_label = label;
            m_group = group;
            m_scan = scan;
            m_wanted = new WantedFiles(scan);
            m_folder = folder;
        }

        void add(final CsvLines.Line line) {
            if (line.fields().isEmpty()) {
                reject(line, "line %d has a quote without its partner; a record is one line".formatted(line.number()));
                return;
            }
            final var fields = line.fields().get();
            if (fields.size() != m_header.size()) {
                reject(line, "line %d has %s, but the first line names %s".formatted(line.number(),
                    Wording.count(fields.size(), "field", "fields"), Wording.value(m_header.size())));
                return;
            }
            final var written = fields.get(m_path).replace('\\', '/');
            try {
                final var file = m_folder.resolve(written).normalize();
                if (written.isEmpty() || !Files.isRegularFile(file)) {
                    reject(line, "there is no such file");
                } else if (!m_known.add(file)) {
                    reject(line, "line %d names a file of an earlier line".formatted(line.number()));
                } else {
                    add(id(file, written), file, fields);
                }
            } catch (final IOException | InvalidPathException e) {
                reject(line, "it cannot be opened (%s)".formatted(FileProblem.of(e)));
            }
        }

        private void add(final String id, final Path file, final List<String> fields) throws IOException {
            m_values.put(id, further(fields));
            if (m_wanted.take(id)) {
                final var label = m_label == NONE ? m_scan.labelling().of(id) : field(fields, m_label);
                final var group = m_group == NONE ? m_scan.grouping().of(id) : field(fields, m_group);
                m_files.add(new FoundFile(id, file, label, group, Files.size(file)));
            }
        }

        /** The path as it is written, but in one of all the ways to write it. */
        private String id(final Path file, final String written) {
            final Path folder = m_folder.normalize();
            return !file.startsWith(folder) || file.equals(folder) || Path.of(written).isAbsolute() ? written
                : EntryPath.of(folder.relativize(file).toString()).text();
        }

        Manifest result() {
            final var kept = ClassLimit.apply(m_files, m_scan);
            return new Manifest(kept, m_rejected, m_wanted.leftOut(m_files.size() - kept.size()),
                further(m_header), m_values);
        }

        private void reject(final CsvLines.Line line, final String reason) {
            final var fields = line.fields().orElse(List.of());
            final var id = m_path < fields.size() && !fields.get(m_path).isBlank() ? fields.get(m_path)
                : "line " + line.number();
            m_rejected.add(new Rejection(id, reason, 0));
        }

        private static Optional<String> field(final List<String> fields, final int column) {
            return Optional.of(ClassName.of(fields.get(column))).filter(text -> !text.isEmpty());
        }

        private List<String> further(final List<String> fields) {
            final var further = new ArrayList<String>();
            for (int i = 0; i < fields.size(); i++) {
                if (i != m_path && i != m_label && i != m_group) {
                    further.add(fields.get(i));
                }
            }
            return further;
        }
    }
}
