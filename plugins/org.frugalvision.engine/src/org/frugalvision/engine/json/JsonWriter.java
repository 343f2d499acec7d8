// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.json;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON, the same bytes for the same content. */
public final class JsonWriter {

    private final StringBuilder m_text = new StringBuilder();

    private JsonWriter() {
    }

    /**
     * @param value maps with texts as keys, lists, texts, finite numbers and booleans
     * @return JSON, ended by a line break
     * @throws IllegalArgumentException if it holds anything else
     */
    public static String write(final Object value) {
        final JsonWriter writer = new JsonWriter();
        writer.value(value, "\n");
        return writer.m_text.append('\n').toString();
    }

    private void value(final Object value, final String newLine) {
        if (value instanceof Map<?, ?> map) {
            object(map, newLine);
        } else if (value instanceof List<?> list) {
            array(list, newLine);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        } else if (value instanceof Number || value instanceof Boolean) {
            m_text.append(value);
        } else {
            throw new IllegalArgumentException("Not a JSON value: " + value);
        }
    }

    private void object(final Map<?, ?> map, final String newLine) {
        String separator = "{" + newLine + "  ";
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            m_text.append(separator);
            text((String)entry.getKey());
            m_text.append(": ");
            value(entry.getValue(), newLine + "  ");
            separator = "," + newLine + "  ";
        }
        m_text.append(map.isEmpty() ? "{}" : newLine + "}");
    }

    private void array(final List<?> list, final String newLine) {
        final boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        final String gap = flat ? " " : newLine + "  ";
        String separator = flat ? "[" : "[" + gap;
        for (final Object item : list) {
            m_text.append(separator);
            value(item, newLine + "  ");
            separator = "," + gap;
        }
        m_text.append(list.isEmpty() ? "[]" : flat ? "]" : newLine + "]");
    }

    private void text(final String text) {
        m_text.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                m_text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                m_text.append("\\u%04x".formatted((int)c));
            } else {
                m_text.append(c);
            }
        }
        m_text.append('"');
    }
}
