// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * A list of image files in a CSV file (UTF-8, RFC 4180) whose first line names the columns.
 *
 * @param files the files that exist, in the order of the lines; id = the path as it is written, with slashes
 * @param rejected lines that name no usable file
 * @param ignored number of files that were left out by patterns or the limit per class
 * @param columns names of the further columns
 * @param values per id the fields of these columns; not modifiable
 */
public record Manifest(List<FoundFile> files, List<Rejection> rejected, long ignored,
    List<String> columns, Map<String, List<String>> values) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        final var lines = CsvLines.of(text(csv), settings.separator().charAt(0));
        if (lines.isEmpty()) {
            throw new DataException(Wording.file(csv), "the file is empty.", "Name the columns in its first line.");
        }
        final var header = lines.get(0).fields();
        final var reader = new Reader(header, column(csv, header, settings.pathColumn()),
            optional(csv, header, settings.labelColumn()), optional(csv, header, settings.groupColumn()), scan,
            folder);
        for (final var line : lines.subList(1, lines.size())) {
            run.checkCanceled();
            reader.add(line);
        }
        return reader.result();
    }

    private static String text(final Path csv) {
        try {
            final var text = Files.readString(csv);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (final CharacterCodingException e) {
            throw new DataException(Wording.file(csv), "the file is no text in UTF-8.", e, "Save it as CSV in UTF-8.");
        } catch (final IOException e) {
            throw new DataException(Wording.file(csv), "the file cannot be read (%s).".formatted(e), e,
                "Correct the path.");
        }
    }

    private static int optional(final Path csv, final List<String> header, final String name) {
        return name.isEmpty() ? NONE : column(csv, header, name);
    }

    private static int column(final Path csv, final List<String> header, final String name) {
        final int column = header.indexOf(name);
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
            final var fields = line.fields();
            if (fields.size() != m_header.size()) {
                reject(line, "line %d has %s, but the first line names %s".formatted(line.number(),
                    Wording.count(fields.size(), "field", "fields"), Wording.value(m_header.size())));
                return;
            }
            final var id = fields.get(m_path).strip().replace('\\', '/');
            if (m_values.containsKey(id)) {
                reject(line, "line %d names a file of an earlier line".formatted(line.number()));
                return;
            }
            try {
                final var file = m_folder.resolve(id);
                if (id.isEmpty() || !Files.isRegularFile(file)) {
                    reject(line, "there is no such file");
                    return;
                }
                m_values.put(id, further(fields));
                if (m_wanted.take(id)) {
                    final var label = m_label == NONE ? m_scan.labelling().of(id) : field(fields, m_label);
                    final var group = m_group == NONE ? m_scan.grouping().of(id) : field(fields, m_group);
                    m_files.add(new FoundFile(id, file, label, group, Files.size(file)));
                }
            } catch (final IOException | InvalidPathException e) {
                reject(line, "it cannot be opened (%s)".formatted(e));
            }
        }

        Manifest result() {
            final var kept = ClassLimit.apply(m_files, m_scan);
            return new Manifest(kept, m_rejected, m_wanted.ignored() + m_files.size() - kept.size(),
                further(m_header), m_values);
        }

        private void reject(final CsvLines.Line line, final String reason) {
            final var fields = line.fields();
            final var id = m_path < fields.size() && !fields.get(m_path).isBlank() ? fields.get(m_path)
                : "line " + line.number();
            m_rejected.add(new Rejection(id, reason, 0));
        }

        private static Optional<String> field(final List<String> fields, final int column) {
            return Optional.of(fields.get(column)).filter(text -> !text.isBlank());
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
