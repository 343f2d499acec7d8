// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import org.frugalvision.engine.run.SettingsException;

/** The setting "Background", a colour as people write it. */
public final class Background {

    private static final int HEXADECIMAL = 16;

    private Background() {
    }

    /**
     * @param text such as {@code #FFFFFF}
     * @return the colour, 0xRRGGBB
     * @throws SettingsException if the text is anything else
     */
    public static int parse(final String text) {
        if (text == null || !text.matches(BackgroundPattern.PATTERN)) {
            throw new SettingsException("Background", "must be a color such as #FFFFFF", text,
                "Enter # and six hexadecimal digits.");
        }
        return Integer.parseInt(text.substring(1), HEXADECIMAL);
    }
}
