// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** A separator of one character, {@code \t} or nothing. */
final class OneCharacterOrNone extends PatternValidation {

    @Override
    protected String getPattern() {
        return "(.|\\\\t)?";
    }

    @Override
    public String getErrorMessage() {
        return "Enter one character, \\t, or nothing.";
    }
}
