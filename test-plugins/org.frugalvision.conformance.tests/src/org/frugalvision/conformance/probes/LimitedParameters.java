// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Limits that only a dialog checks. */
final class LimitedParameters implements NodeParameters {
    @Widget(title = "Epochs", description = "How often.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = 1;

    @Widget(title = "Text", description = "What.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_text = "a";

    @Widget(title = "Rate", description = "How fast.")
    double m_rate = 1;
}
