// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of separated values (RFC 4180): a line is a record, parsed by itself, so that a quote without its partner
 * spoils no other line. Lines end with LF, CR LF or CR; blank ones are left out. Fields in double quotes may hold
 * separators and doubled quotes, but no line end. A first line such as {@code sep=;}, which Excel writes, names the
 * separator.
 */
final class CsvLines {

    /** A line and its number in the file, from 1; the fields are empty where it cannot be parsed. */
    record Line(int number, Optional<List<String>> fields) {
    }

    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\s*");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final CSVFormat m_format;

    private CsvLines(final char separator) {
        m_format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true).get();
    }

    static List<Line> of(final String text, final char separator) {
        final var texts = LINE_END.split(text, -1);
        final Matcher named = SEPARATOR.matcher(texts[0]);
        final int first = named.matches() ? 1 : 0;
        final var parser = new CsvLines(first == 1 ? named.group(1).charAt(0) : separator);
        final var lines = new ArrayList<Line>();
        for (int i = first; i < texts.length; i++) {
            if (!texts[i].isBlank()) {
                lines.add(new Line(i + 1, parser.fields(texts[i])));
            }
        }
        return lines;
    }

    private Optional<List<String>> fields(final String line) {
        try (var parser = CSVParser.parse(line, m_format)) {
            return Optional.of(parser.getRecords().get(0)).map(CSVRecord::toList);
        } catch (final IOException | UncheckedIOException e) {
            // a quote without its partner, or text behind one
            return Optional.empty();
        }
    }
}
