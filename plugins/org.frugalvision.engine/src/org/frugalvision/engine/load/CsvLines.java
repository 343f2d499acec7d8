// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits comma-separated text (RFC 4180) into records: fields in double quotes may hold separators, line ends and
 * doubled quotes; lines end with LF or CR LF; empty lines are left out.
 */
final class CsvLines {

    /** The fields of a record and the number of the line in which it starts. */
    record Line(int number, List<String> fields) {
    }

    private final String m_text;

    private final char m_separator;

    private int m_position;

    private int m_lineNumber = 1;

    private CsvLines(final String text, final char separator) {
        m_text = text;
        m_separator = separator;
    }

    static List<Line> of(final String text, final char separator) {
        final var reader = new CsvLines(text, separator);
        final var lines = new ArrayList<Line>();
        while (reader.m_position < text.length()) {
            final int number = reader.m_lineNumber;
            final var fields = reader.nextLine();
            if (fields.size() > 1 || !fields.get(0).isBlank()) {
                lines.add(new Line(number, List.copyOf(fields)));
            }
        }
        return lines;
    }

    private List<String> nextLine() {
        final var fields = new ArrayList<String>();
        while (true) {
            fields.add(nextField());
            if (m_position == m_text.length() || m_text.charAt(m_position++) == '\n') {
                m_lineNumber++;
                return fields;
            }
        }
    }

    /** Reads up to the separator, the line feed or the end. */
    private String nextField() {
        final var field = new StringBuilder();
        boolean quoted = false;
        for (; m_position < m_text.length(); m_position++) {
            final char character = m_text.charAt(m_position);
            if (character == '"') {
                if (quoted && m_position + 1 < m_text.length() && m_text.charAt(m_position + 1) == '"') {
                    field.append('"');
                    m_position++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (character == m_separator || character == '\n')) {
                break;
            } else {
                m_lineNumber += character == '\n' ? 1 : 0;
                field.append(character);
            }
        }
        final boolean endOfLine = m_position == m_text.length() || m_text.charAt(m_position) == '\n';
        if (endOfLine && !field.isEmpty() && field.charAt(field.length() - 1) == '\r') {
            field.setLength(field.length() - 1);
        }
        return field.toString();
    }
}
