// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether Java finds fonts on this machine; bare servers have none. Pictures are drawn without text then. */
public final class Fonts {

    private Fonts() {
    }

    /**
     * @return whether text can be drawn; if not, the packages fontconfig and fonts-dejavu-core (or like ones) are
     *   missing
     */
    public static boolean present() {
        try {
            final var font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            return font.getStringBounds("0", new FontRenderContext(null, true, true)).getWidth() > 0;
        } catch (final InternalError | LinkageError e) {
            // without fonts Java fails with the first of these, and with the other when asked again
            return false;
        }
    }
}
