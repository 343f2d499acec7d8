// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of cost-effective active learning. */
@LoadDefaultsForAbsentFields
final class CealParameters implements NodeParameters {

    @Widget(title = "Share of sure images (0 = none)", description = """
            The most of the budget that goes to images of which the network is sure, with its own label.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToNineTenths.class)
    double m_share = 0.5;

    @Widget(title = "Sure below an entropy of (nats)", description = """
            Images of a lower entropy count as sure.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_sureBelow = 5e-5;
}
