// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Locale;
import java.util.Map;

import org.frugalvision.engine.run.SettingsException;

/**
 * Reads the settings of a method from texts, and writes them.
 *
 * @param texts by key
 */
record SettingTexts(Map<String, String> texts) {

    double number(final String key, final double absent) {
        final String text = texts.get(key);
        try {
            return text == null ? absent : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SettingsException(key, "must be a number", text);
        }
    }

    <E extends Enum<E>> E choice(final String key, final E absent) {
        final String text = texts.get(key);
        if (text == null) {
            return absent;
        }
        for (final E choice : absent.getDeclaringClass().getEnumConstants()) {
            if (text(choice).equals(text)) {
                return choice;
            }
        }
        throw new SettingsException(key, "must be one of the choices of the list", text);
    }

    static String text(final Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
