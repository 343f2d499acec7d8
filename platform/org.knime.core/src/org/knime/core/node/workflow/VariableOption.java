// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;

/**
 * Reads {@code name,value,type}; parts may be quoted with ' or ", where a backslash takes the next character as it is.
 */
final class VariableOption {

    private VariableOption() {
    }

    static FlowVariable parse(final String text) throws IllegalOptionException {
        final var parts = split(text);
        if (parts.size() != 3) {
            throw new IllegalOptionException("Invalid workflow variable '" + text + "': name,value,type expected");
        }
        final var name = parts.get(0);
        final var value = parts.get(1);
        try {
            return switch (parts.get(2)) {
                case "String" -> new FlowVariable(name, value);
                case "int" -> new FlowVariable(name, Integer.parseInt(value));
                case "double" -> new FlowVariable(name, Double.parseDouble(value));
                default -> throw new IllegalOptionException("Invalid type '" + parts.get(2)
                    + "' of workflow variable '" + name + "': String, int or double expected");
            };
        } catch (NumberFormatException e) { // the message says it all
            throw new IllegalOptionException(
                "Invalid value '" + value + "' of workflow variable '" + name + "' of type " + parts.get(2));
        }
    }

    private static List<String> split(final String text) {
        final var parts = new ArrayList<String>();
        final var part = new StringBuilder();
        var quote = '\0';
        for (var i = 0; i < text.length(); i++) {
            final var c = text.charAt(i);
            if (quote == '\0' && c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (quote == '\0' && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = '\0';
            } else {
                part.append(quote != '\0' && c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
