// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** A text field takes a color as #RRGGBB. */
public final class BackgroundPattern extends PatternValidation {

    /** The pattern of such a color. */
    public static final String PATTERN = "#[0-9A-Fa-f]{6}";

    @Override
    protected String getPattern() {
        return PATTERN;
    }

    @Override
    public String getErrorMessage() {
        return "The color must be # and six hexadecimal digits, such as #FFFFFF.";
    }
}
