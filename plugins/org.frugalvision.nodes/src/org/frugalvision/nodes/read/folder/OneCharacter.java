// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** A text field takes one character, but no blank, quote or line end; or \\t for a tabulator. */
final class OneCharacter extends PatternValidation {

    @Override
    protected String getPattern() {
        return "[^\"\\r\\n ]|\\\\t";
    }

    @Override
    public String getErrorMessage() {
        return "The separator must be one character, no blank, quote or line end.";
    }
}
