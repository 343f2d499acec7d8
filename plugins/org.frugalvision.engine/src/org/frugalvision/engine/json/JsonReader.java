// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, texts, {@code Long} or {@code Double} numbers, booleans and null; strict, of limited
 * depth. Cost: O(characters).
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 20;

    private final String m_text;

    private int m_at;

    private JsonReader(final String text) {
        m_text = text;
    }

    /**
     * @param text JSON
     * @return the value, modifiable
     * @throws JsonException if it is no JSON, nested too deep, or has a key twice in one object
     */
    public static Object read(final String text) {
        final JsonReader reader = new JsonReader(text);
        final Object value = reader.value(0);
        if (reader.peek() != 0) {
            throw reader.unexpected();
        }
        return value;
    }

    private Object value(final int depth) {
        if (depth > MAX_DEPTH) {
            throw new JsonException("its description is nested more than " + MAX_DEPTH + " deep");
        }
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return text();
            case 't':
                return literal("true", Boolean.TRUE);
            case 'f':
                return literal("false", Boolean.FALSE);
            case 'n':
                return literal("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object(final int depth) {
        final Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
            }
            peek();
            final String key = text();
            expect(':');
            if (map.containsKey(key)) {
                throw new JsonException("its description has \"" + key + "\" twice");
            }
            map.put(key, value(depth + 1));
        }
        expect('}');
        return map;
    }

    private List<Object> array(final int depth) {
        final List<Object> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value(depth + 1));
        }
        expect(']');
        return list;
    }

    private String text() {
        expect('"');
        final StringBuilder text = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        final char c = next();
        final int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u') {
            throw unexpected();
        }
        try {
            m_at += 4;
            return (char)Integer.parseInt(m_text, m_at - 4, m_at, 16);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw unexpected(e);
        }
    }

    private Object literal(final String word, final Boolean value) {
        if (!m_text.startsWith(word, m_at)) {
            throw unexpected();
        }
        m_at += word.length();
        return value;
    }

    private Object number() {
        final int from = m_at;
        while (m_at < m_text.length() && "+-.0123456789eE".indexOf(m_text.charAt(m_at)) >= 0) {
            m_at++;
        }
        final String number = m_text.substring(from, m_at);
        try {
            if (number.matches("-?\\d+")) {
                return Long.valueOf(number);
            }
            return Double.valueOf(number);
        } catch (NumberFormatException e) {
            throw unexpected(e);
        }
    }

    /** @return the next character after white space, or 0 at the end */
    private char peek() {
        while (m_at < m_text.length() && " \n\r\t".indexOf(m_text.charAt(m_at)) >= 0) {
            m_at++;
        }
        return m_at < m_text.length() ? m_text.charAt(m_at) : 0;
    }

    private char next() {
        if (m_at >= m_text.length()) {
            throw unexpected();
        }
        return m_text.charAt(m_at++);
    }

    private void expect(final char c) {
        if (peek() != c) {
            throw unexpected();
        }
        m_at++;
    }

    private JsonException unexpected() {
        return unexpected(null);
    }

    private JsonException unexpected(final Exception cause) {
        return new JsonException("its description is not valid JSON at character " + m_at, cause);
    }
}
