// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.regex.Pattern;

/** Whether Java finds fonts on this machine; bare servers have none. Pictures are drawn without text then. */
public final class Fonts {

    private static final Pattern NOT_INITIALISED =
        Pattern.compile("Could not initialize class (sun\\.font|sun\\.awt|java\\.awt)\\.");

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
        } catch (final InternalError | UnsatisfiedLinkError e) {
            // how Java fails when it first looks for fonts and finds none, or not the libraries that read them
            return false;
        } catch (final NoClassDefFoundError e) {
            if (NOT_INITIALISED.matcher(String.valueOf(e.getMessage())).lookingAt()) {
                // the same when it is asked again
                return false;
            }
            throw e;
        }
    }
}
